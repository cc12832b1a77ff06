package icc.lod.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import icc.lod.config.Config;
import icc.lod.config.Setting;
import icc.lod.publish.Outcome;
import icc.lod.publish.PublishingException;
import icc.lod.store.FusekiServer;
import icc.lod.store.Lease;
import icc.lod.store.StoreUnavailableException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole service over somebody else's triples, at a Fuseki in this process. */
@Timeout(180)
final class EndpointServiceTest {
  private static final String DATA =
      """
      PREFIX : <https://example.org/id/>
      PREFIX s: <https://example.org/ontology#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX owl: <http://www.w3.org/2002/07/owl#>
      s:City a owl:Class ; rdfs:label "City"@en .
      s:near a owl:ObjectProperty ; rdfs:label "near"@en .
      :lviv a s:City ; rdfs:label "Lviv"@en, "\u041b\u044c\u0432\u0456\u0432"@uk ; s:near :kyiv ;
        s:place [ s:lat "49.84" ; s:of [ s:deep "deep" ] ] .
      :kyiv a s:City ; rdfs:label "Kyiv"@en .
      :g { :lviv s:near :kyiv }
      """;

  private final DatasetGraph data = DatasetGraphFactory.createTxnMem();
  private final FusekiServer fuseki = FusekiServer.serving(data);
  private final HttpClient client = HttpClient.newHttpClient();
  private final Map<Setting, List<String>> more = new HashMap<>();
  @TempDir Path dir;

  @AfterEach
  void stop() {
    fuseki.close();
  }

  @Test
  void everyPage_isMadeOfTheEndpointsTriples() throws Exception {
    add(DATA);
    try (Service service = Service.start(config())) {
      assertThat(service.publish()).isInstanceOf(Outcome.Published.class);
      assertThat(get(service, "/doc/lviv", "text/html").body())
          .contains("Lviv", "Kyiv", "49.84", "deep");
      assertThat(get(service, "/doc/kyiv", "text/html").body()).contains("Lviv");
      assertThat(get(service, "/doc/lviv", "text/turtle").body())
          .contains("\u041b\u044c\u0432\u0456\u0432", "\"deep\"");
      assertThat(get(service, "/doc/lviv", "application/ld+json").body()).contains("\"Lviv\"");
      assertThat(get(service, "/doc/nothing", "text/html").statusCode()).isEqualTo(404);
      assertThat(get(service, "/id/lviv", "*/*").statusCode()).isEqualTo(303);
      for (String path :
          List.of(
              "/",
              "/ontology",
              "/browse",
              "/browse/city",
              "/search?q=lviv",
              "/suggest?q=kyi",
              "/catalog",
              "/dumps/",
              "/releases",
              "/releases/1",
              "/ldes",
              "/sitemap.xml",
              "/fragments?subject=https%3A%2F%2Fexample.org%2Fid%2Flviv",
              "/fragments",
              "/.well-known/void",
              "/examples",
              "/releases/1/proof",
              "/feed.atom",
              "/reconcile",
              "/lookup?uri=https%3A%2F%2Fexample.org%2Fid%2Flviv",
              "/linksets",
              "/api",
              "/map",
              "/health/ready")) {
        HttpResponse<String> answer = get(service, path, "text/html, */*;q=0.5");
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
      }
      assertThat(get(service, "/search?q=lviv", "text/html").body()).contains("Lviv");
    }
  }

  @Test
  void sparql_passesOnUnderOurRules() throws Exception {
    add(DATA);
    try (Service service = Service.start(config())) {
      service.publish();
      HttpResponse<String> rows = query(service, "SELECT ?o { ?s ?p ?o } ORDER BY ?o LIMIT 2");
      assertThat(rows.statusCode()).isEqualTo(200);
      assertThat(rows.headers().firstValue("ICC-Release")).contains("1");
      assertThat(query(service, "ASK { <https://example.org/id/lviv> ?p ?o }").body())
          .contains("true");
      assertThat(query(service, "SELECT * FROM <https://example.org/id/g> { ?s ?p ?o }").body())
          .contains("near")
          .doesNotContain("label");
      assertThat(query(service, "CONSTRUCT WHERE { ?s a ?o }").body()).contains("City");
      assertThat(query(service, "DESCRIBE <https://example.org/id/lviv>").body()).contains("deep");
      assertThat(query(service, "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }"))
          .matches(answer -> answer.statusCode() == 403 || answer.statusCode() == 400);
      HttpResponse<String> search =
          query(service, "SELECT * { ?s <http://jena.apache.org/text#query> 'lviv' }");
      assertThat(search.statusCode()).isEqualTo(400);
      assertThat(search.body()).contains("text:query");
    }
  }

