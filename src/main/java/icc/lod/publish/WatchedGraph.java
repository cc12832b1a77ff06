package icc.lod.publish;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.WrappedGraph;
import org.apache.jena.util.iterator.ExtendedIterator;

/** Counts what is read of a graph by who reads all of it, so that one sees how far that is. */
final class WatchedGraph extends WrappedGraph {
  private final Progress.Phase phase;

  WatchedGraph(Graph graph, Progress.Phase phase) {
    super(graph);
    this.phase = phase;
  }

  @Override
  public ExtendedIterator<Triple> find(Node subject, Node predicate, Node object) {
    ExtendedIterator<Triple> found = super.find(subject, predicate, object);
    return subject.isConcrete() || predicate.isConcrete() || object.isConcrete()
        ? found
        : found.mapWith(this::counted);
  }

  private Triple counted(Triple triple) {
    phase.read(1);
    phase.did(1);
    return triple;
  }
}
