package icc.lod.search;

import icc.lod.view.Labels;
import icc.lod.view.Terms;
import icc.lod.view.Text;
import icc.lod.web.Visitor;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * The labels that name a thing, out of which {@link Labels} would choose: all those of the best
 * property the thing has. They lie in the index, so that a page of many names reads no store.
 */
final class KindNames {
  /** A thing with more labels than these is a fault of the data. */
  private static final int MOST = 100;

  private KindNames() {}

  /** The labels a graph has for a thing. */
  static List<Node> of(Graph graph, Node thing) {
    return first(graph, thing, Terms.LABELS);
  }

  /** The descriptions a graph has for a thing. */
  static List<Node> descriptions(Graph graph, Node thing) {
    return first(graph, thing, Terms.DESCRIPTIONS);
  }

  /** The labels among the triples of a thing. */
  static List<Node> of(List<Triple> about) {
    for (Node property : Terms.LABELS) {
      List<Node> names =
          about.stream()
              .filter(t -> t.getPredicate().equals(property) && t.getObject().isLiteral())
              .map(Triple::getObject)
              .limit(MOST)
              .toList();
      if (!names.isEmpty()) {
        return names;
      }
    }
    return List.of();
  }

  /** The one for a visitor; without labels, the last part of the IRI. */
  static Text text(List<Node> names, String iri, Visitor visitor) {
    return best(names, visitor).orElseGet(() -> Text.plain(localName(iri)));
  }

  static Optional<Text> best(List<Node> names, Visitor visitor) {
    return visitor.languages().best(names).map(node -> Text.of(node, visitor.language()));
  }

  static String localName(String iri) {
    String local = KindSlugs.localName(iri);
    try {
      return URLDecoder.decode(local.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      // A stray percent sign: shown as it is.
      return local;
    }
  }

  private static List<Node> first(Graph graph, Node thing, List<Node> properties) {
    for (Node property : properties) {
      List<Node> names = new ArrayList<>();
      graph
          .find(thing, property, Node.ANY)
          .mapWith(Triple::getObject)
          .filterKeep(Node::isLiteral)
          .forEachRemaining(names::add);
      if (!names.isEmpty()) {
        return names.subList(0, Math.min(MOST, names.size()));
      }
    }
    return List.of();
  }
}
