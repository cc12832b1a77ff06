package icc.lod.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The score that data.europa.eu's metadata quality assessment gives by its published rules: 405
 * points at most. Of the rules, validity by the profile is held by {@link DcatTest}.
 */
@ExtendWith(Bundled.class)
final class MqaTest {
  private static final String EU = "http://publications.europa.eu/resource/authority/";

  @Test
  void everyDataSet_isExcellent(CatalogueSite site) {
    Graph graph = site.graph("/catalog", Lang.TURTLE);
    Map<String, Integer> scores = new LinkedHashMap<>();
    for (Triple triple : graph.find(Node.ANY, Rdf.iri(Rdf.DCAT + "dataset"), Node.ANY).toList()) {
      Node dataset = triple.getObject();
      scores.put(dataset.getURI(), score(graph, dataset, site));
    }

    assertThat(scores).hasSize(6);
    assertThat(scores.values()).as(scores.toString()).allMatch(score -> score >= 395);
  }

  private static int score(Graph graph, Node dataset, CatalogueSite site) {
    Points points = new Points(graph, dataset);
    points.add(30, Rdf.DCAT + "keyword").add(30, Rdf.DCAT + "theme");
    points.add(20, Rdf.DCT + "spatial").add(20, Rdf.DCT + "temporal");
    points.add(10, Rdf.DCT + "accessRights", node -> true);
    points.add(5, Rdf.DCT + "accessRights", node -> node.getURI().startsWith(EU));
    points.add(20, Rdf.DCAT + "contactPoint").add(10, Rdf.DCT + "publisher");
    points.add(5, Rdf.DCT + "issued").add(5, Rdf.DCT + "modified");
    int least = Integer.MAX_VALUE;
    for (Node file : points.values(Rdf.DCAT + "distribution")) {
      Points of = new Points(graph, file);
      of.add(50, Rdf.DCAT + "accessURL", node -> answers(node, site));
      of.add(20, Rdf.DCAT + "downloadURL");
      of.add(30, Rdf.DCAT + "downloadURL", node -> answers(node, site));
      of.add(20, Rdf.DCT + "format").add(10, Rdf.DCAT + "mediaType");
      of.add(10, Rdf.DCT + "format", node -> node.getURI().startsWith(EU + "file-type/"));
      // Non-proprietary and machine-readable: true of every RDF syntax and of CSV.
      of.add(40, Rdf.DCT + "format", node -> node.getURI().matches(".*/(RDF_.*|JSON_LD|CSV)"));
      of.add(20, Rdf.DCT + "license");
      of.add(10, Rdf.DCT + "license", node -> node.getURI().startsWith(EU + "licence/"));
      of.add(5, Rdf.DCT + "rights").add(5, Rdf.DCAT + "byteSize");
      least = Math.min(least, of.sum());
    }
    int valid = 30;
    return points.sum() + least + valid;
  }

  private static boolean answers(Node address, CatalogueSite site) {
    return site.send("HEAD", address.getURI().substring(site.origin().length())).statusCode()
        == 200;
  }

  private static final class Points {
    private final Graph graph;
    private final Node subject;
    private final List<Integer> given = new ArrayList<>();

    Points(Graph graph, Node subject) {
      this.graph = graph;
      this.subject = subject;
    }

    Points add(int points, String property) {
      return add(points, property, node -> true);
    }

    Points add(int points, String property, Predicate<Node> rule) {
      List<Node> values = values(property);
      if (!values.isEmpty() && values.stream().allMatch(rule)) {
        given.add(points);
      }
      return this;
    }

    List<Node> values(String property) {
      return graph.find(subject, Rdf.iri(property), Node.ANY).mapWith(Triple::getObject).toList();
    }

    int sum() {
      return given.stream().mapToInt(Integer::intValue).sum();
    }
  }
}
