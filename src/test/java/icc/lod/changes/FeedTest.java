package icc.lod.changes;

import static org.assertj.core.api.Assertions.assertThat;

import icc.lod.web.PublicUrl;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.util.IsoMatcher;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages of the feed, held against the words of LDES and TREE. */
final class FeedTest {
  static final String DATA =
      """
      @prefix : <https://data.example.org/id/town/> .
      @prefix v: <https://data.example.org/def#> .
      @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
      :a a v:Town ; rdfs:label "Alpha"@en , "Альфа"@uk ; v:size 12 .
      :b a v:Town ; rdfs:label "Beta"@en ; v:size 7 .
      :c a v:Village ; rdfs:label "Gamma"@en .
      """;

  private static final String TREE = "https://w3id.org/tree#";
  private static final String LDES = "https://w3id.org/ldes#";

  @TempDir static Path state;
  private static ChangesSite site;

  @BeforeAll
  static void start() throws Exception {
    site = ChangesSite.of(state, DATA);
    site.publish(DATA.replace("v:size 12", "v:size 13"));
    site.publish(DATA.replace("v:size 12", "v:size 13"));
    site.publish(DATA.replace("v:size 12", "v:size 13").replaceAll("(?m)^:c.*", ""));
  }

  @AfterAll
  static void stop() {
    site.close();
  }

  private static DatasetGraph read(String path, Lang lang) {
    HttpResponse<String> answer = site.get(path, "Accept", lang.getHeaderString());
    assertThat(answer.statusCode()).isEqualTo(200);
    DatasetGraph page = DatasetGraphFactory.create();
    RDFParser.fromString(answer.body(), lang).base(site.origin() + path).parse(page);
    return page;
  }

  private static List<Node> values(Graph graph, Node subject, String property) {
    return graph
        .find(subject, NodeFactory.createURI(property), Node.ANY)
        .mapWith(t -> t.getObject())
        .toList();
  }

  @Test
  void root_tellsTheStreamAndLeadsToEachReleaseByBothBounds() {
    Graph root = read("/ldes", Lang.TURTLE).getDefaultGraph();
    Node page = NodeFactory.createURI(site.origin() + "/ldes");
    Node stream = NodeFactory.createURI("https://data.example.org/ldes#stream");

    assertThat(values(root, stream, TREE + "view")).containsExactly(page);
    for (String property :
        List.of(
            LDES + "timestampPath",
            LDES + "versionOfPath",
            LDES + "versionCreateObject",
            LDES + "versionUpdateObject",
            LDES + "versionDeleteObject",
            LDES + "versionDeletePath",
            TREE + "shape")) {
      assertThat(values(root, stream, property)).as(property).hasSize(1);
    }
    Node policy = values(root, page, LDES + "retentionPolicy").get(0);
    assertThat(policy.isURI()).isTrue();
    assertThat(values(root, policy, LDES + "startingFrom")).hasSize(1);
    TreeSet<String> relations = new TreeSet<>();
    for (Node relation : values(root, page, TREE + "relation")) {
      relations.add(
          values(root, relation, TREE + "node").get(0).getURI().substring(site.origin().length())
              + " "
              + values(root, relation, "http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
                  .get(0)
                  .getLocalName()
              + " "
              + values(root, relation, TREE + "value").get(0).getLiteralLexicalForm());
    }
    assertThat(relations)
        .containsExactly(
            "/ldes/1 GreaterThanOrEqualToRelation 2026-01-01T10:00:00Z",
            "/ldes/1 LessThanOrEqualToRelation 2026-01-01T10:00:00Z",
            "/ldes/2 GreaterThanOrEqualToRelation 2026-01-02T10:00:00Z",
            "/ldes/2 LessThanOrEqualToRelation 2026-01-02T10:00:00Z",
            "/ldes/4 GreaterThanOrEqualToRelation 2026-01-04T10:00:00Z",
            "/ldes/4 LessThanOrEqualToRelation 2026-01-04T10:00:00Z");
    assertThat(root.stream().noneMatch(t -> t.getSubject().isBlank() || t.getObject().isBlank()))
        .isTrue();
  }

  @Test
  void oneChangedLiteral_isOneMemberWithAllThatIsSaidOfTheThing() {
    DatasetGraph page = read("/ldes/2", Lang.TRIG);
    List<Quad> members =
        page.stream().filter(q -> q.getPredicate().getURI().equals(TREE + "member")).toList();

    assertThat(members).hasSize(1);
    Node member = members.get(0).getObject();
    assertThat(member.getURI()).isEqualTo("https://data.example.org/ldes/2#v1");
    Graph about = page.getDefaultGraph();
    assertThat(values(about, member, "http://purl.org/dc/terms/isVersionOf"))
        .containsExactly(NodeFactory.createURI("https://data.example.org/id/town/a"));
    assertThat(values(about, member, "http://www.w3.org/ns/prov#wasGeneratedBy"))
        .containsExactly(NodeFactory.createURI("https://data.example.org/id/release/2"));
    assertThat(values(about, member, "http://www.w3.org/ns/prov#wasRevisionOf"))
        .containsExactly(NodeFactory.createURI("https://data.example.org/ldes/1#v1"));
    assertThat(page.getGraph(member).size()).isEqualTo(4);
  }

  @Test
  void members_conformToTheShapeThatTheRootNames() {
    Graph root = read("/ldes", Lang.TURTLE).getDefaultGraph();
    for (String path : List.of("/ldes/1", "/ldes/2", "/ldes/4")) {
      DatasetGraph page = read(path, Lang.NQUADS);
      page.stream()
          .filter(q -> q.getPredicate().getURI().equals(TREE + "member"))
          .forEach(
              q -> {
                Graph shapes = GraphFactory.createDefaultGraph();
                root.find().forEach(shapes::add);
                shapes.add(
                    NodeFactory.createURI("https://data.example.org/ldes#shape"),
                    NodeFactory.createURI("http://www.w3.org/ns/shacl#targetNode"),
                    q.getObject());
                assertThat(ShaclValidator.get().validate(shapes, page.getDefaultGraph()).conforms())
                    .isTrue();
              });
    }
  }

  @Test
  void deletion_tellsWhyInEveryLanguageOfTheSite() {
    assertThat(site.get("/ldes/4", "Accept", "application/trig").body())
        .contains(
            "activitystreams#Delete",
            "no longer in the sources of the data.\"@en",
            "немає в джерелах даних.\"@uk")
        .doesNotContain("{");
  }

  @Test
  void pages_areTheSameInEverySyntax() {
    DatasetGraph trig = read("/ldes/1", Lang.TRIG);

    assertThat(IsoMatcher.isomorphic(trig, read("/ldes/1", Lang.NQUADS))).isTrue();
    assertThat(IsoMatcher.isomorphic(trig, read("/ldes/1", Lang.JSONLD))).isTrue();
    Graph root = read("/ldes", Lang.TURTLE).getDefaultGraph();
    for (Lang lang : List.of(Lang.NTRIPLES, Lang.JSONLD, Lang.TRIG, Lang.NQUADS, Lang.RDFXML)) {
      assertThat(IsoMatcher.isomorphic(root, read("/ldes", lang).getDefaultGraph()))
          .as(lang.toString())
          .isTrue();
    }
  }

  @Test
  void pages_areKeptForEverAndTheRootIsAskedFor() {
    HttpResponse<String> page = site.get("/ldes/2", "Accept", "application/n-quads");
    HttpResponse<String> root = site.get("/ldes", "Accept", "text/turtle");

    assertThat(page.headers().firstValue("cache-control"))
        .hasValue("public, max-age=31536000, immutable");
    assertThat(page.headers().firstValue("vary").orElse("")).contains("Accept");
    assertThat(root.headers().firstValue("cache-control")).hasValue("public, no-cache");
    for (HttpResponse<String> answer : List.of(page, root)) {
      String tag = answer.headers().firstValue("etag").orElseThrow();
      assertThat(tag).startsWith("\"");
      HttpResponse<String> again =
          site.get(
              answer.uri().getPath(),
              "Accept",
              answer.headers().firstValue("content-type").orElse("").replaceFirst(";.*", ""),
              "If-None-Match",
              tag);
      assertThat(again.statusCode()).isEqualTo(304);
    }
    HttpResponse<String> head = site.send("HEAD", "/ldes/2", "Accept", "application/n-quads");
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.headers().firstValue("etag")).isEqualTo(page.headers().firstValue("etag"));
  }

