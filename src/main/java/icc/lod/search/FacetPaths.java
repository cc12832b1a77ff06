package icc.lod.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.vocabulary.RDF;

/**
 * Reads property shapes (SHACL, section 2.3.1): paths of one or two steps, along properties or
 * against them. What no facet can be made of, such as alternatives, is passed over.
 */
final class FacetPaths {
  private static final int LONGEST_LIST = 100;

  /**
   * What a property shape says.
   *
   * @param path one or two steps
   * @param classes the classes its values are of
   * @param names what it is called
   */
  record Property(FacetPath path, List<String> classes, List<Node> names) {}

  private final Graph graph;

  FacetPaths(Graph graph) {
    this.graph = graph;
  }

  /** A property shape, if its path can be followed; at most one. */
  List<Property> property(Node shape) {
    List<String> classes =
        objects(shape, SHACL.class_).stream()
            .filter(Node::isURI)
            .map(Node::getURI)
            .filter(FacetType::writable)
            .toList();
    List<Node> names = objects(shape, SHACL.name).stream().filter(Node::isLiteral).toList();
    return objects(shape, SHACL.path).stream()
        .flatMap(path -> path(path).stream())
        .limit(1)
        .map(path -> new Property(path, classes, names))
        .toList();
  }

  private List<FacetPath> path(Node path) {
    List<FacetStep> steps = steps(path);
    return switch (steps.size()) {
      case 1 -> List.of(FacetPath.direct(steps.get(0)));
      case 2 -> {
        FacetStep last = steps.get(1);
        FacetHop hop = new FacetHop(steps.get(0), "");
        yield last.inverse() ? List.of() : List.of(FacetPath.through(hop, last));
      }
      default -> List.of();
    };
  }

  private List<FacetStep> steps(Node path) {
    List<FacetStep> single = step(path);
    if (!single.isEmpty()) {
      return single;
    }
    List<FacetStep> steps = new ArrayList<>();
    for (Node member : list(path)) {
      List<FacetStep> step = step(member);
      if (step.isEmpty()) {
        return List.of();
      }
      steps.addAll(step);
    }
    return steps;
  }

  /** One step along a property or against it, if the path is just that. */
  private List<FacetStep> step(Node path) {
    if (path.isURI()) {
      return FacetType.writable(path.getURI())
          ? List.of(FacetStep.along(path.getURI()))
          : List.of();
    }
    List<Node> inverse = objects(path, SHACL.inversePath);
    boolean simple = inverse.size() == 1 && inverse.get(0).isURI();
    return simple ? step(inverse.get(0)).stream().map(FacetStep::reversed).toList() : List.of();
  }

  /** The members of an RDF list; none when it is no list. */
  List<Node> list(Node list) {
    List<Node> members = new ArrayList<>();
    Set<Node> seen = new LinkedHashSet<>();
    Node rest = list;
    while (seen.add(rest) && seen.size() <= LONGEST_LIST) {
      members.addAll(objects(rest, RDF.Nodes.first));
      List<Node> next = objects(rest, RDF.Nodes.rest);
      if (next.size() != 1) {
        break;
      }
      rest = next.get(0);
    }
    return members;
  }

  List<Node> objects(Node subject, Node property) {
    return subject.isLiteral()
        ? List.of()
        : graph.find(subject, property, Node.ANY).mapWith(Triple::getObject).toList();
  }
}
