package icc.lod.store;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The right to read one release: everything a request answers comes from it. Close it once done.
 */
public final class Lease implements AutoCloseable {
  private final OpenRelease open;
  private final AtomicBoolean closed = new AtomicBoolean();

  Lease(OpenRelease open) {
    this.open = open;
  }

  /** The release that is read. */
  public Release release() {
    return open.release();
  }

  /** Its store. */
  public Store store() {
    return open.store();
  }

  /** What was made of it so far. */
  public ReleaseValues values() {
    return open.values();
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      open.leave();
    }
  }
}
