package icc.lod.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphZero;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.modify.TemplateLib;
import org.apache.jena.sparql.util.Context;

/**
 * A query that an endpoint answers. One thread executes; any thread may {@link #abort}.
 *
 * <p>Graphs are made here out of rows: of the formats for graphs some have no end, so that a part
 * of one looks whole, and what DESCRIBE gives is each server's own.
 */
final class EndpointExecution implements QueryExec {
  /** Deep enough for nearly all; where it is not, it is asked again twice as deep. */
  private static final int DEPTH = 2;

  private static final int DEEPEST = 32;
  private static final int PORTION = 50;

  private final EndpointClient client;
  private final Query query;
  private final Optional<Duration> limit;
  private final Context context = new Context();
  private final List<EndpointExchange> exchanges = new ArrayList<>();
  private boolean aborted;
  private boolean closed;

  EndpointExecution(EndpointClient client, Query query, Optional<Duration> limit) {
    this.client = client;
    this.query = query;
    this.limit = limit;
  }

  @Override
  public RowSet select() {
    return rows(query);
  }

  @Override
  public boolean ask() {
    return verdict(query);
  }

  @Override
  public Iterator<Triple> constructTriples() {
    return TemplateLib.calcTriples(
        query.getConstructTemplate().getTriples(), rows(EndpointQueries.rows(query)));
  }

  @Override
  public Iterator<Quad> constructQuads() {
    return TemplateLib.calcQuads(
        query.getConstructTemplate().getQuads(), rows(EndpointQueries.rows(query)));
  }

  @Override
  public Iterator<Triple> describeTriples() {
    Set<Node> things = new LinkedHashSet<>(query.getResultURIs());
    if (query.getQueryPattern() != null) {
      List<Var> variables = query.getProjectVars();
      for (RowSet rows = rows(EndpointQueries.things(query)); rows.hasNext(); ) {
        Binding row = rows.next();
        variables.stream().filter(row::contains).map(row::get).forEach(things::add);
      }
    }
    things.removeIf(node -> !node.isURI());
    return described(things).iterator();
  }

  /** What is said of things and of the blank nodes they lead to, each statement once. */
  Set<Triple> described(Collection<Node> things) {
    Set<Triple> statements = new LinkedHashSet<>();
    List<Node> all = List.copyOf(things);
    for (int from = 0; from < all.size(); from += PORTION) {
      statements.addAll(portion(all.subList(from, Math.min(all.size(), from + PORTION))));
    }
    return statements;
  }

  private Set<Triple> portion(List<Node> things) {
    for (int depth = DEPTH; ; depth *= 2) {
      Set<Triple> statements = new LinkedHashSet<>();
      Query asked = EndpointQueries.graphs(query, EndpointQueries.describing(things, depth));
      for (RowSet rows = rows(asked); rows.hasNext(); ) {
        Binding row = rows.next();
        statements.add(
            Triple.create(
                EndpointRows.term(row, EndpointQueries.S),
                EndpointRows.term(row, EndpointQueries.P),
                EndpointRows.term(row, EndpointQueries.O)));
      }
      if (depth >= DEEPEST || whole(statements, things, depth)) {
        return statements;
      }
    }
  }

  /** Whether no blank node is so far from the things that it was not asked about. */
  private static boolean whole(Set<Triple> statements, List<Node> things, int depth) {
    Map<Node, List<Node>> blanks = new HashMap<>();
    for (Triple triple : statements) {
      if (triple.getObject().isBlank()) {
        blanks.computeIfAbsent(triple.getSubject(), s -> new ArrayList<>()).add(triple.getObject());
      }
    }
    Set<Node> seen = new HashSet<>();
    List<Node> reached = things;
    for (int steps = 0; steps <= depth && !reached.isEmpty(); steps++) {
      reached =
          reached.stream()
              .flatMap(node -> blanks.getOrDefault(node, List.of()).stream())
              .filter(seen::add)
              .toList();
    }
    return reached.isEmpty();
  }

  @Override
  public Graph construct(Graph graph) {
    constructTriples().forEachRemaining(graph::add);
    return graph;
  }

  @Override
  public DatasetGraph constructDataset(DatasetGraph dataset) {
    constructQuads().forEachRemaining(dataset::add);
    return dataset;
  }

  @Override
  public Graph describe(Graph graph) {
    describeTriples().forEachRemaining(graph::add);
    return graph;
  }

  @Override
  public JsonArray execJson() {
    throw new EndpointRefusedException("JSON templates are no SPARQL 1.1");
  }

  @Override
  public Iterator<JsonObject> execJsonItems() {
    return Iter.map(execJson().iterator(), item -> item.getAsObject());
  }

  @Override
  public DatasetGraph getDataset() {
    return DatasetGraphZero.create();
  }

  @Override
  public Context getContext() {
    return context;
  }

  @Override
  public Query getQuery() {
    return query;
  }

  @Override
  public String getQueryString() {
    return query.toString();
  }

  @Override
  public synchronized void abort() {
    aborted = true;
    exchanges.forEach(EndpointExchange::abort);
  }

  @Override
  public synchronized void close() {
    closed = true;
    exchanges.forEach(EndpointExchange::close);
  }

  @Override
  public synchronized boolean isClosed() {
    return closed;
  }

  /** The rows of a question; they are closed with the execution at the latest. */
  RowSet rows(Query asked) {
    return EndpointRows.of(exchange(asked), asked.getProjectVars());
  }

  /** Whether a question has an answer at all. */
  boolean verdict(Query asked) {
    RowSet rows = rows(EndpointQueries.anything(asked));
    boolean verdict = rows.hasNext();
    rows.forEachRemaining(row -> {});
    return verdict;
  }

  private synchronized EndpointExchange exchange(Query asked) {
    if (aborted) {
      throw new QueryCancelledException();
    }
    exchanges.removeIf(EndpointExchange::closed);
    EndpointExchange exchange = client.exchange(BlankNodes.without(asked), limit);
    exchanges.add(exchange);
    return exchange;
  }

  /** For what is asked beside any query. */
  static EndpointExecution plain(EndpointClient client, Optional<Duration> limit) {
    return new EndpointExecution(client, QueryFactory.create(), limit);
  }
}
