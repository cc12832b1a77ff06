package icc.lod.app;

import icc.lod.api.ApiRoutes;
import icc.lod.catalogue.CatalogueRoutes;
import icc.lod.catalogue.EntityStates;
import icc.lod.catalogue.Serving;
import icc.lod.changes.ChangeRoutes;
import icc.lod.changes.Changes;
import icc.lod.changes.Tombstones;
import icc.lod.config.Config;
import icc.lod.entity.EntityRoutes;
import icc.lod.entity.HomeRoutes;
import icc.lod.examples.ExampleRoutes;
import icc.lod.examples.Examples;
import icc.lod.fragments.FragmentRoutes;
import icc.lod.linking.LinkSetRoutes;
import icc.lod.linking.Links;
import icc.lod.linking.Lookup;
import icc.lod.linking.LookupRoutes;
import icc.lod.ontology.ContextRoutes;
import icc.lod.ontology.OntologyRoutes;
import icc.lod.operations.AdminRoutes;
import icc.lod.operations.Metrics;
import icc.lod.operations.MetricsRoutes;
import icc.lod.operations.Operators;
import icc.lod.operations.RunningQueries;
import icc.lod.operations.Steering;
import icc.lod.operations.TokenRoutes;
import icc.lod.past.PastRoutes;
import icc.lod.proof.ProofRoutes;
import icc.lod.reconcile.LinkRoutes;
import icc.lod.reconcile.ReconcileRoutes;
import icc.lod.reconcile.ReconcileSettings;
import icc.lod.reconcile.Reconciliation;
import icc.lod.search.BrowseRoutes;
import icc.lod.search.FacetIndexes;
import icc.lod.search.Finder;
import icc.lod.search.MapRoutes;
import icc.lod.search.SearchNearest;
import icc.lod.search.SearchRoutes;
import icc.lod.sparql.SparqlRoutes;
import icc.lod.store.CurrentStore;
import icc.lod.store.Lease;
import icc.lod.store.Releases;
import icc.lod.store.StoreUnavailableException;
import icc.lod.tools.ToolRoutes;
import icc.lod.tools.Tools;
import icc.lod.view.Overviews;
import icc.lod.web.Health;
import icc.lod.web.Pages;
import icc.lod.web.ReadyAnswers;
import icc.lod.web.Routes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** All features of a service, built in one place: what it answers, and what it makes ready. */
final class Features {
  private final CurrentStore store;
  private final Config config;
  private final Metrics metrics;
  private final Overviews overviews;
  private final Pages pages;
  private final SparqlRoutes sparql;
  private final Examples examples;
  private final HomeRoutes home;
  private final Changes changes;
  private final EntityRoutes entities;
  private final OntologyRoutes ontology;
  private final FacetIndexes facets;
  private final Serving catalogue;
  private final Reconciliation reconciliation;
  private final Links links;
  private final Lookup lookup;

  Features(Config config, CurrentStore store, Metrics metrics) {
    this.config = config;
    this.metrics = metrics;
    this.store = store;
    this.overviews = new Overviews(store, "");
    this.pages = new Pages(config.web(), overviews::site);
    Path queries = config.state().resolve("queries");
    this.sparql = new SparqlRoutes(store, overviews, config.sparql(), pages, queries);
    this.examples = new Examples(store);
    this.home = new HomeRoutes(store, overviews, pages);
    this.changes = new Changes(store, new Releases(config.state()), overviews, pages);
    this.entities = new EntityRoutes(store, overviews, pages, new Tombstones(changes));
    this.ontology = new OntologyRoutes(store, overviews, pages);
    this.facets = new FacetIndexes(store);
    this.catalogue = new Serving(store, overviews, pages);
    this.reconciliation = new Reconciliation(store, overviews);
    this.links = new Links(store, overviews);
    metrics.counter(
        "icc.queries",
        "Queries by how they ended: answered, failed, or the limit that ended them",
        "ended",
        sparql.endings().counts());
    metrics.counter(
        "icc.queries.used", "What queries used in all", "what", sparql.endings().used());
    metrics.counter(
        "icc.results.lookups",
        "Questions whose answer may be in memory",
        "result",
        sparql.resultLookups());
    metrics.gauge("icc.queries.running", "Queries at work", () -> sparql.running().size());
    this.lookup = new Lookup(links, pages.publicUrl());
  }

