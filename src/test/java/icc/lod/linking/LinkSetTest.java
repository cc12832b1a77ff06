package icc.lod.linking;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

/** Link sets of data that nobody here wrote. */
final class LinkSetTest {
  private static final String VOID = "http://rdfs.org/ns/void#";

  @TempDir static Path state;
  private static LinkSite site;

  @BeforeAll
  static void publish() throws Exception {
    site = LinkSite.of(state, Given.BASE, Given.TRIG);
  }

  @AfterAll
  static void close() {
    site.close();
  }

  @Test
  void list_hasALinkSetForEachTargetAndProperty() {
    Graph graph = graph("/linksets?format=ttl", Lang.TURTLE);
    Node set = iri(site.origin() + "/linksets/www.wikidata.org");
    assertThat(number(graph, set)).isEqualTo(2);
    List<Node> parts =
        graph.find(set, iri(VOID + "subset"), Node.ANY).mapWith(t -> t.getObject()).toList();
    assertThat(parts).hasSize(2);
    assertThat(parts).allSatisfy(part -> assertThat(number(graph, part)).isEqualTo(1));
    assertThat(
            graph.contains(
                Node.ANY,
                iri(VOID + "linkPredicate"),
                iri("http://www.w3.org/2004/02/skos/core#exactMatch")))
        .isTrue();
  }

  private static long number(Graph graph, Node set) {
    return ((Number)
            graph.find(set, iri(VOID + "triples"), Node.ANY).next().getObject().getLiteralValue())
        .longValue();
  }

  @Test
  void set_isTheLinks_withWhatIsSaidOfThem() {
    Graph graph = graph("/linksets/sws.geonames.org?format=nt", Lang.NTRIPLES);
    assertThat(
            graph.contains(
                iri("http://example.org/id2"), Node.ANY, iri("https://sws.geonames.org/702550/")))
        .isTrue();
    assertThat(
            graph.contains(
                iri("http://example.org/id2"),
                iri("http://example.org/confidence"),
                iri("http://example.org/high")))
        .isTrue();
    String csv = site.get("/linksets/www.wikidata.org?format=csv").body();
    assertThat(csv)
        .startsWith(
            "subject,label,predicate,object,register,code,method,date,confidence,sources\r\n")
        .contains("http://example.org/lviv,Lviv,http://www.w3.org/2002/07/owl#sameAs");
  }

  @Test
  void sssom_isATableWithItsMetadata() {
    HttpResponse<String> answer = site.get("/linksets/www.wikidata.org?format=sssom");
    assertThat(answer.headers().firstValue("content-type").orElseThrow())
        .startsWith("text/tab-separated-values");
    List<String> header = new ArrayList<>();
    List<String> rows = new ArrayList<>();
    answer.body().lines().forEach(line -> (line.startsWith("#") ? header : rows).add(line));
    assertThat(header).contains("#curie_map:", "#  wd: \"http://www.wikidata.org/entity/\"");
    assertThat(String.join("\n", header)).contains("#mapping_set_id: \"http", "#  semapv: ");
    assertThat(rows.get(0))
        .startsWith("subject_id\tsubject_label\tpredicate_id\tobject_id\tmapping_justification");
    assertThat(rows).hasSize(3);
    assertThat(rows.get(2))
        .isEqualTo(
            ":lviv\tLviv\towl:sameAs\twd:Q36036\tsemapv:UnspecifiedMatching\t\t\t"
                .replace(":lviv\t", rows.get(2).substring(0, rows.get(2).indexOf('\t')) + "\t"));
    for (String row : rows.subList(1, rows.size())) {
      String[] cells = row.split("\t", -1);
      assertThat(cells).hasSize(rows.get(0).split("\t").length);
      for (int i : new int[] {0, 2, 3, 4}) {
        String prefix = cells[i].substring(0, cells[i].indexOf(':'));
        assertThat(prefix).isNotEmpty();
        assertThat(header).anyMatch(line -> line.startsWith("#  " + prefix + ": "));
      }
    }
  }

  @Test
  void page_showsCoverageAndGaps() {
    String page = site.get("/linksets/www.wikidata.org?lang=en", "Accept", "text/html").body();
    assertThat(page)
        .contains("2 of 3 (66%)", "Without such a link: 1", ">Adm</a>", "/sparql?query=");
    String list = site.get("/linksets?lang=uk", "Accept", "text/html").body();
    assertThat(list).contains("www.wikidata.org", "2 з 3 (66 %)");
  }

  @Test
  void unknownTarget_is404_withThoseThereAre() {
    HttpResponse<String> answer = site.get("/linksets/nowhere.example");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("www.wikidata.org");
    assertThat(site.get("/linksets?format=docx").statusCode()).isEqualTo(400);
    assertThat(site.get("/linksets", "Accept", "image/png").statusCode()).isEqualTo(406);
  }

  @Test
  void answers_areCachedByRelease() {
    for (String path : List.of("/linksets", "/linksets/www.wikidata.org?format=csv")) {
      String tag = site.get(path).headers().firstValue("etag").orElseThrow();
      assertThat(site.get(path, "If-None-Match", tag).statusCode()).isEqualTo(304);
    }
  }

  @Test
  void nothingLinked_isSaid(@TempDir Path other) throws Exception {
    try (LinkSite empty =
        LinkSite.of(other, "http://a.example/", "<http://b.example/x> <http://b.example/p> 1 .")) {
      assertThat(empty.get("/linksets?lang=en", "Accept", "text/html").body())
          .contains("links to nobody");
      assertThat(empty.get("/lookup?uri=Q1").statusCode()).isEqualTo(404);
    }
  }

  private static Graph graph(String path, Lang lang) {
    HttpResponse<String> answer = site.get(path);
    assertThat(answer.statusCode()).isEqualTo(200);
    Graph graph = GraphFactory.createDefaultGraph();
    RDFParser.fromString(answer.body(), lang).parse(graph);
    return graph;
  }

  private static Node iri(String text) {
    return NodeFactory.createURI(text);
  }
}
