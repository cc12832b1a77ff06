package icc.lod.app;

import icc.lod.api.ApiRoutes;
import icc.lod.config.Config;
import icc.lod.entity.EntityRoutes;
import icc.lod.entity.HomeRoutes;
import icc.lod.examples.ExampleAnswers;
import icc.lod.examples.ExampleRoutes;
import icc.lod.examples.Examples;
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
import icc.lod.web.RouteList;
import icc.lod.web.Routes;
import icc.lod.web.Server;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The running service: a store that follows the pointer and a server with all features. */
public final class Service implements AutoCloseable {
  private final Config config;
  private final CurrentStore store;
  private final SparqlRoutes sparql;
  private final Follower follower;
  private final Server server;

  private Service(
      Config config, CurrentStore store, SparqlRoutes sparql, Follower follower, Server server) {
    this.config = config;
    this.store = store;
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
    follower.follow();
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
      return serving(config, store);
    } catch (RuntimeException e) {
      store.close();
      throw e;
    }
  }

  private static Service serving(Config config, CurrentStore store) {
    boolean opened = store.refresh();
    Overviews overviews = new Overviews(store, "");
    Pages pages = new Pages(config.web(), overviews::site);
    SparqlRoutes sparql = new SparqlRoutes(store, config.sparql(), pages);
    Examples examples = new Examples(store);
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
          examples.prepare();
        };
    List<Routes> features =
        List.of(
            new Health(() -> check(store)),
            sparql,
            new ExampleRoutes(store, overviews, examples, pages),
            new ApiRoutes(pages, new ReleaseSamples(store, overviews, examples)),
            new ContextRoutes(store, config.web().publicUrl()),
            ontology,
            home,
            // Its catch-all comes last.
            entities);
    Server server = Server.start(config.web(), pages, faults(store), features);
    Follower follower = Follower.start(store, prepare, opened);
    return new Service(config, store, sparql, follower, server);
  }

  /** What publishes the configured sources into the configured state folder. */
  public static Publisher publisher(Config config) {
    return new Publisher(
        config.sources(), new Releases(config.state()), projections(), Clock.systemUTC());
  }

  /** What is derived at publish. */
  private static List<Projection> projections() {
    return List.of(new ExampleAnswers());
  }

  /** What it answers. */
  RouteList routes() {
    return server.routes();
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

  private static void check(CurrentStore store) {
    try (Lease lease = store.lease()) {
      lease.store().check();
    }
  }

  private static Faults faults(CurrentStore store) {
    return fault -> {
      if (fault instanceof StoreUnavailableException down) {
        Problem problem = unavailable(store, String.valueOf(down.getMessage()));
        return Optional.of(down.expected() ? problem.asExpected() : problem);
      }
      return Optional.empty();
    };
  }

  private static Problem unavailable(CurrentStore store, String message) {
    return store.isOpen()
        ? Problem.unavailable(message, 5)
        : Problem.unavailable("The first release is still being published.", 5)
            .with("reason", "publishing");
  }
}
