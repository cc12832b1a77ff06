package icc.lod.sparql;

import static icc.lod.sparql.SparqlSite.header;
import static org.assertj.core.api.Assertions.assertThat;

import icc.lod.store.TestStores;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.exec.QueryExec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** SPARQL 1.1 Service Description, section 2: what the endpoint says when it is asked nothing. */
final class DescriptionTest {
  private static final String PREFIXES =
      """
      PREFIX sd: <http://www.w3.org/ns/sparql-service-description#>
      PREFIX void: <http://rdfs.org/ns/void#>
      PREFIX format: <http://www.w3.org/ns/formats/>
      """;

  @RegisterExtension static final SparqlSite site = SparqlSite.running();

  private static boolean says(HttpResponse<String> answer, String pattern) {
    Lang lang =
        RDFLanguages.contentTypeToLang(header(answer, "content-type").replaceFirst(";.*", ""));
    Graph graph = RDFParser.fromString(answer.body(), lang).toGraph();
    return QueryExec.graph(graph).query(QueryFactory.create(PREFIXES + "ASK " + pattern)).ask();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | '' | text/turtle;charset=utf-8",
        "'' | */* | text/turtle;charset=utf-8",
        "'' | text/turtle | text/turtle;charset=utf-8",
        "'' | application/rdf+xml | application/rdf+xml",
        "'' | application/ld+json | application/ld+json",
        "'' | application/n-triples | application/n-triples",
        "'' | application/trig | application/trig",
        "'' | application/n-quads | application/n-quads",
        "?format=nt | text/html | application/n-triples",
        "?output=rdf | text/html | application/rdf+xml",
      })
  void bareGet_describesTheService(String address, String accept, String type) {
    HttpResponse<String> answer =
        accept.isEmpty()
            ? site.server.get("/sparql" + address)
            : site.server.get("/sparql" + address, "Accept", accept);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(header(answer, "content-type").replace(" ", "")).isEqualTo(type);
    assertThat(header(answer, "icc-release")).isEqualTo("1");
    String endpoint = "<http://127.0.0.1:" + site.server.port() + "/sparql>";
    assertThat(
            says(
                answer,
                """
                { ?service a sd:Service ; sd:endpoint %s ;
                    sd:supportedLanguage sd:SPARQL11Query ; sd:feature sd:UnionDefaultGraph ;
                    sd:resultFormat format:SPARQL_Results_JSON , format:Turtle ;
                    sd:defaultDataset ?data .
                  ?data a sd:Dataset ; sd:defaultGraph [ a sd:Graph ; void:triples 14 ] ;
                    sd:namedGraph [ a sd:NamedGraph ; sd:name <https://example.org/graph/1> ;
                      sd:graph [ a sd:Graph ; void:triples 8 ] ] ,
                      [ sd:name <https://example.org/graph/2> ; sd:graph [ void:triples 6 ] ] .
                  FILTER NOT EXISTS { ?b ?p ?o FILTER isBlank(?b) }
                  FILTER NOT EXISTS { ?service sd:feature sd:EmptyGraphs }
                  FILTER NOT EXISTS { ?service sd:feature sd:BasicFederatedQuery }
                  FILTER NOT EXISTS { ?service sd:supportedLanguage sd:SPARQL11Update } }
                """
                    .formatted(endpoint)))
        .as(answer.body())
        .isTrue();
    assertThat(answer.body()).contains("10 seconds");
  }

  @Test
  void bareGet_head_etag_vary() {
    HttpResponse<String> get = site.server.get("/sparql", "Accept", "text/turtle");
    HttpResponse<String> head = site.server.send("HEAD", "/sparql", "Accept", "text/turtle");
    assertThat(head.statusCode()).isEqualTo(200);
    String etag = header(get, "etag");
    assertThat(header(head, "etag")).isEqualTo(etag).isNotEmpty();
    assertThat(header(get, "vary")).isEqualTo("Accept, Accept-Encoding");
    assertThat(site.server.get("/sparql", "Accept", "text/turtle", "If-None-Match", etag))
        .extracting(HttpResponse::statusCode)
        .isEqualTo(304);
    assertThat(site.server.get("/sparql", "Accept", "application/rdf+xml", "If-None-Match", etag))
        .extracting(HttpResponse::statusCode)
        .isEqualTo(200);
  }

  @Test
  void prepared_answersAtOnce() {
    site.prepare();
    long start = System.nanoTime();
    assertThat(site.server.get("/sparql").statusCode()).isEqualTo(200);
    assertThat(System.nanoTime() - start).isLessThan(500_000_000L);
  }

  @Test
  void bareGet_nothingAcceptable_406() {
    assertThat(site.server.get("/sparql", "Accept", "image/png").statusCode()).isEqualTo(406);
    assertThat(site.server.get("/sparql?format=csv").statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource({"en, Run, Limits", "uk, Виконати, Обмеження"})
  void bareGet_forBrowsers_isAForm(String language, String run, String limits) {
    String accept = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
    HttpResponse<String> answer =
        site.server.get("/sparql", "Accept", accept, "Accept-Language", language);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(header(answer, "vary")).isEqualTo("Accept, Accept-Language, Accept-Encoding");
    assertThat(answer.body())
        .contains("<form", "<textarea", "name=\"query\"", "name=\"format\"", "value=\"csv\"")
        .contains(run, limits, "https://example.org/graph/1")
        .contains("PREFIX rdfs: &lt;http://www.w3.org/2000/01/rdf-schema#&gt;");
    assertThat(site.server.get("/sparql?lang=" + language, "Accept", accept).body()).contains(run);
  }

  @Test
  void dataInTheDefaultGraphAlone_isNoUnion(@TempDir Path other) throws Exception {
    SparqlSettings settings = new SparqlSettings(Duration.ofSeconds(10));
    String data = SparqlSite.DATA + " <x:a> <x:b> <x:c> .";
    try (SparqlSite mixed = new SparqlSite(other, data, settings)) {
      HttpResponse<String> answer = mixed.server.get("/sparql");
      assertThat(says(answer, "{ ?s sd:feature ?f }")).isFalse();
      assertThat(says(answer, "{ ?s sd:defaultGraph [ void:triples 15 ] }")).isTrue();
    }
  }

  @Test
  void newRelease_isDescribedAtOnce(@TempDir Path other) throws Exception {
    try (SparqlSite changing = SparqlSite.of(other)) {
      HttpResponse<String> before = changing.json(SparqlSite.ASK);
      assertThat(header(before, "icc-release")).isEqualTo("1");
      assertThat(says(changing.server.get("/sparql"), "{ ?d void:triples 14 }")).isTrue();
      TestStores.publish(other, SparqlSite.BASE, "<x:a> <x:b> <x:c> .");
      changing.store.refresh();
      HttpResponse<String> after = changing.json(SparqlSite.ASK);
      assertThat(header(after, "icc-release")).isEqualTo("2");
      assertThat(header(after, "etag")).isNotEqualTo(header(before, "etag"));
      assertThat(says(changing.server.get("/sparql"), "{ ?d void:triples 1 }")).isTrue();
    }
  }

  @Test
  void noRelease_503(@TempDir Path other) throws Exception {
    try (SparqlSite down = SparqlSite.of(other)) {
      down.store.close();
      for (HttpResponse<String> answer :
          java.util.List.of(down.server.get("/sparql"), down.json(SparqlSite.ASK))) {
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(header(answer, "retry-after")).isNotEmpty();
      }
    }
  }
}
