package icc.lod.examples;

import icc.lod.store.CurrentStore;
import icc.lod.store.Lease;
import java.util.List;
import java.util.Map;

/**
 * The examples of the current release, read when they are first needed, by one thread while the
 * others wait. Thread-safe.
 */
public final class Examples {
  private record Kept(int release, ReleaseExamples examples) {}

  private final CurrentStore store;
  private final Object reading = new Object();
  private volatile Kept kept = new Kept(-1, new ReleaseExamples(Map.of(), List.of()));

  /** The examples of the releases of a store. */
  public Examples(CurrentStore store) {
    this.store = store;
  }

  /** Reads the examples of the current release now, so that no visitor waits for it. */
  public void prepare() {
    try (Lease lease = store.lease()) {
      of(lease);
    }
  }

  /** The paths of the pages about the examples of a release, by the order of their IRIs. */
  public List<String> paths(Lease lease) {
    return of(lease).entries().stream().map(Entry::path).toList();
  }

  ReleaseExamples of(Lease lease) {
    int number = lease.release().number();
    Kept now = kept;
    if (now.release() == number) {
      return now.examples();
    }
    synchronized (reading) {
      if (kept.release() != number) {
        kept = new Kept(number, ReleaseExamples.of(lease));
      }
      return kept.examples();
    }
  }
}
