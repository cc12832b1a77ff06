package icc.lod.sparql;

import static icc.lod.sparql.SparqlSite.ASK;
import static icc.lod.sparql.SparqlSite.BASE;
import static icc.lod.sparql.SparqlSite.LABELS;
import static icc.lod.sparql.SparqlSite.encode;
import static icc.lod.sparql.SparqlSite.header;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The query desk over HTTP: its pages without scripts, and what its script asks the server. */
final class DeskTest {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String JSON_TYPE = "application/json";

  @TempDir static Path state;
  static SparqlSite site;

  @BeforeAll
  static void start() throws Exception {
    site = SparqlSite.of(state);
  }

  @AfterAll
  static void stop() {
    site.close();
  }

  private static HttpResponse<String> page(String query, String more) {
    return site.get(query, more, "Accept", "text/html");
  }

  private static HttpResponse<String> post(
      String path, String type, String body, String... headers) {
    return site.send("POST", path, type, body.getBytes(StandardCharsets.UTF_8), headers);
  }

  @Test
  void result_showsRowsTimeReleaseLimits() {
    HttpResponse<String> answer = page(LABELS, "&lang=en");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .contains("Rows: 4")
        .containsPattern("in [0-9.]+ s, from release 1")
        .contains("A query may work for 10 seconds")
        .contains("class=\"results\"")
        .contains("id=\"query\"", "id=\"run\"", "id=\"share\"", "id=\"status\"")
        .contains("curl --silent");
    assertThat(header(answer, "etag")).isEmpty();
  }

  @Test
  void result_namesThingsInTheVisitorsLanguage() {
    String query = "SELECT * { ?s <" + BASE + "twin> ?o }";
    assertThat(page(query, "&lang=uk").body())
        .contains(">Львів</a>")
        .contains("lang=\"en\" dir=\"auto\">Kyiv</a>")
        .contains("title=\"" + BASE + "kyiv\"");
    assertThat(page(query, "&lang=en").body()).contains(">Lviv</a>").doesNotContain(">Львів</a>");
  }

  @Test
  void result_ofManyThings_staysWhole() {
    String values =
        IntStream.range(0, 2500)
            .mapToObj(i -> "(<" + BASE + "a" + i + "> <http://o.example/" + i + ">)")
            .collect(Collectors.joining(" "));
    HttpResponse<String> answer =
        site.post(
            FORM,
            "query=" + encode("SELECT * { VALUES (?a ?b) { " + values + " } }"),
            "Accept",
            "text/html");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .contains("only the first 1,000 rows")
        .contains("title=\"" + BASE + "a999\"")
        .doesNotContain("curl");
  }

  @Test
  void error_keepsTheQueryAndMarksThePlace() {
    HttpResponse<String> answer = page("SELECT *\nWHERE { ?s ?p }", "&lang=en");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .contains("Line 2, column 15")
        .contains("<mark>}</mark>")
        .contains("SELECT *\nWHERE { ?s ?p }</textarea>");
    assertThat(header(answer, "cache-control")).isEqualTo("no-store");
    assertThat(header(answer, "vary")).contains("Accept");
  }

  @Test
  void error_ofAPostedForm_keepsTheQuery() {
    HttpResponse<String> answer =
        site.post(FORM, "query=" + encode("ASK { nobody:x ?p ?o }"), "Accept", "text/html");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("ASK { nobody:x ?p ?o }</textarea>");
  }

