package icc.lod.reconcile;

import icc.lod.rdf.Languages;
import icc.lod.search.NameSearch;
import icc.lod.store.CurrentStore;
import icc.lod.store.Lease;
import icc.lod.view.Overview;
import icc.lod.view.Overviews;
import icc.lod.view.PerRelease;
import icc.lod.view.Reading;
import icc.lod.web.Problem;
import icc.lod.web.Visitor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Linking of names to things of the release that is read. Thread-safe. */
public final class Reconciliation {
  private final CurrentStore store;
  private final PerRelease<Knowledge> knowledge;

  /** Linking to what the current release of a store holds. */
  public Reconciliation(CurrentStore store, Overviews overviews) {
    this.store = store;
    this.knowledge =
        new PerRelease<>(
            lease -> {
              Reading reading = new Reading(lease.store());
              Overview overview = overviews.of(lease);
              Map<String, String> prefixes = reading.prefixes();
              NameSearch names = names(lease);
              return lease
                  .store()
                  .read(data -> Knowledge.of(overview, prefixes, names, data.getDefaultGraph()));
            });
  }

  /** Finds out now what linking must know of the release, so that nobody waits for it. */
  public void prepare() {
    try (Lease lease = store.lease()) {
      if (NameSearch.of(lease).isPresent()) {
        of(lease);
      }
    }
  }

  /** Who links without a browser: names come in English, else as they are. */
  Visitor anybody() {
    return new Visitor("en", new Languages(List.of("en")), Visitor.Choice.ADDRESS);
  }

  CurrentStore store() {
    return store;
  }

  Knowledge of(Lease lease) {
    return knowledge.of(lease);
  }

  /** Works with the facts of a release, within one reading of its store. */
  <T> T with(Lease lease, BiFunction<Knowledge, Facts, T> work) {
    Knowledge known = of(lease);
    NameSearch names = names(lease);
    return lease.store().read(data -> work.apply(known, new Facts(data.getDefaultGraph(), names)));
  }

  /** The candidates for each query, in order. */
  List<List<Candidate>> match(Lease lease, List<ReconcileQuery> queries) {
    return with(
        lease,
        (known, facts) -> {
          Matching matching = new Matching(facts, known);
          List<List<Candidate>> results = new ArrayList<>();
          queries.forEach(query -> results.add(matching.match(query)));
          return results;
        });
  }

  private static NameSearch names(Lease lease) {
    return NameSearch.of(lease)
        .orElseThrow(
            () ->
                Problem.unavailable(
                    "This release has no text index, so that nothing can be linked to it;"
                        + " publish the data again, with a higher --index-limit where it is at an endpoint.",
                    60));
  }
}
