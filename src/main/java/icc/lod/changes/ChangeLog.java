package icc.lod.changes;

import icc.lod.publish.Candidate;
import icc.lod.publish.Projection;
import icc.lod.rdf.IriSpace;
import icc.lod.store.HardLinks;
import icc.lod.store.Release;
import icc.lod.store.Releases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What each release changed, entity by entity, as files of a release. A release holds the log up to
 * itself; what earlier releases wrote is taken over as it is, by hard links.
 */
public final class ChangeLog implements Projection {
  private static final Logger LOG = LoggerFactory.getLogger(ChangeLog.class);

  private final Releases releases;

  /**
   * The log of a release to be.
   *
   * @param releases those before: the newest is compared with
   */
  public ChangeLog(Releases releases) {
    this.releases = releases;
  }

  @Override
  public String name() {
    return "changes/1";
  }

  @Override
  public void project(Candidate candidate) throws IOException {
    long start = System.nanoTime();
    LogFiles files = LogFiles.of(candidate.folder());
    Files.createDirectories(files.folder());
    Optional<LogFiles> before = before(candidate);
    state(candidate, files);
    int number = releases.nextNumber();
    if (before.isPresent()) {
      files.carryOver(before.get());
    }
    Log known = Log.read(files);
    Instant instant = after(known, candidate.created());
    if (before.isPresent() && Files.mismatch(before.get().state(), files.state()) < 0) {
      unchanged(files, before.get(), known, number, instant);
    } else {
      compare(candidate, files, before, number, instant);
    }
    LOG.info("compared with the release before in {} ms", (System.nanoTime() - start) / 1_000_000);
  }

  /**
   * The log of the newest release, current or not: clients may have read it. A validation shows its
   * log to nobody and compares with nothing.
   */
  private Optional<LogFiles> before(Candidate candidate) {
    if (!candidate.folder().toAbsolutePath().startsWith(releases.state().toAbsolutePath())) {
      return Optional.empty();
    }
    // Under another base everything has another name: that is another feed.
    return releases
        .newest(candidate.base())
        .map(release -> LogFiles.of(release.folder()))
        .filter(log -> Files.exists(log.state()) && Files.exists(log.heads()));
  }

  /** Statements by entity: those of the dump where no blank nodes have to be gathered. */
  private void state(Candidate candidate, LogFiles files) throws IOException {
    Path sorted = Release.statements(candidate.folder());
    if (!Molecules.needed(sorted)) {
      HardLinks.link(sorted, files.state());
      return;
    }
    Path work = Files.createDirectories(files.folder().resolve("work"));
    try {
      new Molecules(Names.of(candidate.base()).unnamed()).write(sorted, files.state(), work);
    } finally {
      Releases.delete(work);
    }
  }

  /** No member may be earlier than one before it, and releases must be told apart by time. */
  private static Instant after(Log known, Instant now) {
    return known.releases().isEmpty()
        ? now
        : List.of(now, known.releases().getLast().instant().plusMillis(1)).stream()
            .max(Instant::compareTo)
            .get();
  }

  private static void unchanged(
      LogFiles files, LogFiles before, Log known, int number, Instant instant) throws IOException {
    for (Path file : Register.files(before.heads())) {
      HardLinks.link(file, files.folder().resolve(file.getFileName()));
    }
    Files.createDirectories(files.release(number));
    long triples = known.releases().getLast().triples();
    new Summary(number, instant, triples, 0, 0, Map.of(), List.of()).write(files.summary(number));
  }

  private static void compare(
      Candidate candidate, LogFiles files, Optional<LogFiles> before, int number, Instant instant)
      throws IOException {
    Kinds kinds = new Kinds(new IriSpace(candidate.base()));
    Register heads = Register.of(before.map(LogFiles::heads).orElse(files.heads()));
    try (Group.Reading old =
            before.isPresent()
                ? Group.Reading.of(before.get().state())
                : Group.Reading.ofNothing();
        Group.Reading now = Group.Reading.of(files.state());
        Comparison comparison = new Comparison(files, number, kinds, heads, before.isEmpty())) {
      comparison.run(old, now, instant).write(files.summary(number));
    }
  }
}
