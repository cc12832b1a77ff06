package icc.lod.publish;

import icc.lod.statements.SortedStatements;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.core.DatasetGraph;

/**
 * A release in the making, for projections to read.
 *
 * @param folder where it is built; each projection writes into a folder of its own in there
 * @param dataset its data, inside a read transaction of the calling thread
 * @param graph the default graph of these, which holds all statements: quicker to read than by way
 *     of the data set
 * @param base the canonical base IRI
 * @param created the instant that the release will have, and whatever it says of its own time
 * @param answers what its examples gave, by their IRIs
 * @param judgement what the gate found
 * @param groundwork what several projections build upon
 */
public record Candidate(
    Path folder,
    DatasetGraph dataset,
    Graph graph,
    String base,
    Instant created,
    List<ExampleAnswer> answers,
    Judgement judgement,
    Groundwork groundwork) {

  public Candidate {
    answers = List.copyOf(answers);
  }

  /** A candidate without examples, before which there was nothing. */
  public Candidate(Path folder, DatasetGraph dataset, String base, Instant created) {
    this(
        folder,
        dataset,
        dataset.getDefaultGraph(),
        base,
        created,
        List.of(),
        Judgement.NONE,
        new Groundwork(folder, Optional.empty()));
  }

  /** The same, where it is told how much has been read. */
  Candidate watchedBy(Progress.Phase phase) {
    return new Candidate(
        folder,
        dataset,
        new WatchedGraph(graph, phase),
        base,
        created,
        answers,
        judgement,
        groundwork);
  }

  /** All its statements, sorted once for all projections. */
  public SortedStatements statements() throws IOException {
    return groundwork.statements(dataset, graph);
  }

  /** The release before, if little changed since: parts of it may be taken over. */
  public Optional<Earlier> earlier() throws IOException {
    return groundwork.earlier(dataset, graph);
  }
}
