package icc.lod.app;

import icc.lod.config.Config;
import icc.lod.entity.EntityRoutes;
import icc.lod.entity.HomeRoutes;
import icc.lod.ontology.ContextRoutes;
import icc.lod.ontology.OntologyRoutes;
import icc.lod.publish.Outcome;
import icc.lod.publish.Projection;
import icc.lod.publish.Publisher;
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
      SparqlRoutes sparql =
          new SparqlRoutes(
              store, overviews, config.sparql(), pages, config.state().resolve("queries"));
      HomeRoutes home = new HomeRoutes(store, overviews, pages);
      EntityRoutes entities = new EntityRoutes(store, overviews, pages);
      OntologyRoutes ontology = new OntologyRoutes(store, overviews, pages);
      Runnable prepare =
          () -> {
            overviews.prepare();
            home.prepare();
            sparql.prepare();
            entities.prepare();
            ontology.prepare();
          };
      List<Routes> features = features(config, store, sparql, ontology, home, entities);
      Server server = Server.start(config.web(), pages, faults(store), features);
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
        config.sources(), new Releases(config.state()), projections(), Clock.systemUTC());
  }

  /** What is derived at publish. */
  private static List<Projection> projections() {
    return List.of();
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
      Config config,
      CurrentStore store,
      SparqlRoutes sparql,
      OntologyRoutes ontology,
      HomeRoutes home,
      EntityRoutes entities) {
    // The catch-all of the entities comes last.
    return List.of(
        new Health(() -> check(store)),
        sparql,
        new ContextRoutes(store, config.web().publicUrl()),
        ontology,
        home,
        entities);
  }

  private static void check(CurrentStore store) {
    try (Lease lease = store.lease()) {
      lease.store().check();
    }
  }

  private static Faults faults(CurrentStore store) {
    return fault ->
        fault instanceof StoreUnavailableException
            ? Optional.of(unavailable(store, String.valueOf(fault.getMessage())))
            : Optional.empty();
  }

  private static Problem unavailable(CurrentStore store, String message) {
    return store.isOpen()
        ? Problem.unavailable(message, 5)
        : Problem.unavailable("The first release is still being published.", 5)
            .with("reason", "publishing");
  }
}
