package icc.lod.sparql;

import static icc.lod.sparql.SparqlSite.G1;
import static icc.lod.sparql.SparqlSite.G2;
import static icc.lod.sparql.SparqlSite.encode;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** SPARQL 1.1 Protocol, section 2.1.4: which graphs a query sees. */
final class DatasetTest {
  private static final String COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }";
  private static final String GRAPHS =
      "SELECT (COUNT(DISTINCT ?g) AS ?n) { GRAPH ?g { ?s ?p ?o } }";
  private static final String FROM_2 =
      "SELECT (COUNT(*) AS ?n) FROM <https://example.org/graph/2> { ?s ?p ?o }";

  private static final Pattern NUMBER = Pattern.compile("\"value\": \"(\\d+)\"");

  @RegisterExtension static final SparqlSite site = SparqlSite.running();

  private static int number(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    Matcher value = NUMBER.matcher(answer.body());
    assertThat(value.find()).as(answer.body()).isTrue();
    return Integer.parseInt(value.group(1));
  }

  private static String expand(String parameters) {
    return parameters.isEmpty()
        ? ""
        : parameters
            .replaceAll("d=(.)", "&default-graph-uri=<$1>")
            .replaceAll("n=(.)", "&named-graph-uri=<$1>")
            .replace("<1>", encode(G1))
            .replace("<2>", encode(G2))
            .replace("<0>", encode("https://example.org/unknown"));
  }

  /** Graph 1 has 8 triples, graph 2 has 6. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // parameters | triples of the default graph | named graphs | triples in spite of FROM <2>
        "''| 14 | 2 | 6",
        "d=1 | 8 | 0 | 8",
        "d=2 | 6 | 0 | 6",
        "d=1d=2 | 14 | 0 | 14",
        "d=1d=1 | 8 | 0 | 8",
        "d=0 | 0 | 0 | 0",
        "d=0d=1 | 8 | 0 | 8",
        "n=1 | 0 | 1 | 0",
        "n=1n=2 | 0 | 2 | 0",
        "n=0 | 0 | 0 | 0",
        "d=1n=2 | 8 | 1 | 8",
        "d=1d=2n=1n=2 | 14 | 2 | 14",
      })
  void parameters_makeTheDataSet(String parameters, int triples, int graphs, int overridden) {
    String more = expand(parameters);
    assertThat(number(site.get(COUNT, more))).isEqualTo(triples);
    assertThat(number(site.get(GRAPHS, more))).isEqualTo(graphs);
    assertThat(number(site.get(FROM_2, more))).isEqualTo(overridden);
    String form = "application/x-www-form-urlencoded";
    assertThat(number(site.post(form, "query=" + encode(FROM_2) + more))).isEqualTo(overridden);
    byte[] direct = FROM_2.getBytes(StandardCharsets.UTF_8);
    String address = more.replaceFirst("^&", "?");
    String type = "application/sparql-query";
    for (String method : List.of("POST", "QUERY")) {
      assertThat(number(site.send(method, address, type, direct))).isEqualTo(overridden);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "FROM <1> | { ?s ?p ?o } | 8",
        "FROM <1> FROM <2> | { ?s ?p ?o } | 14",
        "FROM <0> | { ?s ?p ?o } | 0",
        "FROM <1> | { GRAPH ?g { ?s ?p ?o } } | 0",
        "FROM NAMED <2> | { GRAPH ?g { ?s ?p ?o } } | 6",
        "FROM NAMED <2> | { ?s ?p ?o } | 0",
        "FROM NAMED <0> | { GRAPH ?g { ?s ?p ?o } } | 0",
        "FROM <1> FROM NAMED <2> | { ?s ?p ?o GRAPH ?g { ?x ?y ?s } } | 5",
        "'' | { GRAPH <1> { ?s ?p ?o } } | 8",
        "'' | { GRAPH <0> { ?s ?p ?o } } | 0",
        "FROM <1> | { GRAPH <1> { ?s ?p ?o } } | 0",
      })
  void from_makesTheDataSet(String from, String pattern, int rows) {
    String query = "SELECT (COUNT(*) AS ?n) " + from + " " + pattern;
    String whole =
        query
            .replace("<1>", "<" + G1 + ">")
            .replace("<2>", "<" + G2 + ">")
            .replace("<0>", "<https://example.org/unknown>");
    assertThat(number(site.get(whole, ""))).isEqualTo(rows);
  }

  @Test
  void dataSet_ofAskConstructAndDescribe() {
    String unknown = "&default-graph-uri=https%3A%2F%2Fexample.org%2Funknown";
    assertThat(site.get(SparqlSite.ASK, unknown).body()).contains("false");
    assertThat(site.get(SparqlSite.CONSTRUCT, unknown + "&format=nt").body()).isEmpty();
    assertThat(site.get(SparqlSite.DESCRIBE, unknown + "&format=nt").body()).isEmpty();
    String second = "&format=nt&default-graph-uri=" + encode(G2);
    assertThat(site.get(SparqlSite.CONSTRUCT, second).body().lines()).hasSize(1);
  }
}
