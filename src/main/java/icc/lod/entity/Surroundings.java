package icc.lod.entity;

import icc.lod.rdf.EntityIri;
import icc.lod.rdf.IriSpace;
import icc.lod.view.Reading;
import icc.lod.view.Terms;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * What is said of the things that link to a page's thing, of one property and one class at a time:
 * the stuff of tables and charts.
 *
 * @param kinds things of one class that link by one property, the more numerous first
 */
record Surroundings(List<Kind> kinds, Map<Node, List<Triple>> statements) {
  /** A guard against things of which very much is said. */
  private static final int MOST_STATEMENTS = 20_000;

  /** Things of one class that link by one property. */
  record Kind(Node property, Node type, List<Node> subjects) {}

  static Surroundings read(List<Incoming.Group> incoming, IriSpace space, Reading reading) {
    List<Incoming.Group> related =
        incoming.stream()
            .filter(group -> group.whole() && !Incoming.isPlain(group.property()))
            .sorted(Comparator.comparingLong(Incoming.Group::total).reversed())
            .toList();
    Set<Node> subjects = new LinkedHashSet<>();
    related.forEach(group -> group.known().stream().filter(Node::isURI).forEach(subjects::add));
    Map<Node, List<Triple>> statements = new LinkedHashMap<>();
    for (Triple triple : reading.about(subjects, MOST_STATEMENTS)) {
      statements.computeIfAbsent(triple.getSubject(), s -> new ArrayList<>()).add(triple);
    }
    return new Surroundings(kinds(related, space, statements), statements);
  }

  private static List<Kind> kinds(
      List<Incoming.Group> related, IriSpace space, Map<Node, List<Triple>> statements) {
    List<Kind> kinds = new ArrayList<>();
    for (Incoming.Group group : related) {
      Map<Node, List<Node>> byType = new LinkedHashMap<>();
      for (Node subject : group.known()) {
        type(statements.getOrDefault(subject, List.of()), space)
            .forEach(type -> byType.computeIfAbsent(type, t -> new ArrayList<>()).add(subject));
      }
      byType.forEach((type, members) -> kinds.add(new Kind(group.property(), type, members)));
    }
    kinds.sort(Comparator.comparingInt((Kind kind) -> kind.subjects().size()).reversed());
    return kinds;
  }

  /** The class that tells most: one of the data's own words, if there is such a one. */
  private static List<Node> type(List<Triple> statements, IriSpace space) {
    Comparator<Node> ownFirst =
        Comparator.comparing(
            (Node type) -> EntityIri.of(type).map(space::covers).orElse(false) ? 0 : 1);
    return statements.stream()
        .filter(t -> t.getPredicate().equals(Terms.TYPE) && t.getObject().isURI())
        .map(Triple::getObject)
        .sorted(ownFirst.thenComparing(Node::getURI))
        .limit(1)
        .toList();
  }

  List<Triple> about(Node subject) {
    return statements.getOrDefault(subject, List.of());
  }

  /** What something says by one property. */
  List<Node> values(Node subject, Node property) {
    return about(subject).stream()
        .filter(t -> t.getPredicate().equals(property))
        .map(Triple::getObject)
        .distinct()
        .toList();
  }
}
