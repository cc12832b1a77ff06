package icc.lod.reconcile;

import icc.lod.publish.Candidate;
import icc.lod.search.LabelIndex;
import icc.lod.search.LabelIndexText;
import icc.lod.store.CurrentStore;
import icc.lod.store.Lease;
import icc.lod.store.Release;
import icc.lod.store.Releases;
import icc.lod.store.Tdb2Store;
import icc.lod.store.TestStores;
import icc.lod.view.Overviews;
import icc.lod.web.Faults;
import icc.lod.web.Pages;
import icc.lod.web.TestServer;
import icc.lod.web.WebSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;

/** A release with its text index, and a server that links to it. */
final class LinkSite implements AutoCloseable {
  static final String BASE = "http://example.org/";
  private static final String FORM = "application/x-www-form-urlencoded";

  final CurrentStore store;
  final Reconciliation reconciliation;
  private final TestServer server;
  private final HttpClient client = HttpClient.newHttpClient();

  private LinkSite(CurrentStore store) {
    this.store = store;
    Overviews overviews = new Overviews(store, "");
    this.reconciliation = new Reconciliation(store, overviews);
    WebSettings settings = WebSettings.loopback(0);
    Pages pages = new Pages(settings, overviews::site);
    this.server =
        TestServer.of(
            settings,
            pages,
            Faults.none(),
            new ReconcileRoutes(reconciliation, pages, ReconcileSettings.DEFAULT),
            new LinkRoutes(reconciliation, pages, ReconcileSettings.DEFAULT));
  }

  /** Whatever the state folder holds. */
  static LinkSite over(Path state) {
    CurrentStore store =
        new CurrentStore(
            new Releases(state),
            release -> Tdb2Store.open(release.database(), LabelIndexText.open(release)));
    store.refresh();
    return new LinkSite(store);
  }

  /** A piece of TriG under the base {@link #BASE}. */
  static LinkSite of(Path state, String trig) throws Exception {
    Release release = TestStores.publish(state, BASE, trig);
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
    return over(state);
  }

  List<List<icc.lod.reconcile.Candidate>> match(List<ReconcileQuery> queries) {
    try (Lease lease = store.lease()) {
      return reconciliation.match(lease, queries);
    }
  }

  /** What types and properties there are. */
  Schema schema() {
    try (Lease lease = store.lease()) {
      return reconciliation.of(lease).schema();
    }
  }

  /** The candidates for one query of 0.2, as they are answered. */
  JsonArray candidates(String query) {
    HttpResponse<String> answer = form("queries", "{\"q0\": " + query + "}");
    if (answer.statusCode() != 200) {
      throw new AssertionError(answer.statusCode() + " " + answer.body());
    }
    return JSON.parse(answer.body()).getObj("q0").get("result").getAsArray();
  }

  /** The best of them. */
  JsonObject best(String query) {
    JsonArray candidates = candidates(query);
    if (candidates.isEmpty()) {
      throw new AssertionError("nothing for " + query);
    }
    return candidates.get(0).getAsObject();
  }

  HttpResponse<String> form(String field, String value, String... headers) {
    return post("/reconcile", FORM, field + "=" + encoded(value), headers);
  }

  HttpResponse<String> post(String path, String type, String body, String... headers) {
    return post(path, type, body.getBytes(StandardCharsets.UTF_8), headers);
  }

  HttpResponse<String> post(String path, String type, byte[] body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(origin() + path))
            .header("Content-Type", type)
            .POST(BodyPublishers.ofByteArray(body));
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

  HttpResponse<String> get(String path, String... headers) {
    return server.get(path, headers);
  }

  /** A JSON answer. */
  JsonObject json(String path, String... headers) {
    HttpResponse<String> answer = get(path, headers);
    if (answer.statusCode() != 200) {
      throw new AssertionError(answer.statusCode() + " " + answer.body());
    }
    return JSON.parse(answer.body());
  }

  String origin() {
    return "http://127.0.0.1:" + server.port();
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    server.close();
    store.close();
  }
}
