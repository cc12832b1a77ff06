package icc.lod.search;

import static org.assertj.core.api.Assertions.assertThat;

import icc.lod.store.TestStores;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The search in real data with a real index, over HTTP. */
final class SearchTest {
  private static final String DATA =
      """
      @prefix : <http://example.org/> .
      @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
      @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
      @prefix dct: <http://purl.org/dc/terms/> .
      :City a rdfs:Class ; rdfs:label "City"@en , "Місто"@uk .
      :Deal a rdfs:Class ; rdfs:label "Deal"@en .
      :lviv a :City ; skos:prefLabel "Lviv"@en , "Львів"@uk ; skos:altLabel "Lemberg"@de ;
        dct:description "A city in the west of Ukraine."@en , "Місто на заході України."@uk .
      :kyiv a :City ; skos:prefLabel "Kyiv"@en , "Київ"@uk .
      :zaporizhzhia a :City ; skos:prefLabel "Zaporizhzhia"@en , "Запоріжжя"@uk .
      :koln a :City ; skos:prefLabel "Cologne"@en , "Кельн"@uk ; :localName "Köln"@de .
      :metz a :City ; rdfs:label "Metz" .
      :deal1 a :Deal ; rdfs:label "Green deal of Lviv"@en , "Зелена угода Львова"@uk ;
        dct:description "Cities plant trees & hedges <b>everywhere</b> with their citizens."@en .
      :deal2 a :Deal ; rdfs:label "Sustainable mobility"@en , "Стала мобільність"@uk ;
        :note "Trams instead of automobiles." .
      :unnamed-thing :p :lviv .
      :NamedByItsAddress a :Deal .
      :links1 :to :lviv . :links2 :to :lviv .
      """;

  @TempDir static Path state;
  private static SearchSite site;

  @BeforeAll
  static void start() throws Exception {
    site = SearchSite.of(state, DATA);
  }

  @AfterAll
  static void stop() {
    site.close();
  }

  @ParameterizedTest
  @CsvSource({
    "Lviv, Lviv",
    "LVIV, Lviv",
    "lviv, Lviv",
    "Львів, Lviv",
    "Lwow, Lviv",
    "Lwów, Lviv",
    "L'viv, Lviv",
    "L’viv, Lviv",
    "Lemberg, Lviv",
    "у Львові, Lviv",
    "Lvvi, Lviv",
    "Kiev, Kyiv",
    "Киев, Kyiv",
    "у Києві, Kyiv",
    "Zaporozhye, Zaporizhzhia",
    "запоріжжі, Zaporizhzhia",
    "Koln, Cologne",
    "Koeln, Cologne",
    "köln, Cologne",
    "cologn, Cologne",
    "green deals, Green deal of Lviv",
    "the mobility, Sustainable mobility",
    "mobil, Sustainable mobility",
    "сталої мобільності, Sustainable mobility",
    "tree, Green deal of Lviv",
    "citizen, Green deal of Lviv",
    "tram, Sustainable mobility",
    "named by its address, NamedByItsAddress"
  })
  void find_howeverItIsWritten(String text, String first) {
    assertThat(site.labels(text)).startsWith(first);
  }

  @Test
  void find_names_beforeWhatMentionsThem() {
    assertThat(site.labels("Lviv")).startsWith("Lviv", "Green deal of Lviv");
  }

  @Test
  void page_marksWhatMatched_andEscapesWhatTheDataSays() {
    String page = site.get("/search?lang=en&q=hedges", "Accept", "text/html").body();

    assertThat(page).contains("<mark>hedges</mark> &lt;b&gt;everywhere&lt;/b&gt;");
  }

  @Test
  void page_anotherName_isMarkedInItsLanguage() {
    String page = site.get("/search?lang=en&q=koln", "Accept", "text/html").body();

    assertThat(page).contains("also named:", "lang=\"de\"", "<mark>Köln</mark>");
    assertThat(site.get("/search?lang=uk&q=koln").body()).contains("Кельн", "інша назва:");
  }

  @Test
  void page_countsTypes_andLinksThem() {
    String page = site.get("/search?lang=en&q=lviv").body();

    assertThat(page)
        .contains("/search?q=lviv&amp;type=http%3A%2F%2Fexample.org%2FCity&amp;lang=en")
        .contains("<h1>Search</h1>");
    assertThat(labels("/search?format=json&q=lviv&type=http%3A%2F%2Fexample.org%2FDeal"))
        .containsExactly("Green deal of Lviv");
  }

  @Test
  void page_nothingExact_saysSoAndSuggests() {
    String page = site.get("/search?lang=en&q=Zaporozhye").body();

    assertThat(page).contains("Did you mean:", "/search?q=Zaporizhzhia", "come near");
    assertThat(site.get("/search?lang=en&q=xyzzyxyzzy").body()).contains("Nothing was found.");
    assertThat(site.json("/search?format=json&q=lviv+xyzzyxyzzy").getString("match"))
        .isEqualTo("some");
  }

  @ParameterizedTest
  @CsvSource({
    "text/turtle, skos:prefLabel",
    "application/ld+json, @id",
    "text/csv, 'iri,label,types,url,name,description'",
    "application/json, '\"total\"'"
  })
  void forms_byAccept(String type, String part) {
    HttpResponse<String> response = site.get("/search?q=lviv", "Accept", type);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith(type);
    assertThat(response.headers().firstValue("Vary").orElseThrow()).contains("Accept");
    assertThat(response.body()).contains(part);
  }

  @Test
  void answer_knownToTheClient_isNotModified() {
    for (String path : new String[] {"/search?lang=en&q=lviv", "/suggest?lang=en&q=lv"}) {
      String tag = site.get(path).headers().firstValue("ETag").orElseThrow();
      assertThat(site.get(path, "If-None-Match", tag).statusCode()).isEqualTo(304);
    }
  }

