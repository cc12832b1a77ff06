package icc.lod.changes;

import static org.assertj.core.api.Assertions.assertThat;

import icc.lod.store.Release;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** Releases, what they changed, histories, and things that are gone. */
final class ReleasesTest {
  private static final String DATA = FeedTest.DATA;
  private static final String CHANGED = DATA.replace("v:size 12", "v:size 13");
  private static final String MARKED =
      CHANGED.replace(
          ":b a v:Town",
          """
          :b <http://www.w3.org/2002/07/owl#deprecated> true ;
            <http://purl.org/dc/terms/isReplacedBy> :a ;
            <http://www.w3.org/2004/02/skos/core#changeNote> "Joined with Alpha."@en , "Об’єднано з Альфою."@uk ;
            a v:Town\
          """);
  private static final String GONE = MARKED.replaceAll("(?m)^:c.*", "");

  @TempDir static Path state;
  private static ChangesSite site;

  @BeforeAll
  static void start() throws Exception {
    site = ChangesSite.of(state, DATA);
    site.publish(CHANGED).publish(MARKED).publish(GONE);
  }

  @AfterAll
  static void stop() {
    site.close();
  }

  private static Graph graph(String path) {
    HttpResponse<String> answer = site.get(path, "Accept", "text/turtle");
    Graph graph = GraphFactory.createDefaultGraph();
    RDFParser.fromString(answer.body(), Lang.TURTLE).parse(graph);
    return graph;
  }

  private static List<Node> objects(Graph graph, String property) {
    return graph
        .find(Node.ANY, NodeFactory.createURI(property), Node.ANY)
        .mapWith(t -> t.getObject())
        .toList();
  }

  @Test
  void oneChangedLiteral_isOneEntryEverywhere() throws Exception {
    Graph diff = graph("/releases/2");
    String cs = "http://purl.org/vocab/changeset/schema#";

    assertThat(objects(diff, cs + "subjectOfChange"))
        .containsExactly(NodeFactory.createURI("https://data.example.org/id/town/a"));
    assertThat(objects(diff, cs + "addition")).hasSize(1);
    assertThat(objects(diff, cs + "removal")).hasSize(1);
    assertThat(objects(diff, "http://www.w3.org/1999/02/22-rdf-syntax-ns#object"))
        .extracting(Node::getLiteralLexicalForm)
        .containsExactlyInAnyOrder("12", "13");
    Document atom = atom("en");
    assertThat(atom.getElementsByTagName("entry").getLength()).isEqualTo(4);
    String sitemap = site.get("/sitemap.xml").body();
    assertThat(sitemap.split("<lastmod>2026-01-02T10:00:00Z</lastmod>", -1)).hasSize(2);
  }

