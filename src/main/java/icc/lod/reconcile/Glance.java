package icc.lod.reconcile;

import icc.lod.rdf.EntityIri;
import icc.lod.search.StoredThing;
import icc.lod.view.Terms;
import icc.lod.view.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * A thing at a glance: what a preview and a flyout show. Public, for the template engine reads it.
 *
 * @param kind what it is, in words
 * @param href the address of its page
 */
public record Glance(
    String iri, Text name, String kind, String description, String href, List<Fact> facts) {
  private static final int MOST_FACTS = 5;
  private static final int MOST_VALUES = 3;
  private static final int LONGEST = 80;

  /** A property and its values. */
  public record Fact(String property, List<String> values) {}

  public Glance {
    facts = List.copyOf(facts);
  }

  static Glance of(
      StoredThing thing, Knowledge knowledge, Facts facts, Naming naming, String href) {
    String kind = naming.kind(thing);
    String description = naming.description(thing);
    return new Glance(
        thing.node().getURI(),
        naming.name(thing),
        kind,
        description.equals(kind) ? "" : description,
        href,
        facts(thing, knowledge, facts, naming));
  }

  /** What identifies it or where it belongs tells more than a list of many. */
  private static List<Fact> facts(
      StoredThing thing, Knowledge knowledge, Facts facts, Naming naming) {
    Map<String, Set<Node>> byProperty = new LinkedHashMap<>();
    for (Triple triple : facts.about(thing.node())) {
      if (!thing.names().contains(triple) && !thing.descriptions().contains(triple)) {
        byProperty
            .computeIfAbsent(triple.getPredicate().getURI(), p -> new LinkedHashSet<>())
            .add(triple.getObject());
      }
    }
    byProperty.remove(Terms.TYPE.getURI());
    byProperty.remove(Terms.SOURCE.getURI());
    byProperty.remove(Terms.HAS_GEOMETRY.getURI());
    List<Fact> told = new ArrayList<>();
    for (Schema.Term term : knowledge.schema().properties()) {
      Set<Node> values = byProperty.getOrDefault(term.iri(), Set.of());
      if (!values.isEmpty() && values.size() <= MOST_VALUES && told.size() < MOST_FACTS) {
        List<String> texts = values.stream().map(v -> text(v, facts, naming)).toList();
        if (texts.stream().allMatch(text -> text.length() <= LONGEST)) {
          told.add(new Fact(naming.term(term).value(), texts));
        }
      }
    }
    return told;
  }

  private static String text(Node value, Facts facts, Naming naming) {
    if (value.isLiteral()) {
      return value.getLiteralLexicalForm();
    }
    return facts
        .thing(value)
        .map(thing -> naming.name(thing).value())
        .or(() -> EntityIri.of(value).map(EntityIri::text))
        .orElse("…");
  }

  /** As the flyouts of the API want it. */
  String html() {
    StringBuilder html = new StringBuilder();
    html.append("<p><strong>").append(escaped(name.value())).append("</strong>");
    if (!kind.isEmpty()) {
      html.append(" <em>").append(escaped(kind)).append("</em>");
    }
    html.append("</p>");
    if (!description.isEmpty()) {
      html.append("<p>").append(escaped(description)).append("</p>");
    }
    for (Fact fact : facts) {
      html.append("<p>").append(escaped(fact.property())).append(": ");
      html.append(escaped(String.join(", ", fact.values()))).append("</p>");
    }
    return html.toString();
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