  @Test
  void suggest_completesInTheVisitorsLanguage_matchingAll() {
    assertThat(site.suggestions("lv")).startsWith("Lviv");
    assertThat(site.suggestions("льв")).startsWith("Lviv");
    assertThat(site.suggestions("лвив")).startsWith("Lviv");
    assertThat(site.suggestions("sust")).startsWith("Sustainable mobility");
    assertThat(site.suggestions("")).isEmpty();
    assertThat(site.get("/suggest?lang=uk&q=lv").body()).contains("\"Львів\"", "\"Місто\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "😀🏙️",
        "\u202Elviv\u202C \u200F",
        "+-&&||!(){}[]^\"~*?:\\/ AND OR NOT",
        "lviv* ?? ~~~",
        "/.*.*.*.*/",
        "[a TO z]",
        "' OR 1=1 --",
        "\u0000\u0001",
        "%s%n${7*7}#{x}[[${7*7}]]",
        "a",
        "   "
      })
  void anyText_isAPolitePage_andNothingIsExecuted(String text) {
    HttpResponse<String> response = site.get("/search?lang=en&q=" + SearchSite.encoded(text));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).doesNotContain("<script>alert", ">49<");
    assertThat(site.get("/suggest?q=" + SearchSite.encoded(text)).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "/search?q=lviv&page=1000000000, 404",
    "/search?q=lviv&page=99999999999999999999, 400",
    "/search?q=lviv&page=0, 400",
    "/search?q=lviv&page=-1, 400",
    "/search?q=lviv&page=x, 400",
    "/search?q=lviv&page=2, 404",
    "/search?q=lviv&type=nonsense, 400",
    "/search?q=lviv&type=http%3A%2F%2Fexample.org%2FNone, 404",
    "/search?q=lviv&lang=xx, 400",
    "/suggest?q=lviv&lang=xx, 400",
    "/search?q=lviv&format=doc, 400",
    "/search?q=1+2+3+4+5+6+7+8+9+10+11+12+13+14+15+16+17+18+19+20+21+22+23+24+25+26+27+28+29+30+31+32+33, 400"
  })
  void wrongRequest_hasTheRightStatusAndAPage(String path, int status) {
    HttpResponse<String> response = site.get(path, "Accept", "text/html");

    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.body()).contains("<h1>");
  }

  @Test
  void longText_isRefused() {
    String path = "/search?q=" + "x".repeat(10_000);

    assertThat(site.get(path, "Accept", "text/html").statusCode()).isIn(400, 414, 431);
    assertThat(site.get("/search?q=" + "x".repeat(301)).statusCode()).isEqualTo(400);
    assertThat(site.get("/search?q=" + "x".repeat(300)).statusCode()).isEqualTo(200);
  }

  @Test
  void nowhere_namesWhatIsNearest() {
    String page = site.get("/doc/city/lwow?lang=en", "Accept", "text/html").body();

    assertThat(page)
        .contains("<h1>Nothing is known about this</h1>", ">Lviv</a>", "value=\"lwow\"");
    assertThat(site.get("/%3Cscript%3E?lang=en", "Accept", "text/html").body())
        .doesNotContain("<script>\"", "value=\"<");
  }

  @Test
  void noIndex_isSaid_andTheRestWorks(@TempDir Path other) throws Exception {
    TestStores.publish(other, SearchSite.BASE, DATA);
    try (SearchSite without = SearchSite.over(other)) {
      HttpResponse<String> response = without.get("/search?q=lviv", "Accept", "text/html");

      assertThat(response.statusCode()).isEqualTo(503);
      assertThat(response.body()).contains("no text index");
      assertThat(without.get("/suggest?q=l").statusCode()).isEqualTo(503);
      assertThat(without.get("/nothing/lwow", "Accept", "text/html").statusCode()).isEqualTo(404);
      assertThat(without.csv("SELECT * { <http://example.org/lviv> a ?t }")).hasSize(1);
      assertThat(without.sparql(TextQueryTest.query("lviv")).statusCode()).isEqualTo(400);
    }
  }

  @Test
  void brokenIndex_isAsNone(@TempDir Path other) throws Exception {
    var release = TestStores.publish(other, SearchSite.BASE, DATA);
    Files.createDirectories(release.folder().resolve("index"));
    Files.writeString(release.folder().resolve("index/segments_1"), "nonsense");
    try (SearchSite broken = SearchSite.over(other)) {
      assertThat(broken.get("/search?q=lviv").statusCode()).isEqualTo(503);
      assertThat(broken.csv("SELECT * { <http://example.org/lviv> a ?t }")).hasSize(1);
    }
  }

  @Test
  void newRelease_isSearched_andTheOldIndexClosed(@TempDir Path other) throws Exception {
    SearchSite.index(TestStores.publish(other, SearchSite.BASE, "<a> <name> \"Old\" ."));
    try (SearchSite switching = SearchSite.over(other)) {
      assertThat(switching.labels("old")).hasSize(1);
      SearchSite.index(TestStores.publish(other, SearchSite.BASE, "<a> <name> \"New\" ."));
      switching.store.refresh();

      assertThat(switching.labels("old")).isEmpty();
      assertThat(switching.labels("new")).hasSize(1);
    }
  }

  private static java.util.List<String> labels(String path) {
    java.util.List<String> labels = new java.util.ArrayList<>();
    site.json(path)
        .getArray("hits")
        .forEach(hit -> labels.add(hit.getAsObject().getString("label")));
    return labels;
  }
}
