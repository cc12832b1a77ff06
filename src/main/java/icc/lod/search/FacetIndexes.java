package icc.lod.search;

import icc.lod.store.CurrentStore;
import icc.lod.store.Lease;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** The index of the current release, opened when it is first needed. Thread-safe. */
public final class FacetIndexes {
  private record Kept(int release, FacetIndex index) {}

  private final CurrentStore store;
  private final AtomicReference<Kept> kept = new AtomicReference<>();

  /** Indexes of the releases of a store. */
  public FacetIndexes(CurrentStore store) {
    this.store = store;
  }

  /** The names of the kinds of a release in addresses. */
  public List<String> kinds(Lease lease) {
    return of(lease).kinds().stream().map(Kind::slug).toList();
  }

  CurrentStore store() {
    return store;
  }

  /** The index of the release that is read. */
  FacetIndex of(Lease lease) {
    int number = lease.release().number();
    Kept now = kept.get();
    if (now == null || now.release() != number) {
      now = new Kept(number, FacetIndex.open(lease.release().folder()));
      kept.set(now);
    }
    return now.index();
  }
}
