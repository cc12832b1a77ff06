package icc.lod.entity;

import static org.assertj.core.api.Assertions.assertThat;

import icc.lod.rdf.RdfFormat;
import icc.lod.view.Representation;
import icc.lod.web.PublicUrl;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DocumentTest {
  private static final String BASE = "https://w3id.org/intelligent-cities/";
  private static final String DATA =
      """
      @prefix : <https://w3id.org/intelligent-cities/ontology#> .
      @prefix city: <https://w3id.org/intelligent-cities/id/city/> .
      @prefix owl: <http://www.w3.org/2002/07/owl#> .
      @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
      @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
      @prefix dct: <http://purl.org/dc/terms/> .
      @prefix geo: <http://www.opengis.net/ont/geosparql#> .
      @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

      <https://w3id.org/intelligent-cities/ontology> a owl:Ontology ;
        dct:title "ICC vocabulary"@en , "Словник ICC"@uk ;
        dct:description "Words for intelligent cities."@en ;
        dct:license <https://creativecommons.org/licenses/by/4.0/> .
      :City a owl:Class ; rdfs:label "City"@en , "Місто"@uk ; rdfs:comment "A city."@en .
      :country a owl:ObjectProperty ; rdfs:label "country"@en , "країна"@uk .

      <https://w3id.org/intelligent-cities/id/graph/cities> {
        city:lviv a :City ;
          skos:prefLabel "Lviv"@en , "Львів"@uk ;
          dct:description "A city of lions </script><b>."@en ;
          :country <https://w3id.org/intelligent-cities/id/country/ukraine> ;
          :population 717486 ;
          :founded "1256"^^xsd:gYear ;
          :joined "2024-03-21"^^xsd:date ;
          :wikidata <http://www.wikidata.org/entity/Q36036> ;
          :address [ :street "Rynok" ; :part [ :house 1 ] ] ;
          dct:source <https://w3id.org/intelligent-cities/id/source/s1> ;
          geo:hasGeometry <https://w3id.org/intelligent-cities/id/geometry/lviv> .
        <https://w3id.org/intelligent-cities/id/geometry/lviv>
          geo:asWKT "POINT(24.03 49.84)"^^geo:wktLiteral .
        <https://w3id.org/intelligent-cities/id/country/ukraine>
          skos:prefLabel "Ukraine"@en , "Україна"@uk .
        <https://w3id.org/intelligent-cities/id/source/s1> skos:prefLabel "A source"@en .
        <https://w3id.org/intelligent-cities/id/місто/львів> skos:prefLabel "Львів"@uk .
        city:old owl:deprecated true ; dct:isReplacedBy city:lviv ; skos:prefLabel "Old"@en .
        city:kyiv a :City ; skos:prefLabel "Kyiv"@en ;
          :country <https://w3id.org/intelligent-cities/id/country/ukraine> .
        <https://w3id.org/intelligent-cities/odd/a%2Fb;c'd(e)&f> rdfs:label "odd" .
        <https://w3id.org/intelligent-cities/odd/100%25> rdfs:label "percent" .
        <https://w3id.org/intelligent-cities/odd//double/> rdfs:label "double" .
        <https://w3id.org/intelligent-cities/item?id=5> rdfs:label "item five" .
        <https://w3id.org/intelligent-cities/file.ttl> rdfs:label "a file" .
        <https://w3id.org/intelligent-cities/file> rdfs:label "no file" .
        <https://w3id.org/intelligent-cities/vocab#A> rdfs:label "term A" .
        <https://w3id.org/intelligent-cities/id/bad> <http://example.org/123> "x" .
      }
      """;

  @TempDir static Path state;
  private static EntitySite site;

  @BeforeAll
  static void start() throws Exception {
    site = EntitySite.of(state, BASE, DATA);
  }

  @AfterAll
  static void stop() {
    site.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      value = {
        "/id/city/lviv | /doc/city/lviv",
        "/vocab | /doc/vocab",
        "/odd/a%2Fb;c'd(e)&f | /doc/odd/a%2Fb;c'd(e)&f",
        "/odd/a%2Fb;c%27d%28e%29&f | /doc/odd/a%2Fb;c'd(e)&f",
        "/odd/100%25 | /doc/odd/100%25",
        "/odd//double/ | /doc/odd//double/",
        "/item?id=5 | /doc/item%3Fid=5",
        "/file.ttl | /doc/file.ttl",
        "/file | /doc/file",
        "/id/city/lviv?lang=uk | /doc/city/lviv?lang=uk",
        "/id/%D0%BC%D1%96%D1%81%D1%82%D0%BE/%D0%BB%D1%8C%D0%B2%D1%96%D0%B2"
            + " | /doc/%D0%BC%D1%96%D1%81%D1%82%D0%BE/%D0%BB%D1%8C%D0%B2%D1%96%D0%B2",
      })
  void thing_303ToItsDocumentWhichAnswers(String path, String document) {
    HttpResponse<String> answer = site.get(path);
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("location")).hasValue(document);
    assertThat(answer.body()).isEmpty();
    for (String accept : List.of("text/html", "text/turtle")) {
      assertThat(site.get(document, "Accept", accept).statusCode()).as(accept).isEqualTo(200);
    }
  }

  @Test
  void cyrillicPathSentBare_isUnderstood() throws Exception {
    assertThat(site.rawGet("/id/місто/львів")).startsWith("HTTP/1.1 303");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/id/city/nowhere", "/doc/city/nowhere", "/doc/city/nowhere.ttl", "/city/lviv/x"})
  void unknown_404(String path) {
    HttpResponse<String> answer = site.get(path, "Accept", "text/turtle");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
  }

  @ParameterizedTest
  @CsvSource({
    "/id/city/old,text/html,href=\"/doc/city/lviv\"",
    "/doc/city/old,text/html,href=\"/doc/city/lviv\"",
    "/doc/city/old.ttl,*/*,city:lviv",
    "/doc/city/old,application/ld+json,isReplacedBy",
    "/id/city/old,application/n-quads,isReplacedBy",
    "/doc/city/old,application/json,\"/doc/city/lviv\""
  })
  void withdrawn_410WithSuccessor(String path, String accept, String told) {
    HttpResponse<String> answer = site.get(path, "Accept", accept);
    assertThat(answer.statusCode()).isEqualTo(410);
    assertThat(answer.body()).contains(told);
    assertThat(answer.headers().firstValue("link"))
        .hasValue("</doc/city/lviv>; rel=\"successor-version\"");
  }

  @ParameterizedTest
  @CsvSource({
    "/id/city/lviv/,/doc/city/lviv",
    "/doc/city/lviv/,/doc/city/lviv",
    "/odd//double,/doc/odd//double/"
  })
  void otherSlash_308InOneHop(String path, String document) {
    HttpResponse<String> answer = site.get(path);
    assertThat(answer.statusCode()).isEqualTo(308);
    assertThat(answer.headers().firstValue("location")).hasValue(document);
    assertThat(site.get(document).statusCode()).isEqualTo(200);
  }

  static Stream<Representation> representations() {
    return Representation.all().stream();
  }

  @ParameterizedTest
  @MethodSource("representations")
  void everyForm_bySuffixByAcceptAndByParameter(Representation form) {
    HttpResponse<String> bySuffix = site.get("/doc/city/lviv." + form.suffix());
    HttpResponse<String> byAccept = site.get("/doc/city/lviv", "Accept", form.mediaType());
    HttpResponse<String> byParameter =
        site.get("/doc/city/lviv?format=" + form.suffix(), "Accept", "image/png");
    for (HttpResponse<String> answer : List.of(bySuffix, byAccept, byParameter)) {
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("content-type").orElseThrow())
          .startsWith(form.mediaType());
      assertThat(answer.headers().firstValue("content-location"))
          .hasValue("/doc/city/lviv." + form.suffix());
      assertThat(answer.headers().firstValue("link").orElseThrow())
          .contains(
              "</doc/city/lviv>; rel=\"canonical\"",
              "</doc/city/lviv.ttl>; rel=\"alternate\"; type=\"text/turtle\"",
              "<https://creativecommons.org/licenses/by/4.0/>; rel=\"license\"");
    }
    String language = form instanceof Representation.Html ? "Accept-Language, " : "";
    assertThat(byAccept.headers().firstValue("vary"))
        .hasValue("Accept, " + language + "Accept-Encoding");
    assertThat(bySuffix.headers().firstValue("vary")).hasValue(language + "Accept-Encoding");
  }

  @ParameterizedTest
  @MethodSource("representations")
  void everyForm_304AndHead(Representation form) {
    String path = "/doc/city/lviv." + form.suffix();
    String tag = site.get(path).headers().firstValue("etag").orElseThrow();
    assertThat(tag).doesNotStartWith("W/");
    HttpResponse<String> known = site.get(path, "If-None-Match", tag);
    assertThat(known.statusCode()).isEqualTo(304);
    assertThat(known.headers().firstValue("content-location")).hasValue(path);
    HttpResponse<String> head = site.send("HEAD", path);
    assertThat(head.headers().firstValue("etag")).hasValue(tag);
    assertThat(head.body()).isEmpty();
  }

  @Test
  void tags_differByFormAndLanguage() {
    List<String> tags =
        Stream.of(
                site.get("/doc/city/lviv", "Accept", "text/turtle"),
                site.get("/doc/city/lviv", "Accept", "application/ld+json"),
                site.get("/doc/city/lviv", "Accept", "text/html"),
                site.get("/doc/city/lviv", "Accept", "text/html", "Accept-Language", "uk"))
            .map(answer -> answer.headers().firstValue("etag").orElseThrow())
            .toList();
    assertThat(tags).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource(RdfFormat.class)
  void everySyntax_hasTheSameGraph(RdfFormat format) {
    for (String document : List.of("/doc/city/lviv", "/ontology", "/doc/vocab")) {
      Graph expected = parse(site.get(document + ".nt").body(), Lang.NTRIPLES);
      Graph actual = parse(site.get(document + "." + format.suffix()).body(), format.lang());
      assertThat(actual.isIsomorphicWith(expected)).as(document).isTrue();
      assertThat(expected.size()).isGreaterThan(0);
    }
  }

  @Test
  void description_hasBlankNodesLabelsAndCanonicalIris() {
    String triples = site.get("/doc/city/lviv.nt").body();
    assertThat(triples)
        .contains("\"Rynok\"", "ontology#house", "\"Україна\"@uk", "<" + BASE + "id/city/lviv>")
        .doesNotContain("localhost", "127.0.0.1", "Kyiv");
  }

  @Test
  void hashDocument_describesItsTerms() {
    assertThat(site.get("/ontology.ttl").body()).contains("\"Місто\"@uk", "\"країна\"@uk");
    assertThat(site.get("/ontology", "Accept", "text/html").body())
        .contains("id=\"City\"", "id=\"country\"");
    assertThat(site.get("/doc/vocab.nt").body()).contains("term A");
  }

  @Test
  void suffixTaken_leavesTheParameter() {
    assertThat(site.get("/doc/file.ttl", "Accept", "text/turtle").body()).contains("a file");
    HttpResponse<String> other = site.get("/doc/file", "Accept", "text/turtle");
    assertThat(other.body()).contains("no file");
    assertThat(other.headers().firstValue("content-location")).hasValue("/doc/file?format=ttl");
    assertThat(site.get("/doc/file?format=ttl").body()).contains("no file");
  }

  @Test
  void nothingAcceptable_406ListsWhatExists() {
    HttpResponse<String> answer = site.get("/doc/city/lviv", "Accept", "image/png");
    assertThat(answer.statusCode()).isEqualTo(406);
    assertThat(answer.body()).contains("text/turtle", "application/ld+json", "text/html");
  }

  @Test
  void badParameters_400WithTheList() {
    HttpResponse<String> format = site.get("/doc/city/lviv?format=pdf");
    assertThat(format.statusCode()).isEqualTo(400);
    assertThat(format.body()).contains("\"ttl\"", "\"jsonld\"");
    assertThat(site.get("/doc/city/lviv?lang=tlh").statusCode()).isEqualTo(400);
    assertThat(site.get("/doc").statusCode()).isEqualTo(400);
    assertThat(site.get("/doc?iri=nonsense").statusCode()).isEqualTo(400);
    assertThat(site.get("/doc/city/lviv?page=0", "Accept", "text/html").statusCode())
        .isEqualTo(400);
    assertThat(site.get("/doc/city/lviv?page=9", "Accept", "text/html").statusCode())
        .isEqualTo(404);
  }

  @Test
  void outsideIri_hasAPageIfTheDataMentionsIt() {
    String page =
        site.get("/doc?iri=http://www.wikidata.org/entity/Q36036", "Accept", "text/html").body();
    assertThat(page).contains("Lviv", "href=\"/doc/city/lviv\"");
    assertThat(site.get("/doc?iri=http://www.wikidata.org/entity/Q1").statusCode()).isEqualTo(404);
    HttpResponse<String> described = site.get("/doc?iri=" + BASE + "id/city/lviv&format=ttl");
    assertThat(described.body()).contains("Львів");
    assertThat(described.headers().firstValue("link").orElseThrow())
        .contains("</doc/city/lviv>; rel=\"canonical\"");
    for (String mentioned :
        List.of(
            "http://www.w3.org/2002/07/owl%23Class",
            "http://example.org/123", BASE + "id/graph/cities")) {
      assertThat(site.get("/doc?iri=" + mentioned).statusCode()).as(mentioned).isEqualTo(200);
    }
  }

  @Test
  void rdfXmlImpossible_406() {
    assertThat(site.get("/doc/bad.rdf").statusCode()).isEqualTo(406);
    assertThat(site.get("/doc/bad.ttl").statusCode()).isEqualTo(200);
  }

  @Test
  void everyLinkOfAPage_answers() {
    for (String start : List.of("/", "/doc/city/lviv", "/ontology", "/doc/country/ukraine")) {
      String page = site.get(start, "Accept", "text/html").body();
      Matcher links = Pattern.compile("href=\"(/[^\"#]*)").matcher(page);
      while (links.find()) {
        String link = links.group(1).replace("&amp;", "&");
        if (!link.startsWith("/sparql") && !link.startsWith("/health")) {
          assertThat(site.get(link).statusCode()).as(start + " → " + link).isIn(200, 303, 410);
        }
      }
    }
  }

  @Test
  void publicUrl_isInHeadersNeverInData(@TempDir Path other) throws Exception {
    PublicUrl publicUrl = PublicUrl.of("https://data.example/lod");
    try (EntitySite proxied = EntitySite.of(other, BASE, DATA, publicUrl)) {
      HttpResponse<String> thing = proxied.get("/id/city/lviv");
      assertThat(thing.headers().firstValue("location"))
          .hasValue("https://data.example/lod/doc/city/lviv");
      HttpResponse<String> turtle = proxied.get("/doc/city/lviv.ttl");
      assertThat(turtle.headers().firstValue("content-location"))
          .hasValue("https://data.example/lod/doc/city/lviv.ttl");
      assertThat(turtle.body()).doesNotContain("data.example");
      assertThat(proxied.get("/doc/city/lviv.html").body())
          .contains("href=\"/lod/doc/country/ukraine\"");
    }
  }

  @Test
  void storeDown_503NeverA404(@TempDir Path other) throws Exception {
    try (EntitySite down = EntitySite.of(other, BASE, DATA)) {
      down.store.close();
      for (String path : List.of("/id/city/lviv", "/doc/city/lviv", "/nowhere", "/")) {
        HttpResponse<String> answer = down.get(path, "Accept", "text/html");
        assertThat(answer.statusCode()).as(path).isEqualTo(503);
        assertThat(answer.headers().firstValue("retry-after")).isPresent();
      }
    }
  }

  private static Graph parse(String text, Lang lang) {
    Graph graph = GraphFactory.createDefaultGraph();
    RDFParser.fromString(text, lang).parse(graph);
    return graph;
  }
}