  @Test
  void carriedPages_areTheSameBytesInEveryLaterRelease(@TempDir Path other) throws Exception {
    try (ChangesSite grown = ChangesSite.of(other, DATA)) {
      String first = grown.get("/ldes/1", "Accept", "application/trig").body();
      String root = grown.get("/ldes", "Accept", "text/turtle").body();
      grown.publish(DATA);
      assertThat(grown.get("/ldes", "Accept", "text/turtle").body()).isEqualTo(root);
      grown.publish(DATA.replace("Beta", "Bета"));
      assertThat(grown.get("/ldes/1", "Accept", "application/trig").body()).isEqualTo(first);
      assertThat(grown.get("/ldes", "Accept", "text/turtle").body()).isNotEqualTo(root);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/ldes/3,404",
    "/ldes/5,404",
    "/ldes/0,404",
    "/ldes/x,404",
    "/ldes/1/1,404",
    "/ldes/1/2,404",
    "/ldes/1-100,404",
    "/ldes/99999999999,404",
    "/ldes?format=xx,400",
    "/ldes/1?format=ttl,400",
    "/ldes?lang=xx&format=html,400"
  })
  void badAddress_isRefused(String path, int status) {
    assertThat(site.get(path, "Accept", "*/*").statusCode()).isEqualTo(status);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/turtle", "application/n-triples", "image/png"})
  void pageInASyntaxWithoutGraphs_is406(String accept) {
    HttpResponse<String> answer = site.get("/ldes/1", "Accept", accept);
    assertThat(answer.statusCode()).isEqualTo(406);
    assertThat(answer.body()).contains("application/trig", "application/n-quads");
  }

  @Test
  void page_explainsTheFeedToPeople() {
    assertThat(site.get("/ldes?lang=en", "Accept", "text/html").body())
        .contains("<h1>Change feed</h1>", "npx ldes-client " + site.origin() + "/ldes");
    assertThat(site.get("/ldes?lang=uk", "Accept", "text/html").body())
        .contains("<h1>Стрічка змін</h1>", "href=\"/releases/4\"");
  }

  @Test
  void publicAddress_isWhereNoneCanBeRelative(@TempDir Path other) throws Exception {
    PublicUrl url = PublicUrl.of("https://pub.example/lod");
    try (ChangesSite proxied = ChangesSite.of(other, DATA, url)) {
      assertThat(proxied.get("/ldes?format=nt").body())
          .contains("<https://pub.example/lod/ldes/1>")
          .doesNotContain("127.0.0.1");
      assertThat(proxied.get("/ldes?format=ttl").body())
          .contains("<ldes/1>", "tree:view")
          .doesNotContain("pub.example");
    }
  }
}
