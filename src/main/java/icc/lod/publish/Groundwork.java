package icc.lod.publish;

import icc.lod.statements.Difference;
import icc.lod.statements.SortedStatements;
import icc.lod.store.Release;
import icc.lod.store.Releases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What several projections of one candidate build upon, made by the first that asks, while others
 * wait. Thread-safe.
 */
public final class Groundwork implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);

  /** When more statements differ, most of what is derived does too, and it is made anew. */
  static final int MOST_CHANGED = 10_000;

  private final Path work;
  private final Optional<Release> before;
  private @Nullable SortedStatements statements;
  private boolean compared;
  private Optional<Earlier> earlier = Optional.empty();

  /**
   * @param building the folder of the candidate
   * @param before the release that parts may be taken over from
   */
  Groundwork(Path building, Optional<Release> before) {
    this.work = building.resolve("work");
    this.before = before;
  }

  /** All statements, sorted; read from the data set by the first that asks. */
  synchronized SortedStatements statements(DatasetGraph dataset, Graph graph) throws IOException {
    if (statements == null) {
      long start = System.nanoTime();
      statements = SortedStatements.of(dataset, graph, Files.createDirectories(work));
      LOG.info("sorted all statements in {} ms", millis(start));
    }
    return statements;
  }

  /** The release before, if it is not too different. */
  synchronized Optional<Earlier> earlier(DatasetGraph dataset, Graph graph) throws IOException {
    if (!compared) {
      earlier = compare(dataset, graph);
      compared = true;
    }
    return earlier;
  }

  private Optional<Earlier> compare(DatasetGraph dataset, Graph graph) throws IOException {
    if (before.isEmpty()) {
      return Optional.empty();
    }
    Path sorted = Release.statements(before.get().folder());
    if (!Files.isRegularFile(sorted)) {
      return Optional.empty();
    }
    SortedStatements now = statements(dataset, graph);
    if (!now.labels().byStoreLabel().isEmpty()) {
      LOG.info("nothing is taken over where there are blank nodes, which are others each time");
      return Optional.empty();
    }
    long start = System.nanoTime();
    Optional<List<Triple>> changed = Difference.between(sorted, now, MOST_CHANGED);
    LOG.info(
        "release {} differs in {} statements, found in {} ms",
        before.get().number(),
        changed.map(all -> Integer.toString(all.size())).orElse("more than " + MOST_CHANGED),
        millis(start));
    return changed
        .filter(all -> all.stream().noneMatch(Groundwork::hasBlank))
        .map(all -> new Earlier(before.get().folder(), all));
  }

  private static boolean hasBlank(Triple triple) {
    return triple.getSubject().isBlank() || triple.getObject().isBlank();
  }

  private static long millis(long since) {
    return (System.nanoTime() - since) / 1_000_000;
  }

  /** What was put on the disk is not part of the release. */
  @Override
  public void close() throws IOException {
    Releases.delete(work);
  }
}
