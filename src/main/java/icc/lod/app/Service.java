package icc.lod.app;

import icc.lod.catalogue.Harvest;
import icc.lod.changes.ChangeLog;
import icc.lod.config.Config;
import icc.lod.examples.ExampleAnswers;
import icc.lod.operations.AccessLog;
import icc.lod.operations.Metrics;
import icc.lod.proof.ReleaseProof;
import icc.lod.publish.InTurn;
import icc.lod.publish.Outcome;
import icc.lod.publish.Projection;
import icc.lod.publish.Publisher;
import icc.lod.publish.Publishing;
import icc.lod.publish.Stocktaking;
import icc.lod.reconcile.Reconciliation;
import icc.lod.search.FacetProjection;
import icc.lod.search.LabelIndex;
import icc.lod.sparql.SparqlRoutes;
import icc.lod.store.CurrentStore;
import icc.lod.store.EndpointRefusedException;
import icc.lod.store.PublishLock;
import icc.lod.store.Release;
import icc.lod.store.Releases;
import icc.lod.store.Store;
import icc.lod.store.StoreUnavailableException;
import icc.lod.view.Editions;
import icc.lod.view.Overviews;
import icc.lod.web.Faults;
import icc.lod.web.Problem;
import icc.lod.web.RouteList;
import icc.lod.web.Server;
import icc.lod.web.Traffic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The running service: a store that follows the pointer and a server with all features. */
public final class Service implements AutoCloseable {
  /** Between two looks at an endpoint. */
  private static final Duration ENDPOINT_PAUSE = Duration.ofSeconds(60);

  private final CurrentStore store;
  private final SparqlRoutes sparql;
  private final Metrics metrics;
  private final Follower follower;
  private final EndpointWatch watch;
  private final Rehearsing rehearsing;
  private final Buckets buckets;
  private final Server server;

  private Service(
      CurrentStore store,
      SparqlRoutes sparql,
      Metrics metrics,
      Follower follower,
      EndpointWatch watch,
      Rehearsing rehearsing,
      Buckets buckets,
      Server server) {
    this.store = store;
    this.sparql = sparql;
    this.metrics = metrics;
    this.follower = follower;
    this.watch = watch;
    this.rehearsing = rehearsing;
    this.buckets = buckets;
    this.server = server;
  }

  /**
   * Publishes the sources if they changed and switches to the release; what is current stays so
   * when they are refused.
   */
  public Outcome publish() {
    return watch.now();
  }

  /**
   * Serves the current release and every later one; while there is none, 503.
   *
   * @throws StoreUnavailableException when the current release cannot be opened
   * @throws IllegalStateException when the address cannot be listened on
   */
  public static Service start(Config config) {
    if (!config.operations().following()) {
      mend(config);
    }
    CurrentStore store = store(config);
    try {
      return serving(config, store);
    } catch (RuntimeException e) {
      store.close();
      throw e;
    }
  }

  private static void mend(Config config) {
    try {
      PublishLock.mend(config.state());
    } catch (IOException e) {
      throw new UncheckedIOException(
          "A restoration that was broken off cannot be ended in " + config.state(), e);
    }
  }

  private static Service serving(Config config, CurrentStore store) {
    boolean opened = store.refresh();
    Metrics metrics = new Metrics();
    ReleaseFigures.addTo(metrics, store);
    Features features = new Features(config, store, metrics);
    Follower follower = new Follower(store, features::prepare, opened);
    Helm helm = new Helm(config, follower, metrics);
    Buckets buckets = Buckets.of(config, follower::follow);
    ReleaseFigures.addTo(metrics, buckets);
    Instant since = Setup.since(config);
    Server server =
        Server.start(
            config.web(),
            features.pages(),
            faults(store),
            features.nearest(),
            new Present(store, since),
            traffic(config, metrics),
            features.routes(helm, buckets::troubles));
    Features.count(metrics, server.ready());
    follower.start();
    buckets.start();
    EndpointWatch watch = new EndpointWatch(() -> helm.published(false), ENDPOINT_PAUSE);
    if (config.endpoint().isPresent()) {
      watch.start();
    }
    SparqlRoutes sparql = features.sparql();
    Rehearsing rehearsing = new Rehearsing(follower::prepare, sparql::rehearse);
    return new Service(store, sparql, metrics, follower, watch, rehearsing, buckets, server);
  }

  private static Traffic traffic(Config config, Metrics metrics) {
    if (!config.operations().accessLog()) {
      return metrics;
    }
    AccessLog log = new AccessLog();
    return exchange -> {
      metrics.ended(exchange);
      log.ended(exchange);
    };
  }

  /**
   * Has the JVM compile what answers queries before somebody asks, in a thread that gives way to
   * all others; to be called once. Does nothing while there is no release.
   */
  public void rehearse() {
    rehearsing.start();
  }

  /** Opens the current release with all that belongs to it. */
  public static Store open(Release release, Config config) {
    return new Opening(config).current(release);
  }

  /** The releases of the configured state folder; none is open yet. */
  public static CurrentStore store(Config config) {
    Opening opening = new Opening(config);
    return new CurrentStore(new Releases(config.state()), opening::current, opening::past);
  }

  /** What links names to the release that a store has opened. */
  public static Reconciliation reconciliation(CurrentStore store) {
    return new Reconciliation(store, new Overviews(store, ""));
  }

  /**
   * What makes the next release: of the configured sources, or of what the configured endpoint
   * holds.
   */
  public static Publishing publishing(Config config) {
    if (config.endpoint().isEmpty()) {
      return publisher(config);
    }
    Releases releases = new Releases(config.state());
    return new Stocktaking(
        config.endpoint().get(),
        config.sources().base(),
        releases,
        projections(config, releases),
        Clock.systemUTC(),
        config.retention());
  }

  /** What publishes the configured sources into the configured state folder. */
  public static Publisher publisher(Config config) {
    Releases releases = new Releases(config.state());
    return new Publisher(
        config.sources(),
        releases,
        projections(config, releases),
        Clock.systemUTC(),
        config.retention(),
        config.prepared());
  }

  /** What is derived at publish. */
  private static List<Projection> projections(Config config, Releases releases) {
    return List.of(
        new ExampleAnswers(),
        new LabelIndex(),
        new FacetProjection(config.web().languages()),
        new ReleaseProof(),
        // The change log compares the sorted statements that the harvest leaves.
        new InTurn(List.of(new Harvest(releases), new ChangeLog(releases))));
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
    rehearsing.close();
    watch.close();
    buckets.close();
    follower.close();
    server.close();
    sparql.close();
    store.close();
    metrics.close();
  }

  private static Faults faults(CurrentStore store) {
    Editions editions = new Editions(store);
    return fault -> {
      if (fault instanceof StoreUnavailableException down) {
        if (down.gone()) {
          return Optional.of(Problem.of(410, "Gone", String.valueOf(down.getMessage())));
        }
        Problem problem = Problem.unavailable(String.valueOf(down.getMessage()), 5);
        return Optional.of(
            down.expected() ? problem.asExpected().with("reason", "publishing") : problem);
      }
      if (fault instanceof EndpointRefusedException refused) {
        return Optional.of(
            Problem.of(
                502, "Not understood by the endpoint", String.valueOf(refused.getMessage())));
      }
      return editions.removed(fault);
    };
  }
}