  @Test
  void error_ofAService_keepsItsStatus() {
    HttpResponse<String> answer = page("ASK { SERVICE <http://x.example/> { ?s ?p ?o } }", "");
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("</textarea>").contains("http://x.example/");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "</textarea><script>alert(1)</script>",
        "SELECT ('<script>alert(1)</script>' AS ?x) { }",
        "ASK { \u202e ?s ?p ?o }",
        "SELECT ('😀 Ї ألف' AS ?x) {}",
        "SELECT \u0000",
        "[[[[[[[${7*7}[[${7*7}]]",
      })
  void hostileInput_isOnlyText(String query) {
    HttpResponse<String> answer = page(query, "");
    assertThat(answer.statusCode()).isIn(200, 400);
    assertThat(answer.body())
        .doesNotContain("<script>alert")
        .doesNotContain(">49<")
        .contains("</html>");
  }

  @Test
  void longQuery_isTaken() {
    HttpResponse<String> answer = page(ASK + " #" + "x".repeat(10_000), "");
    assertThat(answer.statusCode()).isEqualTo(200);
    HttpResponse<String> bad = page("x".repeat(10_000), "");
    assertThat(bad.statusCode()).isEqualTo(400);
    assertThat(bad.body()).contains("x".repeat(10_000) + "</textarea>");
  }

  @Test
  void terms_areThoseOfTheRelease() {
    HttpResponse<String> answer = site.server.get("/sparql/terms.json");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(header(answer, "content-type")).isEqualTo(JSON_TYPE);
    JsonObject json = JSON.parse(answer.body());
    assertThat(json.getObj("prefixes").getString("ex")).isEqualTo(BASE);
    String terms = json.get("terms").toString();
    assertThat(terms).contains(BASE + "City", BASE + "size", BASE + "graph/1", "property");
    String tag = header(answer, "etag");
    assertThat(site.server.get("/sparql/terms.json", "If-None-Match", tag).statusCode())
        .isEqualTo(304);
  }

  @Test
  void labels_nameAndLead() {
    String body =
        "{\"iris\": [\"%slviv\", \"%snobody\", \"http://kyiv.example/\", \"not an iri\", 7]}"
            .formatted(BASE, BASE);
    HttpResponse<String> answer = post("/labels?lang=uk", JSON_TYPE, body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    JsonObject labels = JSON.parse(answer.body()).getObj("labels");
    assertThat(labels.getObj(BASE + "lviv").getString("label")).isEqualTo("Львів");
    assertThat(labels.getObj(BASE + "lviv").getString("href")).isEqualTo("/doc/lviv");
    assertThat(labels.getObj(BASE + "nobody").hasKey("label")).isFalse();
    assertThat(labels.getObj("http://kyiv.example/").getString("href"))
        .isEqualTo("http://kyiv.example/");
    assertThat(labels.keys()).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "{\"iris\": 1}", "{\"iris\": [\"a\"", "null"})
  void labels_ofNonsense_400(String body) {
    assertThat(post("/labels", JSON_TYPE, body).statusCode()).isEqualTo(400);
  }

  @Test
  void labels_areBounded() {
    String many =
        IntStream.rangeClosed(0, 500)
            .mapToObj(i -> "\"" + BASE + i + "\"")
            .collect(Collectors.joining(",", "{\"iris\": [", "]}"));
    assertThat(post("/labels", JSON_TYPE, many).statusCode()).isEqualTo(400);
    assertThat(post("/labels", JSON_TYPE, "[".repeat(400_000)).statusCode()).isEqualTo(400);
    assertThat(post("/labels", JSON_TYPE, " ".repeat(600_000)).statusCode()).isEqualTo(413);
    assertThat(post("/labels", "text/plain", "{}").statusCode()).isEqualTo(415);
  }

  @Test
  void link_leadsToTheQuery_forEver() throws Exception {
    String body = "query=" + encode(LABELS + "\r\n# Ї");
    HttpResponse<String> made = post("/links", FORM, body, "Accept", JSON_TYPE);
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    String link = JSON.parse(made.body()).getString("link");
    assertThat(link).matches("/q/[0-9a-f]{16}");
    HttpResponse<String> again =
        post("/links", FORM, body.replace("%0D", ""), "Accept", "text/html");
    assertThat(again.statusCode()).isEqualTo(303);
    assertThat(header(again, "location")).isEqualTo(link);
    HttpResponse<String> opened = site.server.get(link + "?lang=uk");
    assertThat(opened.statusCode()).isEqualTo(303);
    assertThat(header(opened, "location"))
        .isEqualTo("/sparql?query=" + encode(LABELS + "\n# Ї") + "&lang=uk");
    assertThat(page(LABELS + "\n# Ї", "").body()).contains("href=\"" + link + "\"");
    try (SparqlSite restarted = SparqlSite.of(state)) {
      assertThat(restarted.server.get(link).statusCode()).isEqualTo(303);
    }
    assertThat(state.resolve("queries").toFile().list()).allMatch(name -> name.endsWith(".rq"));
  }

  @Test
  void link_ofALongQuery_opensTheDesk() {
    String query = ASK + " #" + "x".repeat(10_000);
    HttpResponse<String> made = post("/links", FORM, "query=" + encode(query));
    String link = JSON.parse(made.body()).getString("link");
    HttpResponse<String> opened = site.server.get(link);
    assertThat(opened.statusCode()).isEqualTo(200);
    assertThat(opened.body()).contains(query + "</textarea>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/q/0123456789abcdef", "/q/x", "/q/..%2f..%2fcurrent", "/q/%00"})
  void link_toNothing_404(String path) {
    assertThat(site.server.get(path).statusCode()).isIn(400, 404);
    assertThat(site.server.get("/q/0123456789abcdef").statusCode()).isEqualTo(404);
  }

  @Test
  void link_isForQueriesOnly() {
    assertThat(post("/links", FORM, "query=hello").statusCode()).isEqualTo(400);
    assertThat(post("/links", FORM, "query=").statusCode()).isEqualTo(400);
    assertThat(post("/links", FORM, "update=x").statusCode()).isEqualTo(403);
  }

  @Test
  void links_areBounded(@TempDir Path folder) {
    SavedQueries saved = new SavedQueries(folder.resolve("queries"), 2);
    String first = saved.keep("ASK {}");
    saved.keep("ASK { }");
    assertThatThrownBy(() -> saved.keep("ASK {  }")).hasMessageContaining("No more");
    assertThat(saved.keep("ASK {}")).isEqualTo(first);
    assertThat(new SavedQueries(folder.resolve("queries")).find(first)).contains("ASK {}");
  }

  @Test
  void code_isReadyToRun() {
    HttpResponse<String> answer = post("/code", FORM, "query=" + encode(LABELS));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .contains("curl", "Python", "JavaScript", site.server.port() + "/sparql");
    assertThat(post("/code", FORM, "query=hello").statusCode()).isEqualTo(400);
  }

  @Test
  void ask_inTables_isOneCell() {
    assertThat(site.get(ASK, "&format=csv").body()).contains("true");
    assertThat(site.get(ASK, "&format=tsv").body()).contains("true");
    assertThat(header(site.get(ASK, "", "Accept", "*/*"), "content-type"))
        .isEqualTo("application/sparql-results+json");
  }
}
