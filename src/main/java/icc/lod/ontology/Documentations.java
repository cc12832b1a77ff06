package icc.lod.ontology;

import icc.lod.store.CurrentStore;
import icc.lod.store.Lease;
import icc.lod.view.Overviews;
import icc.lod.web.PublicUrl;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The documentation of the current release, made when it is first needed, by one thread while the
 * others wait. Thread-safe.
 */
final class Documentations {
  private static final Logger LOG = LoggerFactory.getLogger(Documentations.class);

  private final CurrentStore store;
  private final Overviews overviews;
  private final PublicUrl publicUrl;
  private final Object making = new Object();
  private volatile @Nullable Documentation kept;

  Documentations(CurrentStore store, Overviews overviews, PublicUrl publicUrl) {
    this.store = store;
    this.overviews = overviews;
    this.publicUrl = publicUrl;
  }

  void prepare() {
    try (Lease lease = store.lease()) {
      of(lease);
    }
  }

  Documentation of(Lease lease) {
    int number = lease.release().number();
    Documentation now = kept;
    if (now != null && now.release() == number) {
      return now;
    }
    synchronized (making) {
      Documentation again = kept;
      if (again != null && again.release() == number) {
        return again;
      }
      long start = System.nanoTime();
      Documentation made = Documentation.read(lease, overviews.of(lease), publicUrl);
      LOG.info(
          "read the vocabulary of release {} in {} ms",
          number,
          (System.nanoTime() - start) / 1_000_000);
      kept = made;
      return made;
    }
  }
}
