package icc.lod.sparql;

import static icc.lod.sparql.SparqlSite.encode;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No query makes the endpoint open a connection: a socket listens for one that must not come. */
final class NothingFetchedTest {
  @TempDir static Path state;
  private static SparqlSite site;
  private static ServerSocket canary;
  private static String url;

  @BeforeAll
  static void start() throws Exception {
    site = SparqlSite.of(state);
    canary = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    canary.setSoTimeout(1);
    url = "http://127.0.0.1:" + canary.getLocalPort() + "/";
  }

  @AfterAll
  static void stop() throws IOException {
    site.close();
    canary.close();
  }

  private static void assertNobodyCame() throws IOException {
    try {
      canary.accept().close();
      throw new AssertionError("Somebody connected");
    } catch (SocketTimeoutException e) {
      // as it should be
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * { SERVICE <U> { ?s ?p ?o } }",
        "SELECT * { SERVICE SILENT <U> { ?s ?p ?o } }",
        "ASK { SERVICE <U> { ?s ?p ?o } }",
        "CONSTRUCT { ?s ?p ?o } WHERE { SERVICE <U> { ?s ?p ?o } }",
        "DESCRIBE ?s { SERVICE <U> { ?s ?p ?o } }",
        "SELECT * { BIND(<U> AS ?u) SERVICE ?u { ?s ?p ?o } }",
        "SELECT * { ?s ?p ?o OPTIONAL { SERVICE <U> { ?s ?p ?q } } }",
        "SELECT * { { ?s ?p ?o } UNION { SERVICE SILENT <U> { ?s ?p ?o } } }",
        "SELECT * { ?s ?p ?o MINUS { SERVICE <U> { ?s ?p ?o } } }",
        "SELECT * { GRAPH ?g { SERVICE <U> { ?s ?p ?o } } }",
        "SELECT * { { SELECT * { { SELECT * { SERVICE <U> { ?s ?p ?o } } } } } }",
        "SELECT * { ?s ?p ?o FILTER EXISTS { SERVICE <U> { ?s ?p ?o } } }",
        "SELECT * { ?s ?p ?o FILTER NOT EXISTS { SERVICE SILENT <U> { ?s ?p ?o } } }",
        "SELECT * { ?s ?p ?o FILTER (?o = 1 || EXISTS { SERVICE <U> { ?s ?p ?o } }) }",
        "SELECT * { ?s ?p ?o BIND(EXISTS { SERVICE <U> { ?s ?p ?o } } AS ?e) }",
        "SELECT (EXISTS { SERVICE <U> { ?s ?p ?o } } AS ?e) { }",
        "SELECT * { ?s ?p ?o } ORDER BY (EXISTS { SERVICE <U> { ?s ?p ?q } })",
        "SELECT ?s { ?s ?p ?o } GROUP BY ?s (EXISTS { SERVICE <U> { ?s ?p ?o } })",
        "SELECT ?s { ?s ?p ?o } GROUP BY ?s HAVING (EXISTS { SERVICE <U> { ?s ?p ?o } })",
        "SELECT (SUM(IF(EXISTS { SERVICE <U> { ?s ?p ?o } }, 1, 2)) AS ?n) { ?s ?p ?o }",
        "SELECT * { ?s ?p ?o LATERAL { SERVICE <U> { ?s ?p ?q } } }",
        "SELECT * { { SELECT ?s { ?s ?p ?o } ORDER BY (EXISTS { SERVICE <U> { ?s ?p ?q } }) } }",
        "SELECT * { ?s ?p ?o OPTIONAL { ?s ?q ?r FILTER EXISTS { SERVICE <U> { ?s ?p ?q } } } }",
      })
  void service_403_andNoConnection(String query) throws IOException {
    HttpResponse<String> answer = site.json(query.replace("<U>", "<" + url + ">"));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
    assertThat(answer.body()).contains("SERVICE is refused");
    assertNobodyCame();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM <U> { ?s ?p ?o }",
        "SELECT * FROM NAMED <U> { GRAPH ?g { ?s ?p ?o } }",
        "SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }",
        "SELECT * { GRAPH <U> { ?s ?p ?o } }",
        "SELECT * { GRAPH <file:///etc/passwd> { ?s ?p ?o } }",
        "DESCRIBE <U>",
        "DESCRIBE <U> FROM <U>",
      })
  void otherAddresses_nameNothing(String query) throws IOException {
    HttpResponse<String> answer = site.get(query.replace("<U>", "<" + url + ">"), "");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).doesNotContain("\"value\"").doesNotContain("root:");
    assertNobodyCame();
  }

  @Test
  void functionsOfOthers_areRefused() throws IOException {
    String query = "SELECT (<" + url + ">(1) AS ?x) { FILTER(false) }";
    HttpResponse<String> answer = site.get(query, "");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("There is no function <" + url + ">");
    assertNobodyCame();
  }

  @Test
  void graphParameters_nameNothing() throws IOException {
    for (String iri : new String[] {url, "file:///etc/passwd", "jar:file:/x!/y"}) {
      String more = "&default-graph-uri=" + encode(iri) + "&named-graph-uri=" + encode(iri);
      HttpResponse<String> answer = site.get("ASK { { ?s ?p ?o } UNION { GRAPH ?g {} } }", more);
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(site.get("ASK { ?s ?p ?o }", more).body()).contains("false");
    }
    assertNobodyCame();
  }

  @Test
  void load_isNoQuery() throws IOException {
    assertThat(site.json("LOAD <" + url + ">").statusCode()).isEqualTo(400);
    assertThat(site.post("application/sparql-update", "LOAD <" + url + ">").statusCode())
        .isEqualTo(403);
    assertNobodyCame();
  }
}
