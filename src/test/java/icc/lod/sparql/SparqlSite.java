package icc.lod.sparql;

import icc.lod.store.CurrentStore;
import icc.lod.store.Releases;
import icc.lod.store.Store;
import icc.lod.store.StoreUnavailableException;
import icc.lod.store.TestStores;
import icc.lod.view.Overviews;
import icc.lod.web.Faults;
import icc.lod.web.Pages;
import icc.lod.web.Problem;
import icc.lod.web.Site;
import icc.lod.web.TestServer;
import icc.lod.web.WebSettings;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A real endpoint on a real release, and the ways to ask it. Registered as a static extension, it
 * runs for all tests of a class.
 */
final class SparqlSite implements AutoCloseable, AfterAllCallback {
  static final String BASE = "https://example.org/";
  static final String G1 = BASE + "graph/1";
  static final String G2 = BASE + "graph/2";

  static final String DATA =
      """
      @prefix ex: <https://example.org/> .
      @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
      @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
      ex:graph\\/1 {
        ex:lviv a ex:City ; rdfs:label "Lviv"@en , "Львів"@uk ; ex:size 717273 ; ex:twin ex:porto .
        ex:porto a ex:City ; rdfs:label "Porto, \\"Invicta\\""@en ; ex:size 231800 .
      }
      ex:graph\\/2 {
        ex:kyiv a ex:City ; rdfs:label "Kyiv"@en ; ex:size 2952301 ; ex:twin ex:lviv ;
          ex:note "line\\nbreak <b>bold</b>" ; ex:page <http://kyiv.example/> .
      }
      """;

  static final String ALL = "SELECT ?s ?p ?o { ?s ?p ?o }";
  static final String LABELS =
      "SELECT ?s ?l { ?s <http://www.w3.org/2000/01/rdf-schema#label> ?l } ORDER BY ?l";
  static final String ASK = "ASK { ?s ?p ?o }";
  static final String CONSTRUCT = "CONSTRUCT WHERE { ?s <https://example.org/twin> ?o }";
  static final String DESCRIBE = "DESCRIBE <https://example.org/lviv>";
  static final String QUADS = "CONSTRUCT { GRAPH ?g { ?s a ?c } } WHERE { GRAPH ?g { ?s a ?c } }";

  final CurrentStore store;
  final TestServer server;
  private final Path state;
  private final SparqlRoutes routes;
  private final HttpClient client = HttpClient.newHttpClient();

  SparqlSite(Path state, String trig, SparqlSettings settings) throws Exception {
    this(state, trig, settings, opened -> {});
  }

  /** A site of a store to which something is done. */
  SparqlSite(Path state, String trig, SparqlSettings settings, Consumer<Store> prepared)
      throws Exception {
    this.state = state;
    TestStores.publish(state, BASE, trig);
    store = TestStores.open(state, prepared);
    WebSettings web = WebSettings.loopback(0);
    Pages pages = new Pages(web, () -> new Site("1", ""));
    Overviews overviews = new Overviews(store, "");
    routes = new SparqlRoutes(store, overviews, settings, pages, state.resolve("queries"));
    Faults faults =
        fault ->
            fault instanceof StoreUnavailableException
                ? Optional.of(Problem.unavailable("The store is down.", 5))
                : Optional.empty();
    server = TestServer.of(web, pages, faults, routes);
  }

  static SparqlSite of(Path state) throws Exception {
    return new SparqlSite(state, DATA, new SparqlSettings(Duration.ofSeconds(10)));
  }

  /** A site of the usual data for all tests of a class. */
  static SparqlSite running() {
    try {
      return of(Files.createTempDirectory("sparql-site-"));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void afterAll(ExtensionContext context) throws IOException {
    close();
    Releases.delete(state);
  }

  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** A GET with a query and perhaps more parameters, as {@code "&name=value"}. */
  HttpResponse<String> get(String query, String more, String... headers) {
    return server.get("/sparql?query=" + encode(query) + more, headers);
  }

  HttpResponse<String> json(String query) {
    return get(query, "", "Accept", "application/sparql-results+json");
  }

  /** A request with a body; an empty content type sends none. */
  HttpResponse<String> send(
      String method, String address, String contentType, byte[] body, String... headers) {
    URI uri = URI.create("http://127.0.0.1:" + server.port() + "/sparql" + address);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri).method(method, BodyPublishers.ofByteArray(body));
    if (!contentType.isEmpty()) {
      request.header("Content-Type", contentType);
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  HttpResponse<String> post(String contentType, String body, String... headers) {
    return send("POST", "", contentType, body.getBytes(StandardCharsets.UTF_8), headers);
  }

  static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  List<QueryAtWork> atWork() {
    return routes.running();
  }

  Endings endings() {
    return routes.endings();
  }

  boolean end(long id) {
    return routes.end(id);
  }

  void prepare() {
    routes.prepare();
  }

  @Override
  public void close() {
    server.close();
    routes.close();
    store.close();
  }
}
