package icc.lod.search;

import icc.lod.publish.Candidate;
import icc.lod.sparql.SparqlRoutes;
import icc.lod.sparql.SparqlSettings;
import icc.lod.store.CurrentStore;
import icc.lod.store.Release;
import icc.lod.store.Releases;
import icc.lod.store.StoreUnavailableException;
import icc.lod.store.Tdb2Store;
import icc.lod.store.TestStores;
import icc.lod.view.Overviews;
import icc.lod.web.CurrentState;
import icc.lod.web.Faults;
import icc.lod.web.Pages;
import icc.lod.web.Problem;
import icc.lod.web.Server;
import icc.lod.web.WebSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;

/** A real server over a real release with its text index, made from a piece of TriG. */
final class SearchSite implements AutoCloseable {
  static final String BASE = "http://example.org/";
  private static final Faults FAULTS =
      fault ->
          fault instanceof StoreUnavailableException
              ? Optional.of(Problem.unavailable("The store does not answer.", 5))
              : Optional.empty();

  final CurrentStore store;
  private final SparqlRoutes sparql;
  private final Server server;
  private final HttpClient client = HttpClient.newHttpClient();

  private SearchSite(CurrentStore store, SparqlRoutes sparql, Server server) {
    this.store = store;
    this.sparql = sparql;
    this.server = server;
  }

  static SearchSite of(Path state, String trig) throws Exception {
    index(TestStores.publish(state, BASE, trig));
    return over(state);
  }

  /** Whatever the state folder holds. */
  static SearchSite over(Path state) {
    CurrentStore store =
        new CurrentStore(
            new Releases(state),
            release -> Tdb2Store.open(release.database(), LabelIndexText.open(release)));
    store.refresh();
    WebSettings settings = WebSettings.loopback(0);
    Overviews overviews = new Overviews(store, "");
    Pages pages = new Pages(settings, overviews::site);
    SparqlRoutes sparql =
        new SparqlRoutes(
            store,
            overviews,
            new SparqlSettings(Duration.ofSeconds(10)),
            pages,
            Path.of("target", "queries"));
    SearchNearest nearest = new SearchNearest(store, overviews, pages.publicUrl());
    Server server =
        Server.start(
            settings,
            pages,
            FAULTS,
            nearest,
            CurrentState.unknown(),
            List.of(sparql, new SearchRoutes(store, overviews, pages)));
    return new SearchSite(store, sparql, server);
  }

  static void index(Release release) throws Exception {
    try (Tdb2Store store = Tdb2Store.open(release.database())) {
      store.read(
          dataset -> {
            try {
              new LabelIndex()
                  .project(new Candidate(release.folder(), dataset, BASE, release.created()));
              return true;
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }
  }

  /** The labels of what is found, best first. */
  List<String> labels(String text) {
    return labels(json("/search?format=json&q=" + encoded(text)), "hits");
  }

  List<String> suggestions(String text) {
    return labels(json("/suggest?q=" + encoded(text)), "suggestions");
  }

  private static List<String> labels(JsonObject json, String list) {
    List<String> labels = new ArrayList<>();
    json.getArray(list).forEach(v -> labels.add(v.getAsObject().getString("label")));
    return labels;
  }

  JsonObject json(String path) {
    HttpResponse<String> response = get(path);
    if (response.statusCode() != 200) {
      throw new AssertionError(response.statusCode() + " " + response.body());
    }
    return JSON.parse(response.body());
  }

  /** The result of a query as CSV lines without the heading. */
  List<String> csv(String query) {
    HttpResponse<String> response = sparql(query);
    if (response.statusCode() != 200) {
      throw new AssertionError(response.statusCode() + " " + response.body());
    }
    return response.body().lines().skip(1).toList();
  }

  HttpResponse<String> sparql(String query) {
    return get("/sparql?format=csv&query=" + encoded(query));
  }

  HttpResponse<String> get(String path, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    server.close();
    sparql.close();
    store.close();
  }
}
