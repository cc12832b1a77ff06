package icc.lod.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.engine.binding.Binding;

/**
 * What tells whether an endpoint holds the same as before: SPARQL has no word for it, so that some
 * cheap figures must do. A change that leaves all of them as they are is not seen.
 *
 * @param triples in its default graph
 * @param length of all subjects and objects, in characters; -1 where that takes too long to know
 * @param modified the latest {@code dcterms:modified}, or empty
 */
public record EndpointState(long triples, long length, String modified) {
  private static final Quad ALL = Quad.create(Quad.defaultGraphIRI, Triple.ANY);
  private static final Duration LIMIT = Duration.ofMinutes(10);

  private static final Query LENGTH =
      QueryFactory.create(
          """
          SELECT (SUM(COALESCE(STRLEN(STR(?s)), 0) + COALESCE(STRLEN(STR(?o)), 0)) AS ?n)
          { ?s ?p ?o }
          """);

  private static final Query MODIFIED =
      QueryFactory.create(
          "SELECT (MAX(STR(?d)) AS ?n) { ?s <http://purl.org/dc/terms/modified> ?d }");

  private static final Query NAMED = QueryFactory.create("ASK { GRAPH ?g { ?s ?p ?o } }");

  /**
   * Looks at an endpoint.
   *
   * @param indexLimit beyond so many triples only what needs no reading of all is asked
   * @throws StoreUnavailableException when it does not answer
   */
  public static EndpointState of(SparqlStore store, long indexLimit) {
    long triples = number(store, EndpointQueries.count(ALL));
    long length = triples == 0 || triples > indexLimit ? -1 : number(store, LENGTH);
    return new EndpointState(triples, length, modified(store));
  }

  /** Whether there is nothing in the default graph, and something in others. */
  public static boolean onlyInNamedGraphs(SparqlStore store, EndpointState state) {
    boolean[] named = {false};
    if (state.triples() == 0) {
      store.query(NAMED, exec -> named[0] = exec.ask());
    }
    return named[0];
  }

  private static long number(SparqlStore store, Query query) {
    return EndpointRows.number(row(store, query), EndpointQueries.N);
  }

  private static String modified(SparqlStore store) {
    Node latest = row(store, MODIFIED).get(EndpointQueries.N);
    return latest == null || !latest.isLiteral() ? "" : latest.getLiteralLexicalForm();
  }

  private static Binding row(SparqlStore store, Query query) {
    List<Binding> rows = new ArrayList<>();
    try {
      store.query(query, LIMIT, exec -> exec.select().forEachRemaining(rows::add));
    } catch (QueryCancelledException e) {
      throw new StoreUnavailableException(
          "The endpoint that holds the data needs more than %d min to count its triples"
              .formatted(LIMIT.toMinutes()),
          e);
    }
    return rows.isEmpty() ? Binding.noParent : rows.getFirst();
  }

  /** In one line, the same for the same state. */
  public String text() {
    return "triples %d, length %d, modified %s"
        .formatted(triples, length, modified.isEmpty() ? "unknown" : modified);
  }
}
