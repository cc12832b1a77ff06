package icc.lod.sparql;

import static icc.lod.sparql.SparqlSite.ALL;
import static icc.lod.sparql.SparqlSite.ASK;
import static icc.lod.sparql.SparqlSite.CONSTRUCT;
import static icc.lod.sparql.SparqlSite.encode;
import static icc.lod.sparql.SparqlSite.header;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** SPARQL 1.1 Protocol, section 2.1: the ways to ask, and what is no way to ask. */
final class ProtocolTest {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String QUERY = "application/sparql-query";

  @RegisterExtension static final SparqlSite site = SparqlSite.running();

  private static void assertTrue(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(header(answer, "content-type")).isEqualTo("application/sparql-results+json");
    assertThat(JSON.parse(answer.body()).get("boolean").getAsBoolean().value()).isTrue();
    assertThat(header(answer, "icc-release")).isEqualTo("1");
  }

  private static JsonObject assertProblem(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(header(answer, "content-type")).isEqualTo("application/problem+json");
    assertThat(header(answer, "cache-control")).isEqualTo("no-store");
    assertThat(header(answer, "access-control-allow-origin")).isEqualTo("*");
    assertThat(header(answer, "icc-release")).isEqualTo("1");
    return JSON.parse(answer.body());
  }

  private static String detail(JsonObject problem) {
    return problem.get("detail").getAsString().value();
  }

  @Test
  void get_answers() {
    assertTrue(site.get(ASK, ""));
  }

  @Test
  void get_plusAndPercentTwenty_areSpaces() {
    assertTrue(site.server.get("/sparql?query=ASK+%7B%20?s+?p+?o%7D"));
  }

  @Test
  void get_unknownParameters_areNoBusinessOfOurs() {
    assertTrue(site.get(ASK, "&debug=on&should-sponge=&format="));
  }

  @Test
  void get_emptyDataSet_countsAsNone() {
    assertTrue(site.get(ASK, "&default-graph-uri=&named-graph-uri="));
  }

  @Test
  void get_nonAscii_isUtf8() {
    assertTrue(site.get("ASK { ?s ?p \"Львів\"@uk }", ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        FORM,
        FORM + ";charset=UTF-8",
        FORM + "; charset=utf-8",
        FORM + "; charset=\"utf-8\"",
        "Application/X-WWW-Form-URLEncoded",
        FORM + "; charset=ISO-8859-1"
      })
  void postForm_answers(String contentType) {
    assertTrue(site.post(contentType, "query=" + encode(ASK)));
  }

  @Test
  void postForm_nonAsciiInUtf8_answers() {
    assertTrue(site.post(FORM, "query=" + encode("ASK { ?s ?p \"Львів\"@uk }")));
  }

  @Test
  void postForm_dataSetInTheAddress_counts() {
    HttpResponse<String> answer =
        site.send(
            "POST",
            "?default-graph-uri=https%3A%2F%2Fexample.org%2Fnone",
            FORM,
            ("query=" + encode(ASK)).getBytes(StandardCharsets.UTF_8));
    assertThat(answer.body()).contains("false");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        QUERY,
        QUERY + ";charset=UTF-8",
        QUERY + "; charset=utf-8",
        QUERY + "; Charset=\"UTF-8\"",
        QUERY + "; charset=us-ascii"
      })
  void postDirect_answers(String contentType) {
    assertTrue(site.post(contentType, ASK));
  }

  @Test
  void postDirect_nonAscii_isUtf8() {
    assertTrue(site.post(QUERY, "ASK { ?s ?p \"Львів\"@uk }"));
  }

