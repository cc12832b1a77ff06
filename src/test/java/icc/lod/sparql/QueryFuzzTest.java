package icc.lod.sparql;

import static org.assertj.core.api.Assertions.assertThat;

import icc.lod.Fuzz;
import icc.lod.web.Problem;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Example;
import org.apache.jena.sparql.algebra.Algebra;

/** What reads and judges queries: a query that can be executed, or a problem of its sender. */
final class QueryFuzzTest {
  private static final List<String> EXAMPLES =
      List.of(
          "PREFIX : <http://x/> SELECT DISTINCT ?s (COUNT(*) AS ?n) { ?s :p/:q* ?o } GROUP BY ?s",
          "ASK { SERVICE SILENT <http://x/> { ?s ?p ?o } }",
          "CONSTRUCT { ?s ?p ?o } WHERE { GRAPH ?g { ?s ?p ?o } OPTIONAL { ?o ?q ?r } } LIMIT 5",
          "DESCRIBE <http://x/a> ?s { ?s a ?t FILTER(REGEX(STR(?t), \"a*a*b\", \"i\")) }",
          "SELECT * { VALUES (?a ?b) { (1 UNDEF) (\"x\"@en 2.5e1) } BIND(IF(?a, ?b, 1/0) AS ?c) }",
          "SELECT * { { SELECT ?s { ?s ?p ?o } ORDER BY DESC(?o) OFFSET 2 } MINUS { ?s ?p 1 } }",
          "DELETE WHERE { ?s ?p ?o }");

  private static final String[] WORDS = {
    "{",
    "}",
    "(",
    ")",
    "[",
    "]",
    ".",
    ";",
    ",",
    "<",
    ">",
    "?s",
    "$t",
    "_:b",
    "a",
    "*",
    "+",
    "?",
    "|",
    "^",
    "!",
    "/",
    "SELECT",
    "ASK",
    "WHERE",
    "FILTER",
    "EXISTS",
    "NOT",
    "OPTIONAL",
    "UNION",
    "GRAPH",
    "SERVICE",
    "BIND",
    "AS",
    "VALUES",
    "UNDEF",
    "GROUP BY",
    "HAVING",
    "ORDER BY",
    "LIMIT",
    "FROM",
    "FROM NAMED",
    "<http://x/>",
    "<>",
    ":",
    "\"",
    "'''",
    "\\u0041",
    "\\U0010FFFF",
    "\\uD800",
    "1",
    "-1",
    "1e999",
    "true",
    "@en",
    "^^",
    "CONCAT(",
    "REPLACE(",
    "COUNT(DISTINCT",
    "LATERAL",
    "#",
    "\n",
    "BASE",
    "PREFIX",
    "REDUCED",
    "<<",
    ">>",
    "UNFOLD",
    "LET"
  };

  @Example
  void anyText_isAQueryOrAProblem() {
    Fuzz.run(
        "query guard",
        Fuzz.texts(EXAMPLES, WORDS),
        text -> {
          SparqlRequest request =
              new SparqlRequest(text, List.of(), List.of(), "", Duration.ofSeconds(1));
          try {
            SparqlQuery query =
                SparqlQuery.read(request, "http://x/", Map.of("ex", "http://example.org/"));
            assertThat(text.toUpperCase(java.util.Locale.ROOT)).containsPattern("[A-Z]");
            if (query.query().getQueryPattern() != null) {
              Algebra.optimize(Algebra.compile(query.query()));
            }
          } catch (Problem problem) {
            assertThat(problem.status()).isBetween(400, 499);
            assertThat(problem.detail()).isNotBlank();
          }
        });
  }

  @Example
  void anyForm_isReadOrAProblem() {
    Fuzz.run(
        "form",
        Fuzz.texts(
            List.of("query=ASK%7B%7D&format=json", "query=a+b&default-graph-uri=http%3A%2F%2Fx%2F"),
            "%",
            "%2",
            "%zz",
            "%C3%28",
            "%F0%9F%98%80",
            "%ED%A0%80",
            "&",
            "=",
            "+",
            ";",
            "query",
            "timeout=",
            "-1",
            "1e99",
            "%00",
            "é"),
        text -> {
          try {
            Parameters read =
                Parameters.parse(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
            assertThat(read.values()).doesNotContainKey("\u0000never");
          } catch (Problem problem) {
            assertThat(problem.status()).isEqualTo(400);
          }
        });
  }
}
