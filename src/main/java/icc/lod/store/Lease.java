package icc.lod.store;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The right to read one release: everything a request answers comes from it. Close it once done.
 */
public final class Lease implements AutoCloseable {
  private final OpenRelease open;
  private final Runnable released;
  private final AtomicBoolean held = new AtomicBoolean(true);
  private final AtomicBoolean closed = new AtomicBoolean();

  Lease(OpenRelease open) {
    this(open, () -> {});
  }

  /**
   * A lease on a release that was entered.
   *
   * @param released runs once, when the thread that took the lease has no more to do with it
   */
  Lease(OpenRelease open, Runnable released) {
    this.open = open;
    this.released = released;
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

  /**
   * Another thread closes it, whenever that has done with it: what the thread that took the lease
   * reads next need not be of the same release.
   */
  public void handOver() {
    if (held.compareAndSet(true, false)) {
      released.run();
    }
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      handOver();
      open.leave();
    }
  }
}
