package icc.lod.sparql;

import static icc.lod.sparql.SparqlSite.encode;
import static icc.lod.sparql.SparqlSite.header;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What evil, huge and unlucky queries get: a proper error or a broken connection, never a lie. */
final class LimitsTest {
  private static final int CHAIN = 20_000;
  private static final Duration LIMIT = Duration.ofSeconds(1);
  private static final int BUFFER = 64 * 1024;
  private static final String CROSS = "{ ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }";

  @TempDir static Path state;
  private static SparqlSite site;

  /** The same data with time for everything: what must succeed does so on a busy machine too. */
  private static SparqlSite patient;

  @TempDir static Path patientState;
  @TempDir static Path frugalState;

  /** Data that is a long chain and one long text. */
  static String chain(int length) {
    StringBuilder chain = new StringBuilder("@prefix ex: <https://example.org/> .\n");
    for (int i = 0; i < length; i++) {
      chain.append("ex:n%d ex:next ex:n%d .\n".formatted(i, i + 1));
    }
    return chain
        .append("ex:text ex:value \"")
        .append("a".repeat(3_000))
        .append("\" .\n")
        .toString();
  }

  @BeforeAll
  static void start() throws Exception {
    String chain = chain(CHAIN);
    site = new SparqlSite(state, chain, new SparqlSettings(LIMIT, BUFFER, 100_000));
    patient =
        new SparqlSite(
            patientState, chain, new SparqlSettings(Duration.ofSeconds(60), BUFFER, 100_000));
  }

  @AfterAll
  static void stop() {
    site.close();
    patient.close();
  }

  private static JsonObject assertProblem(HttpResponse<String> answer, int... statuses) {
    assertThat(statuses).as(answer.body()).contains(answer.statusCode());
    assertThat(header(answer, "content-type")).isEqualTo("application/problem+json");
    assertThat(header(answer, "icc-release")).isEqualTo("1");
    assertThat(header(answer, "etag")).isEmpty();
    assertThat(answer.body()).doesNotContain("\tat ").doesNotContain("java.lang");
    return JSON.parse(answer.body());
  }

