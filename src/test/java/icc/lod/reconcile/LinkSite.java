package icc.lod.reconcile;

import icc.lod.search.LabelIndexText;
import icc.lod.store.CurrentStore;
import icc.lod.store.Lease;
import icc.lod.store.Releases;
import icc.lod.store.Tdb2Store;
import icc.lod.view.Overviews;
import java.nio.file.Path;
import java.util.List;

/** A release with its text index, and what links to it. */
final class LinkSite implements AutoCloseable {
  final CurrentStore store;
  final Reconciliation reconciliation;

  private LinkSite(CurrentStore store) {
    this.store = store;
    this.reconciliation = new Reconciliation(store, new Overviews(store, ""));
  }

  /** Whatever the state folder holds. */
  static LinkSite over(Path state) {
    CurrentStore store =
        new CurrentStore(
            new Releases(state),
            release -> Tdb2Store.open(release.database(), LabelIndexText.open(release)));
    store.refresh();
    return new LinkSite(store);
  }

  List<List<Candidate>> match(List<ReconcileQuery> queries) {
    try (Lease lease = store.lease()) {
      return reconciliation.match(lease, queries);
    }
  }

  @Override
  public void close() {
    store.close();
  }
}
