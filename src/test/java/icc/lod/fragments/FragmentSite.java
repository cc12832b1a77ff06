package icc.lod.fragments;

import icc.lod.store.CurrentStore;
import icc.lod.store.TestStores;
import icc.lod.view.Overviews;
import icc.lod.web.Faults;
import icc.lod.web.Pages;
import icc.lod.web.PublicUrl;
import icc.lod.web.TestServer;
import icc.lod.web.WebSettings;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;

/** A real server of fragments of a piece of TriG. */
final class FragmentSite implements AutoCloseable {
  private final CurrentStore store;
  private final TestServer server;

  private FragmentSite(CurrentStore store, TestServer server) {
    this.store = store;
    this.server = server;
  }

  static FragmentSite of(Path state, String trig, PublicUrl publicUrl) throws Exception {
    TestStores.publish(state, "http://example.org/", trig);
    CurrentStore store = TestStores.open(state);
    WebSettings settings =
        new WebSettings("127.0.0.1", 0, publicUrl, WebSettings.DEFAULT_LANGUAGES);
    Overviews overviews = new Overviews(store, "");
    Pages pages = new Pages(settings, overviews::site);
    return new FragmentSite(
        store,
        TestServer.of(settings, pages, Faults.none(), new FragmentRoutes(store, overviews, pages)));
  }

  HttpResponse<String> get(String query, String... headers) {
    return server.get("/fragments" + query, headers);
  }

  /** A fragment as a data set. */
  DatasetGraph read(String query, String accept) {
    HttpResponse<String> answer = get(query, "Accept", accept);
    if (answer.statusCode() != 200) {
      throw new AssertionError(answer.statusCode() + " " + answer.body());
    }
    Lang lang = RDFLanguages.contentTypeToLang(accept);
    return RDFParser.fromString(answer.body(), lang).toDatasetGraph();
  }

  String origin() {
    return "http://127.0.0.1:" + server.port();
  }

  static String coded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    server.close();
    store.close();
  }
}
