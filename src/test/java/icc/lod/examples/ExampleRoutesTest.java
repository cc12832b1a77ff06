package icc.lod.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ExampleRoutesTest {
  private static final String PREFIXES =
      """
      @prefix : <http://example.org/ns#> .
      @prefix e: <http://example.org/id/example/> .
      @prefix dct: <http://purl.org/dc/terms/> .
      @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
      @prefix schema: <https://schema.org/> .
      @prefix sh: <http://www.w3.org/ns/shacl#> .
      @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
      """;

  private static final String EXAMPLES =
      """
      e:prefixes sh:declare e:p1, e:p2 .
      e:p1 sh:prefix "" ; sh:namespace "http://example.org/ns#" .
      e:p2 sh:prefix "rdfs" ; sh:namespace "http://www.w3.org/2000/01/rdf-schema#" .
      e:late a skos:Concept ; skos:prefLabel "Later"@en, "Пізніше"@uk ; sh:order 2 .
      e:soon a skos:Concept ; skos:prefLabel "Zuerst"@de, "First things"@en ; sh:order 1 ;
        skos:definition "What to ask first."@en .

      e:all-towns a sh:SPARQLExecutable, sh:SPARQLSelectExecutable ;
        skos:prefLabel "All towns"@en, "Усі міста"@uk ; rdfs:comment "Which towns are there?"@en ;
        schema:keywords "town"@en, "list"@en, "місто"@uk ; dct:subject e:soon ;
        sh:prefixes e:prefixes ;
        sh:select "SELECT ?town ?label { ?town a :Town ; rdfs:label ?label } ORDER BY ?label" .
      e:is-there-a-town a sh:SPARQLExecutable ; rdfs:label "Is there a town?"@en ;
        dct:subject e:late ; schema:keywords "town"@en ; sh:prefixes e:prefixes ;
        sh:ask "ASK { ?t a :Town }" .
      e:towns-as-a-graph a sh:SPARQLExecutable ; rdfs:label "Towns <b>as</b> a graph"@en ;
        dct:subject e:late ; sh:prefixes e:prefixes ; icc:minimumResults 3 ;
        sh:construct "CONSTRUCT { ?t :named ?l } WHERE { ?t a :Town ; rdfs:label ?l }" .
      e:nothing a sh:SPARQLExecutable ; rdfs:label "What is not there"@en ; icc:minimumResults 0 ;
        sh:select "SELECT ?x { ?x <urn:none> ?y }" .
      """;

  @TempDir static Path folder;
  private static ExampleSite site;

  @BeforeAll
  static void publish() throws Exception {
    StringBuilder data = new StringBuilder(PREFIXES);
    for (int i = 0; i < 250; i++) {
      data.append(
          "<http://example.org/id/town/%d> a :Town ; rdfs:label \"T%03d\"@en .\n".formatted(i, i));
    }
    String icc = "@prefix icc: <https://w3id.org/intelligent-cities/ontology#> .\n";
    site = ExampleSite.of(folder, data.toString(), PREFIXES + icc + EXAMPLES, true);
  }

  @AfterAll
  static void close() {
    site.close();
  }

  @Test
  void list_groupsByThemeInTheirOrder() {
    assertThat(site.page("/examples"))
        .containsSubsequence(
            "Questions: 4",
            "<h2 id=\"theme-soon\">",
            "First things",
            "What to ask first.",
            "href=\"/examples/all-towns\"",
            "Rows: 250",
            "<h2 id=\"theme-late\">",
            "href=\"/examples/is-there-a-town\"",
            "Yes or no",
            "Triples: 250",
            "Other questions",
            "href=\"/examples/nothing\"",
            "Rows: 0")
        .contains("Towns &lt;b&gt;as&lt;/b&gt; a graph")
        .contains("<option value=\"town\">town (2)</option>");
  }

  @Test
  void list_inUkrainian_fallsBackWithItsLanguageSaid() {
    assertThat(site.get("/examples?lang=uk", "Accept", "text/html").body())
        .contains("Усі міста", "Запитань: 4", "<option value=\"місто\">")
        .contains("lang=\"en\">Is there a town?</a>");
  }

  @Test
  void filters_areAddresses() {
    assertThat(site.page("/examples?keyword=TOWN"))
        .contains("2 of 4 questions", "/examples/all-towns")
        .doesNotContain("/examples/nothing");
    assertThat(site.page("/examples?q=towns%20ALL"))
        .contains("1 of 4 questions", "with “towns ALL”", "/examples/all-towns\"");
    assertThat(site.page("/examples?q=%D1%83%D1%81%D1%96")).contains("/examples/all-towns\"");
    assertThat(site.page("/examples?keyword=%3Cscript%3E"))
        .contains("0 of 4 questions", "No question here matches", "about “&lt;script&gt;”");
  }

  @ParameterizedTest
  @CsvSource({
    "/examples?lang=xx,400",
    "/examples?format=xlsx,400",
    "/examples?format=rq,400",
    "/examples/all-towns?format=doc,400",
    "/examples/all-towns.doc,404",
    "/examples/no-such,404",
    "/examples/%3Cscript%3E,404",
    "/examples/%E9%zz,400",
    "/examples/%E9,404",
    "/examples/,308",
    "/examples/all-towns/,308"
  })
  void badRequests_areAnsweredProperly(String path, int status) throws Exception {
    assertThat(site.server.rawGet(path, "Accept: application/json"))
        .startsWith("HTTP/1.1 " + status);
  }

  @Test
  void longText_isRefused() {
    assertThat(site.get("/examples?q=" + "x".repeat(10_000)).statusCode()).isEqualTo(400);
  }

  @Test
  void unknownSlug_namesTheNearest() {
    HttpResponse<String> answer = site.get("/examples/all-town", "Accept", "application/json");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body().replaceAll("\\s+", ""))
        .contains("\"nearest\":[\"/examples/all-towns\"");
    assertThat(site.page("/examples/all-town")).contains("<a href=\"/examples/all-towns\">");
  }

  @Test
  void page_showsQueryAndTheBeginningOfTheAnswer() {
    String page = site.page("/examples/all-towns");
    assertThat(page)
        .contains("<h1>All towns</h1>", "Which towns are there?")
        .contains("<span class=\"q-keyword\">PREFIX</span>", "<span class=\"q-name\">:Town</span>")
        .contains("These are the first 200 of 250.", "href=\"/doc/town/0\"", ">T000</a>")
        .contains("Computed when release 1 was made")
        .contains("href=\"/sparql?query=PREFIX+%3A", "&amp;format=csv\"", "all-towns.rq\"")
        .contains("curl --silent", "pandas.read_csv", "URLencode", "URLSearchParams")
        .contains("href=\"/examples#theme-soon\"", "href=\"/examples?keyword=town\"")
        .doesNotContain(">T200<");
    assertThat(page.split("<tr>", -1)).hasSize(202);
  }

  @Test
  void otherKinds_showVerdictTriplesAndNothing() {
    assertThat(site.page("/examples/is-there-a-town"))
        .contains("<strong>Yes</strong>", "format=json\"")
        .doesNotContain("format=csv", "<table>");
    assertThat(site.page("/examples/towns-as-a-graph"))
        .contains(
            "<th scope=\"col\" lang=\"en\" translate=\"no\">predicate</th>", "first 200 of 250")
        .contains("<h1>Towns &lt;b&gt;as&lt;/b&gt; a graph</h1>", "format=ttl\"");
    assertThat(site.page("/examples/nothing")).contains("This release has nothing that answers");
  }

  @Test
  void pages_leadToTheirNeighbours() {
    assertThat(site.page("/examples/is-there-a-town"))
        .containsPattern("rel=\"prev\" href=\"/examples/all-towns\"")
        .containsPattern("rel=\"next\" href=\"/examples/towns-as-a-graph\"")
        .contains("More on this theme");
    assertThat(site.page("/examples/nothing")).doesNotContain("rel=\"next\"", "More on this theme");
  }

  @Test
  void downloads_work() {
    for (String link : links(site.page("/examples/all-towns"))) {
      if (link.startsWith("/sparql?")) {
        assertThat(site.get(link).statusCode()).as(link).isEqualTo(200);
      }
    }
  }

  private static List<String> links(String page) {
    return java.util.regex.Pattern.compile("href=\"([^\"]+)\"")
        .matcher(page)
        .results()
        .map(match -> match.group(1).replace("&amp;", "&"))
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "ttl,text/turtle",
    "jsonld,application/ld+json",
    "nt,application/n-triples",
    "rq,application/sparql-query"
  })
  void forms_areTheSameBySuffixParameterAndAccept(String suffix, String type) {
    HttpResponse<String> bySuffix = site.get("/examples/all-towns." + suffix);
    assertThat(bySuffix.statusCode()).isEqualTo(200);
    assertThat(bySuffix.headers().firstValue("content-type").orElse("")).startsWith(type);
    assertThat(bySuffix.body()).contains("SELECT ?town ?label");
    assertThat(site.get("/examples/all-towns?format=" + suffix).body()).isEqualTo(bySuffix.body());
    HttpResponse<String> byAccept = site.get("/examples/all-towns", "Accept", type);
    assertThat(byAccept.body()).isEqualTo(bySuffix.body());
    assertThat(byAccept.headers().firstValue("vary")).hasValue("Accept, Accept-Encoding");
    assertThat(byAccept.headers().firstValue("content-location"))
        .hasValue("/examples/all-towns." + suffix);
    assertThat(bySuffix.headers().firstValue("vary")).hasValue("Accept-Encoding");
  }

  @Test
  void description_bringsPrefixesAndTheNamesOfThemes() {
    assertThat(site.get("/examples/all-towns.nt").body())
        .contains("shacl#declare", "\"http://example.org/ns#\"", "\"First things\"@en")
        .doesNotContain("is-there-a-town");
    assertThat(site.get("/examples", "Accept", "text/turtle").body())
        .contains("Is there a town?", "All towns");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/examples", "/examples/all-towns", "/examples/all-towns.ttl"})
  void caching_holdsForEveryForm(String path) {
    HttpResponse<String> answer = site.get(path, "Accept", "text/html;q=0.5, text/turtle;q=0.4");
    String tag = answer.headers().firstValue("etag").orElseThrow();
    String accept = "text/html;q=0.5, text/turtle;q=0.4";
    assertThat(site.get(path, "Accept", accept, "If-None-Match", tag).statusCode()).isEqualTo(304);
    HttpResponse<String> head = site.server.send("HEAD", path, "Accept", accept);
    assertThat(head.body()).isEmpty();
    assertThat(head.headers().firstValue("etag")).hasValue(tag);
    assertThat(answer.headers().firstValue("link").orElse("")).contains("rel=\"alternate\"");
  }

  @Test
  void nothingAcceptable_is406() {
    assertThat(site.get("/examples/all-towns", "Accept", "image/png").statusCode()).isEqualTo(406);
    assertThat(site.get("/examples", "Accept", "application/sparql-query").statusCode())
        .isEqualTo(406);
  }
}
