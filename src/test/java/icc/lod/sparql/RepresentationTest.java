package icc.lod.sparql;

import static icc.lod.sparql.SparqlSite.ASK;
import static icc.lod.sparql.SparqlSite.CONSTRUCT;
import static icc.lod.sparql.SparqlSite.DESCRIBE;
import static icc.lod.sparql.SparqlSite.LABELS;
import static icc.lod.sparql.SparqlSite.QUADS;
import static icc.lod.sparql.SparqlSite.encode;
import static icc.lod.sparql.SparqlSite.header;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** SPARQL 1.1 Protocol, section 2.1.5 and 2.1.6: formats of answers, and what caches are told. */
final class RepresentationTest {
  private static final Map<String, String> FORMS =
      Map.of(
          "SELECT",
          LABELS,
          "ASK",
          ASK,
          "CONSTRUCT",
          CONSTRUCT,
          "DESCRIBE",
          DESCRIBE,
          "QUADS",
          QUADS);

  @RegisterExtension static final SparqlSite site = SparqlSite.running();

  private static HttpResponse<String> get(String form, String more, String... headers) {
    return site.get(FORMS.getOrDefault(form, form), more, headers);
  }

  private static Lang lang(HttpResponse<String> answer) {
    return RDFLanguages.contentTypeToLang(header(answer, "content-type").replaceFirst(";.*", ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT | */* | application/sparql-results+json",
        "SELECT | application/* | application/sparql-results+json",
        "SELECT | application/sparql-results+json | application/sparql-results+json",
        "SELECT | application/json | application/json",
        "SELECT | application/sparql-results+xml | application/sparql-results+xml",
        "SELECT | application/xml | application/xml",
        "SELECT | text/csv | text/csv; charset=utf-8; header=present",
        "SELECT | text/csv;charset=utf-8 | text/csv; charset=utf-8; header=present",
        "SELECT | text/tab-separated-values | text/tab-separated-values; charset=utf-8",
        "SELECT | text/csv;q=0.5, text/tab-separated-values | text/tab-separated-values;"
            + " charset=utf-8",
        "SELECT | text/turtle, text/csv;q=0.1 | text/csv; charset=utf-8; header=present",
        "SELECT | text/turtle, */*;q=0.1 | application/sparql-results+json",
        "SELECT | text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | text/html;charset=utf-8",
        "ASK | */* | application/sparql-results+json",
        "ASK | application/sparql-results+xml | application/sparql-results+xml",
        "ASK | text/csv;q=0.1, application/sparql-results+xml;q=0.2 | application/sparql-results+xml",
        "ASK | text/html | text/html;charset=utf-8",
        "ASK | text/csv | text/csv; charset=utf-8; header=present",
        "ASK | text/tab-separated-values, */*;q=0.1 | text/tab-separated-values; charset=utf-8",
        "CONSTRUCT | */* | text/turtle; charset=utf-8",
        "CONSTRUCT | text/turtle | text/turtle; charset=utf-8",
        "CONSTRUCT | application/x-turtle | text/turtle; charset=utf-8",
        "CONSTRUCT | application/n-triples | application/n-triples",
        "CONSTRUCT | application/rdf+xml | application/rdf+xml",
        "CONSTRUCT | application/ld+json | application/ld+json",
        "CONSTRUCT | application/trig | application/trig",
        "CONSTRUCT | application/n-quads | application/n-quads",
        "CONSTRUCT | application/sparql-results+json, */*;q=0.01 | text/turtle; charset=utf-8",
        "CONSTRUCT | text/turtle;q=0, application/rdf+xml;q=0.3 | application/rdf+xml",
        "CONSTRUCT | text/html | text/html;charset=utf-8",
        "DESCRIBE | */* | text/turtle; charset=utf-8",
        "DESCRIBE | application/ld+json | application/ld+json",
        "QUADS | */* | application/trig",
        "QUADS | text/turtle;q=1, application/n-quads;q=0.1 | application/n-quads",
        "QUADS | application/ld+json | application/ld+json",
      })
  void accept_chooses(String form, String accept, String type) {
    HttpResponse<String> answer = get(form, "", "Accept", accept);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(header(answer, "content-type")).isEqualTo(type);
    assertThat(header(answer, "vary")).startsWith("Accept");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT | text/turtle | text/csv",
        "SELECT | */*;q=0 | text/csv",
        "ASK | text/turtle | application/sparql-results+xml",
        "CONSTRUCT | application/sparql-results+json | text/turtle",
        "DESCRIBE | text/csv | application/n-triples",
        "QUADS | text/turtle | application/trig",
        "QUADS | application/n-triples | application/n-quads",
      })
  void accept_nothingOfferred_406WithTheList(String form, String accept, String offered) {
    HttpResponse<String> answer = get(form, "", "Accept", accept);
    assertThat(answer.statusCode()).isEqualTo(406);
    assertThat(JSON.parse(answer.body()).get("available").toString()).contains(offered);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT | format=json | application/sparql-results+json",
        "SELECT | format=JSON | application/sparql-results+json",
        "SELECT | output=xml | application/sparql-results+xml",
        "SELECT | results=csv | text/csv; charset=utf-8; header=present",
        "SELECT | format=tsv | text/tab-separated-values; charset=utf-8",
        "SELECT | format=text/csv | text/csv; charset=utf-8; header=present",
        "SELECT | format=application/sparql-results+json | application/sparql-results+json",
        "SELECT | format=application%2Fsparql-results%2Bxml | application/sparql-results+xml",
        "SELECT | format=application%2Fjson | application/json",
        "SELECT | format=html | text/html;charset=utf-8",
        "ASK | format=xml | application/sparql-results+xml",
        "ASK | format=csv | text/csv; charset=utf-8; header=present",
        "ASK | format=tsv | text/tab-separated-values; charset=utf-8",
        "CONSTRUCT | format=ttl | text/turtle; charset=utf-8",
        "CONSTRUCT | format=nt | application/n-triples",
        "CONSTRUCT | format=rdf | application/rdf+xml",
        "CONSTRUCT | format=jsonld | application/ld+json",
        "CONSTRUCT | format=trig | application/trig",
        "CONSTRUCT | format=nq | application/n-quads",
        "CONSTRUCT | output=application%2Frdf%2Bxml | application/rdf+xml",
        "CONSTRUCT | format=json | application/ld+json",
        "CONSTRUCT | format=xml | application/rdf+xml",
      })
  void parameter_chooses_beforeAccept(String form, String parameter, String type) {
    HttpResponse<String> answer = get(form, "&" + parameter, "Accept", "image/png");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(header(answer, "content-type")).isEqualTo(type);
    assertThat(header(answer, "vary")).doesNotContain("Accept,");
  }

  @ParameterizedTest
  @CsvSource({
    "SELECT, ttl, json",
    "SELECT, jsno, json",
    "ASK, ttl, csv",
    "CONSTRUCT, csv, ttl",
    "DESCRIBE, tsv, nt",
    "QUADS, nt, nq",
    "CONSTRUCT, application/sparql-results+json, ttl",
  })
  void parameter_bad_400WithTheList(String form, String name, String offered) {
    HttpResponse<String> answer = get(form, "&format=" + name);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(JSON.parse(answer.body()).get("available").toString()).contains(offered);
  }

  @Test
  void csvAndTsv_asTheStandardWritesThem() {
    assertThat(get("SELECT", "&format=csv").body())
        .startsWith("s,l\r\n")
        .contains("https://example.org/porto,\"Porto, \"\"Invicta\"\"\"\r\n");
    assertThat(get("SELECT", "&format=tsv").body())
        .startsWith("?s\t?l\n")
        .contains("<https://example.org/lviv>\t\"Львів\"@uk\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ttl", "nt", "rdf", "jsonld", "trig", "nq"})
  void graph_sameInEverySyntax(String name) {
    HttpResponse<String> answer = get("CONSTRUCT", "&format=" + name);
    Lang lang = lang(answer);
    Graph graph = RDFParser.fromString(answer.body(), lang).toGraph();
    Graph turtle =
        RDFParser.fromString(get("CONSTRUCT", "&format=ttl").body(), Lang.TURTLE).toGraph();
    assertThat(graph.size()).isEqualTo(2);
    assertThat(graph.isIsomorphicWith(turtle)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"trig", "nq", "jsonld"})
  void quads_keepTheirGraphs(String name) {
    HttpResponse<String> answer = get("QUADS", "&format=" + name);
    Lang lang = lang(answer);
    DatasetGraph data = RDFParser.fromString(answer.body(), lang).toDatasetGraph();
    assertThat(data.getDefaultGraph().isEmpty()).isTrue();
    assertThat(data.size()).isEqualTo(2);
  }

  @Test
  void construct_repeatedTriples_onlyOnce() {
    String query = "CONSTRUCT { <x:a> <x:b> <x:c> } WHERE { ?s ?p ?o }";
    assertThat(get(query, "&format=nt").body()).isEqualTo("<x:a> <x:b> <x:c> .\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://example.org/1", "x:"})
  void whatRdfXmlCannotSay_406(String property) {
    String query = "CONSTRUCT { ?s <" + property + "> ?o } WHERE { ?s ?p ?o }";
    assertThat(get(query, "&format=nt").statusCode()).isEqualTo(200);
    assertThat(get(query, "&format=ttl").statusCode()).isEqualTo(200);
    HttpResponse<String> answer = get(query, "&format=rdf");
    assertThat(answer.statusCode()).isEqualTo(406);
    assertThat(answer.body()).contains("application/n-quads");
  }

  @Test
  void turtle_usesThePrefixesThatFit() {
    assertThat(get("CONSTRUCT", "&format=ttl").body())
        .contains("https://example.org/>")
        .contains("ex:twin")
        .doesNotContain("xsd");
  }

  @Test
  void etag_304BeforeExecution_onlyForTheSame() {
    HttpResponse<String> first = get("SELECT", "&format=json");
    String etag = header(first, "etag");
    assertThat(etag).startsWith("\"1-");
    HttpResponse<String> again = get("SELECT", "&format=json", "If-None-Match", etag);
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(header(again, "etag")).isEqualTo(etag);
    assertThat(header(again, "icc-release")).isEqualTo("1");
    for (HttpResponse<String> other :
        java.util.List.of(
            get("SELECT", "&format=xml", "If-None-Match", etag),
            get("SELECT", "&format=application/json", "If-None-Match", etag),
            get("SELECT", "&format=json&default-graph-uri=x:a", "If-None-Match", etag),
            get("SELECT", "&format=json&named-graph-uri=x:a", "If-None-Match", etag),
            get("ASK", "&format=json", "If-None-Match", etag))) {
      assertThat(other.statusCode()).isEqualTo(200);
      assertThat(header(other, "etag")).isNotEqualTo(etag);
    }
  }

  @Test
  void etag_ofQuery_304OfPost_none() {
    byte[] body = LABELS.getBytes(StandardCharsets.UTF_8);
    String type = "application/sparql-query";
    HttpResponse<String> query = site.send("QUERY", "", type, body);
    String etag = header(query, "etag");
    assertThat(site.send("QUERY", "", type, body, "If-None-Match", etag).statusCode())
        .isEqualTo(304);
    HttpResponse<String> post = site.send("POST", "", type, body, "If-None-Match", etag);
    assertThat(post.statusCode()).isEqualTo(200);
    assertThat(header(post, "etag")).isEmpty();
    assertThat(header(post, "cache-control")).isEqualTo("no-store");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT (NOW() AS ?t) {}",
        "SELECT (RAND() AS ?t) {}",
        "SELECT (UUID() AS ?t) {}",
        "SELECT (STRUUID() AS ?t) {}",
        "SELECT ?s { ?s ?p ?o } ORDER BY RAND()",
        "SELECT ?s { { SELECT ?s { ?s ?p ?o FILTER(RAND() > 0.5) } } }",
        "SELECT (SUM(RAND()) AS ?t) { ?s ?p ?o }",
        "SELECT ?s { ?s ?p ?o } GROUP BY ?s HAVING (MAX(STRLEN(STRUUID())) > 1)",
        "SELECT ?s { ?s ?p ?o FILTER EXISTS { ?s ?p ?q BIND(NOW() AS ?n) } }",
        "SELECT (<http://jena.apache.org/ARQ/function#now>() AS ?t) {}",
      })
  void changingAnswers_areNotKept(String query) {
    HttpResponse<String> answer = get(query, "&format=json");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(header(answer, "etag")).isEmpty();
    assertThat(header(answer, "cache-control")).isEqualTo("no-store");
  }

  @Test
  void page_showsTermsAndLeadsToFiles() {
    String query =
        "SELECT ?s ?o ?no { ?s ?p ?o FILTER(?p != <https://example.org/x>) } ORDER BY ?s ?o";
    HttpResponse<String> answer = get(query, "", "Accept", "text/html", "Accept-Language", "uk");
    assertThat(answer.body())
        .contains("lang=\"uk\"")
        .contains("href=\"/doc/lviv\"")
        .contains("title=\"https://example.org/lviv\"")
        .contains(">Львів</a>")
        .contains("href=\"http://kyiv.example/\"")
        .contains("&lt;b&gt;bold&lt;/b&gt;")
        .doesNotContain("<b>bold</b>")
        .contains("format=csv")
        .contains(encode("?s"));
    assertThat(header(answer, "vary")).contains("Accept").contains("Accept-Language");
    assertThat(header(answer, "content-language")).isEqualTo("uk");
  }

  @Test
  void page_ofEveryForm_isWellFormed() {
    for (String form : FORMS.keySet()) {
      HttpResponse<String> answer = get(form, "&format=html");
      assertThat(answer.statusCode()).as(form).isEqualTo(200);
      assertThat(answer.body()).contains("</html>");
    }
    assertThat(get("ASK", "&format=html&lang=uk").body()).contains("Так");
  }
}
