package icc.lod.examples;

import icc.lod.store.CurrentStore;
import icc.lod.store.Lease;
import icc.lod.view.PerRelease;
import java.util.List;

/** The examples of the current release, read once. Thread-safe. */
public final class Examples {
  private final CurrentStore store;
  private final PerRelease<ReleaseExamples> examples = new PerRelease<>(ReleaseExamples::of);

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
    return examples.of(lease);
  }
}
