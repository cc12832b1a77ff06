package icc.lod.linking;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lookups in data that nobody here wrote. */
final class LookupTest {
  @TempDir static Path state;
  private static LinkSite site;

  @BeforeAll
  static void publish() throws Exception {
    site = LinkSite.of(state, Given.BASE, Given.TRIG);
  }

  @AfterAll
  static void close() {
    site.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://www.wikidata.org/entity/Q36036",
        "https://www.wikidata.org/entity/Q36036",
        "https://www.wikidata.org/wiki/Q36036",
        "https://m.wikidata.org/wiki/Special:EntityData/Q36036.json",
        "<http://www.wikidata.org/entity/Q36036>",
        "wd:Q36036",
        "Q36036",
        " q36036 ",
        "https://sws.geonames.org/702550/",
        "http://sws.geonames.org/702550",
        "https://www.geonames.org/702550/lviv.html",
        "702550",
        "geonames:702550",
        "UALWO",
        "UA LWO",
        "ua-lwo",
        "4036601-7",
        "https://d-nb.info/gnd/4036601-7",
        "79000",
        "http://example.org/lviv",
        "http://example.org/id1"
      })
  void usualSpellings_findTheThing(String identifier) {
    HttpResponse<String> answer = site.lookup(identifier);
    assertThat(answer.statusCode()).isEqualTo(200);
    JsonObject json = JSON.parse(answer.body());
    assertThat(json.getString("status")).isEqualTo("found");
    JsonObject match = json.get("matches").getAsArray().get(0).getAsObject();
    assertThat(match.getString("iri")).isEqualTo("http://example.org/lviv");
    assertThat(match.getString("page")).startsWith(site.origin() + "/doc/");
    assertThat(match.get("identifiers").toString())
        .contains("UALWO", "702550", "http://www.wikidata.org/entity/Q36036", "4036601-7");
  }

  @Test
  void documentHere_standsForWhatItIsAbout() {
    assertThat(site.lookup(site.origin() + "/doc/lviv").body()).contains("http://example.org/lviv");
  }

  @Test
  void identifier_saysWhatTheDataSays_andNoMore() {
    JsonObject match =
        JSON.parse(site.lookup("UALWO").body()).get("matches").getAsArray().get(0).getAsObject();
    JsonObject locode = identifier(match, "UALWO");
    assertThat(locode.getString("register")).isEqualTo("UN/LOCODE");
    assertThat(locode.getString("confidence")).isEqualTo("High");
    assertThat(locode.getString("method")).isEqualTo("Found twice.");
    assertThat(locode.getString("date")).isEqualTo("2025-04-01");
    assertThat(locode.get("sources").toString()).contains("http://example.org/list");
    assertThat(identifier(match, "Q36036").keys())
        .doesNotContain("confidence", "method", "date", "sources");
  }

  private static JsonObject identifier(JsonObject match, String code) {
    return match.get("identifiers").getAsArray().stream()
        .map(value -> value.getAsObject())
        .filter(i -> i.getString("code").equals(code))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void sharedCode_findsSeveral() {
    JsonObject json = JSON.parse(site.lookup("SHARED").body());
    assertThat(json.getString("status")).isEqualTo("several");
    assertThat(json.get("total").toString()).isEqualTo("2");
  }

  @Test
  void unknown_is404_withWhatIsNear() {
    HttpResponse<String> answer = site.lookup("UALWX", "Accept", "application/json");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("UALWO", "http://example.org/lviv");
    HttpResponse<String> named = site.lookup("https://nowhere.example/Lwiw");
    assertThat(named.statusCode()).isEqualTo(404);
    assertThat(named.body()).contains("Near Lwiw");
    HttpResponse<String> page = site.lookup("UALWX", "Accept", "text/html");
    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.body()).contains("UALWO", "<textarea");
  }

  @Test
  void many_haveAStatusEach() {
    String query = "/lookup?uri=Q36036&uri=nobody-knows&uri=Q37333";
    assertThat(site.get(query).body()).contains("\"found\"", "\"unknown\"");
    String csv = site.get(query + "&format=csv").body();
    assertThat(csv).startsWith("asked,status,iri,").contains("nobody-knows,unknown,,");
    for (String type : new String[] {"application/json", "text/plain"}) {
      String body = type.endsWith("json") ? "[\"Q36036\",\"x1y2\"]" : "Q36036\nx1y2\n";
      HttpResponse<String> answer = site.post("/lookup", type, "application/json", body);
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(JSON.parse(answer.body()).get("results").getAsArray()).hasSize(2);
    }
    assertThat(
            site.post(
                    "/lookup",
                    "application/x-www-form-urlencoded",
                    "text/html",
                    "uri=Q36036%0D%0AQ37333")
                .body())
        .contains("Lviv", "Lublin");
  }

  @Test
  void rdf_isWhatTheReleaseSays() {
    HttpResponse<String> answer = site.lookup("Q36036", "Accept", "application/ld+json");
    DatasetGraph data = RDFParser.fromString(answer.body(), Lang.JSONLD11).toDatasetGraph();
    assertThat(
            data.getDefaultGraph()
                .contains(
                    NodeFactory.createURI("http://example.org/lviv"),
                    NodeFactory.createURI("http://www.w3.org/2002/07/owl#sameAs"),
                    NodeFactory.createURI("http://www.wikidata.org/entity/Q36036")))
        .isTrue();
    assertThat(
            data.getDefaultGraph()
                .contains(NodeFactory.createURI("http://example.org/id1"), Node.ANY, Node.ANY))
        .isTrue();
  }

  @Test
  void badInput_isRefused() {
    String thousand =
        IntStream.rangeClosed(0, Lookup.MOST)
            .mapToObj(i -> "Q" + i)
            .collect(Collectors.joining("\n"));
    assertThat(post("text/plain", thousand)).isEqualTo(413);
    assertThat(post("text/plain", "x".repeat(2_000_000))).isEqualTo(413);
    assertThat(post("text/plain", "x".repeat(10_000))).isEqualTo(400);
    assertThat(post("application/json", "{\"uri\": 1}")).isEqualTo(400);
    assertThat(post("application/json", "[1]")).isEqualTo(400);
    assertThat(post("application/json", "not json")).isEqualTo(400);
    assertThat(post("application/xml", "<a/>")).isEqualTo(415);
    assertThat(site.get("/lookup", "Accept", "application/json").statusCode()).isEqualTo(400);
    assertThat(site.get("/lookup?iri=Q1", "Accept", "text/html").statusCode()).isEqualTo(400);
    assertThat(site.get("/lookup?uri=Q1&format=docx").statusCode()).isEqualTo(400);
    assertThat(site.get("/lookup?uri=Q36036", "Accept", "image/png").statusCode()).isEqualTo(406);
  }

  private static int post(String type, String body) {
    return site.post("/lookup", type, "application/json", body).statusCode();
  }

  @Test
  void page_isAForm_inBothLanguages() {
    assertThat(site.get("/lookup?lang=en", "Accept", "text/html").body())
        .contains("<label for=\"uri\">", "Lookup by identifier");
    assertThat(site.get("/lookup?uri=Q36036&lang=uk", "Accept", "text/html").body())
        .contains("Львів", "Рівень певності");
  }

  @Test
  void answers_areCachedByRelease() {
    HttpResponse<String> answer = site.lookup("Q36036");
    String tag = answer.headers().firstValue("etag").orElseThrow();
    assertThat(site.lookup("Q36036", "If-None-Match", tag).statusCode()).isEqualTo(304);
  }
}
