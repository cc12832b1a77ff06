package icc.lod.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.text.TextIndex;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;

/**
 * The triples that an endpoint holds, asked over the SPARQL 1.1 Protocol. Thread-safe.
 *
 * <p>The endpoint's default graph must be the union of all its data, as everywhere here.
 */
public final class SparqlStore implements Store {
  /** Ours to wait for: a page, or the first rows of a query. */
  public static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final Duration CHECK = Duration.ofSeconds(10);
  private static final Query SOMETHING = QueryFactory.create("ASK { ?s ?p ?o }");

  private final EndpointClient client;
  private final Optional<TextIndex> texts;
  private final EndpointPrefixes prefixes = new EndpointPrefixes();

  private SparqlStore(EndpointClient client, Optional<TextIndex> texts) {
    this.client = client;
    this.texts = texts;
  }

  /** A store at an endpoint, which is not asked yet. */
  public static SparqlStore at(Endpoint endpoint) {
    return at(endpoint, PATIENCE, Optional.empty());
  }

  /**
   * A store at an endpoint.
   *
   * @param patience how long the endpoint may be silent before it counts as away
   * @param texts the index of its texts, if there is one; closed with the store
   */
  public static SparqlStore at(Endpoint endpoint, Duration patience, Optional<TextIndex> texts) {
    return new SparqlStore(new EndpointClient(endpoint, patience), texts);
  }

  @Override
  public <T> T read(Function<DatasetGraph, T> reading) {
    try (EndpointExecution execution = EndpointExecution.plain(client, Optional.empty())) {
      return reading.apply(new EndpointDataset(execution, () -> prefixes.of(this)));
    }
  }

  @Override
  public void query(Query query, Consumer<QueryExec> use) {
    query(query, Optional.empty(), use);
  }

  @Override
  public void query(Query query, Duration limit, Consumer<QueryExec> use) {
    query(query, Optional.of(limit), use);
  }

  private void query(Query query, Optional<Duration> limit, Consumer<QueryExec> use) {
    OutOfReach.refuse(query);
    try (EndpointExecution execution = new EndpointExecution(client, query, limit)) {
      use.accept(execution);
    }
  }

  @Override
  public List<Triple> describing(Collection<Node> subjects) {
    try (EndpointExecution execution = EndpointExecution.plain(client, Optional.empty())) {
      return List.copyOf(execution.described(subjects.stream().filter(Node::isURI).toList()));
    }
  }

  @Override
  public List<Triple> about(Collection<Node> subjects, Collection<Node> properties) {
    return rows(EndpointQueries.about(subjects, properties)).stream()
        .map(
            row ->
                Triple.create(
                    row.get(EndpointQueries.S),
                    row.get(EndpointQueries.P),
                    row.get(EndpointQueries.O)))
        .toList();
  }

  @Override
  public Set<Node> described(Collection<Node> nodes) {
    Set<Node> described = new HashSet<>();
    rows(EndpointQueries.described(nodes))
        .forEach(row -> described.add(row.get(EndpointQueries.S)));
    return described;
  }

  @Override
  public List<Quad> slice(Quad pattern, long offset, int limit) {
    Query query = EndpointQueries.matching(pattern);
    if (query.isAskType()) {
      return Store.super.slice(pattern, offset, limit);
    }
    for (Var variable : query.getProjectVars()) {
      query.addOrderBy(variable, Query.ORDER_ASCENDING);
    }
    query.setOffset(offset);
    query.setLimit(limit);
    List<Quad> slice = new ArrayList<>();
    for (Binding row : rows(query)) {
      slice.add(EndpointDataset.quad(pattern, row));
    }
    return slice;
  }

  @Override
  public long count(Quad pattern) {
    List<Binding> rows = rows(EndpointQueries.count(pattern));
    return EndpointRows.number(rows.isEmpty() ? Binding.noParent : rows.get(0), EndpointQueries.N);
  }

  /**
   * All statements; those of named graphs come with their graph, those of the default graph not.
   */
  public void all(Duration limit, Consumer<Quad> use) {
    query(
        EndpointQueries.all(),
        limit,
        exec -> {
          Quad inDefault = Quad.create(Quad.defaultGraphIRI, Triple.ANY);
          for (RowSet rows = exec.select(); rows.hasNext(); ) {
            Binding row = rows.next();
            use.accept(
                row.contains(EndpointQueries.G)
                    ? EndpointDataset.quad(Quad.ANY, row)
                    : EndpointDataset.quad(inDefault, row));
          }
        });
  }

  /** All rows of a small answer. */
  List<Binding> rows(Query query) {
    List<Binding> rows = new ArrayList<>();
    query(query, exec -> exec.select().forEachRemaining(rows::add));
    return rows;
  }

  @Override
  public <T> Optional<T> part(Class<T> type) {
    return texts.filter(type::isInstance).map(type::cast);
  }

  /** Where the triples are. */
  public Endpoint endpoint() {
    return client.endpoint();
  }

  @Override
  public void check() {
    try {
      query(SOMETHING, CHECK, QueryExec::ask);
    } catch (QueryCancelledException e) {
      throw new StoreUnavailableException(
          "The endpoint that holds the data does not answer within %d s"
              .formatted(CHECK.toSeconds()),
          e);
    }
  }

  @Override
  public void close() {
    client.close();
    texts.ifPresent(TextIndex::close);
  }

  /** Counted where the triples are: to fetch a million links, twice, took half a minute. */
  @Override
  public Optional<Map<Node, Map<Node, Long>>> linkedMost(int fewest) {
    Map<Node, Map<Node, Long>> counts = new LinkedHashMap<>();
    for (Binding row : rows(EndpointQueries.linkedMost(fewest))) {
      counts
          .computeIfAbsent(row.get(EndpointQueries.O), object -> new LinkedHashMap<>())
          .put(row.get(EndpointQueries.P), EndpointRows.number(row, EndpointQueries.N));
    }
    return Optional.of(counts);
  }
}
