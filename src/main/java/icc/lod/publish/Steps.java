package icc.lod.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says in the log how long each step of a publish took, its share of the whole, and how much each
 * folder of the release takes. Thread-safe, since projections are made side by side: their shares
 * can be more than one hundred percent together.
 */
final class Steps implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);
  private static final long NANOS = 1_000_000;

  private final long start = System.nanoTime();
  private final List<Step> made = Collections.synchronizedList(new ArrayList<>());
  private final Progress progress = Progress.ofProcess();
  private long since = start;

  private record Step(String name, long millis) {}

  /** What runs, and may fail for the disk. */
  @FunctionalInterface
  interface Work {
    void run(Progress.Phase phase) throws IOException;
  }

  /** A step of the one thread that publishes, whose end is told by {@link #done}. */
  Progress.Phase begin(String name, long total) {
    return progress.begin(name, total);
  }

  /** A step of the one thread that publishes ends here; it began where the one before ended. */
  void done(String name) {
    long now = System.nanoTime();
    Step step = new Step(name, (now - since) / NANOS);
    LOG.info("{} in {} ms", step.name(), step.millis());
    made.add(step);
    since = now;
  }

  /** Does a step beside others, for which there are so many triples to read. */
  void time(String name, long triples, Work work) throws IOException {
    long begun = System.nanoTime();
    try (Progress.Phase phase = progress.begin(name, triples)) {
      work.run(phase);
    }
    made.add(new Step(name, (System.nanoTime() - begun) / NANOS));
  }

  /** Tells all steps, now that the whole is known. */
  void report(Path release) throws IOException {
    long whole = Math.max(1, (System.nanoTime() - start) / NANOS);
    LOG.info("made a release in {} ms, of which:", whole);
    for (Step step : List.copyOf(made)) {
      LOG.info("  {} ms, {} %: {}", step.millis(), 100 * step.millis() / whole, step.name());
    }
    try (Stream<Path> parts = Files.list(release)) {
      for (Path part : parts.sorted().toList()) {
        LOG.info("  {} bytes: {}", size(part), part.getFileName());
      }
    }
  }

  private static long size(Path part) throws IOException {
    try (Stream<Path> files = Files.walk(part)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }

  @Override
  public void close() {
    progress.close();
  }
}
