package icc.lod.fragments;

import static icc.lod.fragments.FragmentSite.coded;
import static org.assertj.core.api.Assertions.assertThat;

import icc.lod.web.PublicUrl;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Fragments of data that nobody here wrote a vocabulary for. */
final class FragmentTest {
  private static final String HYDRA = "http://www.w3.org/ns/hydra/core#";
  private static final String VOID = "http://rdfs.org/ns/void#";
  private static final String P = "http://example.org/p";

  @TempDir static Path state;
  private static FragmentSite site;

  @BeforeAll
  static void publish() throws Exception {
    StringBuilder trig = new StringBuilder();
    trig.append(
        """
        @prefix : <http://example.org/> .
        @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
        :lviv :name "Lviv"@en , "Львів"@uk , "L\\"viv" ; :size 7 ; :part [ :size 8 ] .
        :g { :lviv :name "Lviv"@en ; :twin :lublin }
        :h { :lviv :twin :lublin }
        """);
    for (int i = 0; i < 250; i++) {
      trig.append(":s%d :p :o%d .\n".formatted(i, i % 10));
    }
    site = FragmentSite.of(state, trig.toString(), PublicUrl.NONE);
  }

  @AfterAll
  static void close() {
    site.close();
  }

  private static Graph controls(DatasetGraph data, String address) {
    Node graph = iri(address + "#metadata");
    Node dataset =
        data.find(graph, Node.ANY, iri(VOID + "subset"), iri(address)).next().getSubject();
    assertThat(data.contains(graph, graph, iri("http://xmlns.com/foaf/0.1/primaryTopic"), dataset))
        .isTrue();
    return data.getGraph(graph);
  }

  private static Node iri(String text) {
    return NodeFactory.createURI(text);
  }

