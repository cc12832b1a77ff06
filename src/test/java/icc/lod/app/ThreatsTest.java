package icc.lod.app;

import static org.assertj.core.api.Assertions.assertThat;

import icc.lod.config.Config;
import icc.lod.config.Setting;
import icc.lod.publish.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The threats that the documentation of {@code icc.lod.web} names, tried on a whole service: bytes
 * over a socket, so that no client mends what is malformed.
 */
final class ThreatsTest {
  private static final String SECRET = "the-secret-of-the-state-folder";
  private static final String PUBLIC = "https://data.example.org/lod";
  private static final String EVIL = "evil.example";

  private static final List<String> PAGES =
      List.of(
          "/",
          "/doc/a.html",
          "/search?q=a",
          "/browse",
          "/sparql",
          "/catalog.html",
          "/api",
          "/releases",
          "/linksets",
          "/link",
          "/lookup",
          "/map",
          "/nothing/here",
          "/ontology");

  @TempDir static Path dir;
  private static ServerSocket canary;
  private static Service service;

  @BeforeAll
  static void start() throws IOException {
    canary = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    canary.setSoTimeout(1);
    Files.createDirectory(dir.resolve("ontology"));
    Files.createDirectory(dir.resolve("data"));
    Files.writeString(
        dir.resolve("data/a.ttl"),
        """
        PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
        <https://example.org/id/a> a <https://example.org/ns#City> ;
          rdfs:label "<script>alert(1)</script>"@en, "\\"onmouseover=alert(2) x=\\""@uk ;
          <http://xmlns.com/foaf/0.1/homepage> <javascript:alert(3)> ;
          <https://example.org/ns#of> <https://example.org/id/a> .
        """);
    service = Service.start(config(dir.resolve("data"), dir.resolve("state")));
    assertThat(service.publish()).isInstanceOf(Outcome.Published.class);
    Files.writeString(dir.resolve("state/secret.txt"), SECRET);
  }

  @AfterAll
  static void stop() throws IOException {
    service.close();
    canary.close();
  }

  private static Config config(Path data, Path state) {
    return Config.load(
        Optional.empty(),
        Map.of(),
        Map.of(
            Setting.ONTOLOGY, List.of(dir.resolve("ontology").toString()),
            Setting.DATA, List.of(data.toString()),
            Setting.BASE, List.of("https://example.org/"),
            Setting.STATE, List.of(state.toString()),
            Setting.PUBLIC_URL, List.of(PUBLIC),
            Setting.HSTS, List.of("true"),
            Setting.NO_ACCESS_LOG, List.of("true"),
            Setting.PORT, List.of("0")),
        Optional.empty());
  }

  private static String get(String path, String... fields) throws IOException {
    String more = fields.length == 0 ? "" : String.join("\r\n", fields) + "\r\n";
    String host = ("\r\n" + more).contains("\r\nHost: ") ? "" : "Host: localhost\r\n";
    return raw("GET " + path + " HTTP/1.1\r\n" + host + "Connection: close\r\n" + more + "\r\n");
  }

  private static String raw(String request) throws IOException {
    return raw(request.getBytes(StandardCharsets.UTF_8));
  }

