package icc.lod.sparql;

import icc.lod.store.Lease;
import icc.lod.store.Release;
import icc.lod.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;

/**
 * What the endpoint tells of a release, counted once.
 *
 * @param triples size of the default graph
 * @param graphs the named graphs by IRI, with their sizes
 * @param union whether the default graph is the union of the named graphs and nothing else
 * @param prefixes those the sources used
 */
record ReleaseNotes(
    Release release,
    long triples,
    SortedMap<String, Long> graphs,
    boolean union,
    SortedMap<String, String> prefixes) {

  private static final Query TRIPLES = QueryFactory.create("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }");
  private static final Query GRAPHS =
      QueryFactory.create("SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g");
  private static final Query OUTSIDE =
      QueryFactory.create("ASK { ?s ?p ?o FILTER NOT EXISTS { GRAPH ?g { ?s ?p ?o } } }");

  /** Counts what a release holds. */
  static ReleaseNotes count(Lease lease) {
    Store store = lease.store();
    SortedMap<String, Long> graphs = new TreeMap<>();
    for (Binding row : rows(store, GRAPHS)) {
      graphs.put(row.get("g").getURI(), number(row));
    }
    boolean[] outside = {false};
    store.query(OUTSIDE, exec -> outside[0] = exec.ask());
    SortedMap<String, String> prefixes = new TreeMap<>();
    Map<String, String> declared = store.read(data -> Map.copyOf(data.prefixes().getMapping()));
    prefixes.putAll(declared);
    return new ReleaseNotes(
        lease.release(), number(rows(store, TRIPLES).get(0)), graphs, !outside[0], prefixes);
  }

  private static List<Binding> rows(Store store, Query query) {
    List<Binding> rows = new ArrayList<>();
    store.query(
        query,
        exec -> {
          RowSet found = exec.select();
          found.forEachRemaining(rows::add);
        });
    return rows;
  }

  private static long number(Binding row) {
    Node count = row.get(Var.alloc("n"));
    return ((Number) count.getLiteralValue()).longValue();
  }
}