  private static String one(Graph graph, Node subject, String property) {
    List<Triple> found = graph.find(subject, iri(property), Node.ANY).toList();
    assertThat(found).hasSize(1);
    Node object = found.get(0).getObject();
    return object.isURI() ? object.getURI() : object.getLiteralLexicalForm();
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/trig", "application/n-quads", "application/ld+json"})
  void controls_standInTheirOwnGraph(String accept) {
    String query = "?predicate=" + coded(P);
    DatasetGraph data = site.read(query, accept);
    String address = site.origin() + "/fragments" + query;
    Graph controls = controls(data, address);
    assertThat(one(controls, iri(address), HYDRA + "totalItems")).isEqualTo("250");
    assertThat(one(controls, iri(address), VOID + "triples")).isEqualTo("250");
    assertThat(one(controls, iri(address), HYDRA + "itemsPerPage")).isEqualTo("100");
    assertThat(one(controls, iri(address), HYDRA + "next")).isEqualTo(address + "&page=2");
    assertThat(controls.contains(iri(address), iri(HYDRA + "previous"), Node.ANY)).isFalse();
    Node form = iri(one(controls, iri(site.origin() + "/fragments#dataset"), HYDRA + "search"));
    assertThat(one(controls, form, HYDRA + "template"))
        .isEqualTo(site.origin() + "/fragments{?subject,predicate,object,graph}");
    assertThat(controls.find(form, iri(HYDRA + "mapping"), Node.ANY).toList()).hasSize(4);
    assertThat(data.getDefaultGraph().size()).isEqualTo(100);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/turtle", "application/n-triples", "application/rdf+xml"})
  void controls_standBesideTheStatements_whereThereAreNoGraphs(String accept) {
    String query = "?subject=" + coded("http://example.org/s1");
    DatasetGraph data = site.read(query, accept);
    Node address = iri(site.origin() + "/fragments" + query);
    assertThat(one(data.getDefaultGraph(), address, HYDRA + "totalItems")).isEqualTo("1");
    assertThat(data.getDefaultGraph().contains(iri("http://example.org/s1"), iri(P), Node.ANY))
        .isTrue();
  }

  @Test
  void address_isTheOneAskedFor_toTheLetter() {
    for (String query :
        List.of("", "?subject=", "?subject=?s&predicate=%3Fp", "?object=%22Lviv%22@en&page=1")) {
      controls(site.read(query, "application/trig"), site.origin() + "/fragments" + query);
    }
  }

  @Test
  void statements_comeOnce_withTheGraphsTheyStandIn() {
    DatasetGraph data = site.read("?predicate=http://example.org/twin", "application/n-quads");
    Set<Node> graphs = new HashSet<>();
    data.find(Node.ANY, Node.ANY, iri("http://example.org/twin"), Node.ANY)
        .forEachRemaining(quad -> graphs.add(quad.getGraph()));
    assertThat(graphs)
        .containsExactlyInAnyOrder(iri("http://example.org/g"), iri("http://example.org/h"));
    assertThat(total("?predicate=http://example.org/twin")).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "http://example.org/g, 2",
    "http://example.org/h, 1",
    "http://example.org/none, 0",
    "urn:ldf:defaultGraph, 257",
    "'', 257",
    "?g, 257"
  })
  void graph_isOneNamed_orTheDefault_orAny(String graph, long total) {
    assertThat(total("?graph=" + coded(graph))).isEqualTo(total);
  }

  @Test
  void defaultGraph_isWrittenAsSuch() {
    DatasetGraph data =
        site.read(
            "?graph=urn:ldf:defaultGraph&predicate=http://example.org/twin", "application/trig");
    assertThat(data.getDefaultGraph().size()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "\"Lviv\"@en, 1",
        "\"Lviv\"@EN, 1",
        "\"Львів\"@uk, 1",
        "\"Lviv\", 0",
        "\"L\"viv\", 1",
        "\"7\"^^http://www.w3.org/2001/XMLSchema#integer, 1",
        "\"7\"^^<http://www.w3.org/2001/XMLSchema#integer>, 1",
        "<http://example.org/o3>, 25",
        "http://example.org/o3, 25",
        "?any, 257",
        "http://example.org/nothing, 0"
      })
  void object_isReadAsClientsWriteIt(String object, long total) {
    assertThat(total("?object=" + coded(object))).isEqualTo(total);
  }

  private static long total(String query) {
    DatasetGraph data = site.read(query, "application/trig");
    String address = site.origin() + "/fragments" + query;
    return Long.parseLong(one(controls(data, address), iri(address), VOID + "triples"));
  }

  @Test
  void literalWhereNoneCanStand_matchesNothing() {
    assertThat(total("?subject=%22Lviv%22")).isZero();
    assertThat(total("?predicate=%22Lviv%22")).isZero();
  }

  @Test
  void pages_holdEverythingOnce_andEnd() {
    Set<Quad> all = new HashSet<>();
    int statements = 0;
    String next = "?predicate=" + coded(P);
    List<String> seen = new ArrayList<>();
    while (!next.isEmpty()) {
      seen.add(next);
      DatasetGraph data = site.read(next, "application/n-quads");
      String address = site.origin() + "/fragments" + next;
      for (Triple triple : data.getDefaultGraph().find(Node.ANY, iri(P), Node.ANY).toList()) {
        all.add(Quad.create(Quad.defaultGraphIRI, triple));
        statements++;
      }
      List<Triple> link =
          controls(data, address).find(iri(address), iri(HYDRA + "next"), Node.ANY).toList();
      next =
          link.isEmpty()
              ? ""
              : link.get(0).getObject().getURI().substring((site.origin() + "/fragments").length());
    }
    assertThat(seen).hasSize(3);
    assertThat(statements).isEqualTo(250);
    assertThat(all).hasSize(250);
    assertThat(site.get("?predicate=" + coded(P) + "&page=4").statusCode()).isEqualTo(404);
    assertThat(site.get("?subject=http://example.org/nobody&page=2").statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?subject=lviv",
        "?subject=_:b1",
        "?object=%22Lviv",
        "?object=%22Lviv%22%5E%5Einteger",
        "?graph=%3Crelative%3E",
        "?page=0",
        "?page=two",
        "?s=http://example.org/lviv",
        "?subject=http://a.example/&subject=http://b.example/",
        "?format=docx"
      })
  void nonsense_is400_andSaysHow(String query) {
    HttpResponse<String> answer = site.get(query, "Accept", "application/json");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("\"detail\"");
  }

  @Test
  void format_wins_andIsNegotiatedOtherwise() {
    assertThat(type("", "Accept", "text/html")).startsWith("text/html");
    assertThat(type("", "Accept", "*/*")).isEqualTo("application/trig");
    assertThat(type("?format=ttl", "Accept", "text/html")).startsWith("text/turtle");
    assertThat(site.get("", "Accept", "image/png").statusCode()).isEqualTo(406);
    assertThat(site.get("", "Accept", "*/*").headers().firstValue("vary").orElseThrow())
        .contains("Accept");
  }

  private static String type(String query, String... headers) {
    return site.get(query, headers).headers().firstValue("content-type").orElseThrow();
  }

  @Test
  void answers_areCachedByRelease() {
    HttpResponse<String> answer = site.get("?subject=http://example.org/lviv");
    String tag = answer.headers().firstValue("etag").orElseThrow();
    assertThat(site.get("?subject=http://example.org/lviv", "If-None-Match", tag).statusCode())
        .isEqualTo(304);
    assertThat(answer.headers().firstValue("access-control-allow-origin")).hasValue("*");
  }

  @Test
  void page_linksOn() {
    String page = site.get("?predicate=" + coded(P), "Accept", "text/html").body();
    assertThat(page)
        .contains(
            "1–100", "250", "rel=\"next\"", "predicate=http%3A%2F%2Fexample.org%2Fp&amp;page=2")
        .contains("<label for=\"subject\">", "scope=\"col\"");
    assertThat(site.get("?lang=uk", "Accept", "text/html").body()).contains("Суб’єкт", "lang=uk");
    assertThat(site.get("?object=%22%3Cscript%3E%22", "Accept", "text/html").body())
        .doesNotContain("<script>\"");
  }

  @Test
  void publicAddress_standsInDocuments(@TempDir Path other) throws Exception {
    String trig = "<http://example.org/a> <http://example.org/p> <http://example.org/b> .";
    try (FragmentSite prefixed =
        FragmentSite.of(other, trig, PublicUrl.of("https://lod.example.org/data"))) {
      String body = prefixed.get("?page=1", "Accept", "application/trig").body();
      assertThat(body).contains("<https://lod.example.org/data/fragments?page=1>");
      assertThat(body).doesNotContain("127.0.0.1");
    }
  }

  @Test
  void eightClients_areAnsweredAlike() throws Exception {
    String query = "?predicate=" + coded(P) + "&page=2";
    String alone = site.get(query, "Accept", "application/n-quads").body();
    try (ExecutorService clients = Executors.newFixedThreadPool(8)) {
      List<Callable<String>> all = new ArrayList<>();
      for (int i = 0; i < 80; i++) {
        all.add(() -> site.get(query, "Accept", "application/n-quads").body());
      }
      for (var answer : clients.invokeAll(all)) {
        assertThat(answer.get()).isEqualTo(alone);
      }
    }
  }
}
