package icc.lod.entity;

import icc.lod.ontology.OntologyRoutes;
import icc.lod.store.CurrentStore;
import icc.lod.store.StoreUnavailableException;
import icc.lod.store.TestStores;
import icc.lod.view.Overviews;
import icc.lod.web.Faults;
import icc.lod.web.Pages;
import icc.lod.web.Problem;
import icc.lod.web.PublicUrl;
import icc.lod.web.TestServer;
import icc.lod.web.WebSettings;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Optional;

/** A real server over a real release made from a piece of TriG. */
final class EntitySite implements AutoCloseable {
  private static final Faults FAULTS =
      fault ->
          fault instanceof StoreUnavailableException
              ? Optional.of(Problem.unavailable("The store does not answer.", 5))
              : Optional.empty();

  final CurrentStore store;
  private final TestServer server;

  private EntitySite(CurrentStore store, TestServer server) {
    this.store = store;
    this.server = server;
  }

  static EntitySite of(Path state, String base, String trig) throws Exception {
    return of(state, base, trig, PublicUrl.NONE);
  }

  static EntitySite of(Path state, String base, String trig, PublicUrl publicUrl) throws Exception {
    TestStores.publish(state, base, trig);
    CurrentStore store = TestStores.open(state);
    WebSettings settings =
        new WebSettings("127.0.0.1", 0, publicUrl, WebSettings.DEFAULT_LANGUAGES);
    Overviews overviews = new Overviews(store, "https://example.org/default-licence");
    Pages pages = new Pages(settings, overviews::site);
    TestServer server =
        TestServer.of(
            settings,
            pages,
            FAULTS,
            new HomeRoutes(store, overviews, pages),
            new OntologyRoutes(store, overviews, pages),
            new EntityRoutes(store, overviews, pages));
    return new EntitySite(store, server);
  }

  HttpResponse<String> get(String path, String... headers) {
    return server.get(path, headers);
  }

  HttpResponse<String> send(String method, String path, String... headers) {
    return server.send(method, path, headers);
  }

  String rawGet(String path) throws Exception {
    return server.rawGet(path);
  }

  int port() {
    return server.port();
  }

  @Override
  public void close() {
    server.close();
    store.close();
  }
}