  private static String raw(byte[] request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), service.port())) {
      socket.setSoTimeout(15_000);
      socket.getOutputStream().write(request);
      socket.getOutputStream().flush();
      return read(socket.getInputStream());
    }
  }

  /** What came, even if the connection was reset after it. */
  private static String read(InputStream in) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    try {
      for (int b = in.read(); b >= 0; b = in.read()) {
        all.write(b);
      }
    } catch (IOException reset) {
      // What came before counts.
    }
    return all.toString(StandardCharsets.UTF_8);
  }

  private static String post(String path, String type, String field, byte[] body)
      throws IOException {
    ByteArrayOutputStream request = new ByteArrayOutputStream();
    request.write(
        ("POST %s HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: %s\r\n%s"
                + "Content-Length: %d\r\n\r\n")
            .formatted(path, type, field, body.length)
            .getBytes(StandardCharsets.US_ASCII));
    request.write(body);
    return raw(request.toByteArray());
  }

  private static int status(String answer) {
    assertThat(answer).startsWith("HTTP/1.1 ");
    return Integer.parseInt(answer.substring(9, 12));
  }

  private static Optional<String> field(String answer, String name) {
    return answer
        .substring(0, Math.max(0, answer.indexOf("\r\n\r\n")))
        .lines()
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
        .map(line -> line.substring(name.length() + 1).strip())
        .findFirst();
  }

  @Test
  void pages_runNoScriptsButOurs_andAreFramedByNobody() throws IOException {
    Pattern inline =
        Pattern.compile("<script(?![^>]*( src=|ld\\+json))|<style|\\son[a-z]+=\"|\\sstyle=\"");
    for (String path : PAGES) {
      String page = get(path, "Accept: text/html");
      assertThat(field(page, "content-type")).as(path).hasValue("text/html;charset=utf-8");
      assertThat(field(page, "content-security-policy").orElse(""))
          .as(path)
          .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
          .doesNotContain("unsafe", "*");
      assertThat(inline.matcher(page).find()).as(path).isFalse();
    }
  }

  @Test
  void everyAnswer_hasTheHeadersThatBrowsersHeed() throws IOException {
    for (String path : List.of("/", "/doc/a.ttl", "/nothing", "/sparql?query=x", "/static/no")) {
      String answer = get(path);
      assertThat(field(answer, "x-content-type-options")).as(path).hasValue("nosniff");
      assertThat(field(answer, "referrer-policy")).as(path).isPresent();
      assertThat(field(answer, "strict-transport-security")).hasValue("max-age=31536000");
      assertThat(field(answer, "server").orElse("")).as(path).doesNotMatch(".*\\d.*");
    }
    assertThat(field(raw("NONSENSE\r\n\r\n"), "x-content-type-options")).hasValue("nosniff");
  }

  @Test
  void hostAndForwardedFields_changeNothing() throws IOException {
    String[] forged = {
      "Host: " + EVIL,
      "X-Forwarded-Host: " + EVIL,
      "X-Forwarded-Proto: gopher",
      "X-Forwarded-Prefix: /" + EVIL,
      "X-Forwarded-For: " + EVIL,
      "Forwarded: host=" + EVIL + ";proto=gopher",
      "X-Original-URL: /" + EVIL,
      "X-Rewrite-URL: /" + EVIL
    };
    for (String accept : List.of("text/html", "text/turtle", "application/ld+json")) {
      for (String path :
          List.of("/", "/doc/a", "/catalog", "/sparql", "/.well-known/void", "/sitemap.xml")) {
        String plain = get(path, "Accept: " + accept);
        String poisoned = get(path, "Accept: " + accept + "\r\n" + String.join("\r\n", forged));
        assertThat(poisoned).as(path).doesNotContain(EVIL, "gopher");
        assertThat(status(poisoned)).as(path).isEqualTo(status(plain));
        assertThat(field(poisoned, "etag")).as(path).isEqualTo(field(plain, "etag"));
      }
    }
    assertThat(get("/id/a", forged)).doesNotContain(EVIL).contains("Location: " + PUBLIC + "/doc/");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/../../../../etc/passwd",
        "/static/../../../../etc/passwd",
        "/static/web/%2e%2e/%2e%2e/logback.xml",
        "/static/web/..%2f..%2flogback.xml",
        "/static/web/..%5c..%5clogback.xml",
        "/static//web/../../logback.xml",
        "/webjars/..;/..;/logback.xml",
        "/dumps/..%2f..%2f..%2fsecret.txt",
        "/dumps/%2e%2e/%2e%2e/%2e%2e/secret.txt",
        "/dumps/%252e%252e%252f%252e%252e%252fsecret.txt",
        "/dumps/....//....//....//secret.txt",
        "/dumps/..%00/secret.txt",
        "/dumps/manifest.properties",
        "/releases/1/dumps/..%2f..%2f..%2fsecret.txt",
        "/releases/..%2f..%2fsecret.txt",
        "/releases/1%2f..%2f..%2fsecret.txt/doc/a",
        "/examples/..%2f..%2f..%2fsecret.txt",
        "/context/..%2f..%2f..%2fsecret.txt",
        "/q/..%2fsecret.txt",
        "/q/../secret.txt",
        "/ldes/..%2f..%2f..%2fsecret.txt",
      })
  void pathsThatClimb_reachNoFile(String path) throws IOException {
    String answer = get(path, "Accept: */*");
    assertThat(answer).doesNotContain(SECRET, "root:", "<configuration>");
    assertThat(status(answer)).isIn(400, 404, 303, 308);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 4\r\nContent-Length: 5",
        "Content-Length: 4, 5",
        "Content-Length: 4\r\nTransfer-Encoding: chunked",
        "Transfer-Encoding: chunked\r\nContent-Length: 4",
        "Transfer-Encoding: xchunked",
        "Transfer-Encoding: chunked, identity",
        "Transfer-Encoding : chunked",
        "Content-Length : 4",
        "Content-Length: +4",
        "Content-Length: -4",
        "Content-Length: 0x4",
        "X-Folded: a\r\n Transfer-Encoding: chunked"
      })
  void requestThatCanBeReadInTwoWays_isRefusedAndNothingBehindItIsRead(String fields)
      throws IOException {
    String answer =
        raw(
            "POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Type: application/sparql-query\r\n"
                + fields
                + "\r\n\r\n0\r\n\r\nGET /health/live HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    assertThat(status(answer)).isBetween(400, 501).isNotEqualTo(500);
    assertThat(answer.split("HTTP/1\\.1 \\d", -1)).hasSize(2);
    assertThat(answer).doesNotContain("\"up\"");
  }

  @Test
  void bodyThatTrickles_isGivenUp() throws Exception {
    long start = System.nanoTime();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), service.port())) {
      socket.setSoTimeout(1);
      String head =
          String.join(
              "\r\n",
              "POST /sparql HTTP/1.1",
              "Host: x",
              "Content-Type: application/sparql-query",
              "Content-Length: 100000",
              "",
              "");
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      boolean answered = false;
      for (int i = 0; i < 50 && !answered; i++) {
        try {
          socket.getOutputStream().write('A');
          Thread.sleep(200);
          answered = socket.getInputStream().read() != 0;
        } catch (SocketTimeoutException e) {
          // Not yet.
        } catch (IOException reset) {
          answered = true;
        }
      }
      assertThat(answered).isTrue();
    }
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
  }

  @Test
  void floodOfFields_is431() throws IOException {
    String many =
        IntStream.range(0, 6_000)
            .mapToObj(i -> "X-" + i + ": abcdefgh")
            .collect(Collectors.joining("\r\n"));
    assertThat(status(get("/", many))).isEqualTo(431);
    assertThat(status(get("/", "Cookie: " + "a".repeat(100_000)))).isEqualTo(431);
    assertThat(status(get("/" + "a".repeat(100_000)))).isEqualTo(414);
  }

  @Test
  void thousandsOfParameters_areAnsweredAtOnce() throws IOException {
    String many =
        IntStream.range(0, 6_000).mapToObj(i -> "p" + i + "=1").collect(Collectors.joining("&"));
    String form = many + "&" + many.replace("p", "q") + "&query=ASK%7B%7D";
    long start = System.nanoTime();
    for (String path : List.of("/sparql", "/search", "/browse", "/doc/a", "/lookup")) {
      assertThat(status(get(path + "?" + many))).as(path).isIn(200, 400, 404, 414);
    }
    byte[] body = form.getBytes(StandardCharsets.US_ASCII);
    for (String path : List.of("/sparql", "/reconcile", "/lookup")) {
      String answer = post(path, "application/x-www-form-urlencoded", "", body);
      assertThat(status(answer)).as(path).isLessThan(500);
    }
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
  }

  @Test
  void bodyThatSwells_isRefused() throws IOException {
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
      byte[] blanks = " ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
      for (int i = 0; i < 64; i++) {
        gzip.write(blanks);
      }
    }
    String coded = "Content-Encoding: gzip\r\n";
    assertThat(status(post("/sparql", "application/sparql-query", coded, bomb.toByteArray())))
        .isEqualTo(413);
    for (String path : List.of("/reconcile", "/lookup", "/mcp", "/link")) {
      assertThat(status(post(path, "application/json", coded, bomb.toByteArray())))
          .as(path)
          .isBetween(400, 499);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//evil.example/",
        "/\\evil.example",
        "https://evil.example/",
        "javascript:alert(1)",
        "/%0d%0aX-Evil:%201",
        "/\r\nX-Evil: 1",
        "/\u010d\u010aX-Evil: 1",
        "/@evil.example"
      })
  void wayBack_staysOnTheSite(String back) throws IOException {
    String address = URLEncoder.encode(back, StandardCharsets.UTF_8);
    String answer = get("/language?to=uk&back=" + address);
    assertThat(status(answer)).isEqualTo(303);
    assertThat(field(answer, "location").orElseThrow()).startsWith(PUBLIC + "/");
    assertThat(field(answer, "x-evil")).isEmpty();
    assertThat(field(answer, "set-cookie").orElseThrow())
        .containsIgnoringCase("HttpOnly")
        .containsIgnoringCase("SameSite=Lax")
        .containsIgnoringCase("Secure");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/id/a%0d%0aX-Evil:%201", "/id//evil.example", "//evil.example/", "/x%0a"})
  void redirects_carryNoFieldsAndStayHere(String path) throws IOException {
    String answer = get(path);
    assertThat(field(answer, "x-evil")).isEmpty();
    field(answer, "location").ifPresent(to -> assertThat(to).startsWith(PUBLIC + "/"));
  }

  @Test
  void otherSites_setNoCookie() throws IOException {
    String answer = get("/language?to=uk", "Sec-Fetch-Site: cross-site");
    assertThat(field(answer, "set-cookie")).isEmpty();
  }

  @Test
  void whatDataAndVisitorsSay_isTextOnPages() throws IOException {
    String script = URLEncoder.encode("\"'><script>alert(9)</script>", StandardCharsets.UTF_8);
    for (String path :
        List.of(
            "/doc/a.html",
            "/search?q=" + script,
            "/search?q=alert",
            "/doc?iri=" + script,
            "/browse?q=" + script,
            "/lookup?uri=" + script,
            "/sparql?query=" + script,
            "/fragments?subject=" + script,
            "/" + script,
            "/sparql?query=SELECT%20*%20%7B%3Fs%20%3Fp%20%3Fo%7D")) {
      String page = get(path, "Accept: text/html");
      assertThat(page.toLowerCase(Locale.ROOT))
          .as(path)
          .doesNotContain("<script>alert", "href=\"javascript:", "\"onmouseover=");
    }
  }

  @Test
  void entitiesAndContextsOfSources_fetchNothing(@TempDir Path sources) throws IOException {
    String url = "http://127.0.0.1:" + canary.getLocalPort() + "/x";
    Map<String, String> files =
        Map.of(
            "file.rdf",
            xml("<!ENTITY x SYSTEM \"" + dir.resolve("state/secret.txt").toUri() + "\">"),
            "net.rdf",
            xml("<!ENTITY x SYSTEM \"" + url + "\">"),
            "dtd.rdf",
            xml("<!ENTITY % d SYSTEM \"" + url + "\"> %d; <!ENTITY x \"y\">"),
            "laughs.rdf",
            xml(laughs()),
            "context.jsonld",
            "{\"@context\": \"" + url + "\", \"@id\": \"https://example.org/id/j\", \"x\": \"y\"}");
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path data = Files.createDirectory(sources.resolve(file.getKey() + ".d"));
      Files.writeString(data.resolve(file.getKey()), file.getValue());
      Path state = sources.resolve(file.getKey() + ".state");
      Outcome outcome = Service.publisher(config(data, state)).publish(false);
      assertThat(text(outcome)).as(file.getKey()).doesNotContain(SECRET, "hahaha");
      if (Set.of("laughs.rdf", "context.jsonld").contains(file.getKey())) {
        assertThat(outcome).as(file.getKey()).isInstanceOf(Outcome.Refused.class);
      }
    }
    assertNobodyCame();
  }

  /** All that came of a publish: the report, or the data. */
  private static String text(Outcome outcome) throws IOException {
    if (outcome instanceof Outcome.Refused refused) {
      return refused.report().text();
    }
    Path folder = ((Outcome.Published) outcome).release().folder();
    StringBuilder all = new StringBuilder();
    try (var walk = Files.walk(folder)) {
      for (Path file : walk.filter(f -> f.toString().endsWith(".nq")).toList()) {
        all.append(Files.readString(file));
      }
    }
    assertThat(all).contains("https://example.org/id/x");
    return all.toString();
  }

  private static String xml(String declarations) {
    return """
        <?xml version="1.0"?>
        <!DOCTYPE rdf:RDF [ %s ]>
        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
                 xmlns:e="https://example.org/ns#">
          <rdf:Description rdf:about="https://example.org/id/x"><e:p>&x;</e:p></rdf:Description>
        </rdf:RDF>
        """
        .formatted(declarations);
  }

  private static String laughs() {
    StringBuilder all = new StringBuilder("<!ENTITY x0 \"ha\">");
    for (int i = 1; i < 40; i++) {
      all.append("<!ENTITY x%d \"&x%d;&x%d;\">".formatted(i, i - 1, i - 1));
    }
    return all + "<!ENTITY x \"&x39;\">";
  }

  @Test
  void addressesInRequests_fetchNothing() throws IOException {
    String url =
        URLEncoder.encode(
            "http://127.0.0.1:" + canary.getLocalPort() + "/x", StandardCharsets.UTF_8);
    for (String path :
        List.of(
            "/doc?iri=" + url,
            "/lookup?uri=" + url,
            "/fragments?graph=" + url,
            "/linkset?iri=" + url,
            "/history?iri=" + url,
            "/sparql?query=ASK%7B%7D&default-graph-uri=" + url,
            "/timegate/doc?iri=" + url)) {
      assertThat(status(get(path))).as(path).isLessThan(500);
    }
    assertNobodyCame();
  }

  private static void assertNobodyCame() throws IOException {
    try {
      canary.accept().close();
      throw new AssertionError("Somebody connected");
    } catch (SocketTimeoutException e) {
      // As it should be.
    }
  }
}