  private static void assertWellAfterwards() {
    assertThat(site.json("ASK { <n0> <next> <n1> }").body()).contains("true");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT (COUNT(*) AS ?n) " + CROSS,
        "SELECT (GROUP_CONCAT(STR(?a)) AS ?n) " + CROSS,
        "SELECT (COUNT(DISTINCT ?a) AS ?n) " + CROSS,
        "ASK { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(STRLEN(CONCAT(STR(?a), STR(?f))) < 0) }",
        "SELECT * { ?a ?b ?c . ?d ?e ?f FILTER NOT EXISTS { ?a ?x ?y . ?d ?z ?y2 . ?q ?r ?t } }",
        "CONSTRUCT { ?a ?b ?l } WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l"
            + " FILTER(STRLEN(STR(?l)) < 0) }",
        // Heeds no signal but its next character.
        "SELECT * { <text> <value> ?v FILTER REGEX(?v, 'a*a*a*a*a*b') }",
      })
  void endlessQuery_503InTime(String query) {
    long start = System.nanoTime();
    JsonObject problem = assertProblem(site.get(query, ""), 503);
    long millis = (System.nanoTime() - start) / 1_000_000;
    assertThat(millis).isBetween(LIMIT.toMillis() - 100, LIMIT.toMillis() + 3_000);
    assertThat(problem.get("reason").getAsString().value()).isEqualTo("timeout");
    assertThat(problem.get("detail").getAsString().value()).contains("after 1 s");
    assertWellAfterwards();
  }

  @Test
  void timeout_retryAfter_andPage() {
    String query = "SELECT (COUNT(*) AS ?n) " + CROSS;
    assertThat(header(site.get(query, "&timeout=0.1"), "retry-after")).isNotEmpty();
    HttpResponse<String> page = site.get(query, "&timeout=0.1", "Accept", "text/html");
    assertThat(page.statusCode()).isEqualTo(503);
    assertThat(header(page, "content-type")).startsWith("text/html");
  }

  @Test
  void timeoutParameter_onlyLowers() {
    String query = "SELECT (COUNT(*) AS ?n) " + CROSS;
    long start = System.nanoTime();
    String lower = assertProblem(patient.get(query, "&timeout=0.5"), 503).get("detail").toString();
    assertThat(lower).contains("after 0.5 s");
    assertThat(System.nanoTime() - start).isLessThan(20_000_000_000L);
    String higher = assertProblem(site.get(query, "&timeout=1e9"), 503).get("detail").toString();
    assertThat(higher).contains("after 1 s");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<next>+", "(<next>+)*", "((<next>*)*)*", "(<next>|^<next>)+"})
  void closures_answeredOrRefused(String path) {
    for (String query :
        List.of(
            "SELECT (COUNT(*) AS ?n) { <n0> " + path + " ?x }",
            "SELECT (COUNT(*) AS ?n) { ?x " + path + " ?y }",
            "ASK { <n0> " + path + " <n" + CHAIN + "> }")) {
      HttpResponse<String> answer = site.get(query, "&timeout=0.3");
      if (answer.statusCode() == 200) {
        assertThat(answer.body()).containsPattern("200\\d\\d|true");
      } else {
        assertProblem(answer, 503);
      }
    }
    assertWellAfterwards();
  }

  @Test
  void deepQueries_refusedWithoutATrace() {
    String braces = "SELECT * " + "{".repeat(20_000) + "?s ?p ?o" + "}".repeat(20_000);
    String parentheses = "ASK { FILTER" + "(".repeat(20_000) + "1" + ")".repeat(20_000) + "}";
    String or = "ASK { ?s ?p ?o FILTER(?s = 1" + " || ?o = 2".repeat(9_000) + ") }";
    String optional = "ASK { ?s ?p ?o" + " OPTIONAL { ?s ?p ?o".repeat(4_000) + "}".repeat(4_001);
    String path = "ASK { ?s " + "(".repeat(20_000) + "<p>" + ")*".repeat(20_000) + " ?o }";
    for (String query : List.of(braces, parentheses, or, optional, path)) {
      HttpResponse<String> answer = site.post("application/sparql-query", query);
      if (answer.statusCode() != 200) {
        assertProblem(answer, 400, 503);
      }
    }
    assertWellAfterwards();
  }

  @Test
  void longQuery_413_inEveryWay() {
    String query = "ASK { } #" + "x".repeat(100_000);
    assertProblem(site.post("application/sparql-query", query), 413);
    assertProblem(site.post("application/x-www-form-urlencoded", "query=" + encode(query)), 413);
    String fits = "ASK { } #" + "x".repeat(99_000);
    assertThat(site.post("application/sparql-query", fits).statusCode()).isEqualTo(200);
    String tooLongForAnAddress = site.get("ASK { } #" + "x".repeat(70_000), "").body();
    assertThat(tooLongForAnAddress).contains("414");
  }

  @Test
  void largeAnswer_isStreamedWhole() {
    HttpResponse<String> answer = patient.get("SELECT * { ?s ?p ?o }", "&format=csv");
    assertThat(header(answer, "content-length")).isEmpty();
    assertThat(header(answer, "etag")).isNotEmpty();
    assertThat(answer.body().lines()).hasSize(CHAIN + 2);
    String turtle = patient.get("CONSTRUCT WHERE { ?s ?p ?o }", "&format=ttl").body();
    assertThat(turtle.lines().filter(line -> line.contains("next"))).hasSize(CHAIN);
  }

  @Test
  void largeGraph_beyondWhatIsCollected_isStreamed() throws Exception {
    String query =
        "CONSTRUCT { ?s ?n ?o } WHERE { ?s <next> ?o VALUES ?n { <a> <b> <c> <d> <e> <f> } }";
    for (String format : List.of("nt", "ttl", "trig", "nq")) {
      String body = patient.get(query, "&format=" + format).body();
      Lang lang = RDFLanguages.nameToLang(format);
      assertThat(RDFParser.fromString(body, lang).toGraph().size()).isEqualTo(6 * CHAIN);
    }
    for (String format : List.of("rdf", "jsonld")) {
      JsonObject problem = assertProblem(patient.get(query, "&format=" + format), 406);
      assertThat(problem.get("available").toString()).contains("application/n-quads");
    }
  }

  /** Whether an answer that begins well ends as its framing demands. */
  private static boolean whole(String version, String path, String... headers) throws Exception {
    String request =
        "GET "
            + path
            + " "
            + version
            + "\r\nHost: localhost\r\n"
            + String.join("", headers)
            + "\r\n";
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), patient.server.port())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      InputStream in = socket.getInputStream();
      assertThat(new String(in.readNBytes(12), StandardCharsets.UTF_8)).isEqualTo("HTTP/1.1 200");
      byte[] last = new byte[5];
      byte[] some = new byte[65536];
      int length;
      while ((length = in.read(some)) > 0) {
        int kept = Math.min(5, length);
        System.arraycopy(last, kept, last, 0, 5 - kept);
        System.arraycopy(some, length - kept, last, 5 - kept, kept);
      }
      return version.equals("HTTP/1.0")
          || new String(last, StandardCharsets.UTF_8).equals("0\r\n\r\n");
    } catch (SocketException e) {
      return false;
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "xml", "csv", "tsv"})
  void largeAnswer_thatFails_isBrokenOff(String format) throws Exception {
    String fails = encode("SELECT ?a ?d ?g { ?a <next> ?c . ?d <next> ?f . ?g <next> ?i }");
    String broken = "/sparql?timeout=1.5&format=" + format + "&query=" + fails;
    String close = "Connection: close\r\n";
    assertThat(whole("HTTP/1.1", broken)).isFalse();
    assertThat(whole("HTTP/1.1", broken, close)).isFalse();
    assertThat(whole("HTTP/1.1", broken, close, "Accept-Encoding: gzip\r\n")).isFalse();
    assertThat(whole("HTTP/1.0", broken)).isFalse();
    String good = "/sparql?format=" + format + "&query=" + encode("SELECT * { ?s ?p ?o }");
    assertThat(whole("HTTP/1.1", good, close)).isTrue();
    assertThat(whole("HTTP/1.1", good, close, "Accept-Encoding: gzip\r\n")).isTrue();
    assertThat(whole("HTTP/1.0", good)).isTrue();
    assertWellAfterwards();
  }

  @Test
  void answers_nameTheirLimits_andWhetherTheyAreWhole() throws Exception {
    HttpResponse<String> small = site.json("ASK { <n0> <next> <n1> }");
    assertThat(header(small, "icc-limits")).isEqualTo("time=1, memory=17179869184, rows=?0");
    assertThat(header(small, "icc-complete")).isEqualTo("true");
    HttpResponse<String> large = patient.get("SELECT * { ?s ?p ?o }", "&format=csv");
    assertThat(header(large, "icc-complete")).isEqualTo("at-end");
    String path = "/sparql?format=csv&query=" + encode("SELECT * { ?s ?p ?o }");
    assertThat(trailer(path, "TE: trailers\r\n")).endsWith("0\r\nICC-Complete: true\r\n\r\n");
    assertThat(trailer(path, "")).endsWith("0\r\n\r\n").doesNotContain("ICC-Complete: true");
  }

  private static String trailer(String path, String headers) throws Exception {
    String request =
        "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + headers + "\r\n";
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), patient.server.port())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void brokenAnswer_isAnErrorToHttpClients() {
    String query = "SELECT ?a ?d ?g { ?a <next> ?c . ?d <next> ?f . ?g <next> ?i }";
    assertThatThrownBy(() -> patient.get(query, "&timeout=1.5&format=csv"))
        .isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void page_ofALargeAnswer_saysItIsTheBeginning() {
    HttpResponse<String> page = patient.get("SELECT * { ?s ?p ?o }", "&format=html");
    assertThat(page.body()).contains("only the first 1,000 rows");
    HttpResponse<String> all = patient.get("SELECT * { ?s ?p ?o } LIMIT 1000", "&format=html");
    assertThat(all.body()).contains("Rows: 1,000").doesNotContain("only the first");
  }

  @Test
  void manyAtOnce_allAnswered() {
    List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      String query = "ASK { <n" + i + "> <next> ?x }";
      answers.add(CompletableFuture.supplyAsync(() -> site.json(query)));
    }
    for (CompletableFuture<HttpResponse<String>> answer : answers) {
      assertThat(answer.join().body()).contains("true");
    }
  }

  @Test
  void clientsWhoLeave_doNoHarm() throws Exception {
    String path = "/sparql?format=json&query=" + encode("SELECT * { ?s ?p ?o . ?a ?b ?c }");
    for (int i = 0; i < 5; i++) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), site.server.port())) {
        String request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
        assertThat(socket.getInputStream().read()).isEqualTo('H');
      }
    }
    assertWellAfterwards();
  }

  private static List<QueryAtWork> awaitRunning(int count) throws InterruptedException {
    for (int i = 0; i < 100 && patient.atWork().size() != count; i++) {
      Thread.sleep(50);
    }
    return patient.atWork();
  }

  @Test
  void clientWhoHangsUp_freesItsQuery() throws Exception {
    String path = "/sparql?format=json&query=" + encode("SELECT (COUNT(*) AS ?n) " + CROSS);
    String request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), patient.server.port())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      assertThat(awaitRunning(1)).hasSize(1);
    }
    long gone = System.nanoTime();
    assertThat(awaitRunning(0)).isEmpty();
    assertThat(Duration.ofNanos(System.nanoTime() - gone)).isLessThan(Duration.ofSeconds(2));
  }

  /** RFC 9112, section 9.3.2: what it sent early is sent again when the connection is closed. */
  @Test
  void clientWhoPipelines_hasNotHungUp() throws Exception {
    String slow = "SELECT (COUNT(*) AS ?n) { ?a <next> ?b . ?c <next>/<next>/<next> ?b } ";
    String path = "/sparql?format=csv&query=" + encode(slow.repeat(1));
    String request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), patient.server.port())) {
      socket.getOutputStream().write((request + request).getBytes(StandardCharsets.UTF_8));
      byte[] all = socket.getInputStream().readNBytes(200);
      assertThat(new String(all, StandardCharsets.UTF_8)).startsWith("HTTP/1.1 200");
    }
  }

  @Test
  void operator_seesAndEndsAQuery() throws Exception {
    String query = "SELECT (COUNT(*) AS ?n) " + CROSS;
    CompletableFuture<HttpResponse<String>> answer =
        CompletableFuture.supplyAsync(() -> patient.json(query));
    QueryAtWork seen = awaitRunning(1).get(0);
    assertThat(seen.query()).isEqualTo(query);
    assertThat(patient.end(seen.id())).isTrue();
    assertProblem(answer.join(), 503);
    assertThat(answer.join().body()).contains("ended by the operator");
    assertThat(patient.endings().counts().getOrDefault("operator", () -> -1).get().intValue())
        .isEqualTo(1);
    assertThat(patient.endings().used().getOrDefault("cpu_seconds", () -> -1).get().doubleValue())
        .isPositive();
    assertThat(patient.end(seen.id() + 1000)).isFalse();
  }

  @Test
  void memory_isBounded() throws Exception {
    SparqlSettings frugal = new SparqlSettings(Duration.ofSeconds(60)).allotting(50L << 20);
    try (SparqlSite small = new SparqlSite(frugalState, chain(1_000), frugal)) {
      HttpResponse<String> answer = small.json("SELECT (COUNT(DISTINCT STR(?l)) AS ?n) " + CROSS);
      assertThat(assertProblem(answer, 503).get("detail").toString()).contains("memory");
    }
  }

  @Test
  void valuesThatGrow_areRefusedByName() {
    String doubled = "BIND(CONCAT(?x, ?x) AS ?y) BIND(CONCAT(?y, ?y) AS ?z)";
    String text = "SELECT (STRLEN(?z) AS ?n) { BIND('%s' AS ?x) " + doubled + " }";
    assertThat(patient.post("application/sparql-query", text.formatted("a".repeat(20_000))).body())
        .contains("80000");
    String squared = "SELECT ?z { BIND(%s AS ?x) BIND(?x * ?x AS ?y) BIND(?y * ?y AS ?z) }";
    assertThat(patient.json(squared.formatted("9".repeat(600))).statusCode()).isEqualTo(200);
    JsonObject problem = assertProblem(patient.json(squared.formatted("9".repeat(1600))), 503);
    assertThat(problem.get("detail").toString()).contains("10,000 bits");
    assertThat(problem.get("reason").toString()).contains("limit-exceeded");
  }
}
