package icc.lod.linking;

import icc.lod.rdf.EntityIri;
import icc.lod.view.Labels;
import icc.lod.view.Reading;
import icc.lod.view.Terms;
import icc.lod.view.Text;
import icc.lod.web.Visitor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * All that a release says of what some things are called elsewhere, read at once, in a visitor's
 * language. For one thread.
 */
final class Described {
  private static final Text NONE = Text.plain("");
  private static final Set<String> DATES = Set.of("date", "issued", "created", "modified");

  private final LinkTerms terms;
  private final Labels labels;
  private final Map<Node, List<Triple>> things = new HashMap<>();
  private final Map<Node, List<Node>> identifiers = new HashMap<>();

  private Described(LinkTerms terms, Visitor visitor) {
    this.terms = terms;
    this.labels = new Labels(visitor);
  }

  /** The same for links: where the release has no identifiers of their own, names are all. */
  static Described ofLinks(
      Collection<Node> nodes, LinkTerms terms, Reading reading, Visitor visitor) {
    if (terms.hasIdentifiers()) {
      return of(nodes, terms, reading, visitor);
    }
    Described described = new Described(terms, visitor);
    described.learn(reading.about(nodes, terms.labels()));
    described.learn(reading.about(described.named(), naming()));
    return described;
  }

  static Described of(Collection<Node> nodes, LinkTerms terms, Reading reading, Visitor visitor) {
    Described described = new Described(terms, visitor);
    described.learn(reading.about(nodes));
    Set<Node> own = new HashSet<>();
    for (Node node : nodes) {
      for (Triple triple : described.about(node)) {
        if (terms.identifierOf().contains(triple.getPredicate())) {
          described.belongs(node, triple.getObject());
          own.add(triple.getObject());
        }
      }
    }
    for (Triple triple : reading.having(terms.identifies(), nodes)) {
      described.belongs(triple.getObject(), triple.getSubject());
      own.add(triple.getSubject());
    }
    described.learn(reading.about(own));
    described.learn(reading.about(described.named(), naming()));
    return described;
  }

  Text label(Node node) {
    return labels.label(node);
  }

  List<Text> types(Node node) {
    return about(node).stream()
        .filter(t -> t.getPredicate().equals(Terms.TYPE))
        .map(t -> labels.label(t.getObject()))
        .collect(
            Collectors.toMap(
                text -> text.value().toLowerCase(Locale.ROOT),
                text -> text,
                (one, same) -> one.value().compareTo(same.value()) < 0 ? one : same,
                TreeMap::new))
        .values()
        .stream()
        .toList();
  }

  /** The identifiers of a thing: those with most to say of them first told, each once. */
  List<Identifier> identifiers(Node thing) {
    Map<String, Identifier> all = new LinkedHashMap<>();
    for (Node identifier : identifiers.getOrDefault(thing, List.of())) {
      Identifier made = own(thing, identifier);
      all.put(made.iri() + " " + made.code() + " " + made.register().value(), made);
    }
    for (Triple triple : about(thing)) {
      boolean link = terms.mappings().contains(triple.getPredicate()) && triple.getObject().isURI();
      boolean code =
          terms.codes().contains(triple.getPredicate()) && triple.getObject().isLiteral();
      String value = link ? triple.getObject().getURI() : code ? lexical(triple.getObject()) : "";
      boolean known =
          all.values().stream().anyMatch(i -> i.iri().equals(value) || i.code().equals(value));
      if (!value.isEmpty() && !known) {
        all.put(value, plain(triple, link ? value : "", code ? value : ""));
      }
    }
    return all.values().stream()
        .sorted(
            Comparator.comparing((Identifier i) -> i.register().value())
                .thenComparing(Identifier::code)
                .thenComparing(Identifier::iri))
        .toList();
  }

  /** What the identifier that holds a link says of it; a plain link says nothing more. */
  Identifier link(Triple link) {
    return identifiers.getOrDefault(link.getSubject(), List.of()).stream()
        .filter(i -> targets(i).contains(link.getObject().getURI()))
        .findFirst()
        .map(i -> own(link.getSubject(), i))
        .orElseGet(() -> plain(link, link.getObject().getURI(), ""));
  }

  /** The statements that say what things are called elsewhere. */
  List<Triple> statements(Node thing) {
    List<Triple> statements = new ArrayList<>();
    for (Triple triple : about(thing)) {
      Node property = triple.getPredicate();
      boolean link = terms.mappings().contains(property) || terms.codes().contains(property);
      boolean name = Terms.LABELS.contains(property) || property.equals(Terms.TYPE);
      if (link || name || terms.identifierOf().contains(property)) {
        statements.add(triple);
      }
    }
    identifiers.getOrDefault(thing, List.of()).forEach(i -> statements.addAll(about(i)));
    return statements;
  }

