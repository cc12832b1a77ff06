package icc.lod.search;

import static org.assertj.core.api.Assertions.assertThat;

import icc.lod.web.MapTiles;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MapTest {
  private static final String DATA =
      """
      @prefix : <http://example.org/> .
      @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
      @prefix geo: <http://www.opengis.net/ont/geosparql#> .
      @prefix wgs: <http://www.w3.org/2003/01/geo/wgs84_pos#> .
      :lviv a :City , :Thing ; rdfs:label "Lviv"@en , "Львів"@uk ; geo:hasGeometry :g ; :in :ua .
      :g a geo:Geometry ; geo:asWKT "POINT(24.02 49.84)"^^geo:wktLiteral .
      :fiji a :Island ; rdfs:label "Taveuni" ; wgs:lat "-16.9" ; wgs:long "179.9" .
      :nowhere a :City ; rdfs:label "Nowhere" .
      """;

  @TempDir Path state;

  private static int features(BrowseServer server, String query) {
    HttpResponse<String> answer = server.get("/places.geojson" + query);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.parse(answer.body()).get("features").getAsArray().size();
  }

  @Test
  void places_areGeoJson() throws Exception {
    try (BrowseServer server = BrowseServer.of(state, DATA)) {
      HttpResponse<String> answer = server.get("/places.geojson?lang=uk&kind=city");
      assertThat(answer.headers().firstValue("Content-Type")).contains("application/geo+json");
      JsonObject feature =
          JSON.parse(answer.body()).get("features").getAsArray().get(0).getAsObject();
      assertThat(feature.get("id").getAsString().value()).isEqualTo("http://example.org/lviv");
      assertThat(feature.get("geometry").toString().replaceAll("\\s+", ""))
          .contains("[24.02,49.84]");
      JsonObject properties = feature.get("properties").getAsObject();
      assertThat(properties.get("label").getAsString().value()).isEqualTo("Львів");
      assertThat(properties.get("page").getAsString().value()).isEqualTo("/doc/lviv");
      String tag = answer.headers().firstValue("ETag").orElse("");
      HttpResponse<String> again =
          server.get("/places.geojson?lang=uk&kind=city", "If-None-Match", tag);
      assertThat(again.statusCode()).isEqualTo(304);
    }
  }

  @Test
  void places_areShownOnceAndGeometriesAreNone() throws Exception {
    try (BrowseServer server = BrowseServer.of(state, DATA)) {
      assertThat(features(server, "")).isEqualTo(2);
      assertThat(features(server, "?kind=thing")).isEqualTo(1);
      assertThat(server.status("/map?kind=geo-geometry")).isEqualTo(404);
    }
  }

  @Test
  void bounds_choose() throws Exception {
    try (BrowseServer server = BrowseServer.of(state, DATA)) {
      assertThat(features(server, "?bbox=22,44,41,53")).isEqualTo(1);
      assertThat(features(server, "?bbox=170,-20,-170,0")).isEqualTo(1);
      assertThat(features(server, "?bbox=0,0,10,10")).isEqualTo(0);
      for (String wrong :
          new String[] {"1,2,3", "a,b,c,d", "0,50,10,40", "0,0,400,1", "1,1,1,1,1"}) {
        assertThat(server.get("/places.geojson?bbox=" + wrong).statusCode())
            .as(wrong)
            .isEqualTo(400);
      }
    }
  }

  @Test
  void map_listsWhatItShows() throws Exception {
    try (BrowseServer server = BrowseServer.of(state, DATA)) {
      assertThat(server.page("/map"))
          .contains("href=\"/doc/lviv\"", ">Taveuni</a>", "data-places=\"/places.geojson\"")
          .contains("/webjars/leaflet/1.9.4/dist/leaflet.js?v=")
          .doesNotContain("Nowhere", " style=", "data-tiles");
      assertThat(server.page("/map?kind=city")).contains("Lviv").doesNotContain("Taveuni");
      assertThat(server.status("/map?kind=atlantis")).isEqualTo(404);
      assertThat(server.status("/map?country=x")).isEqualTo(400);
      assertThat(server.status("/map?page=1000000000")).isEqualTo(404);
      assertThat(server.status("/map?lang=xx")).isEqualTo(400);
    }
  }

  @Test
  void tiles_areAskedForOnlyWhereASettingNamesThem() throws Exception {
    MapTiles tiles = MapTiles.of("https://tiles.example:8443/{z}/{x}/{y}.png", "© Somebody");
    try (BrowseServer server = BrowseServer.of(state, DATA, tiles)) {
      HttpResponse<String> page = server.get("/map", "Accept", "text/html");
      assertThat(page.body()).contains("data-tiles=\"https://tiles.example:8443/{z}/{x}/{y}.png\"");
      assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
          .contains("img-src 'self' data: https://tiles.example:8443; ");
    }
  }

  @Test
  void outlines_areServed() throws Exception {
    try (BrowseServer server = BrowseServer.of(state, DATA)) {
      HttpResponse<String> outlines = server.get("/static/search/countries.geojson");
      assertThat(outlines.body().length()).isLessThan(120 * 1024);
      assertThat(JSON.parse(outlines.body()).get("features").getAsArray()).hasSize(2);
    }
  }
}
