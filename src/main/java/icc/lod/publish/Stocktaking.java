package icc.lod.publish;

import icc.lod.rdf.Digests;
import icc.lod.store.EndpointSettings;
import icc.lod.store.EndpointState;
import icc.lod.store.PublishLock;
import icc.lod.store.Release;
import icc.lod.store.Releases;
import icc.lod.store.Retention;
import icc.lod.store.SparqlStore;
import icc.lod.store.StoreUnavailableException;
import icc.lod.store.Tdb2Loading;
import icc.lod.store.Tdb2Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.shared.JenaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes releases of what an endpoint holds: their triples stay there, and what is derived from them
 * is made here out of one reading of all. One at a time in a state folder, whoever asks.
 */
public final class Stocktaking implements Publishing {
  private static final Logger LOG = LoggerFactory.getLogger(Stocktaking.class);
  private static final Duration LONGEST_READING = Duration.ofHours(2);

  private final EndpointSettings settings;
  private final String base;
  private final Releases releases;
  private final List<Projection> projections;
  private final Clock clock;
  private final Retention retention;

  /** Takes stock of an endpoint for the state folder of these releases. */
  public Stocktaking(
      EndpointSettings settings,
      String base,
      Releases releases,
      List<Projection> projections,
      Clock clock,
      Retention retention) {
    this.settings = settings;
    this.base = base;
    this.releases = releases;
    this.projections = List.copyOf(projections);
    this.clock = clock;
    this.retention = retention;
  }

  @Override
  @SuppressWarnings("try") // the lock is held, not used
  public Outcome publish(boolean force) {
    try {
      Optional<PublishLock> lock = PublishLock.tryTake(releases.state());
      if (lock.isEmpty()) {
        throw new PublishingException(
            "Another process is making a release in "
                + releases.state()
                + "; wait until it has ended");
      }
      try (PublishLock held = lock.get();
          SparqlStore store = SparqlStore.at(settings.endpoint())) {
        releases.mendPointer();
        Outcome outcome = takeStock(store, force);
        retention.apply(releases, clock.instant().truncatedTo(ChronoUnit.SECONDS));
        return outcome;
      }
    } catch (StoreUnavailableException e) {
      throw new PublishingException(settings.endpoint() + ": " + e.getMessage(), e);
    } catch (IOException | UncheckedIOException | JenaException e) {
      throw new PublishingException(
          "The release was not made, nothing was changed: "
              + DiskFaults.reason(e, releases.state()),
          e);
    }
  }

  private Outcome takeStock(SparqlStore store, boolean force) throws IOException {
    EndpointState state = EndpointState.of(store, settings.indexLimit());
    if (EndpointState.onlyInNamedGraphs(store, state)) {
      throw new PublishingException(
          "The default graph of "
              + store.endpoint()
              + " is empty, though it has named graphs: let its default graph be their union"
              + " (Fuseki: tdb2:unionDefaultGraph true in its configuration)");
    }
    String digest = digest(state);
    Optional<Release> current = releases.current();
    if (!force && current.isPresent() && current.get().sources().equals(digest)) {
      return new Outcome.Unchanged(current.get());
    }
    return new Outcome.Published(made(store, state, digest, force), new Report());
  }

  private Release made(SparqlStore store, EndpointState state, String digest, boolean force)
      throws IOException {
    Path building = releases.newBuilding();
    try {
      Instant created = releases.nextInstant(clock);
      Files.writeString(
          building.resolve(Release.ENDPOINT), store.endpoint() + "\n" + state.text() + "\n");
      if (state.triples() <= settings.indexLimit()) {
        Optional<Release> before = force ? Optional.empty() : releases.newest(base);
        derive(store, state, new Making(building, base, created, before));
      } else {
        LOG.info(
            "{} holds {} triples: no search, dumps and changes are made of more than {}",
            store.endpoint(),
            state.triples(),
            settings.indexLimit());
      }
      long graphs = store.<Long>read(data -> Iter.count(data.listGraphNodes()));
      int number = releases.nextNumber();
      Release release =
          new Release(number, created, building, digest, state.triples(), graphs, base);
      Release whole = releases.finish(building, release);
      releases.point(whole);
      return whole;
    } finally {
      Releases.delete(building);
    }
  }

  /** Reads all once into a database of its own, from which the rest is made as at any publish. */
  private void derive(SparqlStore store, EndpointState state, Making making) throws IOException {
    Path database = making.building().resolve("tdb2");
    Files.createDirectories(database);
    try (Steps steps = new Steps()) {
      try (Progress.Phase phase = steps.begin("reading", state.triples())) {
        copy(store, database, phase);
      }
      if (!EndpointState.of(store, settings.indexLimit()).equals(state)) {
        throw new PublishingException(
            "What " + store.endpoint() + " holds changed while it was read; try again");
      }
      steps.done("read all that " + store.endpoint() + " holds");
      derive(database, making, steps);
      Releases.delete(database);
      steps.report(making.building());
    }
  }

  private void derive(Path database, Making making, Steps steps) throws IOException {
    Report refused = new Report();
    try (Tdb2Store copy = Tdb2Store.open(database)) {
      List<ExampleAnswer> answers = ExampleQueries.run(copy);
      steps.done("ran " + answers.size() + " examples");
      new Projecting(copy, making, answers, Judgement.NONE, steps).all(projections, refused);
    }
    if (!refused.isEmpty()) {
      throw new PublishingException(
          "The release was not made, nothing was changed: " + refused.text());
    }
  }

  private static void copy(SparqlStore store, Path database, Progress.Phase phase) {
    try (Tdb2Loading loading = Tdb2Loading.into(database)) {
      StreamRDF sink = loading.sink(Optional.empty());
      store
          .<Map<String, String>>read(data -> data.prefixes().getMappingCopy())
          .forEach(sink::prefix);
      store.all(
          LONGEST_READING,
          quad -> {
            sink.quad(quad);
            phase.did(1);
            phase.read(1);
          });
      loading.finish();
    } catch (QueryCancelledException e) {
      throw new PublishingException(
          "%s could not be read within %d h; see --index-limit"
              .formatted(store.endpoint(), LONGEST_READING.toHours()),
          e);
    }
  }

  private String digest(EndpointState state) {
    MessageDigest digest = Digests.sha256();
    List<Object> parts =
        List.of(
            settings.endpoint(),
            state.text(),
            base,
            state.triples() <= settings.indexLimit()
                ? projections.stream().map(Projection::name).toList()
                : List.of());
    digest.update(parts.toString().getBytes(StandardCharsets.UTF_8));
    return Digests.hex(digest);
  }
}
