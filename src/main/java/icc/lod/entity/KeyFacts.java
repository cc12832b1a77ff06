package icc.lod.entity;

import icc.lod.rdf.EntityIri;
import icc.lod.rdf.IriSpace;
import icc.lod.view.PageText;
import icc.lod.view.Roles;
import icc.lod.view.Roles.Role;
import icc.lod.view.Row;
import icc.lod.view.Terms;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * The few statements that tell most of a thing at a glance: values, dates, its place among others.
 */
final class KeyFacts {
  private static final int MOST = 4;
  private static final int LONGEST_TEXT = 40;

  /** What tells nothing at a glance. */
  private static final int NOTHING = 9;

  private static final List<Role> FIRST =
      List.of(Role.VALUE, Role.UNIT, Role.START, Role.END, Role.WHEN);

  private KeyFacts() {}

  static List<Row> of(List<Triple> statements, Roles roles, IriSpace space, PageText text) {
    Map<Node, List<Node>> byProperty = new HashMap<>();
    for (Triple triple : statements) {
      byProperty
          .computeIfAbsent(triple.getPredicate(), p -> new ArrayList<>())
          .add(triple.getObject());
    }
    return byProperty.entrySet().stream()
        .filter(
            e ->
                e.getValue().size() == 1
                    && rank(e.getKey(), e.getValue().get(0), roles, space) < NOTHING)
        .sorted(
            Comparator.comparingInt(
                    (Map.Entry<Node, List<Node>> e) ->
                        rank(e.getKey(), e.getValue().get(0), roles, space))
                .thenComparing(e -> e.getKey().getURI()))
        .limit(MOST)
        .map(e -> new Row(text.link(e.getKey()), List.of(text.value(e.getValue().get(0))), 0))
        .toList();
  }

  /** Lower tells more. */
  private static int rank(Node property, Node value, Roles roles, IriSpace space) {
    boolean named =
        Terms.LABELS.contains(property)
            || Terms.DESCRIPTIONS.contains(property)
            || Incoming.isPlain(property)
            || property.equals(Terms.HAS_GEOMETRY)
            || property.getURI().startsWith("http://www.w3.org/2004/02/skos/core#")
            || roles.is(property, Role.SAME);
    if (named || value.isBlank()) {
      return NOTHING;
    }
    for (int i = 0; i < FIRST.size(); i++) {
      if (roles.is(property, FIRST.get(i))) {
        return i;
      }
    }
    if (value.isURI()) {
      return EntityIri.of(value).map(space::covers).orElse(false) ? FIRST.size() : NOTHING;
    }
    boolean brief = value.getLiteralLexicalForm().length() <= LONGEST_TEXT;
    return brief && value.getLiteralLanguage().isEmpty() ? FIRST.size() + 1 : NOTHING;
  }
}
