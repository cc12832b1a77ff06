package icc.lod.entity;

import icc.lod.view.Roles;
import icc.lod.view.Roles.Role;
import icc.lod.view.Terms;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/** Numbers that were observed, as the statements about observations give them. */
final class Observations {
  /** The local name by which vocabularies mark the value to be used where several are given. */
  private static final String PREFERRED = "preferred";

  /**
   * A number that was observed.
   *
   * @param measured what kind of thing was counted, at most one
   * @param about of whom, at most one
   * @param unit at most one
   * @param when at most one
   */
  record Observation(
      Node node,
      Node literal,
      BigDecimal number,
      List<Node> measured,
      List<Node> about,
      List<Node> unit,
      List<Node> when,
      boolean preferred,
      List<Node> sources) {

    /** What numbers must share to be drawn side by side. */
    List<List<Node>> scale() {
      return List.of(measured, unit);
    }

    /** All that is named where it is shown. */
    Set<Node> nodes() {
      Set<Node> nodes = new LinkedHashSet<>();
      nodes.add(node);
      nodes.addAll(measured);
      nodes.addAll(about);
      nodes.addAll(unit);
      nodes.addAll(sources);
      return nodes;
    }
  }

  private Observations() {}

  /** Those of the things that are observations. */
  static List<Observation> of(Map<Node, List<Triple>> statements, Roles roles) {
    Map<Node, Observation> found = new LinkedHashMap<>();
    statements.forEach(
        (node, about) -> of(node, about, roles).ifPresent(one -> found.put(node, one)));
    return new ArrayList<>(found.values());
  }

  private static Optional<Observation> of(Node node, List<Triple> statements, Roles roles) {
    Optional<Node> literal =
        roles.value(statements, Role.VALUE).filter(value -> number(value).isPresent());
    return literal.map(
        value ->
            new Observation(
                node,
                value,
                number(value).orElse(BigDecimal.ZERO),
                one(statements, roles, Role.MEASURED),
                one(statements, roles, Role.ABOUT),
                one(statements, roles, Role.UNIT),
                one(statements, roles, Role.WHEN),
                preferred(statements),
                statements.stream()
                    .filter(t -> t.getPredicate().equals(Terms.SOURCE))
                    .map(Triple::getObject)
                    .distinct()
                    .toList()));
  }

  private static List<Node> one(Collection<Triple> statements, Roles roles, Role role) {
    return roles.value(statements, role).stream().toList();
  }

  private static Optional<BigDecimal> number(Node node) {
    if (!node.isLiteral()
        || !node.getLiteralLexicalForm().matches("[-+]?\\d{1,18}(\\.\\d{1,9})?")) {
      return Optional.empty();
    }
    return Optional.of(new BigDecimal(node.getLiteralLexicalForm()));
  }

  private static boolean preferred(List<Triple> statements) {
    return statements.stream()
        .anyMatch(
            t ->
                t.getPredicate().getURI().matches(".*[/#]" + PREFERRED)
                    && t.getObject().isLiteral()
                    && List.of("true", "1").contains(t.getObject().getLiteralLexicalForm()));
  }
}
