package icc.lod.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import icc.lod.entity.EntityRoutes;
import icc.lod.ontology.OntologyRoutes;
import icc.lod.publish.Outcome;
import icc.lod.publish.Publisher;
import icc.lod.publish.SourceSettings;
import icc.lod.sparql.SparqlRoutes;
import icc.lod.sparql.SparqlSettings;
import icc.lod.store.CurrentStore;
import icc.lod.store.Lease;
import icc.lod.store.Releases;
import icc.lod.store.TestStores;
import icc.lod.view.Overviews;
import icc.lod.web.Faults;
import icc.lod.web.Pages;
import icc.lod.web.PublicUrl;
import icc.lod.web.TestServer;
import icc.lod.web.WebSettings;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.graph.GraphFactory;

/** A real server over releases that were really published, with everything that is harvested. */
final class CatalogueSite implements AutoCloseable {
  static final String BASE = "https://data.example.org/";
  static final Instant FIRST = Instant.parse("2026-01-01T10:00:00Z");

  final CurrentStore store;
  private final TestServer server;

  private CatalogueSite(CurrentStore store, TestServer server) {
    this.store = store;
    this.server = server;
  }

  /** Publishes TriG, at the first or a later day. */
  static Path publish(Path state, String trig, int day) throws Exception {
    Path data = Files.createDirectories(state.resolve("sources")).resolve("data.trig");
    Files.writeString(data, trig);
    return publish(state, BASE, List.of(), List.of(data), day);
  }

  static Path publishBundled(Path state, int day) throws Exception {
    return publish(
        state,
        "https://w3id.org/intelligent-cities/",
        List.of(Path.of("ontology")),
        List.of(Path.of("rdf-data")),
        day);
  }

  private static Path publish(
      Path state, String base, List<Path> ontology, List<Path> data, int day) {
    Releases releases = new Releases(state);
    Clock clock = Clock.fixed(FIRST.plusSeconds(86_400L * day), ZoneOffset.UTC);
    SourceSettings sources = new SourceSettings(ontology, data, List.of(), base, false);
    Outcome outcome =
        new Publisher(sources, releases, List.of(new Harvest(releases)), clock).publish(true);
    assertThat(outcome).isInstanceOf(Outcome.Published.class);
    return ReleaseFiles.folder(releases.current().orElseThrow().folder());
  }

  static CatalogueSite open(Path state) {
    return open(state, PublicUrl.NONE);
  }

  static CatalogueSite open(Path state, PublicUrl publicUrl) {
    CurrentStore store = TestStores.open(state);
    WebSettings settings =
        new WebSettings("127.0.0.1", 0, publicUrl, WebSettings.DEFAULT_LANGUAGES);
    Overviews overviews = new Overviews(store, "");
    Pages pages = new Pages(settings, overviews::site);
    Serving serving = new Serving(store, overviews, pages);
    TestServer server =
        TestServer.of(
            settings,
            pages,
            Faults.none(),
            new SparqlRoutes(
                store,
                overviews,
                new SparqlSettings(java.time.Duration.ofSeconds(20)),
                pages,
                state.resolve("queries")),
            new CatalogueRoutes(serving, settings.languages()),
            new OntologyRoutes(store, overviews, pages),
            new EntityRoutes(store, overviews, pages));
    return new CatalogueSite(store, server);
  }

  HttpResponse<String> get(String path, String... headers) {
    return server.get(path, headers);
  }

  HttpResponse<String> send(String method, String path, String... headers) {
    return server.send(method, path, headers);
  }

  String origin() {
    return "http://127.0.0.1:" + server.port();
  }

  /** A description as a graph. */
  Graph graph(String path, Lang lang) {
    HttpResponse<String> answer = get(path, "Accept", lang.getHeaderString());
    assertThat(answer.statusCode()).isEqualTo(200);
    Graph graph = GraphFactory.createDefaultGraph();
    RDFParser.fromString(answer.body(), lang).parse(graph);
    return graph;
  }

  <T> T read(Function<DatasetGraph, T> reading) {
    try (Lease lease = store.lease()) {
      return lease.store().read(reading);
    }
  }

  @Override
  public void close() {
    server.close();
    store.close();
  }
}
