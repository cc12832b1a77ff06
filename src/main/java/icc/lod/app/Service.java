package icc.lod.app;

import icc.lod.config.Config;
import icc.lod.entity.EntityRoutes;
import icc.lod.entity.HomeRoutes;
import icc.lod.entity.Overviews;
import icc.lod.ontology.ContextRoutes;
import icc.lod.publish.Outcome;
import icc.lod.publish.Publisher;
import icc.lod.sparql.SparqlRoutes;
import icc.lod.store.CurrentStore;
import icc.lod.store.Lease;
import icc.lod.store.Releases;
import icc.lod.store.StoreUnavailableException;
import icc.lod.store.Tdb2Store;
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
  private final Overviews overviews;
  private final Follower follower;
  private final Server server;

  private Service(
      Config config, CurrentStore store, Overviews overviews, Follower follower, Server server) {
    this.config = config;
    this.store = store;
    this.overviews = overviews;
    this.follower = follower;
    this.server = server;
  }

  /**
   * Publishes the sources if they changed and switches to the release; what is current stays so
   * when they are refused.
   */
  public Outcome publish() {
    Releases releases = new Releases(config.state());
    Outcome outcome = new Publisher(config.sources(), releases, Clock.systemUTC()).publish(false);
    if (store.refresh()) {
      overviews.prepare();
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
      store.refresh();
      Overviews overviews = new Overviews(store, "");
      Pages pages = new Pages(config.web(), overviews::site);
      Server server =
          Server.start(config.web(), pages, faults(), features(config, store, overviews, pages));
      Follower follower = Follower.start(store, overviews::prepare);
      return new Service(config, store, overviews, follower, server);
    } catch (RuntimeException e) {
      store.close();
      throw e;
    }
  }

  /** The port it listens on. */
  public int port() {
    return server.port();
  }

  @Override
  public void close() {
    follower.close();
    server.close();
    store.close();
  }

  private static List<Routes> features(
      Config config, CurrentStore store, Overviews overviews, Pages pages) {
    // The catch-all of the entities comes last.
    return List.of(
        new Health(() -> check(store)),
        new SparqlRoutes(store, config.sparql(), pages),
        new ContextRoutes(store, config.web().publicUrl()),
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
