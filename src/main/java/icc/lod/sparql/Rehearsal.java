package icc.lod.sparql;

import icc.lod.rdf.RdfFormat;
import icc.lod.store.Lease;
import icc.lod.store.Store;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;

/**
 * Asks a release the common shapes of queries, so that the JVM has compiled what answers them
 * before somebody asks: the first queries after a start took several times as long as later ones.
 * Answers go nowhere. Nothing takes longer than its limit, whatever the size of the release.
 */
final class Rehearsal {
  /** Of one query, and of all; a compiler has seen enough by then. */
  private static final Duration EACH = Duration.ofMillis(250);

  private static final Duration ALL = Duration.ofSeconds(3);

  /** Compilers look at what was done some hundred times. */
  private static final int ROUNDS = 60;

  private static final Query SAMPLE =
      QueryFactory.create(
          "SELECT ?s ?p ?o ?l ?v { ?s ?p ?o ; ?l ?v FILTER(isIRI(?s) && isIRI(?o) && isLiteral(?v)) }"
              + " LIMIT 1");

  /** Of a subject, a property with an IRI and this, a property with a literal. */
  private static final List<String> SHAPES =
      List.of(
          "SELECT ?p ?o { $s ?p ?o }",
          "SELECT DISTINCT ?x ?v { ?x $p $o ; $l ?v OPTIONAL { ?x a ?c } FILTER(LANG(?v) != 'zxx') }"
              + " ORDER BY ?v LIMIT 20",
          "SELECT ?p (COUNT(?o) AS ?n) (SAMPLE(?o) AS ?any) { $s ?p ?o } GROUP BY ?p"
              + " HAVING (COUNT(?o) > 0) ORDER BY DESC(?n)",
          "SELECT ?o (COUNT(DISTINCT ?x) AS ?n) { ?x $p ?o } GROUP BY ?o ORDER BY DESC(?n) LIMIT 10",
          "CONSTRUCT { ?x $l ?v } { ?x $p $o OPTIONAL { ?x $l ?v } } LIMIT 20",
          "DESCRIBE $s",
          "SELECT DISTINCT ?y { $s $p/^$p ?y } LIMIT 20",
          "SELECT ?x ?v { ?x $l ?v FILTER(CONTAINS(LCASE(STR(?v)), 'a') || REGEX(?v, 'b', 'i')) }"
              + " LIMIT 20",
          "SELECT ?x ?n { { SELECT ?x (COUNT(*) AS ?n) { ?x $p $o } GROUP BY ?x } ?x $l ?v }"
              + " LIMIT 20",
          "SELECT ?v { { $s $l ?v } UNION { $o $l ?v } FILTER NOT EXISTS { ?v $l ?s } }",
          "SELECT ?x ?t { VALUES ?x { $s $o } ?x $l ?v BIND(STR(?v) AS ?t) }",
          "SELECT ?v { $s ?l ?v FILTER(isNumeric(?v) && ?v > 1 && ?v < 9.5) }",
          "ASK { $s a ?c }");

  private final Store store;
  private final String base;

  Rehearsal(Lease lease) {
    this.store = lease.store();
    this.base = lease.release().base();
  }

  /**
   * Asks in whole rounds until enough was asked, or until it is no longer wanted.
   *
   * @param wanted asked before each query; an interrupt would close the files of the store instead
   * @return how many queries were answered
   */
  int run(BooleanSupplier wanted) {
    List<String> queries = queries();
    long end = System.nanoTime() + ALL.toNanos();
    int answered = 0;
    for (int round = 0; round < ROUNDS && System.nanoTime() < end; round++) {
      for (String query : queries) {
        if (!wanted.getAsBoolean()) {
          return answered;
        }
        answered += ask(query) ? 1 : 0;
      }
    }
    return answered;
  }

  /** The shapes, about something that is in the release; none if there is nothing like it. */
  private List<String> queries() {
    AtomicReference<List<String>> queries = new AtomicReference<>(List.of());
    limited(
        SAMPLE,
        exec -> {
          RowSet found = exec.select();
          if (found.hasNext()) {
            Binding row = found.next();
            queries.set(SHAPES.stream().map(shape -> filled(shape, row)).toList());
          }
        });
    return queries.get();
  }

  private static String filled(String shape, Binding row) {
    String query = shape;
    for (String name : List.of("s", "p", "o", "l")) {
      Node node = row.get(name);
      query = query.replace("$" + name, NodeFmtLib.strNT(node));
    }
    return query;
  }

  private boolean ask(String text) {
    SparqlRequest request = new SparqlRequest(text, List.of(), List.of(), "", EACH);
    SparqlQuery query = SparqlQuery.read(request, base, Map.of());
    OutputStream nowhere = OutputStream.nullOutputStream();
    boolean table = query.form() == QueryForm.SELECT || query.form() == QueryForm.ASK;
    return limited(
        query.query(),
        exec -> {
          if (table) {
            Tables.write(exec, query.form(), ResultSetLang.RS_JSON, nowhere);
          } else {
            Graphs.write(Graphs.quads(exec, query.query()), Map.of(), RdfFormat.N_TRIPLES, nowhere);
          }
        });
  }

  private boolean limited(Query query, Consumer<QueryExec> use) {
    try {
      store.query(query, EACH, use);
      return true;
    } catch (QueryCancelledException e) {
      return false;
    }
  }
}
