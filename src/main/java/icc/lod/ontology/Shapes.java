package icc.lod.ontology;

import icc.lod.view.Reading;
import icc.lod.view.Terms;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * The shapes of a release (SHACL, section 2): the node shapes, the property shapes that stand
 * alone, and what hangs on them.
 *
 * @param facts what is said of them
 * @param roots the shapes that are not only part of others
 * @param byClass the shapes of each class, by target or since the class is a shape itself
 * @param statements all of it
 */
record Shapes(
    Facts facts, List<Node> roots, Map<Node, List<Node>> byClass, List<Triple> statements) {

  /** More parts than any rule book has. */
  private static final int MOST_PARTS = 50_000;

  /**
   * Reads the shapes and all that hangs on them.
   *
   * @param document the other hash IRIs of the document that holds them: its address answers for
   *     those too
   */
  static Shapes read(Reading reading, Collection<Node> document) {
    Set<Node> roots = new LinkedHashSet<>();
    List<Triple> typed =
        reading.having(Terms.TYPE, List.of(Terms.NODE_SHAPE, Words.PROPERTY_SHAPE));
    typed.forEach(triple -> roots.add(triple.getSubject()));
    reading.having(Words.TARGET_CLASS).forEach(triple -> roots.add(triple.getSubject()));
    List<Triple> statements = closure(roots, document, reading);
    Set<Node> parts = new HashSet<>();
    for (Triple triple : statements) {
      if (triple.getPredicate().equals(Words.PROPERTY)) {
        parts.add(triple.getObject());
      }
    }
    Facts facts = new Facts(statements);
    List<Node> standing =
        roots.stream()
            .filter(node -> !parts.contains(node) || isNodeShape(facts, node))
            .sorted(Comparator.comparing(Node::toString))
            .toList();
    return new Shapes(facts, standing, byClass(facts, standing), List.copyOf(statements));
  }

  boolean isEmpty() {
    return roots.isEmpty();
  }

  private static boolean isNodeShape(Facts facts, Node node) {
    return facts.values(node, Terms.TYPE).contains(Terms.NODE_SHAPE);
  }

  private static List<Triple> closure(Set<Node> roots, Collection<Node> document, Reading reading) {
    Set<Node> next = new LinkedHashSet<>(roots);
    next.addAll(document);
    Set<Node> seen = new HashSet<>(next);
    List<Triple> all = new ArrayList<>();
    while (!next.isEmpty() && seen.size() < MOST_PARTS) {
      List<Triple> some = reading.about(next);
      all.addAll(some);
      next = new LinkedHashSet<>();
      for (Triple triple : some) {
        Node object = triple.getObject();
        boolean part =
            object.isBlank()
                || (object.isURI() && Words.PARTS_OF_SHAPES.contains(triple.getPredicate()));
        boolean member = triple.getPredicate().equals(Words.FIRST) && object.isURI();
        if (part && seen.add(object)) {
          next.add(object);
        } else if (member && roots.contains(object) && seen.add(object)) {
          next.add(object);
        }
      }
    }
    return all;
  }

  private static Map<Node, List<Node>> byClass(Facts facts, List<Node> shapes) {
    Map<Node, List<Node>> byClass = new LinkedHashMap<>();
    for (Node shape : shapes) {
      Set<Node> classes = new LinkedHashSet<>(facts.values(shape, Words.TARGET_CLASS));
      List<Node> types = facts.values(shape, Terms.TYPE);
      if (types.contains(Words.OWL_CLASS) || types.contains(Words.RDFS_CLASS)) {
        classes.add(shape);
      }
      classes.forEach(c -> byClass.computeIfAbsent(c, n -> new ArrayList<>()).add(shape));
    }
    return byClass;
  }
}