  @Test
  void postDirect_gzipped_answers() throws Exception {
    ByteArrayOutputStream coded = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(coded)) {
      gzip.write(ASK.getBytes(StandardCharsets.UTF_8));
    }
    assertTrue(site.send("POST", "", QUERY, coded.toByteArray(), "Content-Encoding", "gzip"));
  }

  @Test
  void postDirect_brokenGzip_400() {
    byte[] body = ASK.getBytes(StandardCharsets.UTF_8);
    assertProblem(site.send("POST", "", QUERY, body, "Content-Encoding", "gzip"), 400);
  }

  @Test
  void postDirect_unknownCoding_415() {
    byte[] body = ASK.getBytes(StandardCharsets.UTF_8);
    assertProblem(site.send("POST", "", QUERY, body, "Content-Encoding", "br"), 415);
  }

  @ParameterizedTest
  @ValueSource(strings = {QUERY, FORM})
  void query_methodOfRfc10008_answers(String contentType) {
    String body = contentType.equals(FORM) ? "query=" + encode(ASK) : ASK;
    HttpResponse<String> answer =
        site.send("QUERY", "", contentType, body.getBytes(StandardCharsets.UTF_8));
    assertTrue(answer);
    assertThat(header(answer, "accept-query")).isEqualTo(QUERY + ", " + FORM);
    assertThat(header(answer, "etag")).isNotEmpty();
  }

  @Test
  void query_withoutContentType_415() {
    assertProblem(site.send("QUERY", "", "", ASK.getBytes(StandardCharsets.UTF_8)), 415);
  }

  @ParameterizedTest
  @CsvSource({
    "?default-graph-uri=x:a, no query",
    "?query=, empty",
    "?query=%20%0A, empty",
    "?query=ASK%7B%7D&query=ASK%7B%7D, exactly one",
    "?query=%FF%FE, UTF-8",
    "?query=ASK%7B%7D&default-graph-uri=relative, absolute",
    "?query=ASK%7B%7D&named-graph-uri=a%20b, absolute",
    "?query=ASK%7B%7D&timeout=soon, seconds",
    "?query=ASK%7B%7D&timeout=-1, seconds",
    "?query=ASK%7B%7D&timeout=0, seconds",
    "?query=ASK%7B%7D&timeout=1&timeout=2, several",
    "?query=ASK%7B%7D&format=json&output=xml, several",
  })
  void get_bad_400(String address, String reason) {
    JsonObject problem = assertProblem(site.server.get("/sparql" + address), 400);
    assertThat(detail(problem)).contains(reason);
  }

  @ParameterizedTest
  @ValueSource(strings = {"%ZZ", "ASK%7B%7D%4", "%", "ASK{}%0"})
  void get_badEscapes_400(String query) throws Exception {
    assertThat(site.server.rawGet("/sparql?query=" + query))
        .startsWith("HTTP/1.1 400")
        .contains("hexadecimal");
  }

  @Test
  void get_unescapedUtf8AndBraces_areTakenAsMeant() throws Exception {
    String answer = site.server.rawGet("/sparql?query=ASK{?s+?p+\"Львів\"@uk}");
    assertThat(answer).startsWith("HTTP/1.1 200").contains("true");
  }

  @Test
  void post_bad_400() {
    byte[] ask = ASK.getBytes(StandardCharsets.UTF_8);
    assertProblem(site.post(FORM, "default-graph-uri=x%3Aa"), 400);
    assertProblem(site.post(FORM, ""), 400);
    assertProblem(site.post(QUERY, ""), 400);
    assertProblem(site.post(FORM, "query=ASK%7B%7D&query=ASK%7B%7D"), 400);
    assertProblem(site.send("POST", "?query=" + encode(ASK), QUERY, ask), 400);
    assertProblem(
        site.send(
            "POST",
            "?query=" + encode(ASK),
            FORM,
            "query=ASK%7B%7D".getBytes(StandardCharsets.UTF_8)),
        400);
    assertProblem(site.post(QUERY, "query=" + encode(ASK)), 400);
    assertProblem(
        site.send("POST", "", QUERY, new byte[] {'A', 'S', 'K', (byte) 0xff, '{', '}'}), 400);
  }

  @Test
  void post_wrongMediaType_415() {
    for (String type :
        new String[] {"", "text/plain", "text/turtle", "application/json", "multipart/form-data"}) {
      JsonObject problem = assertProblem(site.post(type, ASK), 415);
      assertThat(detail(problem)).contains(QUERY).contains(FORM);
    }
  }

  @Test
  void post_wrongCharset_415() {
    byte[] utf16 = ASK.getBytes(StandardCharsets.UTF_16);
    assertProblem(site.send("POST", "", QUERY + "; charset=UTF-16", utf16), 415);
    assertProblem(site.send("POST", "", QUERY + "; charset=iso-8859-1", utf16), 415);
    assertProblem(site.send("POST", "", FORM + "; charset=UTF-16", utf16), 415);
    assertProblem(site.send("POST", "", QUERY + "; charset=nonsense", utf16), 415);
    // Said to be UTF-8, but is not.
    assertProblem(site.send("POST", "", QUERY, utf16), 400);
  }

  @Test
  void updates_403ReadOnly() {
    String update = "INSERT DATA { <x:a> <x:b> <x:c> }";
    byte[] form = ("update=" + encode(update)).getBytes(StandardCharsets.UTF_8);
    for (HttpResponse<String> answer :
        java.util.List.of(
            site.post("application/sparql-update", update),
            site.send("POST", "", FORM, form),
            site.server.get("/sparql?update=" + encode(update)),
            site.get(ASK, "&update=" + encode(update)))) {
      assertThat(detail(assertProblem(answer, 403))).contains("read-only");
    }
    assertThat(site.json("ASK { <x:a> ?p ?o }").body()).contains("false");
  }

  @Test
  void updateAsQuery_400SaysReadOnly() {
    for (String update :
        new String[] {"DELETE WHERE { ?s ?p ?o }", "LOAD <http://127.0.0.1:1/x>", "CLEAR ALL"}) {
      assertThat(detail(assertProblem(site.json(update), 400))).contains("read-only");
    }
    assertThat(site.json("ASK { ?s ?p ?o }").body()).contains("true");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "DELETE", "PATCH"})
  void otherMethods_405WithAllow(String method) {
    HttpResponse<String> answer = site.send(method, "?query=" + encode(ASK), "", new byte[0]);
    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(header(answer, "allow")).isEqualTo("GET, HEAD, OPTIONS, POST, QUERY");
  }

  @Test
  void options_allowsWhatThereIs() {
    HttpResponse<String> answer =
        site.server.send(
            "OPTIONS",
            "/sparql",
            "Origin",
            "https://o.example",
            "Access-Control-Request-Method",
            "POST");
    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(header(answer, "access-control-allow-methods")).contains("POST").contains("QUERY");
    assertThat(header(answer, "access-control-allow-headers")).contains("Accept");
  }

  @Test
  void releaseHeader_mayBeReadByScripts() {
    assertThat(header(site.json(ASK), "access-control-expose-headers")).contains("ICC-Release");
  }

  @ParameterizedTest
  @ValueSource(strings = {ASK, ALL, CONSTRUCT})
  void head_sameAsGet(String query) {
    String path = "/sparql?query=" + encode(query);
    HttpResponse<String> get = site.server.get(path);
    HttpResponse<String> head = site.server.send("HEAD", path);
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    for (String name : new String[] {"content-type", "content-length", "etag", "vary"}) {
      assertThat(header(head, name)).as(name).isEqualTo(header(get, name)).isNotEmpty();
    }
  }

  @Test
  void malformed_400WithLineAndColumn() {
    JsonObject problem = assertProblem(site.json("SELECT *\nWHERE { ?s ?p }"), 400);
    assertThat(problem.get("line").getAsNumber().value().intValue()).isEqualTo(2);
    assertThat(problem.get("column").getAsNumber().value().intValue()).isEqualTo(15);
    assertThat(detail(problem)).contains("Encountered");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT",
        "SELECT ?x { \"open }",
        "SELECT ?x { ?x <a b> ?y }",
        "SELECT ?x (1 AS ?x) { }",
        "SELECT ?a { ?a ?b ?c } GROUP BY ?b",
        "JSON { \"a\" : ?a } WHERE { ?a ?b ?c }",
        "ASK { FILTER(<java:java.lang.System>(1)) }",
        "ASK {} ASK {}",
      })
  void malformed_400(String query) {
    assertProblem(site.json(query), 400);
  }

  @Test
  void undeclaredPrefix_400WithTheLineToAdd() {
    String known = detail(assertProblem(site.json("ASK { ?s rdfs:label ?o }"), 400));
    assertThat(known).contains("PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>");
    String unknown = detail(assertProblem(site.json("ASK { ?s nobody:knows ?o }"), 400));
    assertThat(unknown).doesNotContain("PREFIX");
  }

  @Test
  void relativeIris_areOfTheRelease() {
    assertTrue(site.json("ASK { <lviv> ?p ?o }"));
  }

  @Test
  void tooLong_413() {
    String query = ASK + " #" + "x".repeat(2_000_000);
    assertProblem(site.post(QUERY, query), 413);
    assertProblem(site.post(FORM, "query=" + encode(query)), 413);
  }

  @Test
  void errors_forBrowsers_arePages() {
    HttpResponse<String> answer = site.get("SELECT", "", "Accept", "text/html");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(header(answer, "content-type")).isEqualTo("text/html;charset=utf-8");
  }
}
