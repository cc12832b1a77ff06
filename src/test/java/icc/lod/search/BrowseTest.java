package icc.lod.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BrowseTest {
  private static final String PREFIXES =
      """
      @prefix : <http://example.org/> .
      @prefix ex: <http://other.example/words#> .
      @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
      @prefix sh: <http://www.w3.org/ns/shacl#> .
      @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
      """;

  /** Towns that were in clubs in some role, in some year. */
  private static final String CLUBS =
      """
      :Town a rdfs:Class ; rdfs:label "Town"@en , "Місто"@uk ; rdfs:comment "A small city."@en .
      :TownShape sh:targetClass :Town ; sh:property [ sh:path :land ; sh:class :Land ] ,
        [ sh:path :founded ; sh:nodeKind sh:Literal ] , [ sh:path :twinned ; sh:datatype xsd:boolean ] .
      :StayShape sh:targetClass :Stay ; sh:property [ sh:path :town ; sh:class :Town ] ,
        [ sh:path :club ; sh:class :Club ] , [ sh:path :role ; sh:name "role"@en ] .
      :a a :Town ; rdfs:label "Alpha" ; :land :north ; :founded "1999-05-01"^^xsd:date ; :twinned true .
      :b a :Town ; rdfs:label "Beta" ; :land :north ; :founded "1999"^^xsd:gYear ; :twinned false .
      :c a :Town ; rdfs:label "Gamma"@en , "Гамма"@uk ; :land :south ; :founded "2004-02"^^xsd:gYearMonth .
      :d a :Town ; rdfs:label "Delta" ; :land :south , :north ; :twinned true .
      :e a :Town ; rdfs:label "<script>alert(1)</script>" ; :land :south .
      :f a :Town ; :land :north . [] a :Town ; :land :north .
      :north rdfs:label "North"@en , "Північ"@uk . :south rdfs:label "South"@en .
      :one rdfs:label "Club one" . :two rdfs:label "Club two" .
      :guest rdfs:label "Guest" . :host rdfs:label "Host" .
      :s1 a :Stay ; :town :a ; :club :one ; :role :guest .
      :s2 a :Stay ; :town :a ; :club :two ; :role :host .
      :s3 a :Stay ; :town :b ; :club :two ; :role :guest .
      :s4 a :Stay ; :town :c ; :club :one ; :role :host .
      :s5 a :Stay ; :town :d ; :club :two ; :role :guest .
      """;

  @TempDir Path state;

  private BrowseServer clubs() throws Exception {
    return BrowseServer.of(state, PREFIXES + CLUBS);
  }

  @Test
  void kinds_areListedWithCountsOwnOnesFirst() throws Exception {
    try (BrowseServer server = BrowseServer.of(state, PREFIXES + CLUBS + ":x a ex:Thing .")) {
      String page = server.page("/browse");
      assertThat(page).contains("href=\"/browse/town\"", ">6</span>", "A small city.");
      assertThat(page.indexOf("/browse/town")).isLessThan(page.indexOf("/browse/ex-thing"));
      assertThat(page.indexOf("/browse/ex-thing")).isLessThan(page.indexOf("/browse/rdfs-class"));
      assertThat(server.get("/browse", "Accept", "text/html", "Accept-Language", "uk").body())
          .contains(">Місто</a>");
    }
  }

  @Test
  void facets_comeFromTheShapesOfTheKindAndOfWhatPointsToIt() throws Exception {
    try (BrowseServer server = clubs()) {
      String page = server.page("/browse/town");
      assertThat(page)
          .contains(
              "land=north", "founded=1999", "twinned=true", "stay.club=two", "stay.role=host");
      assertThat(page).contains("Alpha", "&lt;script&gt;").doesNotContain("<script>alert");
    }
  }

  @Test
  void values_ofOneFacetAddUp_facetsNarrowDown() throws Exception {
    try (BrowseServer server = clubs()) {
      assertThat(names(server, "?land=north&land=south")).hasLineCount(6);
      assertThat(names(server, "?founded=1999")).isEqualTo("Alpha\nBeta");
      assertThat(names(server, "?land=south&twinned=true")).isEqualTo("Delta");
      assertThat(names(server, "?founded=1999&founded=2004&land=south")).isEqualTo("Gamma");
    }
  }

  @Test
  void facetsThroughTheSameThing_areAboutTheSameThing() throws Exception {
    try (BrowseServer server = clubs()) {
      // Alpha was a guest, and in club two, but never a guest of club two.
      assertThat(names(server, "?stay.club=two&stay.role=guest")).isEqualTo("Beta\nDelta");
      assertThat(server.page("/browse/town?stay.club=two&stay.role=guest")).contains("2 of 6");
    }
  }

  @Test
  void everyState_hasOneAddress() throws Exception {
    try (BrowseServer server = clubs()) {
      String canonical = "/browse/town?land=north&land=south&stay.role=guest&sort=linked";
      for (String way :
          new String[] {
            "?sort=linked&stay.role=guest&land=south&land=north",
            "?land=http%3A%2F%2Fexample.org%2Fsouth&land=north&land=north&sort=linked&stay.role=guest",
            "?land=north&land=south&stay.role=guest&sort=linked&page=1&utm_source=x&fbclid=y&founded="
          }) {
        HttpResponse<String> answer = server.get("/browse/town" + way, "Accept", "text/html");
        assertThat(answer.headers().firstValue("Link").orElse(""))
            .isEqualTo("<" + canonical + ">; rel=\"canonical\"");
        assertThat(answer.body())
            .contains("rel=\"canonical\" href=\"" + canonical.replace("&", "&amp;"));
      }
    }
  }

  @Test
  void everyState_isDataToo() throws Exception {
    try (BrowseServer server = clubs()) {
      String path = "/browse/town?land=south&twinned=true";
      HttpResponse<String> turtle = server.get(path, "Accept", "text/turtle");
      assertThat(turtle.headers().firstValue("Content-Type"))
          .contains("text/turtle; charset=utf-8");
      assertThat(turtle.headers().firstValue("Vary").orElse("")).contains("Accept");
      assertThat(turtle.body()).contains("example.org/d>", "\"Delta\"").doesNotContain("Alpha");
      assertThat(server.get(path, "Accept", "application/ld+json").body()).contains("Delta");
      assertThat(server.get(path + "&format=csv").body())
          .startsWith("iri,label,")
          .contains("\r\nhttp://example.org/d,Delta,");
      assertThat(server.get(path, "Accept", "application/geo+json").body())
          .contains("\"geometry\" : null", "\"label\" : \"Delta\"");
      assertThat(server.get(path, "Accept", "image/png").statusCode()).isEqualTo(406);
      assertThat(server.get(path + "&format=xls").statusCode()).isEqualTo(400);
      HttpResponse<String> again =
          server.get(
              path,
              "Accept",
              "text/turtle",
              "If-None-Match",
              turtle.headers().firstValue("ETag").orElse(""));
      assertThat(again.statusCode()).isEqualTo(304);
    }
  }

  @Test
  void badInput_isRefusedPolitely() throws Exception {
    try (BrowseServer server = clubs()) {
      String script = URLEncoder.encode("<script>alert(1)</script>", StandardCharsets.UTF_8);
      String long10k = "x".repeat(7_000);
      assertThat(server.status("/browse/nothing")).isEqualTo(404);
      assertThat(server.status("/browse/" + script)).isEqualTo(404);
      assertThat(server.status("/browse/town?land=atlantis")).isEqualTo(404);
      assertThat(server.status("/browse/town?land=" + script)).isEqualTo(404);
      assertThat(server.status("/browse/town?land=" + long10k)).isEqualTo(404);
      assertThat(server.status("/browse/town?page=1000000000")).isEqualTo(404);
      assertThat(server.status("/browse/town?page=" + "9".repeat(200))).isEqualTo(404);
      assertThat(server.status("/browse/town?format=ttl&page=1000000000")).isEqualTo(404);
      for (String query :
          new String[] {
            "page=0",
            "page=-1",
            "page=x",
            "page=1&page=2",
            "lang=xx",
            "sort=size",
            "colour=red",
            script + "=1",
            "sort=label&sort=linked"
          }) {
        assertThat(server.status("/browse/town?" + query)).as(query).isEqualTo(400);
      }
      assertThat(server.status("/browse?page=2")).isEqualTo(400);
      String page = server.get("/browse/town?land=" + script, "Accept", "text/html").body();
      assertThat(page).doesNotContain("<script>alert").contains("&lt;script&gt;");
    }
  }

  @Test
  void lists_havePages() throws Exception {
    String things =
        IntStream.range(0, 120)
            .mapToObj(i -> ":t%03d a :T ; rdfs:label \"t%03d\" .".formatted(i, i))
            .collect(Collectors.joining("\n"));
    try (BrowseServer server = BrowseServer.of(state, PREFIXES + things)) {
      assertThat(server.page("/browse/t"))
          .contains(">t000<", ">t049<", "rel=\"next\" href=\"/browse/t?page=2\"")
          .doesNotContain(">t050<");
      assertThat(server.page("/browse/t?page=3"))
          .contains(">t100<", ">t119<", "start=\"101\"")
          .doesNotContain("rel=\"next\"");
      assertThat(server.status("/browse/t?page=4")).isEqualTo(404);
    }
  }

  @Test
  void tooMuchAtOnce_isRefusedAndCanBePaged() throws Exception {
    int count = BrowseFiles.MOST + 2;
    String things =
        IntStream.range(0, count)
            .mapToObj(i -> ":t" + i + " a :T .")
            .collect(Collectors.joining("\n"));
    try (BrowseServer server = BrowseServer.of(state, PREFIXES + things)) {
      HttpResponse<String> whole = server.get("/browse/t?format=csv");
      assertThat(whole.statusCode()).isEqualTo(413);
      assertThat(whole.body()).contains("page=1");
      HttpResponse<String> first = server.get("/browse/t?format=csv&page=1");
      assertThat(first.body().lines().count()).isEqualTo(BrowseFiles.MOST + 1);
      assertThat(first.headers().firstValue("Link").orElse(""))
          .contains("</browse/t?page=2&format=csv>; rel=\"next\"");
      HttpResponse<String> second = server.get("/browse/t?page=2&format=csv");
      assertThat(second.body().lines().count()).isEqualTo(3);
      assertThat(second.headers().firstValue("Link").orElse("")).doesNotContain("\"next\"");
    }
  }

  @Test
  void dataWithoutShapes_hasFacetsOfItsOwn() throws Exception {
    String things =
        IntStream.range(0, 30)
            .mapToObj(
                i ->
                    "<urn:t:%d> a ex:Thing , ex:Part%d ; ex:colour ex:c%d ; ex:made \"20%02d-01-01\"^^xsd:date ; ex:no \"%d\" ."
                        .formatted(i, i % 2, i % 3, i % 4, i))
            .collect(Collectors.joining("\n"));
    try (BrowseServer server = BrowseServer.of(state, PREFIXES + things)) {
      String page = server.page("/browse/ex-thing");
      assertThat(page)
          .contains("colour=c1", "made=2003", "type=Part1", "sort=newest")
          .doesNotContain("no=7", "type=Thing");
      assertThat(server.page("/browse/ex-thing?colour=c1&made=2001")).contains("3 of 30");
    }
  }

  @Test
  void slugs_thatWouldBeTheSame_areNumbered() throws Exception {
    String data =
        "<urn:a> a <http://one.example/Big%20Thing> . <urn:b> a <http://two.example/big-thing> . "
            + "<urn:c> a <http://three.example/Місто> .";
    try (BrowseServer server = BrowseServer.of(state, data)) {
      assertThat(server.page("/browse"))
          .contains("/browse/big-20-thing", "/browse/big-thing", "/browse/x");
      assertThat(KindSlugs.kebab("ICCPageOfA")).isEqualTo("icc-page-of-a");
    }
  }

  @Test
  void anEmptyRelease_hasNothingToBrowse() throws Exception {
    try (BrowseServer server = BrowseServer.of(state, "")) {
      assertThat(server.page("/browse")).contains("Nothing in this release");
      assertThat(server.page("/map")).contains("Nothing here has a position");
      assertThat(server.get("/places.geojson").body()).contains("\"features\" : [ ]");
    }
  }

  @Test
  void aReleaseWithoutIndex_isUnavailable() throws Exception {
    try (BrowseServer server = BrowseServer.withoutIndex(state)) {
      assertThat(server.status("/browse")).isEqualTo(503);
      assertThat(server.status("/map")).isEqualTo(503);
    }
  }

  private static String names(BrowseServer server, String query) {
    return server
        .get("/browse/town" + query + "&format=csv&lang=en")
        .body()
        .lines()
        .skip(1)
        .map(line -> line.replaceAll("^[^,]*,([^,]*),.*", "$1"))
        .collect(Collectors.joining("\n"));
  }
}