  private Identifier own(Node thing, Node node) {
    List<Triple> about = about(node);
    String iri = targets(node).stream().findFirst().orElse("");
    Optional<Node> sure = value(about, terms.confidences());
    return new Identifier(
        value(about, terms.registers()).map(this::text).orElseGet(() -> Text.plain(host(iri))),
        about.stream()
            .filter(t -> terms.codes().contains(t.getPredicate()) && t.getObject().isLiteral())
            .map(t -> lexical(t.getObject()))
            .findFirst()
            .orElse(""),
        iri,
        property(thing, iri),
        sure.map(this::text).orElse(NONE),
        sure.filter(Node::isURI).flatMap(labels::description).orElse(NONE),
        about.stream()
            .filter(t -> DATES.contains(local(t.getPredicate())) && t.getObject().isLiteral())
            .map(t -> lexical(t.getObject()))
            .findFirst()
            .orElse(""),
        about.stream()
            .filter(t -> t.getPredicate().equals(Terms.SOURCE) && t.getObject().isURI())
            .map(t -> t.getObject().getURI())
            .sorted()
            .toList(),
        node.isURI() ? node.getURI() : "");
  }

  private Identifier plain(Triple triple, String iri, String code) {
    return new Identifier(
        label(triple.getPredicate()),
        code.isEmpty() ? Space.of(iri).map(Space.Parts::code).orElse("") : code,
        iri,
        triple.getPredicate().getURI(),
        NONE,
        NONE,
        "",
        List.of(),
        "");
  }

  /** The thing's own link to the same, else what makes identifiers its own. */
  private String property(Node thing, String iri) {
    List<Triple> about = about(thing);
    return about.stream()
        .filter(t -> t.getObject().isURI() && t.getObject().getURI().equals(iri))
        .map(t -> t.getPredicate().getURI())
        .sorted()
        .findFirst()
        .or(
            () ->
                about.stream()
                    .filter(t -> terms.identifierOf().contains(t.getPredicate()))
                    .map(t -> t.getPredicate().getURI())
                    .findFirst())
        .orElse("");
  }

  /** What an identifier links to elsewhere, its sources and such apart. */
  private List<String> targets(Node identifier) {
    List<Triple> about = about(identifier);
    return about.stream()
        .filter(t -> t.getObject().isURI() && !t.getPredicate().getURI().contains("purl.org/dc/"))
        .filter(t -> !t.getPredicate().equals(Terms.TYPE))
        .filter(t -> !terms.identifies().contains(t.getPredicate()))
        .filter(t -> !terms.confidences().contains(t.getPredicate()))
        .filter(t -> !terms.registers().contains(t.getPredicate()))
        .map(t -> t.getObject().getURI())
        .sorted()
        .toList();
  }

  private Text text(Node node) {
    return node.isLiteral() ? Text.plain(lexical(node)) : label(node);
  }

  private static Optional<Node> value(List<Triple> about, Set<Node> properties) {
    return about.stream()
        .filter(t -> properties.contains(t.getPredicate()))
        .map(Triple::getObject)
        .findFirst();
  }

  private List<Triple> about(Node node) {
    return things.getOrDefault(node, List.of());
  }

  private void belongs(Node thing, Node identifier) {
    List<Node> known = identifiers.computeIfAbsent(thing, t -> new ArrayList<>());
    if (!known.contains(identifier)) {
      known.add(identifier);
    }
  }

  private void learn(List<Triple> triples) {
    labels.learn(triples);
    for (Triple triple : triples) {
      List<Triple> known = things.computeIfAbsent(triple.getSubject(), s -> new ArrayList<>());
      if (!known.contains(triple)) {
        known.add(triple);
      }
    }
  }

  /** Classes, properties and levels of confidence are shown by name. */
  private Set<Node> named() {
    Set<Node> named = new HashSet<>(terms.mappings());
    named.addAll(terms.codes());
    things
        .values()
        .forEach(
            triples ->
                triples.forEach(
                    t -> {
                      boolean shown =
                          t.getPredicate().equals(Terms.TYPE)
                              || terms.confidences().contains(t.getPredicate())
                              || terms.registers().contains(t.getPredicate());
                      if (shown && EntityIri.of(t.getObject()).isPresent()) {
                        named.add(t.getObject());
                      }
                    }));
    return named;
  }

  private static List<Node> naming() {
    List<Node> naming = new ArrayList<>(Terms.LABELS);
    naming.addAll(Terms.DESCRIPTIONS);
    return naming;
  }

  private static String host(String iri) {
    return Space.root(iri).map(Space::host).orElse("");
  }

  private static String local(Node property) {
    String uri = property.getURI();
    return uri.substring(Math.max(uri.lastIndexOf('/'), uri.lastIndexOf('#')) + 1);
  }

  private static String lexical(Node literal) {
    return literal.getLiteralLexicalForm();
  }
}
