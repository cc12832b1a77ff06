package icc.lod.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The requests that OpenRefine 3 makes, one after another, each from what the last one said. */
@ExtendWith(BundledLinks.class)
final class OpenRefineTest {
  private static final String LVIV = "https://w3id.org/intelligent-cities/id/city/lviv";
  private static final String CITY = "https://w3id.org/intelligent-cities/ontology#City";
  private static final String COUNTRY = "https://w3id.org/intelligent-cities/ontology#country";

  @Test
  void aColumnOfCities_isReconciledAndExtended(LinkSite site) {
    JsonObject manifest = manifest(site);
    assertThat(guessedType(site)).isEqualTo(CITY);
    assertThat(typeAhead(site, manifest, "type", "cit").toString()).contains(CITY);
    assertThat(typeAhead(site, manifest, "property", "country").toString()).contains(COUNTRY);
    reconcile(site);
    previewAndFlyout(site, manifest);
    extend(site, manifest);
  }

  /** Add standard service. */
  private static JsonObject manifest(LinkSite site) {
    HttpResponse<String> answer =
        site.get("/reconcile", "Origin", "http://127.0.0.1:3333", "Accept", "application/json");
    assertThat(answer.headers().firstValue("access-control-allow-origin")).hasValue("*");
    assertThat(answer.headers().firstValue("content-type")).hasValue("application/json");
    JsonObject manifest = JSON.parse(answer.body());
    assertThat(manifest.get("versions").getAsArray().get(0).getAsString().value()).isEqualTo("0.2");
    assertThat(manifest.getString("identifierSpace")).isNotEmpty();
    assertThat(manifest.getString("schemaSpace")).isNotEmpty();
    assertThat(manifest.getObj("view").getString("url")).contains("{{id}}");
    assertThat(manifest.getNumber("batchSize").intValue()).isGreaterThanOrEqualTo(10);
    return manifest;
  }

  /** Start reconciling: the first cells, to guess the type. */
  private static String guessedType(LinkSite site) {
    HttpResponse<String> answer =
        site.form(
            "queries",
            """
            {"q0": {"query": "Lviv", "limit": 3}, "q1": {"query": "Barcelona", "limit": 3},
             "q2": {"query": "Мангейм", "limit": 3}}
            """);
    JsonObject results = JSON.parse(answer.body());
    assertThat(results.keys()).containsExactlyInAnyOrder("q0", "q1", "q2");
    JsonObject best = results.getObj("q1").get("result").getAsArray().get(0).getAsObject();
    return best.get("type").getAsArray().get(0).getAsObject().getString("id");
  }

  private static JsonArray typeAhead(
      LinkSite site, JsonObject manifest, String kind, String prefix) {
    JsonObject service = manifest.getObj("suggest").getObj(kind);
    assertThat(service.getString("service_url")).isEqualTo(site.origin());
    return site.json(
            service.getString("service_path") + "?prefix=" + prefix + "&type_strict=should&lang=en")
        .get("result")
        .getAsArray();
  }

  /** Batches with a type and a column as property. */
  private static void reconcile(LinkSite site) {
    String query =
        """
        {"query": "%s", "type": "%s", "type_strict": "should", "limit": 5,
         "properties": [{"pid": "%s", "v": "%s"}]}
        """;
    HttpResponse<String> answer =
        site.form(
            "queries",
            "{\"q0\": %s, \"q1\": %s, \"q2\": %s}"
                .formatted(
                    query.formatted("Lwów", CITY, COUNTRY, "Ukraine"),
                    query.formatted("Barcelona", CITY, COUNTRY, "ES"),
                    query.formatted("Barcelona", CITY, COUNTRY, "Venezuela")));
    JsonObject results = JSON.parse(answer.body());
    JsonObject lviv = first(results, "q0");
    assertThat(lviv.getString("id")).isEqualTo(LVIV);
    assertThat(lviv.getBoolean("match")).isFalse();
    assertThat(first(results, "q1").getBoolean("match")).isTrue();
    assertThat(first(results, "q1").getNumber("score").intValue()).isEqualTo(100);
    assertThat(first(results, "q2").getBoolean("match")).isFalse();
  }

  private static JsonObject first(JsonObject results, String key) {
    return results.getObj(key).get("result").getAsArray().get(0).getAsObject();
  }

  /** Hovering a candidate, and searching for a match by hand. */
  private static void previewAndFlyout(LinkSite site, JsonObject manifest) {
    String url = manifest.getObj("preview").getString("url");
    assertThat(url).startsWith(site.origin());
    String path = url.substring(site.origin().length());
    HttpResponse<String> preview = site.get(path.replace("{{id}}", LinkSite.encoded(LVIV)));
    assertThat(preview.statusCode()).isEqualTo(200);
    assertThat(preview.headers().firstValue("content-security-policy").orElse(""))
        .contains("frame-ancestors *");
    assertThat(preview.body()).contains("Lviv", "Ukraine").doesNotContain("<script");
    String flyout = manifest.getObj("suggest").getObj("entity").getString("flyout_service_path");
    JsonObject card = site.json(flyout.replace("${id}", LinkSite.encoded(LVIV)));
    assertThat(card.getString("id")).isEqualTo(LVIV);
    assertThat(card.getString("html")).contains("<strong>Lviv</strong>");
    assertThat(typeAhead(site, manifest, "entity", "Lv").toString()).contains(LVIV);
  }

  /** Add columns from reconciled values. */
  private static void extend(LinkSite site, JsonObject manifest) {
    JsonObject propose = manifest.getObj("extend").getObj("propose_properties");
    JsonArray proposed =
        site.json(propose.getString("service_path") + "?type=" + LinkSite.encoded(CITY))
            .get("properties")
            .getAsArray();
    assertThat(proposed.stream().map(JsonValue::getAsObject).map(p -> p.getString("id")))
        .contains(COUNTRY);
    HttpResponse<String> answer =
        site.form(
            "extend",
            """
            {"ids": ["%s"], "properties": [{"id": "%s"},
             {"id": "https://w3id.org/intelligent-cities/ontology#wikidata"},
             {"id": "^observationOf/value", "settings": {"limit": "1"}}]}
            """
                .formatted(LVIV, COUNTRY));
    JsonObject row = JSON.parse(answer.body()).getObj("rows").getObj(LVIV);
    assertThat(row.get(COUNTRY).getAsArray().toString()).contains("country/ukraine", "Ukraine");
    assertThat(row.get("https://w3id.org/intelligent-cities/ontology#wikidata").toString())
        .contains("Q36036");
    assertThat(row.get("^observationOf/value").getAsArray().size()).isEqualTo(1);
  }
}
