package icc.lod.statements;

import icc.lod.statements.HeldStatements.Held;
import java.io.IOException;
import java.util.Iterator;
import java.util.Map;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;

/**
 * Reads the statements of a data set with the labels that their blank nodes are to have. A store
 * holds each statement of a named graph in the default graph too.
 */
final class DatasetStatements {
  /** So many statements take some 150 MB of memory when they are held. */
  private static final long MOST_HELD = 250_000;

  private final DatasetGraph dataset;
  private final Graph graph;
  private final long defaultSize;
  private final BlankLabels labels;

  /** Takes a statement. */
  @FunctionalInterface
  interface Use {
    void statement(Held statement) throws IOException;
  }

  DatasetStatements(DatasetGraph dataset, Graph graph) {
    this.dataset = dataset;
    this.graph = graph;
    this.defaultSize = graph.size();
    this.labels =
        hasBlankNodes() ? BlankLabels.of(Iter.filter(all(), this::counts)) : noBlankNodes();
  }

  private static BlankLabels noBlankNodes() {
    return new BlankLabels(Map.of(), true);
  }

  BlankLabels labels() {
    return labels;
  }

  long defaultSize() {
    return defaultSize;
  }

  boolean fitsInMemory() {
    return defaultSize <= MOST_HELD;
  }

  /** All statements, those of named graphs twice. */
  void each(Use use) throws IOException {
    unnamed(use);
    named(use);
  }

  /** Those of the default graph. */
  void unnamed(Use use) throws IOException {
    give(defaultGraph(), use);
  }

  /** Those of the named graphs. */
  void named(Use use) throws IOException {
    give(namedGraphs(), use);
  }

  private void give(Iterator<Quad> quads, Use use) throws IOException {
    while (quads.hasNext()) {
      Quad quad = quads.next();
      Triple triple =
          Triple.create(
              labelled(quad.getSubject()), quad.getPredicate(), labelled(quad.getObject()));
      if (quad.isDefaultGraph()) {
        use.statement(new Held(NQuads.line(triple), triple, quad.getGraph()));
      } else {
        Node graph = labelled(quad.getGraph());
        use.statement(new Held(NQuads.line(triple, graph), triple, graph));
      }
    }
  }

  private Node labelled(Node node) {
    if (node.isBlank()) {
      return NodeFactory.createBlankNode(labels.label(node.getBlankNodeLabel()));
    }
    if (!node.isTripleTerm()) {
      return node;
    }
    Triple triple = node.getTriple();
    return NodeFactory.createTripleTerm(
        labelled(triple.getSubject()), triple.getPredicate(), labelled(triple.getObject()));
  }

  private boolean hasBlankNodes() {
    return Iter.anyMatch(dataset.listGraphNodes(), Node::isBlank)
        || Iter.anyMatch(defaultGraph(), DatasetStatements::hasBlank);
  }

  /** What canonical labels depend on: not what is in the default graph because it is in another. */
  private boolean counts(Quad quad) {
    return hasBlank(quad)
        && !(quad.isDefaultGraph()
            && dataset
                .findNG(Node.ANY, quad.getSubject(), quad.getPredicate(), quad.getObject())
                .hasNext());
  }

  private static boolean hasBlank(Quad quad) {
    return quad.getSubject().isBlank() || quad.getObject().isBlank() || quad.getGraph().isBlank();
  }

  private Iterator<Quad> all() {
    return Iter.concat(defaultGraph(), namedGraphs());
  }

  private Iterator<Quad> defaultGraph() {
    return Iter.map(graph.find(), triple -> Quad.create(Quad.defaultGraphNodeGenerated, triple));
  }

  private Iterator<Quad> namedGraphs() {
    return dataset.findNG(Node.ANY, Node.ANY, Node.ANY, Node.ANY);
  }
}
