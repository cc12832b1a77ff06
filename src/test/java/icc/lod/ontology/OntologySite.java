package icc.lod.ontology;

import icc.lod.entity.EntityRoutes;
import icc.lod.store.CurrentStore;
import icc.lod.store.TestStores;
import icc.lod.view.Overviews;
import icc.lod.web.Faults;
import icc.lod.web.Pages;
import icc.lod.web.PublicUrl;
import icc.lod.web.TestServer;
import icc.lod.web.WebSettings;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;

/** A real server over a real release, with the vocabulary's and the entities' addresses. */
final class OntologySite implements AutoCloseable {
  final CurrentStore store;
  private final TestServer server;

  private OntologySite(CurrentStore store, TestServer server) {
    this.store = store;
    this.server = server;
  }

  static OntologySite of(Path state, String base, String trig) throws Exception {
    TestStores.publish(state, base, trig);
    CurrentStore store = TestStores.open(state);
    WebSettings settings =
        new WebSettings("127.0.0.1", 0, PublicUrl.NONE, WebSettings.DEFAULT_LANGUAGES);
    Overviews overviews = new Overviews(store, "");
    Pages pages = new Pages(settings, overviews::site);
    OntologyRoutes ontology = new OntologyRoutes(store, overviews, pages);
    ontology.prepare();
    return new OntologySite(
        store,
        TestServer.of(
            settings, pages, Faults.none(), ontology, new EntityRoutes(store, overviews, pages)));
  }

  HttpResponse<String> get(String path, String... headers) {
    return server.get(path, headers);
  }

  /** A page that must be there. */
  String page(String path) {
    HttpResponse<String> answer = get(path, "Accept", "text/html");
    if (answer.statusCode() != 200) {
      throw new AssertionError(path + " answers " + answer.statusCode() + ": " + answer.body());
    }
    return answer.body();
  }

  /** The words of a page without its tags. */
  static String words(String html) {
    return html.replaceAll("</?(?:a|span|code)(?: [^>]*)?>", "")
        .replaceAll("<[^>]+>", " ")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&gt;", ">")
        .replace("&lt;", "<")
        .replace("&amp;", "&")
        .replaceAll("\\s+", " ")
        .replaceAll(" ([;,.])", "$1");
  }

  static List<String> all(String pattern, String text) {
    List<String> all = new ArrayList<>();
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    while (matcher.find()) {
      all.add(matcher.group(1));
    }
    return all;
  }

  static Graph graph(String text, Lang lang) {
    Graph graph = GraphFactory.createDefaultGraph();
    RDFParser.fromString(text, lang).parse(graph);
    return graph;
  }

  @Override
  public void close() {
    server.close();
    store.close();
  }
}
