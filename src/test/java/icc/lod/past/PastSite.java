package icc.lod.past;

import static org.assertj.core.api.Assertions.assertThat;

import icc.lod.catalogue.CatalogueRoutes;
import icc.lod.catalogue.EntityStates;
import icc.lod.catalogue.Harvest;
import icc.lod.catalogue.Serving;
import icc.lod.entity.EntityRoutes;
import icc.lod.publish.Outcome;
import icc.lod.publish.Projection;
import icc.lod.publish.Publisher;
import icc.lod.publish.SourceSettings;
import icc.lod.sparql.SparqlRoutes;
import icc.lod.sparql.SparqlSettings;
import icc.lod.store.CurrentStore;
import icc.lod.store.Releases;
import icc.lod.store.Retention;
import icc.lod.store.StoreUnavailableException;
import icc.lod.store.TestStores;
import icc.lod.view.Editions;
import icc.lod.view.Overviews;
import icc.lod.view.States;
import icc.lod.web.Faults;
import icc.lod.web.Pages;
import icc.lod.web.Problem;
import icc.lod.web.PublicUrl;
import icc.lod.web.TestServer;
import icc.lod.web.WebSettings;
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
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** A real server over releases that are really published, one a day, with all past states. */
final class PastSite implements AutoCloseable {
  static final String BASE = "https://data.example.org/";
  static final Instant FIRST = Instant.parse("2026-01-01T10:00:00Z");

  final CurrentStore store;
  private final Path state;
  private final TestServer server;
  private final SparqlRoutes sparql;
  private final HttpClient client = HttpClient.newHttpClient();

  private PastSite(Path state, CurrentStore store, TestServer server, SparqlRoutes sparql) {
    this.state = state;
    this.store = store;
    this.server = server;
    this.sparql = sparql;
  }

  /** The day a release is made. */
  static Instant day(int release) {
    return FIRST.plusSeconds(86_400L * (release - 1));
  }

  /** Publishes TriG as the next release, with what is harvested. */
  static void publish(Path state, String trig, Retention retention) throws Exception {
    publish(state, trig, retention, true);
  }

  /** Publishes TriG as the next release. */
  static void publish(Path state, String trig, Retention retention, boolean harvested)
      throws Exception {
    Path data = Files.createDirectories(state.resolve("sources")).resolve("data.trig");
    Files.writeString(data, trig);
    Releases releases = new Releases(state);
    Clock clock = Clock.fixed(day(releases.nextNumber()), ZoneOffset.UTC);
    SourceSettings sources = new SourceSettings(List.of(), List.of(data), List.of(), BASE, false);
    List<Projection> projections = harvested ? List.of(new Harvest(releases)) : List.of();
    Publisher publisher =
        new Publisher(sources, releases, projections, clock, retention, Optional.empty());
    Outcome outcome = publisher.publish(true);
    assertThat(outcome).isInstanceOf(Outcome.Published.class);
  }

  static PastSite open(Path state) {
    return open(state, PublicUrl.NONE, new SparqlSettings(Duration.ofSeconds(20)));
  }

  static PastSite open(Path state, PublicUrl publicUrl, SparqlSettings settings) {
    return open(state, publicUrl, settings, new EntityStates());
  }

  static PastSite open(Path state, PublicUrl publicUrl, SparqlSettings settings, States states) {
    CurrentStore store = TestStores.open(state);
    WebSettings web = new WebSettings("127.0.0.1", 0, publicUrl, WebSettings.DEFAULT_LANGUAGES);
    Overviews overviews = new Overviews(store, "");
    Pages pages = new Pages(web, overviews::site);
    SparqlRoutes sparql =
        new SparqlRoutes(store, overviews, settings, pages, state.resolve("queries"));
    Editions editions = new Editions(store);
    Faults faults =
        fault ->
            fault instanceof StoreUnavailableException
                ? Optional.of(Problem.unavailable(String.valueOf(fault.getMessage()), 5))
                : editions.removed(fault);
    TestServer server =
        TestServer.of(
            web,
            pages,
            faults,
            sparql,
            new CatalogueRoutes(new Serving(store, overviews, pages), web.languages()),
            new PastRoutes(store, overviews, pages, states),
            new EntityRoutes(store, overviews, pages));
    return new PastSite(state, store, server, sparql);
  }

  /** Publishes without what is harvested, and switches. */
  void publish(String trig, Retention retention) throws Exception {
    publish(state, trig, retention, false);
    store.refresh();
  }

  HttpResponse<String> get(String path, String... headers) {
    return server.get(path, headers);
  }

  HttpResponse<String> send(String method, String path, String... headers) {
    return server.send(method, path, headers);
  }

  /** A form sent by a program. */
  HttpResponse<String> post(String path, String query, String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(origin() + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("query=" + encode(query)));
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  /** The link to the answer of a release. */
  String cite(int release, String query) throws Exception {
    HttpResponse<String> made =
        post("/releases/" + release + "/sparql/links", query, "Accept", "application/json");
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    return made.headers().firstValue("Location").orElseThrow();
  }

  /** The digest of the bytes at an address. */
  String sha256(String path, String accept) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(origin() + path)).header("Accept", accept).build();
    HttpResponse<byte[]> answer = client.send(request, BodyHandlers.ofByteArray());
    assertThat(answer.statusCode()).isEqualTo(200);
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(answer.body()));
  }

  String origin() {
    return "http://127.0.0.1:" + server.port();
  }

  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  static String header(HttpResponse<?> answer, String name) {
    return String.join(", ", answer.headers().allValues(name));
  }

  @Override
  public void close() {
    server.close();
    sparql.close();
    store.close();
  }
}
