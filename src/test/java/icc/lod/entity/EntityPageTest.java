package icc.lod.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EntityPageTest {
  private static final String PREFIXES =
      """
      @prefix : <http://example.org/> .
      @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
      @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
      @prefix dct: <http://purl.org/dc/terms/> .
      @prefix geo: <http://www.opengis.net/ont/geosparql#> .
      @prefix wgs: <http://www.w3.org/2003/01/geo/wgs84_pos#> .
      @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
      @prefix schema: <http://schema.org/> .
      """;

  @TempDir Path state;

  private EntitySite site(String data) throws Exception {
    return EntitySite.of(state, "http://example.org/", PREFIXES + data);
  }

  private static String page(EntitySite site, String path, String language) {
    HttpResponse<String> answer =
        site.get(path, "Accept", "text/html", "Accept-Language", language);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }

  @Test
  void labels_areInTheVisitorsLanguageOrSaySo() throws Exception {
    try (EntitySite site =
        site(
            """
            :a skos:prefLabel "Lviv"@en , "Львів"@uk ; :p :b ; dct:description "Lions"@en .
            :b rdfs:label "Only English"@en . :p rdfs:label "зв’язок"@uk , "link"@en .
            """)) {
      String page = page(site, "/doc/a", "uk");
      assertThat(page)
          .contains("<h1>Львів</h1>", ">зв’язок</a>", "lang=\"en\">Only English</a>")
          .contains("<p class=\"lead\" lang=\"en\">Lions</p>");
      assertThat(page(site, "/doc/a", "de")).contains("<h1>Lviv</h1>");
    }
  }

  /** A literal as Turtle, who reads it, and what of the page shows it. */
  private record Shown(String literal, String language, String html) {}

  private static final List<Shown> LITERALS =
      List.of(
          new Shown("717486", "en", ">717,486<"),
          new Shown(
              "'2024-03-21'^^xsd:date", "en", "<time datetime=\"2024-03-21\">21 March 2024</time>"),
          new Shown("'2024-03-21'^^xsd:date", "uk", ">21 березня 2024"),
          new Shown("'2024-03'^^xsd:gYearMonth", "uk", ">березень 2024</time>"),
          new Shown("'1256'^^xsd:gYear", "en", ">1256</time>"),
          new Shown("'2024-02-31'^^xsd:date", "en", ">2024-02-31<"),
          new Shown("'2024-03-21T10:00:00Z'^^xsd:dateTime", "en", ">21 March 2024"),
          new Shown("3.5", "uk", ">3,5<"),
          new Shown("true", "uk", ">так<"),
          new Shown("'http://example.com/x'^^xsd:anyURI", "en", "href=\"http://example.com/x\""),
          new Shown("'javascript:alert(1)'^^xsd:anyURI", "en", ">javascript:alert(1)<"),
          new Shown("'<b>&'", "en", ">&lt;b&gt;&amp;<"),
          new Shown("'INF'^^xsd:double", "en", ">INF<"));

  @Test
  void literals_areWrittenAsVisitorsDo() throws Exception {
    StringBuilder data = new StringBuilder();
    for (int i = 0; i < LITERALS.size(); i++) {
      data.append(":l%d :p %s .\n".formatted(i, LITERALS.get(i).literal()));
    }
    try (EntitySite site = site(data.toString())) {
      for (int i = 0; i < LITERALS.size(); i++) {
        Shown shown = LITERALS.get(i);
        assertThat(page(site, "/doc/l" + i, shown.language()))
            .as(shown.literal())
            .contains(shown.html());
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      value = {
        ":a geo:hasGeometry [ geo:asWKT \"POINT(24.03 49.84)\"^^geo:wktLiteral ] .",
        ":a geo:hasGeometry :g . :g geo:asWKT \"POINT(24.03 49.84)\"^^geo:wktLiteral .",
        ":a wgs:lat 49.84 ; wgs:long 24.03 .",
        ":a geo:asWKT \"<http://www.opengis.net/def/crs/EPSG/0/4326> POINT(49.84 24.03)\" .",
      })
  void position_isLinkedToAMap(String data) throws Exception {
    try (EntitySite site = site(data)) {
      assertThat(page(site, "/doc/a", "en"))
          .contains("Latitude 49.84, longitude 24.03.", "mlat=49.84&amp;mlon=24.03");
    }
  }

  @Test
  void jsonLd_cannotLeaveItsElement() throws Exception {
    try (EntitySite site =
        site(
            """
            :a a schema:City ; rdfs:label "</script><script>alert(1)</script>" ;
              skos:exactMatch <http://example.com/same> .
            """)) {
      String page = page(site, "/doc/a", "en");
      Matcher script =
          Pattern.compile("<script type=\"application/ld\\+json\">(.*?)</script>").matcher(page);
      assertThat(script.find()).isTrue();
      JsonObject json = JSON.parse(script.group(1));
      assertThat(json.getString("name")).isEqualTo("</script><script>alert(1)</script>");
      assertThat(json.getString("@id")).isEqualTo("http://example.org/a");
      assertThat(json.get("@type").getAsArray().get(0).getAsString().value()).isEqualTo("City");
      assertThat(page).doesNotContain("<script>alert");
    }
  }

  @Test
  void blankNodes_areNested() throws Exception {
    try (EntitySite site = site(":a :p [ :q [ :r \"deep\" ] ] . :b :p [ :q _:l ] . _:l :q _:l .")) {
      assertThat(page(site, "/doc/a", "en")).contains(">deep<");
      assertThat(page(site, "/doc/b", "en")).contains("<h1>b</h1>");
    }
  }

  @Test
  void classesAndProperties_showTheirUse() throws Exception {
    try (EntitySite site =
        site(":a a :C ; :p :b . :b a :C . :C rdfs:label \"Class\" . :p rdfs:label \"prop\" .")) {
      assertThat(page(site, "/doc/C", "en")).contains("Instances", "1–2 of 2", "href=\"/doc/a\"");
      assertThat(page(site, "/doc/p", "en")).contains("Used as a property by", "1–1 of 1");
    }
  }

  @Test
  void sources_nameGraphsAndDocuments() throws Exception {
    try (EntitySite site =
        site(":g { :a :p 1 ; dct:source :s . } :s rdfs:label \"The source\" .")) {
      assertThat(page(site, "/doc/a", "en")).contains("Stated in:", ">g</a>", ">The source</a>");
    }
  }

  @Test
  void hub_isFastAndPagedWithoutLosingAny() throws Exception {
    StringBuilder data = new StringBuilder();
    for (int i = 0; i < 100_000; i++) {
      data.append(":s").append(i).append(" :near :hub .\n");
    }
    data.append(":hub rdfs:label \"Hub\" . :x :far :hub .");
    try (EntitySite site = site(data.toString())) {
      String first = page(site, "/doc/hub", "en");
      assertThat(first).contains("1–20 of 100,000", "1–1 of 1");
      Matcher next = Pattern.compile("rel=\"next\" href=\"([^\"#]*)").matcher(first);
      assertThat(next.find()).isTrue();
      String second = page(site, next.group(1).replace("&amp;", "&"), "en");
      assertThat(second).contains("21–40 of 100,000", "1–1 of 1", "rel=\"prev\"");
      String last = page(site, "/doc/hub?in=http://example.org/near&page=5000", "en");
      assertThat(last).contains("99,981–100,000 of 100,000").doesNotContain("rel=\"next\"");
      assertThat(site.get("/doc/hub.html?in=http://example.org/near&page=5001").statusCode())
          .isEqualTo(404);
      long start = System.nanoTime();
      for (int i = 0; i < 10; i++) {
        page(site, "/doc/hub?page=" + (i + 2), "en");
      }
      Duration each = Duration.ofNanos((System.nanoTime() - start) / 10);
      assertThat(each).isLessThan(Duration.ofMillis(500));
    }
  }

  @Test
  void tooManyValues_sayHowManyMore() throws Exception {
    StringBuilder data = new StringBuilder(":a rdfs:label \"a\" .");
    for (int i = 0; i < 250; i++) {
      data.append(":a :p :v").append(i).append(" .\n");
    }
    try (EntitySite site = site(data.toString())) {
      assertThat(page(site, "/doc/a", "en")).contains("and 50 more");
    }
  }
}
