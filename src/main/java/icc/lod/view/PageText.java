package icc.lod.view;

import icc.lod.rdf.EntityIri;
import icc.lod.view.Value.Nested;
import icc.lod.view.Value.Thing;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/** Nodes and triples as rows, links and values of a page; for one thread. */
public final class PageText {
  /** A longer list is cut, and the page says so: nobody reads it, and the query gives it whole. */
  private static final int MOST_VALUES = 200;

  private static final int DEEPEST = 8;

  private final Labels labels;
  private final Addresses addresses;
  private final Literals literals;
  private final Comparator<Text> order;
  private final Map<Node, Link> links = new HashMap<>();
  private final Map<Node, List<Triple>> bySubject = new LinkedHashMap<>();

  public PageText(
      Collection<Triple> statements, Labels labels, Addresses addresses, Literals literals) {
    this.labels = labels;
    this.addresses = addresses;
    this.literals = literals;
    this.order = labels.order();
    for (Triple triple : statements) {
      bySubject.computeIfAbsent(triple.getSubject(), s -> new ArrayList<>()).add(triple);
    }
  }

  /** A property a row: names first, then descriptions, then by label. */
  public List<Row> rows(Node subject) {
    return rows(subject, 0);
  }

  /** The values of one property that are things. */
  public List<Link> links(Node subject, Node property) {
    return bySubject.getOrDefault(subject, List.of()).stream()
        .filter(t -> t.getPredicate().equals(property) && t.getObject().isURI())
        .map(t -> link(t.getObject()))
        .sorted(Comparator.comparing(Link::text, order))
        .toList();
  }

  public Link link(Node node) {
    return links.computeIfAbsent(node, this::newLink);
  }

  private Link newLink(Node node) {
    Text label = labels.label(node);
    return EntityIri.of(node)
        .map(iri -> new Link(addresses.link(iri), label, iri.text(), outside(iri)))
        .orElseGet(() -> new Link("", label, "", ""));
  }

  public String href(String path) {
    return addresses.href(path);
  }

  /** A value as it is shown alone, outside the description it stands in. */
  public Value value(Node object) {
    return value(object, DEEPEST);
  }

  private String outside(EntityIri iri) {
    boolean web = iri.text().startsWith("http://") || iri.text().startsWith("https://");
    return web && addresses.isOutside(iri) ? iri.ascii() : "";
  }

  private List<Row> rows(Node subject, int depth) {
    Map<Node, List<Node>> byProperty = new LinkedHashMap<>();
    for (Triple triple : bySubject.getOrDefault(subject, List.of())) {
      byProperty
          .computeIfAbsent(triple.getPredicate(), p -> new ArrayList<>())
          .add(triple.getObject());
    }
    return byProperty.entrySet().stream()
        .sorted(
            Comparator.comparingInt((Map.Entry<Node, List<Node>> e) -> rank(e.getKey()))
                .thenComparing(e -> labels.label(e.getKey()), order)
                .thenComparing(e -> e.getKey().getURI()))
        .map(entry -> row(entry.getKey(), entry.getValue(), depth))
        .toList();
  }

  private Row row(Node property, List<Node> objects, int depth) {
    List<Value> values =
        objects.stream()
            .sorted(Comparator.comparing(this::sortKey, order))
            .limit(MOST_VALUES)
            .map(object -> value(object, depth))
            .toList();
    return new Row(link(property), values, Math.max(0, objects.size() - MOST_VALUES));
  }

  private Value value(Node object, int depth) {
    if (object.isLiteral()) {
      return literals.literal(object);
    }
    return object.isBlank() && depth < DEEPEST
        ? new Nested(rows(object, depth + 1))
        : new Thing(link(object));
  }

  private Text sortKey(Node object) {
    return object.isLiteral()
        ? Text.plain(object.getLiteralLanguage() + " " + object.getLiteralLexicalForm())
        : labels.label(object);
  }

  private static int rank(Node property) {
    if (Terms.LABELS.contains(property)) {
      return 0;
    }
    return Terms.DESCRIPTIONS.contains(property) ? 1 : property.equals(Terms.TYPE) ? 2 : 3;
  }
}
