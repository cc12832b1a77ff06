package icc.lod.app;

import icc.lod.config.Config;
import icc.lod.entity.EntityRoutes;
import icc.lod.entity.HomeRoutes;
import icc.lod.ontology.ContextRoutes;
import icc.lod.publish.Outcome;
import icc.lod.publish.Projection;
import icc.lod.publish.Publisher;
import icc.lod.search.BrowseRoutes;
import icc.lod.search.FacetIndexes;
import icc.lod.search.FacetProjection;
import icc.lod.search.MapRoutes;
import icc.lod.sparql.SparqlRoutes;
import icc.lod.store.CurrentStore;
import icc.lod.store.Lease;
import icc.lod.store.Releases;
import icc.lod.store.StoreUnavailableException;
import icc.lod.store.Tdb2Store;
import icc.lod.view.Overviews;
import icc.lod.web.Faults;
import icc.lod.web.Health;
import icc.lod.web.Pages;
import icc.lod.web.Problem;
import icc.lod.web.Routes;
import icc.lod.web.Server;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The running service: a store that follows the pointer and a server with all features. */
public final class Service implements AutoCloseable {
  private final Config config;
  private final CurrentStore store;
  private final Runnable prepare;
  private final SparqlRoutes sparql;
  private final Follower follower;
  private final Server server;

  private Service(
      Config config,
      CurrentStore store,
      Runnable prepare,
      SparqlRoutes sparql,
      Follower follower,
      Server server) {
    this.config = config;
    this.store = store;
    this.prepare = prepare;
    this.sparql = sparql;
    this.follower = follower;
    this.server = server;
  }

  /**
   * Publishes the sources if they changed and switches to the release; what is current stays so
   * when they are refused.
   */
  public Outcome publish() {
    Outcome outcome = publisher(config).publish(false);
    if (store.refresh()) {
      prepare.run();
    }
    return outcome;
  }

  /**
   * Serves the current release and every later one; while there is none, 503.
   *
   * @throws StoreUnavailableException when the current release cannot be opened
   * @throws IllegalStateException when the address cannot be listened on
   */
  public static Service start(Config config) {
    CurrentStore store =
        new CurrentStore(
            new Releases(config.state()), release -> Tdb2Store.open(release.database()));
    try {
      boolean opened = store.refresh();
      Overviews overviews = new Overviews(store, "");
      Pages pages = new Pages(config.web(), overviews::site);
      SparqlRoutes sparql = new SparqlRoutes(store, config.sparql(), pages);
      Runnable prepare =
          () -> {
            overviews.prepare();
            sparql.prepare();
          };
      List<Routes> features = features(config, store, sparql, overviews, pages);
      Server server = Server.start(config.web(), pages, faults(), features);
      Follower follower = Follower.start(store, prepare);
      if (opened) {
        Thread.ofPlatform().daemon().name("prepare").start(prepare);
      }
      return new Service(config, store, prepare, sparql, follower, server);
    } catch (RuntimeException e) {
      store.close();
      throw e;
    }
  }

  /** What publishes the configured sources into the configured state folder. */
  public static Publisher publisher(Config config) {
    return new Publisher(
        config.sources(), new Releases(config.state()), projections(config), Clock.systemUTC());
  }

  /** What is derived at publish. */
  private static List<Projection> projections(Config config) {
    return List.of(new FacetProjection(config.web().languages()));
  }

  /** The port it listens on. */
  public int port() {
    return server.port();
  }

  @Override
  public void close() {
    follower.close();
    server.close();
    sparql.close();
    store.close();
  }

  private static List<Routes> features(
      Config config, CurrentStore store, SparqlRoutes sparql, Overviews overviews, Pages pages) {
    FacetIndexes facets = new FacetIndexes(store);
    // The catch-all of the entities comes last.
    return List.of(
        new Health(() -> check(store)),
        sparql,
        new ContextRoutes(store, config.web().publicUrl()),
        new BrowseRoutes(facets, overviews, pages),
        new MapRoutes(facets, overviews, pages),
        new HomeRoutes(store, overviews, pages),
        new EntityRoutes(store, overviews, pages));
  }

  private static void check(CurrentStore store) {
    try (Lease lease = store.lease()) {
      lease.store().check();
    }
  }

  private static Faults faults() {
    return fault ->
        fault instanceof StoreUnavailableException
            ? Optional.of(Problem.unavailable(String.valueOf(fault.getMessage()), 5))
            : Optional.empty();
  }
}
