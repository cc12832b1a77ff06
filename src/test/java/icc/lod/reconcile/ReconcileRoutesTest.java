package icc.lod.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The Reconciliation Service API over HTTP, on the bundled data. */
@ExtendWith(BundledLinks.class)
final class ReconcileRoutesTest {
  private static final String JSON_TYPE = "application/json";
  private static final String LVIV = "https://w3id.org/intelligent-cities/id/city/lviv";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Q36036",
        "wd:Q36036",
        "http://www.wikidata.org/entity/Q36036",
        "https://www.wikidata.org/wiki/Q36036",
        "https://sws.geonames.org/702550/",
        "http://www.geonames.org/702550",
        "UALVI",
        "UA46060250010015970",
        LVIV
      })
  void identifiers_inTheirUsualSpellings_areMatches(String identifier, LinkSite site) {
    JsonObject best = site.best("{\"query\": \"" + identifier + "\"}");
    assertThat(best.getString("id")).isEqualTo(LVIV);
    assertThat(best.getBoolean("match")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"702550", "DK050"})
  void codesThatMayMeanMore_areFoundButNoMatches(String identifier, LinkSite site) {
    JsonObject best = site.best("{\"query\": \"" + identifier + "\"}");
    assertThat(best.getString("id")).contains("/id/city/");
    assertThat(best.getBoolean("match")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "Lviv,Ukraine,true",
    "Львів,UA,true",
    "Lwiw,Україна,true",
    "Lwiw,,false",
    "Lviv,Q212,true",
    "Lviv,Poland,false",
    "Lvvi,Ukraine,false",
    "City of Lviv,Ukraine,true",
    "City of Lviv,,false"
  })
  void match_isGivenOnlyWhereItIsSafe(String name, String country, boolean match, LinkSite site) {
    String property =
        country == null
            ? ""
            : ", \"properties\": [{\"pid\": \"country\", \"v\": \"" + country + "\"}]";
    JsonObject best =
        site.best("{\"query\": \"" + name + "\", \"type\": \"City\"" + property + "}");
    assertThat(best.getString("id")).isEqualTo(LVIV);
    assertThat(best.getBoolean("match")).isEqualTo(match);
  }

  @Test
  void countries_areKnownInEveryLanguage(LinkSite site) {
    for (String spain : List.of("España", "Spanien", "Іспанія", "ES", "ESP")) {
      JsonObject best =
          site.best(
              "{\"query\": \"Barcelona\", \"type\": \"City\", \"properties\": [{\"pid\": \"country\", \"v\": \""
                  + spain
                  + "\"}]}");
      assertThat(best.getBoolean("match")).as(spain).isTrue();
    }
  }

  @Test
  void context_besideTheName_isHeeded(LinkSite site) {
    assertThat(site.best("{\"query\": \"Lviv, Ukraine\"}").getBoolean("match")).isTrue();
    assertThat(site.best("{\"query\": \"Lviv (Poland)\"}").getBoolean("match")).isFalse();
  }

  @Test
  void scores_areSortedAndExplained(LinkSite site) {
    JsonArray candidates = site.candidates("{\"query\": \"Lviv\", \"limit\": 20}");
    List<Double> scores = new ArrayList<>();
    for (JsonValue value : candidates) {
      JsonObject candidate = value.getAsObject();
      scores.add(candidate.getNumber("score").doubleValue());
      Set<String> features =
          candidate.get("features").getAsArray().stream()
              .map(f -> f.getAsObject().getString("id"))
              .collect(Collectors.toSet());
      assertThat(features).contains("name_similarity", "name_exact", "identifier", "alone");
    }
    assertThat(scores).isSortedAccordingTo((a, b) -> Double.compare(b, a));
    assertThat(scores).allSatisfy(score -> assertThat(score).isBetween(0.0, 100.0));
  }

  @Test
  void names_areInTheLanguageAskedFor(LinkSite site) {
    String queries = "{\"q0\": {\"query\": \"Lviv\", \"type\": \"City\"}}";
    String uk = site.form("queries", queries, "Accept-Language", "uk").body();
    assertThat(uk).contains("Львів", "Місто");
    assertThat(site.form("queries", queries, "Accept-Language", "en").body()).contains("\"Lviv\"");
    assertThat(site.json("/reconcile?lang=uk").getObj("preview").getString("url"))
        .endsWith("&lang=uk");
    assertThat(site.get("/reconcile?lang=xx").statusCode()).isEqualTo(400);
  }

  @Test
  void draft_hasItsManifestAndRoutes(LinkSite site) {
    HttpResponse<String> answer =
        site.get("/reconcile", "Accept", "application/reconciliation.v1+json");
    assertThat(answer.headers().firstValue("content-type"))
        .hasValue("application/reconciliation.v1+json");
    assertThat(answer.headers().firstValue("vary").orElse("")).contains("Accept");
    JsonObject manifest = JSON.parse(answer.body());
    assertThat(manifest.get("versions").getAsArray().toString()).contains("1.0-draft");
    assertThat(manifest.getObj("suggest").getBoolean("entity")).isTrue();
    assertThat(manifest.getObj("view").getString("url")).endsWith("{id}");
    assertThat(site.get("/reconcile", "Accept", "application/reconciliation.v9+json").statusCode())
        .isEqualTo(406);
    HttpResponse<String> matched =
        site.post(
            "/reconcile/match",
            JSON_TYPE,
            """
            {"queries": [
              {"type": "City", "conditions": [
                {"matchType": "name", "propertyValue": "Lviv"},
                {"matchType": "property", "propertyId": "country", "propertyValue": ["PL", "UA"],
                 "required": true, "matchQuantifier": "any"}]},
              {"type": "City", "conditions": [
                {"matchType": "name", "propertyValue": "Lviv"},
                {"matchType": "property", "propertyId": "country", "propertyValue": "UA",
                 "required": true, "matchQuantifier": "none"}]},
              {"conditions": [{"matchType": "id", "propertyValue": "Q36036"}]}]}
            """);
    JsonArray results = JSON.parse(matched.body()).get("results").getAsArray();
    JsonObject lviv =
        results.get(0).getAsObject().get("candidates").getAsArray().get(0).getAsObject();
    assertThat(lviv.getString("id")).isEqualTo(LVIV);
    assertThat(lviv.getBoolean("match")).isTrue();
    assertThat(lviv.getString("lang")).isEqualTo("en");
    assertThat(results.get(1).toString()).doesNotContain(LVIV);
    assertThat(results.get(2).toString()).contains(LVIV);
    HttpResponse<String> extended =
        site.post(
            "/reconcile/extend",
            JSON_TYPE,
            "{\"ids\": [\"" + LVIV + "\"], \"properties\": [{\"id\": \"country/iso2\"}]}");
    assertThat(JSON.parse(extended.body()).get("rows").getAsArray().toString()).contains("\"UA\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hello|",
        "[]|",
        "''|",
        "{\"q0\":{\"query\":\"a\"|",
        "{\"q0\":\"Lviv\"}|q0",
        "{\"q0\":{\"query\":\"Lviv\"},\"q1\":{\"query\":\" \"}}|q1",
        "{\"q0\":{\"query\":{\"a\":1}}}|q0",
        "{\"q0\":{}}|q0",
        "{\"q0\":{\"query\":\"Lviv\",\"type\":\"Unicorn\"}}|q0",
        "{\"q0\":{\"query\":\"Lviv\",\"limit\":0}}|q0",
        "{\"q0\":{\"query\":\"Lviv\",\"properties\":{}}}|q0",
        "{\"q0\":{\"query\":\"Lviv\",\"properties\":[{\"pid\":\"country\"}]}}|q0",
        "{\"q0\":{\"query\":\"Lviv\",\"properties\":[{\"pid\":\"horn\",\"v\":1}]}}|q0",
        "{\"q0\":{\"query\":\"Lviv\",\"type_strict\":\"maybe\"}}|q0"
      })
  void badBatches_areRefusedWithTheQueryAtFault(String queries, String key, LinkSite site) {
    HttpResponse<String> answer = site.form("queries", queries, "Accept", JSON_TYPE);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    JsonObject problem = JSON.parse(answer.body());
    assertThat(problem.getString("detail")).isNotEmpty();
    if (key != null) {
      assertThat(problem.getString("query")).isEqualTo(key);
    }
  }

  @Test
  void hostileBatches_areRefusedByTheirSize(LinkSite site) {
    String many =
        IntStream.range(0, 10_000)
            .mapToObj(i -> "\"q" + i + "\":{\"query\":\"Lviv\"}")
            .collect(Collectors.joining(",", "{", "}"));
    HttpResponse<String> answer = site.form("queries", many, "Accept", JSON_TYPE);
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(JSON.parse(answer.body()).getNumber("batchSize").intValue()).isEqualTo(100);
    String longName = "{\"q0\":{\"query\":\"" + "L".repeat(10_240) + "\"}}";
    assertThat(site.form("queries", longName).statusCode()).isEqualTo(400);
    assertThat(site.form("queries", "[".repeat(500_000)).statusCode()).isEqualTo(400);
    assertThat(site.form("queries", "a".repeat(4 << 20)).statusCode()).isEqualTo(413);
    assertThat(site.form("other", "x").statusCode()).isEqualTo(400);
    assertThat(site.post("/reconcile", JSON_TYPE, "{}").statusCode()).isEqualTo(415);
    assertThat(site.post("/reconcile/match", "text/plain", "{}").statusCode()).isEqualTo(415);
    assertThat(site.get("/reconcile?query=Lviv").statusCode()).isEqualTo(400);
  }

  @Test
  void oddNames_areAnsweredLikeOthers(LinkSite site) {
    for (String name : List.of("!!!", "😀", "* OR name:[* TO *]", "利沃夫", "لفيف", "a\\u0000b")) {
      assertThat(site.form("queries", "{\"q0\":{\"query\":\"" + name + "\"}}").statusCode())
          .as(name)
          .isEqualTo(200);
    }
  }

  @Test
  void getRequests_areCachedByRelease(LinkSite site) {
    String batch = "/reconcile?queries=" + LinkSite.encoded("{\"q0\":{\"query\":\"Lviv\"}}");
    for (String path :
        List.of(
            "/reconcile",
            batch,
            "/reconcile/suggest/entity?prefix=L",
            "/reconcile/extend/propose?type=City",
            "/reconcile/preview?id=" + LinkSite.encoded(LVIV),
            "/link")) {
      HttpResponse<String> answer = site.get(path);
      assertThat(answer.statusCode()).as(path).isEqualTo(200);
      String tag = answer.headers().firstValue("etag").orElseThrow();
      assertThat(site.get(path, "If-None-Match", tag).statusCode()).as(path).isEqualTo(304);
      assertThat(answer.headers().firstValue("access-control-allow-origin")).hasValue("*");
    }
  }

  @Test
  void suggestions_goOnFromACursor(LinkSite site) {
    String path = "/reconcile/suggest/entity?prefix=L&type=City&limit=5";
    List<String> first = ids(site.json(path));
    List<String> next = ids(site.json(path + "&cursor=5"));
    assertThat(first).hasSize(5);
    assertThat(next).isNotEmpty().doesNotContainAnyElementsOf(first);
    assertThat(ids(site.json("/reconcile/suggest/entity?prefix=Q36036"))).first().isEqualTo(LVIV);
    assertThat(ids(site.json("/reconcile/suggest/type?prefix="))).isNotEmpty();
    assertThat(site.get("/reconcile/suggest/entity?cursor=x").statusCode()).isEqualTo(400);
    assertThat(site.get("/reconcile/suggest/thing?prefix=x").statusCode()).isEqualTo(404);
  }

  private static List<String> ids(JsonObject json) {
    return json.get("result").getAsArray().stream()
        .map(v -> v.getAsObject().getString("id"))
        .toList();
  }

  @Test
  void extension_givesValuesByTheirKind(LinkSite site) {
    HttpResponse<String> answer =
        site.form(
            "extend",
            "{\"ids\": [\""
                + LVIV
                + "\", \"http://example.org/nobody\"], \"properties\": [{\"id\": \"prefLabel\","
                + " \"settings\": {\"languages\": \"true\"}}, {\"id\": \"unlocode\","
                + " \"settings\": {\"limit\": 2}}, {\"id\": \"country\", \"settings\": {\"iris\":"
                + " true}}]}");
    JsonObject rows = JSON.parse(answer.body()).getObj("rows");
    JsonObject lviv = rows.getObj(LVIV);
    assertThat(lviv.get("prefLabel").getAsArray().toString()).contains("Lviv", "Львів");
    assertThat(lviv.get("unlocode").getAsArray().size()).isEqualTo(2);
    assertThat(lviv.get("country").getAsArray().toString()).contains("str", "/id/country/ukraine");
    assertThat(rows.getObj("http://example.org/nobody").get("country").getAsArray().isEmpty())
        .isTrue();
    assertThat(site.form("extend", "{\"ids\":[\"x\"],\"properties\":[]}").statusCode())
        .isEqualTo(400);
    assertThat(site.form("extend", "{\"ids\":[],\"properties\":[{\"id\":\"zz\"}]}").statusCode())
        .isEqualTo(400);
    assertThat(site.get("/reconcile/preview?id=http://example.org/nobody").statusCode())
        .isEqualTo(404);
  }
}
