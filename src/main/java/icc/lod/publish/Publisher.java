package icc.lod.publish;

import icc.lod.store.PublishLock;
import icc.lod.store.Release;
import icc.lod.store.Releases;
import icc.lod.store.Retention;
import icc.lod.store.Store;
import icc.lod.store.Tdb2Loading;
import icc.lod.store.Tdb2Store;
import icc.lod.store.sorted.SortedIndex;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.shared.JenaException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes releases out of sources. One publish at a time in a state folder, whoever asks. */
public final class Publisher implements Publishing {
  private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);
  private static final String CONTEXTS = "context";

  private final SourceSettings settings;
  private final Releases releases;
  private final List<Projection> projections;
  private final Clock clock;
  private final Retention retention;
  private final Optional<Path> prepared;

  /**
   * Publishes these sources into the state folder of these releases, with what derives from them;
   * nothing is ever removed.
   */
  public Publisher(
      SourceSettings settings, Releases releases, List<Projection> projections, Clock clock) {
    this(settings, releases, projections, clock, Retention.ALL, Optional.empty());
  }

  /**
   * Publishes, and removes the releases that are not to be kept once the new one is current. The
   * first release of a state folder is a copy of the one prepared, if that was made of just these
   * sources and settings.
   */
  public Publisher(
      SourceSettings settings,
      Releases releases,
      List<Projection> projections,
      Clock clock,
      Retention retention,
      Optional<Path> prepared) {
    this.settings = settings;
    this.releases = releases;
    this.projections = List.copyOf(projections);
    this.clock = clock;
    this.retention = retention;
    this.prepared = prepared;
  }

  /**
   * Publishes, unless nothing changed since the current release.
   *
   * @param force makes a release even when nothing changed, and takes over nothing of the one
   *     before
   * @throws PublishingException when another process is publishing or the disk fails; nothing
   *     changed
   */
  @Override
  @SuppressWarnings("try") // the lock is held, not used
  public Outcome publish(boolean force) {
    try {
      Optional<PublishLock> lock = PublishLock.tryTake(releases.state());
      if (lock.isEmpty()) {
        throw new PublishingException(
            "Another process is publishing into " + releases.state() + "; wait until it has ended");
      }
      try (PublishLock held = lock.get()) {
        releases.mendPointer();
        Outcome outcome = publishLocked(force);
        retain();
        return outcome;
      }
    } catch (IOException | UncheckedIOException | JenaException | InternalError e) {
      throw new PublishingException(
          "Publishing failed, nothing was changed: %s. Mend that, or choose another state folder than %s (--state)"
              .formatted(DiskFaults.reason(e, releases.state()), releases.state()),
          e);
    }
  }

  /** Does all that publishing does up to the swap, in a folder that is deleted afterwards. */
  public Outcome validate() {
    try {
      Path building = Files.createTempDirectory("icc-validate-");
      try {
        Report errors = new Report();
        Report warnings = new Report();
        Sources sources = Sources.find(settings, errors);
        Making making =
            new Making(building, settings.base(), releases.nextInstant(clock), Optional.empty());
        long[] sizes = build(sources, making, errors, warnings);
        return errors.isEmpty()
            ? new Outcome.Valid(sizes[0], warnings)
            : new Outcome.Refused(errors);
      } finally {
        Releases.delete(building);
      }
    } catch (IOException | UncheckedIOException | JenaException | InternalError e) {
      Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
      throw new PublishingException("Validation failed: " + DiskFaults.reason(e, temporary), e);
    }
  }

  private Outcome publishLocked(boolean force) throws IOException {
    Report errors = new Report();
    Report warnings = new Report();
    Sources sources = Sources.find(settings, errors);
    if (!errors.isEmpty()) {
      return new Outcome.Refused(errors);
    }
    String digest = sources.digest(parts());
    Optional<Release> current = releases.current();
    if (!force && current.isPresent() && current.get().sources().equals(digest)) {
      return new Outcome.Unchanged(current.get());
    }
    Optional<Release> fitting = force ? Optional.empty() : prepared(digest);
    if (fitting.isPresent()) {
      return takeOver(fitting.get());
    }
    Path building = releases.newBuilding();
    try {
      DiskFaults.room(releases.state(), sources.files());
      Instant created = releases.nextInstant(clock);
      Optional<Release> before = force ? Optional.empty() : releases.newest(settings.base());
      Making making = new Making(building, settings.base(), created, before);
      long[] sizes = build(sources, making, errors, warnings);
      if (!errors.isEmpty()) {
        return new Outcome.Refused(errors);
      }
      int number = releases.nextNumber();
      Release made =
          new Release(number, created, building, digest, sizes[0], sizes[1], settings.base());
      Release whole = releases.finish(building, made);
      releases.point(whole);
      return new Outcome.Published(whole, warnings);
    } finally {
      Releases.delete(building);
    }
  }

  /** What a release holds besides its triples, by name and version. */
  private List<String> parts() {
    return Stream.concat(Stream.of(SortedIndex.NAME), projections.stream().map(Projection::name))
        .toList();
  }

  /** What was made of the same sources before, for a state folder that holds nothing yet. */
  private Optional<Release> prepared(String digest) {
    return prepared
        .flatMap(Releases::in)
        .filter(release -> release.sources().equals(digest))
        .filter(release -> releases.nextNumber() == release.number());
  }

  private Outcome takeOver(Release made) throws IOException {
    Path building = releases.newBuilding();
    try {
      Releases.copy(made.folder(), building);
      Release whole = releases.adopt(building, made);
      releases.point(whole);
      LOG.info("took the release over that was made of these sources at {}", made.created());
      return new Outcome.Published(whole, new Report());
    } finally {
      Releases.delete(building);
    }
  }

  /** What is published is published: that old releases are still there is for the operator. */
  private void retain() {
    try {
      retention.apply(releases, clock.instant().truncatedTo(ChronoUnit.SECONDS));
    } catch (IOException | UncheckedIOException e) {
      LOG.warn("Old releases could not be removed; mend the rights in {}: {}", releases.state(), e);
    }
  }

  /** The steps from files to a judged candidate; the sizes are triples and named graphs. */
  private long[] build(Sources sources, Making making, Report errors, Report warnings)
      throws IOException {
    try (Steps steps = new Steps()) {
      return build(sources, making, errors, warnings, steps);
    }
  }

  private long[] build(Sources sources, Making making, Report errors, Report warnings, Steps steps)
      throws IOException {
    Path database = making.building().resolve("tdb2");
    Report houseRules = new Report();
    load(sources.files(), database, errors, warnings, houseRules, steps);
    steps.done("parsed and loaded " + sources.files().size() + " files");
    copyContexts(making.building());
    if (!errors.isEmpty()) {
      return new long[2];
    }
    try (Tdb2Store store = Tdb2Store.open(database)) {
      List<ExampleAnswer> answers = ExampleQueries.run(store);
      steps.done("ran " + answers.size() + " examples");
      Judgement judgement = judge(store, sources, houseRules, answers, errors, warnings, steps);
      if (errors.isEmpty()) {
        new Projecting(store, making, answers, judgement, steps).all(projections, errors);
        steps.report(making.building());
      }
      return store.read(Publisher::sizes);
    }
  }

  private void load(
      List<SourceFile> files,
      Path database,
      Report errors,
      Report warnings,
      Report houseRules,
      Steps steps)
      throws IOException {
    Files.createDirectories(database);
    SourceParser parser = new SourceParser(settings.base(), errors, warnings);
    try (Tdb2Loading loading = Tdb2Loading.into(database)) {
      try (Progress.Phase phase = steps.begin("reading", bytes(files))) {
        for (SourceFile file : files) {
          StreamRDF sink = loading.sink(file.graph());
          parser.parse(file, phase::did, new SourceWatch(file, houseRules, phase, sink));
        }
      }
      Progress.Phase indexing = steps.begin("indexing", 0);
      loading.finish();
      indexing.close();
    }
  }

  private static long bytes(List<SourceFile> files) throws IOException {
    long bytes = 0;
    for (SourceFile file : files) {
      bytes += Files.size(file.path());
    }
    return bytes;
  }

  private Judgement judge(
      Store store,
      Sources sources,
      Report houseRules,
      List<ExampleAnswer> answers,
      Report errors,
      Report warnings,
      Steps steps) {
    if (!settings.gate()) {
      return Judgement.NONE;
    }
    Judgement judgement =
        store.read(
            dataset -> {
              if (!Gate.isAskedFor(dataset)) {
                return new Judgement(false, true, 0, 0, 0);
              }
              errors.addAll(houseRules);
              Judgement found = new Gate(settings.base()).check(dataset, errors, warnings);
              steps.done("checked shapes and IRI rules");
              return found;
            });
    ExampleQueries.judge(answers, errors);
    Places places = new Places(sources.files());
    errors.place(places);
    warnings.place(places);
    return judgement;
  }

  private static long[] sizes(DatasetGraph dataset) {
    return new long[] {dataset.getDefaultGraph().size(), Iter.count(dataset.listGraphNodes())};
  }

  /** JSON-LD contexts are served as they were written, so the release keeps their bytes. */
  private void copyContexts(Path building) throws IOException {
    for (Path root : settings.ontology()) {
      Path contexts = root.resolve(CONTEXTS);
      if (Files.isDirectory(contexts)) {
        Path target = Files.createDirectories(building.resolve(CONTEXTS));
        try (var files = Files.list(contexts)) {
          for (Path file : files.filter(f -> f.toString().endsWith(".jsonld")).toList()) {
            Files.copy(file, target.resolve(file.getFileName()));
          }
        }
      }
    }
  }
}