  @Test
  void changedEndpoint_isANewRelease_andTheOldOneIsSaidToBeGone() throws Exception {
    add(DATA);
    try (Service service = Service.start(config())) {
      service.publish();
      assertThat(service.publish()).isInstanceOf(Outcome.Unchanged.class);
      String tag = get(service, "/doc/lviv", "text/turtle").headers().firstValue("etag").get();
      add("<https://example.org/id/lviv> <https://example.org/ontology#note> \"newer\" .");
      assertThat(service.publish()).isInstanceOf(Outcome.Published.class);
      HttpResponse<String> answer = get(service, "/doc/lviv", "text/turtle");
      assertThat(answer.body()).contains("newer");
      assertThat(answer.headers().firstValue("etag").get()).isNotEqualTo(tag);
      HttpResponse<String> past = query(service, "/releases/1/sparql", "ASK { ?s ?p ?o }");
      assertThat(past.statusCode()).isEqualTo(410);
      assertThat(past.body()).contains("other ones now");
      assertThat(get(service, "/releases/1", "text/html").statusCode()).isIn(200, 410);
      assertThat(get(service, "/ldes", "text/html").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void endpointAway_is503EverywhereUntilItIsBack() throws Exception {
    add(DATA);
    try (Service service = Service.start(config())) {
      service.publish();
      assertThat(get(service, "/health/ready", "*/*").statusCode()).isEqualTo(200);
      fuseki.stop();
      for (String path : List.of("/health/ready", "/doc/kyiv", "/sparql?query=ASK%7B%7D")) {
        HttpResponse<String> answer = get(service, path, "*/*");
        assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(503);
      }
      assertThat(get(service, "/doc/kyiv", "*/*").headers().firstValue("retry-after")).isPresent();
      assertThat(get(service, "/health/live", "*/*").statusCode()).isEqualTo(200);
      assertThatThrownBy(service::publish)
          .isInstanceOf(PublishingException.class)
          .hasMessageContaining("the connection is refused")
          .hasMessageContaining(fuseki.address().toString());
      fuseki.start();
      assertThat(get(service, "/health/ready", "*/*").statusCode()).isEqualTo(200);
      assertThat(get(service, "/doc/kyiv", "*/*").statusCode()).isEqualTo(200);
    }
    fuseki.stop();
    assertThatThrownBy(() -> Service.start(config()).close())
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessageContaining("the connection is refused");
    fuseki.start();
  }

  @Test
  void largeEndpoint_isServedWithoutWhatIsDerived() throws Exception {
    add(DATA);
    more.put(Setting.INDEX_LIMIT, List.of("3"));
    try (Service service = Service.start(config())) {
      service.publish();
      for (String path : List.of("/", "/doc/lviv", "/ontology", "/releases", "/catalog", "/ldes")) {
        HttpResponse<String> answer = get(service, path, "text/html, */*;q=0.5");
        assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(200);
      }
      for (String path : List.of("/browse", "/search?q=lviv", "/reconcile?queries=%7B%7D")) {
        HttpResponse<String> answer = get(service, path, "text/html, */*;q=0.5");
        assertThat(answer.statusCode()).as(path + answer.body()).isIn(200, 404, 503);
      }
    }
  }

  @Test
  void defaultGraph_thatIsNoUnion_isSaidSo() {
    Txn.executeWrite(
        data, () -> RDFParser.fromString("<x:g> { <x:a> <x:b> <x:c> }", Lang.TRIG).parse(data));
    assertThatThrownBy(() -> Service.publishing(config()).publish(false))
        .isInstanceOf(PublishingException.class)
        .hasMessageContaining("unionDefaultGraph");
  }

  @Test
  void releaseOfAnEndpoint_isNotServedAsIfItWereOurs() throws Exception {
    add(DATA);
    Service.publishing(config()).publish(false);
    Config embedded = load(Map.of());
    assertThatThrownBy(() -> Service.start(embedded).close())
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessageContaining("--store sparql:" + fuseki.address());
    try (var store = Service.store(config())) {
      store.refresh();
      try (Lease lease = store.lease()) {
        lease.store().check();
      }
    }
  }

  private void add(String trig) {
    DatasetGraph parsed = DatasetGraphFactory.create();
    RDFParser.fromString(trig, Lang.TRIG).parse(parsed);
    Txn.executeWrite(
        data,
        () ->
            parsed
                .find()
                .forEachRemaining(
                    quad -> {
                      data.add(quad);
                      data.add(Quad.create(Quad.defaultGraphIRI, quad.asTriple()));
                    }));
  }

  private Config config() {
    Map<Setting, List<String>> flags = new HashMap<>(more);
    flags.put(Setting.STORE, List.of("sparql:" + fuseki.address()));
    return load(flags);
  }

  private Config load(Map<Setting, List<String>> flags) {
    Map<Setting, List<String>> all = new HashMap<>(flags);
    all.put(Setting.BASE, List.of("https://example.org/"));
    all.put(Setting.STATE, List.of(dir.resolve("state").toString()));
    all.put(Setting.PORT, List.of("0"));
    return Config.load(Optional.empty(), Map.of(), all, Optional.empty());
  }

  private HttpResponse<String> query(Service service, String query) throws Exception {
    return query(service, "/sparql", query);
  }

  private HttpResponse<String> query(Service service, String path, String query) throws Exception {
    return get(service, path + "?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8), "*/*");
  }

  private HttpResponse<String> get(Service service, String path, String accept) throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + service.port() + path);
    return client.send(
        HttpRequest.newBuilder(uri).header("Accept", accept).build(), BodyHandlers.ofString());
  }
}
