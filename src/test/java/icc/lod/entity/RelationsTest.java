package icc.lod.entity;

import static org.assertj.core.api.Assertions.assertThat;

import icc.lod.web.PageChecks;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A club of ships: words that nobody here knows, but for what they say of themselves. */
final class RelationsTest {
  private static final String DATA =
      """
      @prefix : <http://ships.example/> .
      @prefix owl: <http://www.w3.org/2002/07/owl#> .
      @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
      @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
      @prefix dct: <http://purl.org/dc/terms/> .
      @prefix foaf: <http://xmlns.com/foaf/0.1/> .
      @prefix dcat: <http://www.w3.org/ns/dcat#> .
      @prefix prov: <http://www.w3.org/ns/prov#> .
      @prefix schema: <https://schema.org/> .
      @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

      :catalogue a dcat:Catalog ; dct:title "The catalogue"@en ; foaf:primaryTopic :club .
      :tons rdfs:subPropertyOf :figure . :figure rdfs:subPropertyOf schema:value .
      :kind rdfs:subPropertyOf schema:measuredProperty ; rdfs:label "kind of figure"@en .
      :of rdfs:subPropertyOf schema:observationAbout . :day owl:equivalentProperty schema:observationDate .
      :began skos:closeMatch dcat:startDate . :ended skos:closeMatch dcat:endDate .
      :Voyage rdfs:subClassOf :Undertaking . :Undertaking rdfs:subClassOf prov:Activity .
      :Service rdfs:label "Service"@en , "Служба"@uk .
      :rank rdfs:label "rank"@en , "ранг"@uk . :aboard rdfs:label "aboard"@en .

      :club rdfs:label "The club"@en , "Клуб"@uk ; dct:description "Sails & <b>rows</b>."@en ;
        :owns :arrow , :beagle ; owl:sameAs <http://www.wikidata.org/entity/Q1> .
      :arrow rdfs:label "Arrow"@en . :beagle rdfs:label "Beagle"@en .

      :o1 :kind :weight ; :of :club ; :tons 40 ; :day "2020-01-01"^^xsd:date ; dct:source :log .
      :o2 :kind :weight ; :of :club ; :tons 55.5 ; :day "2021"^^xsd:gYear ; :preferred true ; dct:source :log .
      :o3 :kind :crew ; :of :arrow ; :tons 7 ; dct:source :log .
      :weight rdfs:label "Weight"@en . :log rdfs:label "The log"@en .

      :v1 a :Voyage ; rdfs:label "First voyage"@en ; :of2 :club ; :began "2019-05"^^xsd:gYearMonth ; :ended "2019-07"^^xsd:gYearMonth .
      :v2 a :Voyage ; rdfs:label "Second voyage"@en ; :of2 :club ; :began "2020-02-30"^^xsd:date .
      :v3 a :Voyage ; rdfs:label "Third voyage"@en ; :of2 :club ; :began "2021-03-01"^^xsd:date .
      """;

  @TempDir static Path state;
  private static EntitySite site;

  @BeforeAll
  static void start() throws Exception {
    StringBuilder data = new StringBuilder(DATA);
    for (int i = 0; i < 15; i++) {
      data.append(
          ":s%d a :Service ; :aboard :arrow ; :who :p%d ; :rank :r%d ; :since \"20%02d\" .\n"
              .formatted(i, i, i % 3, i + 10));
      data.append(":p%d rdfs:label \"Sailor %d\"@en .\n".formatted(i, i));
    }
    data.append(":r0 rdfs:label \"captain\"@en . :r1 rdfs:label \"cook\"@en . ");
    data.append(":r2 rdfs:label \"boy\"@en .\n");
    for (int i = 0; i < 3; i++) {
      data.append(
          ":t%d a :Service ; :aboard :beagle ; :who :p%d ; :rank :r%d ; dct:source :log .\n"
              .formatted(i, i, i));
    }
    site = EntitySite.of(state, "http://ships.example/", data.toString());
  }

  @AfterAll
  static void stop() {
    site.close();
  }

  private static String page(String path, String language) {
    HttpResponse<String> answer =
        site.get(path, "Accept", "text/html", "Accept-Language", language);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }

  @Test
  void fewRelations_areATable() {
    String page = page("/doc/beagle", "uk");
    assertThat(page)
        .contains(
            "<caption class=\"unseen\" id=\"table-1-caption\"><span>Служба</span>",
            ">ранг</a></th>",
            ">captain</a>")
        .contains(
            "<th scope=\"row\"><a href=\"/doc/t0\"", "<td class=\"source\"><a href=\"/doc/log\"");
  }

  @Test
  void manyRelations_areGroupedByWhatSortsThem() {
    String page = page("/doc/arrow", "en");
    assertThat(page)
        .contains(
            "15, grouped by “rank”",
            ">captain</a> <span class=\"count\">5</span>",
            ">Sailor 14</a>")
        .doesNotContain("1–15 of 15");
  }

  @Test
  void observations_areDrawnAndTabled() {
    String page = page("/doc/club", "en");
    assertThat(page)
        .contains("<figcaption><span>Weight</span>", "width=\"72.1%\"", "class=\"preferred\"")
        .contains(">55.5</a>", "<span class=\"tag\">preferred</span>", ">1 January 2020</time>");
    assertThat(page("/doc/weight", "en")).contains(">55.5</tspan>", ">The club</a>");
  }

  @Test
  void datedThings_areATimeline() {
    assertThat(page("/doc/club", "en"))
        .contains(">First voyage</a>", ">May 2019</time> – <time datetime=\"2019-07\">July 2019")
        .contains(">2021</text>", "no end known")
        .doesNotContain("<rect x=\"NaN");
  }

  @Test
  void entity_isCitedWithReleaseAndStableAddress() {
    assertThat(page("/doc/club", "en"))
        .contains(
            "The club. (2026). The club (release 1, 2026-01-01) [Data set]. http://ships.example/club")
        .contains("@misc{club-release-1,", "\\url{http://ships.example/club}");
  }

  @Test
  void sameThingElsewhere_isNamedByItsAuthority() {
    assertThat(page("/doc/club", "en"))
        .contains("<dt>wikidata.org</dt>", "href=\"http://www.wikidata.org/entity/Q1\"");
  }

  @Test
  void neighbours_areDrawnAsLinks() {
    assertThat(page("/doc/club", "en"))
        .contains("<text class=\"middle\" x=\"450\"", ">Beagle</text>");
  }

  @Test
  void home_tellsOfTheSubject() {
    String home = page("/", "en");
    assertThat(home)
        .contains(
            "<h1>The club</h1>", "Sails &amp; &lt;b&gt;rows&lt;/b&gt;.", ">The club</span></a>")
        .contains(">55.5</span>", ">The log</a>", ">Third voyage</a>");
    assertThat(home).as("the preferred of two values").doesNotContain(">40</span>");
    assertThat(page("/", "uk")).contains("<h1>Клуб</h1>", "property=\"og:title\" content=\"Клуб\"");
  }

  @ParameterizedTest
  @CsvSource({
    "/,en",
    "/,uk",
    "/doc/club,en",
    "/doc/club,uk",
    "/doc/arrow,en",
    "/doc/beagle,uk",
    "/doc/weight,en",
    "/doc/log,en",
    "/doc/catalogue,uk"
  })
  void everyPage_isSound(String path, String language) {
    PageChecks.assertSound(page(path, language));
  }
}