  private static Document atom(String language) throws Exception {
    HttpResponse<String> answer = site.get("/feed.atom?lang=" + language);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("content-type"))
        .hasValue("application/atom+xml; charset=utf-8");
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(answer.body())));
  }

  @Test
  void atom_hasWhatTheStandardAsksFor() throws Exception {
    Document atom = atom("uk");
    for (String name : List.of("id", "title", "updated")) {
      assertThat(atom.getElementsByTagName(name).getLength()).as(name).isEqualTo(5);
    }
    assertThat(atom.getElementsByTagName("id").item(1).getTextContent())
        .isEqualTo("https://data.example.org/id/release/4");
    assertThat(atom.getElementsByTagName("updated").item(0).getTextContent())
        .isEqualTo("2026-01-04T10:00:00Z");
    assertThat(atom.getElementsByTagName("content").item(0).getTextContent())
        .contains("Вилучених: 1.", "<a href=\"" + site.origin() + "/doc");
  }

  @Test
  void list_hasEveryReleaseWithItsFigures() {
    String page = site.get("/releases?lang=en", "Accept", "text/html").body();

    assertThat(page)
        .contains("href=\"/releases/1\"", "href=\"/releases/4\"")
        .contains("type=\"application/atom+xml\"");
    assertThat(objects(graph("/releases"), "http://purl.org/dc/terms/replaces")).hasSize(3);
    assertThat(objects(graph("/releases"), "http://rdfs.org/ns/void#triples"))
        .extracting(Node::getLiteralLexicalForm)
        .containsExactlyInAnyOrder("9", "9", "13", "11");
  }

  @Test
  void diff_isReadableInBothLanguages() {
    String english = site.get("/releases/2?lang=en", "Accept", "text/html").body();
    String ukrainian = site.get("/releases/2?lang=uk", "Accept", "text/html").body();

    assertThat(english).contains("Release 2", "Alpha", "removed:", "12", "added:", "13", "Town");
    assertThat(ukrainian).contains("Випуск 2", "Альфа", "вилучено:", "додано:");
    assertThat(site.get("/releases/1?lang=en", "Accept", "text/html").body())
        .contains("Alpha", "Gamma", ">2</td>");
    assertThat(site.get("/releases/4?lang=en", "Accept", "text/html").body()).contains("Gamma");
  }

  @Test
  void nameOfARelease_leadsToItsPage() {
    HttpResponse<String> answer = site.get("/id/release/2");
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("location")).hasValue("/releases/2");
  }

  @ParameterizedTest
  @CsvSource({
    "/releases/5,404",
    "/releases/0,404",
    "/releases/x,404",
    "/releases/2?page=2,404",
    "/releases/2?page=0,400",
    "/releases/2?page=x,400",
    "/releases/2?format=xx,400",
    "/id/release/9,404",
    "/history,400",
    "/history?iri=no,400",
    "/history?iri=http://never.example/,404"
  })
  void badAddress_isRefused(String path, int status) {
    assertThat(site.get(path).statusCode()).isEqualTo(status);
    assertThat(site.get(path, "Accept", "text/html").statusCode()).isEqualTo(status);
  }

  @Test
  void releaseThatIsNotKept_410WithWhatIsThere(@TempDir Path other) throws Exception {
    try (ChangesSite pruned = ChangesSite.of(other, DATA)) {
      pruned.publish(CHANGED);
      Release first = pruned.releases.byNumber(1).orElseThrow();
      icc.lod.store.Releases.delete(first.folder());

      HttpResponse<String> answer = pruned.get("/releases/1", "Accept", "application/json");
      assertThat(answer.statusCode()).isEqualTo(410);
      assertThat(answer.body()).contains("/releases/2", "/ldes/1");
      assertThat(pruned.get("/releases/1?lang=uk", "Accept", "text/html").body())
          .contains("Цей випуск більше не зберігається", "href=\"/releases/2\"");
      assertThat(pruned.get("/ldes/1").statusCode()).isEqualTo(200);
      assertThat(pruned.get("/releases?lang=en", "Accept", "text/html").body())
          .contains("no longer kept");
    }
  }

  @Test
  void history_isAllThatHappenedToAThing() {
    String path = "/history?iri=https://data.example.org/id/town/b";
    String page = site.get(path + "&lang=en", "Accept", "text/html").body();

    assertThat(page)
        .contains("History: Beta", "Release 3", "Release 1")
        .doesNotContain("Release 2");
    assertThat(objects(graph(path), "http://purl.org/dc/terms/isVersionOf")).hasSize(2);
    assertThat(site.get("/doc/town/a", "Accept", "text/html").body())
        .contains("href=\"/history?iri=https://data.example.org/id/town/a\"");
  }

  @Test
  void historyAndList_areWhole_pageByPage(@TempDir Path other) throws Exception {
    try (ChangesSite often = ChangesSite.of(other, DATA)) {
      for (int i = 0; i < HistoryRoutes.MOST; i++) {
        often.publish(DATA.replace("v:size 12", "v:size " + (100 + i)));
      }
      String path = "/history?iri=https://data.example.org/id/town/a";
      HttpResponse<String> first = often.get(path, "Accept", "text/html");
      HttpResponse<String> last = often.get(path + "&page=2", "Accept", "text/html");
      assertThat(first.body()).contains("id=\"release-21\"", "id=\"release-2\"", "&amp;page=2");
      assertThat(first.body()).doesNotContain("id=\"release-1\"");
      assertThat(last.body()).contains("id=\"release-1\"").doesNotContain("id=\"release-2\"");
      assertThat(often.get(path, "Accept", "text/turtle").headers().allValues("link"))
          .contains("<" + path + "&page=2>; rel=\"next\"");
      assertThat(often.get(path + "&page=3").statusCode()).isEqualTo(404);
      assertThat(often.get(path + "&page=0").statusCode()).isEqualTo(400);
      assertThat(often.get("/releases?page=2", "Accept", "text/html").statusCode()).isEqualTo(404);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/id/town/c", "/doc/town/c", "/doc?iri=https://data.example.org/id/town/c"})
  void thingThatIsGone_410InEveryRepresentation(String path) {
    HttpResponse<String> english = site.get(path, "Accept", "text/html", "Accept-Language", "en");
    HttpResponse<String> ukrainian = site.get(path, "Accept", "text/html", "Accept-Language", "uk");
    assertThat(english.statusCode()).isEqualTo(410);
    assertThat(english.body())
        .contains("Gamma", "no longer in the sources", "href=\"/releases/4\"", "/history?iri=");
    assertThat(ukrainian.statusCode()).isEqualTo(410);
    assertThat(ukrainian.body()).contains("Це вилучено", "немає в джерелах даних");
    for (String type :
        List.of(
            "text/turtle",
            "application/ld+json",
            "application/n-triples",
            "application/rdf+xml",
            "application/trig",
            "application/n-quads")) {
      HttpResponse<String> answer = site.get(path, "Accept", type);
      assertThat(answer.statusCode()).as(type).isEqualTo(410);
      assertThat(answer.headers().firstValue("content-type").orElse("")).startsWith(type);
      assertThat(answer.body()).contains("deprecated", "id/release/4", "Gamma");
    }
    HttpResponse<String> problem = site.get(path, "Accept", "application/json");
    assertThat(problem.statusCode()).isEqualTo(410);
    assertThat(problem.headers().firstValue("content-type")).hasValue("application/problem+json");
    assertThat(problem.body()).contains("no longer in the sources", "2026-01-04T10:00:00Z");
  }

  @Test
  void thingThatIsMarked_410WithReasonSuccessorAndSince() {
    HttpResponse<String> turtle = site.get("/doc/town/b.ttl");
    assertThat(turtle.statusCode()).isEqualTo(410);
    assertThat(turtle.headers().firstValue("link"))
        .hasValue("</doc/town/a>; rel=\"successor-version\"");
    assertThat(turtle.body())
        .contains("isReplacedBy", "Joined with Alpha.", "id/release/3", "2026-01-03T10:00:00Z");
    assertThat(site.get("/id/town/b?lang=uk", "Accept", "text/html").body())
        .contains("Об’єднано з Альфою.", "href=\"/doc/town/a\"", "Альфа", "випуск 3");
    assertThat(site.get("/sitemap.xml").body()).doesNotContain("/doc/town/b<", "/doc/town/c<");
  }

  @Test
  void thingThatNeverWas_staysUnknown() {
    assertThat(site.get("/id/town/z").statusCode()).isEqualTo(404);
  }

  @Test
  void everyIriOfTheFeed_answersOnThisHost() {
    for (String path : List.of("/ldes/4", "/id/release/4", "/ldes")) {
      assertThat(site.get(path).statusCode()).isIn(200, 303);
      assertThat(site.send("HEAD", path).statusCode()).isIn(200, 303);
    }
  }
}
