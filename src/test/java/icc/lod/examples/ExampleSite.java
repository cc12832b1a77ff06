package icc.lod.examples;

import icc.lod.publish.Outcome;
import icc.lod.publish.Publisher;
import icc.lod.publish.SourceSettings;
import icc.lod.sparql.SparqlRoutes;
import icc.lod.sparql.SparqlSettings;
import icc.lod.store.CurrentStore;
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
import java.time.Duration;
import java.util.List;

/** A real server over a release that was really published, with the answers of its examples. */
final class ExampleSite implements AutoCloseable {
  static final String BASE = "http://example.org/";

  final TestServer server;
  private final CurrentStore store;
  private final SparqlRoutes sparql;

  private ExampleSite(TestServer server, CurrentStore store, SparqlRoutes sparql) {
    this.server = server;
    this.store = store;
    this.sparql = sparql;
  }

  /** Publishes data and examples, written in Turtle. */
  static ExampleSite of(Path folder, String data, String examples, boolean gate) throws Exception {
    Path sources = Files.createDirectories(folder.resolve("sources"));
    Files.writeString(sources.resolve("data.ttl"), data);
    Files.writeString(sources.resolve("examples.ttl"), examples);
    Path state = folder.resolve("state");
    SourceSettings settings =
        new SourceSettings(List.of(), List.of(sources), List.of(), BASE, gate);
    Outcome outcome =
        new Publisher(
                settings, new Releases(state), List.of(new ExampleAnswers()), Clock.systemUTC())
            .publish(false);
    if (!(outcome instanceof Outcome.Published)) {
      throw new IllegalStateException(String.valueOf(outcome));
    }
    return serving(TestStores.open(state), PublicUrl.NONE);
  }

  static ExampleSite serving(CurrentStore store, PublicUrl publicUrl) {
    WebSettings web = new WebSettings("127.0.0.1", 0, publicUrl, WebSettings.DEFAULT_LANGUAGES);
    Overviews overviews = new Overviews(store, "");
    Pages pages = new Pages(web, overviews::site);
    SparqlRoutes sparql =
        new SparqlRoutes(
            store,
            overviews,
            new SparqlSettings(Duration.ofSeconds(20)),
            pages,
            Path.of("target", "queries"));
    ExampleRoutes routes = new ExampleRoutes(store, overviews, new Examples(store), pages);
    TestServer server = TestServer.of(web, pages, Faults.none(), sparql, routes);
    return new ExampleSite(server, store, sparql);
  }

  HttpResponse<String> get(String path, String... headers) {
    return server.get(path, headers);
  }

  String page(String path) {
    return get(path, "Accept", "text/html", "Accept-Language", "en").body();
  }

  @Override
  public void close() {
    server.close();
    sparql.close();
    store.close();
  }
}