  /** Counts the answers that are kept ready. */
  static void count(Metrics metrics, ReadyAnswers ready) {
    metrics.counter(
        "icc.ready.lookups", "Requests for what may be ready in memory", "result", ready.counts());
    metrics.gauge("icc.ready.bytes", "Memory of finished answers", ready::bytes);
  }

  /** How pages are made. */
  Pages pages() {
    return pages;
  }

  /** The query endpoint, which holds threads of its own. */
  SparqlRoutes sparql() {
    return sparql;
  }

  /** What the pages about addresses where nothing is name. */
  SearchNearest nearest() {
    return new SearchNearest(store, overviews, pages.publicUrl());
  }

  /** Every feature's routes, in the order in which they are asked. */
  List<Routes> routes(Steering steering, Supplier<List<String>> troubles) {
    return Stream.concat(operations(steering, troubles).stream(), features().stream()).toList();
  }

  private List<Routes> operations(Steering steering, Supplier<List<String>> troubles) {
    Optional<Operators> operators = config.operations().tokens().map(Operators::new);
    List<Routes> routes = new ArrayList<>();
    routes.add(new Health(() -> check(store, troubles), () -> incidents(store, troubles)));
    routes.add(new MetricsRoutes(metrics, config.operations().publicMetrics(), operators));
    operators.ifPresent(some -> routes.add(new TokenRoutes(some)));
    operators.ifPresent(some -> routes.add(new AdminRoutes(some, steering, queries())));
    return routes;
  }

  private List<Routes> features() {
    return List.of(
        sparql,
        new ExampleRoutes(store, overviews, examples, pages),
        new ApiRoutes(pages, new ReleaseSamples(store, overviews, examples, facets)),
        new ContextRoutes(store, config.web().publicUrl()),
        ontology,
        new SearchRoutes(store, overviews, pages),
        new BrowseRoutes(facets, overviews, pages),
        new MapRoutes(facets, overviews, pages),
        new ReconcileRoutes(reconciliation, pages, ReconcileSettings.DEFAULT),
        new LinkRoutes(reconciliation, pages, ReconcileSettings.DEFAULT),
        new FragmentRoutes(store, overviews, pages),
        new LookupRoutes(lookup, nearest(), pages),
        new LinkSetRoutes(links, pages),
        tools(lookup),
        new CatalogueRoutes(catalogue, config.web().languages()),
        new ChangeRoutes(changes),
        new ProofRoutes(store, pages),
        new PastRoutes(store, overviews, pages, new EntityStates()),
        home,
        // Its catch-all comes last.
        entities);
  }

  /** The queries at work, as operators see them. */
  private RunningQueries queries() {
    return new RunningQueries() {
      @Override
      public List<Running> running() {
        return sparql.running().stream()
            .map(
                query ->
                    new Running(
                        query.id(),
                        query.started(),
                        query.cpu(),
                        query.bytes(),
                        query.ending(),
                        query.query()))
            .toList();
      }

      @Override
      public boolean end(long id) {
        return sparql.end(id);
      }
    };
  }

  /** Makes ready what the first visitor of a release would wait for. */
  void prepare() {
    overviews.prepare();
    home.prepare();
    sparql.prepare();
    entities.prepare();
    ontology.prepare();
    examples.prepare();
    catalogue.prepare();
    changes.prepare();
    reconciliation.prepare();
    links.prepare();
  }

  /** Tools for language models, which use what others answer with. */
  private ToolRoutes tools(Lookup lookup) {
    Finder finder = new Finder(overviews, pages.publicUrl());
    return new ToolRoutes(new Tools(store, sparql.inquiries(), finder, lookup), pages);
  }

  private static List<String> incidents(CurrentStore store, Supplier<List<String>> troubles) {
    return Stream.concat(
            store.incidents().stream().map(each -> each.instant() + ": " + each.text()),
            troubles.get().stream())
        .toList();
  }

  private static void check(CurrentStore store, Supplier<List<String>> troubles) {
    try (Lease lease = store.lease()) {
      lease.store().check();
    } catch (StoreUnavailableException e) {
      List<String> why = new ArrayList<>(troubles.get());
      why.add(0, String.valueOf(e.getMessage()));
      throw new IllegalStateException(String.join("; ", why), e);
    }
  }
}
