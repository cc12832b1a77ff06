package icc.lod.entity;

import icc.lod.view.Roles;
import icc.lod.view.Roles.Role;
import icc.lod.view.Terms;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * Which properties tell things of one kind apart: those that most of them have, with few and short
 * values that are not all the same.
 */
final class Columns {
  private static final int MOST = 5;
  private static final int LONGEST_TEXT = 60;
  private static final double MOST_VALUES = 3;
  private static final double MOSTLY = 0.4;

  /** Where a concept is filed says nothing of it that its class does not. */
  private static final Set<String> SCHEMES =
      Set.of(
          "http://www.w3.org/2004/02/skos/core#inScheme",
          "http://www.w3.org/2004/02/skos/core#topConceptOf");

  /** What is counted of one property. */
  private static final class Tally {
    private final Set<Node> subjects = new HashSet<>();
    private final Set<Node> values = new HashSet<>();
    private int count;
    private int length;
    private int things;

    private void add(Triple triple) {
      Node object = triple.getObject();
      subjects.add(triple.getSubject());
      values.add(object);
      count++;
      things += object.isURI() ? 1 : 0;
      length += object.isLiteral() ? object.getLiteralLexicalForm().length() : 0;
    }

    private boolean tells(int rows) {
      return subjects.size() >= rows * MOSTLY
          && (double) count / subjects.size() <= MOST_VALUES
          && (double) length / count <= LONGEST_TEXT
          && (rows < 3 || values.size() > 1);
    }

    /** What most have comes first, links before texts. */
    private double weight(int rows) {
      return (double) subjects.size() / rows + (things == count ? 0.3 : 0);
    }
  }

  private Columns() {}

  /** The properties, best first; the one that leads here is not among them. */
  static List<Node> of(Surroundings.Kind kind, Surroundings surroundings, Roles roles) {
    Map<Node, Tally> tallies = new LinkedHashMap<>();
    for (Node subject : kind.subjects()) {
      for (Triple triple : surroundings.about(subject)) {
        Node property = triple.getPredicate();
        if (!property.equals(kind.property()) && tells(property, triple.getObject(), roles)) {
          tallies.computeIfAbsent(property, p -> new Tally()).add(triple);
        }
      }
    }
    int rows = kind.subjects().size();
    return tallies.entrySet().stream()
        .filter(entry -> entry.getValue().tells(rows))
        .sorted(
            Comparator.comparingDouble((Map.Entry<Node, Tally> e) -> -e.getValue().weight(rows))
                .thenComparing(e -> e.getKey().getURI()))
        .limit(MOST)
        .map(Map.Entry::getKey)
        .toList();
  }

  private static boolean tells(Node property, Node object, Roles roles) {
    return !Terms.LABELS.contains(property)
        && !Terms.DESCRIPTIONS.contains(property)
        && !Incoming.isPlain(property)
        && !property.equals(Terms.HAS_GEOMETRY)
        && !SCHEMES.contains(property.getURI())
        && !roles.is(property, Role.SAME)
        && !object.isBlank()
        && (!object.isLiteral() || object.getLiteralLanguage().isEmpty());
  }
}
