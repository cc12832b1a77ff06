package icc.lod.linking;

import icc.lod.store.CurrentStore;
import icc.lod.store.TestStores;
import icc.lod.view.Overviews;
import icc.lod.web.Faults;
import icc.lod.web.Nearest;
import icc.lod.web.Pages;
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
import java.nio.file.Path;
import java.util.List;

/** A real server of lookups and link sets of a piece of TriG. */
final class LinkSite implements AutoCloseable {
  private final CurrentStore store;
  private final TestServer server;

  private LinkSite(CurrentStore store, TestServer server) {
    this.store = store;
    this.server = server;
  }

  static LinkSite of(Path state, String base, String trig) throws Exception {
    TestStores.publish(state, base, trig);
    CurrentStore store = TestStores.open(state);
    WebSettings settings = WebSettings.loopback(0);
    Overviews overviews = new Overviews(store, "");
    Pages pages = new Pages(settings, overviews::site);
    Links links = new Links(store, overviews);
    Nearest nearest =
        (words, visitor) -> List.of(new Nearest.Name("/doc/near", "Near " + words, ""));
    return new LinkSite(
        store,
        TestServer.of(
            settings,
            pages,
            Faults.none(),
            new LookupRoutes(new Lookup(links, pages.publicUrl()), nearest, pages),
            new LinkSetRoutes(links, pages)));
  }

  HttpResponse<String> get(String path, String... headers) {
    return server.get(path, headers);
  }

  HttpResponse<String> post(String path, String type, String accept, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(origin() + path))
            .header("Content-Type", type)
            .header("Accept", accept)
            .POST(BodyPublishers.ofString(body))
            .build();
    try {
      return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  HttpResponse<String> lookup(String identifier, String... headers) {
    return get("/lookup?uri=" + URLEncoder.encode(identifier, StandardCharsets.UTF_8), headers);
  }

  String origin() {
    return "http://127.0.0.1:" + server.port();
  }

  @Override
  public void close() {
    server.close();
    store.close();
  }
}
