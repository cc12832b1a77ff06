package icc.lod.store;

import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.query.TxnType;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.sparql.core.DatasetGraphBaseFind;
import org.apache.jena.sparql.core.GraphView;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;

/**
 * An endpoint as a data set to read: each find is one query, whose answer is read as it comes. For
 * one thread; no two finds are of the same instant, for HTTP knows no transactions.
 *
 * <p>A blank node that was found is found again by nothing, see {@link BlankNodes}.
 */
final class EndpointDataset extends DatasetGraphBaseFind {
  private static final Query GRAPHS =
      QueryFactory.create("SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }");

  private final EndpointExecution execution;
  private final Supplier<PrefixMap> prefixes;

  EndpointDataset(EndpointExecution execution, Supplier<PrefixMap> prefixes) {
    this.execution = execution;
    this.prefixes = prefixes;
  }

  @Override
  public boolean contains(Node g, Node s, Node p, Node o) {
    if (g == null || g.equals(Node.ANY)) {
      return super.contains(g, s, p, o);
    }
    Quad pattern = pattern(g, s, p, o);
    if (blank(pattern)) {
      return false;
    }
    return execution.verdict(EndpointQueries.matching(pattern));
  }

  @Override
  protected Iterator<Quad> findInDftGraph(Node s, Node p, Node o) {
    return found(pattern(Quad.defaultGraphIRI, s, p, o));
  }

  @Override
  protected Iterator<Quad> findInSpecificNamedGraph(Node g, Node s, Node p, Node o) {
    return found(pattern(g, s, p, o));
  }

  @Override
  protected Iterator<Quad> findInAnyNamedGraphs(Node s, Node p, Node o) {
    return found(pattern(Node.ANY, s, p, o));
  }

  @Override
  public Iterator<Node> listGraphNodes() {
    return Iter.map(execution.rows(GRAPHS), row -> EndpointRows.term(row, EndpointQueries.G));
  }

  /** What matches, as it comes. */
  Iterator<Quad> found(Quad pattern) {
    if (blank(pattern)) {
      return Iter.nullIterator();
    }
    Query asked = EndpointQueries.matching(pattern);
    if (asked.isAskType()) {
      return execution.verdict(asked) ? List.of(pattern).iterator() : Iter.nullIterator();
    }
    return Iter.map(execution.rows(asked), row -> quad(pattern, row));
  }

  /** A statement that matches. */
  static Quad quad(Quad pattern, Binding row) {
    return Quad.create(
        term(pattern.getGraph(), EndpointQueries.G, row),
        term(pattern.getSubject(), EndpointQueries.S, row),
        term(pattern.getPredicate(), EndpointQueries.P, row),
        term(pattern.getObject(), EndpointQueries.O, row));
  }

  private static Node term(Node node, Var variable, Binding row) {
    return node.isConcrete() ? node : EndpointRows.term(row, variable);
  }

  private static boolean blank(Quad pattern) {
    return List.of(
            pattern.getGraph(), pattern.getSubject(), pattern.getPredicate(), pattern.getObject())
        .stream()
        .anyMatch(Node::isBlank);
  }

  private static Quad pattern(Node g, Node s, Node p, Node o) {
    return Quad.create(any(g), any(s), any(p), any(o));
  }

  private static Node any(Node node) {
    return node == null ? Node.ANY : node;
  }

  @Override
  public Graph getDefaultGraph() {
    return GraphView.createDefaultGraph(this);
  }

  @Override
  public Graph getGraph(Node graph) {
    return GraphView.createNamedGraph(this, graph);
  }

  @Override
  public PrefixMap prefixes() {
    return prefixes.get();
  }

  @Override
  public void addGraph(Node name, Graph graph) {
    throw readOnly();
  }

  @Override
  public void removeGraph(Node name) {
    throw readOnly();
  }

  private static UnsupportedOperationException readOnly() {
    return new UnsupportedOperationException("What is published at an endpoint is only read");
  }

  @Override
  public boolean supportsTransactions() {
    return true;
  }

  @Override
  public void begin(TxnType type) {}

  @Override
  public boolean promote(Promote mode) {
    return false;
  }

  @Override
  public void commit() {}

  @Override
  public void abort() {}

  @Override
  public void end() {}

  @Override
  public boolean isInTransaction() {
    return true;
  }

  @Override
  public ReadWrite transactionMode() {
    return ReadWrite.READ;
  }

  @Override
  public TxnType transactionType() {
    return TxnType.READ;
  }
}
