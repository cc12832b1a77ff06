package icc.lod.ontology;

import icc.lod.ontology.OntologyPage.Concept;
import icc.lod.ontology.OntologyPage.Entry;
import icc.lod.ontology.OntologyPage.Fact;
import icc.lod.ontology.ShapesPage.Shape;
import icc.lod.rdf.EntityIri;
import icc.lod.rdf.IriSpace;
import icc.lod.view.Terms;
import icc.lod.view.Text;
import icc.lod.view.Vocabulary.Kind;
import icc.lod.view.Vocabulary.Term;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/** What is told of each term. For one page. */
final class Entries {
  /** Told elsewhere in an entry. */
  private static final Set<Node> TOLD =
      Set.of(
          Terms.DEFINED_BY,
          Words.VERSION,
          Words.HAS_TOP_CONCEPT,
          Words.PROPERTY,
          Words.iri(Words.SH + "targetClass"));

  private static final int MOST_VALUES = 30;
  private static final int DEEPEST = 8;

  private final Documentation documentation;
  private final Speech speech;
  private final Expressions expressions;
  private final ShapesPages shapes;
  private final Map<Node, List<Node>> below = new HashMap<>();
  private final Map<Node, List<Node>> ofClass = new HashMap<>();

  Entries(Documentation documentation, Speech speech) {
    this.documentation = documentation;
    this.speech = speech;
    this.expressions = new Expressions(documentation.facts(), speech);
    this.shapes = new ShapesPages(documentation, speech);
    invert();
  }

  private void invert() {
    Facts facts = documentation.facts();
    for (Term term : documentation.overview().vocabulary().terms().values()) {
      Node node = term.node();
      for (Node property : List.of(Words.SUB_CLASS_OF, Words.SUB_PROPERTY_OF)) {
        for (Node above : facts.values(node, property)) {
          if (above.isURI()) {
            below.computeIfAbsent(above, n -> new ArrayList<>()).add(node);
          }
        }
      }
      for (Node domain : facts.values(node, Words.DOMAIN)) {
        ofClass.computeIfAbsent(domain, n -> new ArrayList<>()).add(node);
      }
    }
  }

  Entry entry(Term term) {
    Node node = term.node();
    List<Text> labels = new ArrayList<>(texts(node, Terms.LABELS));
    if (labels.isEmpty()) {
      labels.add(speech.label(node));
    }
    return new Entry(
        term.anchor(),
        labels,
        texts(node, Words.DEFINITIONS),
        node.getURI(),
        kind(term),
        uses(term),
        example(node),
        facts(term),
        shapes(term),
        term.kind() == Kind.SCHEME ? concepts(node) : List.of());
  }

  /** A line of a table: a term of others is explained where it comes from. */
  Entry reused(Term term) {
    Node node = term.node();
    return new Entry(
        term.anchor(),
        texts(node, Terms.LABELS),
        List.of(),
        node.getURI(),
        kind(term),
        uses(term),
        example(node),
        List.of(),
        List.of(),
        List.of());
  }

  private List<Text> texts(Node node, List<Node> properties) {
    Facts facts = documentation.facts();
    return properties.stream()
        .map(property -> facts.values(node, property))
        .filter(values -> values.stream().anyMatch(Node::isLiteral))
        .findFirst()
        .map(values -> speech.everyLanguage(values))
        .orElse(List.of());
  }

  private String kind(Term term) {
    List<Node> types = documentation.facts().values(term.node(), Terms.TYPE);
    if (term.kind() == Kind.PROPERTY) {
      for (String type : List.of("ObjectProperty", "DatatypeProperty", "AnnotationProperty")) {
        if (types.contains(Words.owl(type))) {
          return speech.text("kind." + type);
        }
      }
    }
    return speech.text("kind." + term.kind());
  }

  private Phrase uses(Term term) {
    if (term.kind() == Kind.OTHER || term.kind() == Kind.DATATYPE) {
      return Phrase.plain("");
    }
    Phrase text = speech.say("uses." + term.kind(), term.uses());
    if (term.uses() == 0 || term.kind() == Kind.SCHEME) {
      return text;
    }
    String href =
        EntityIri.of(term.node()).map(iri -> speech.path(IriSpace.parameterised(iri))).orElse("");
    return Phrase.link(Text.plain(text.words()), href);
  }

  private List<Phrase> example(Node node) {
    Triple triple = documentation.examples().get(node);
    if (triple == null) {
      return List.of();
    }
    Phrase subject = thing(triple.getSubject());
    return triple.getPredicate().equals(node)
        ? List.of(subject, thing(triple.getObject()))
        : List.of(subject);
  }

  private Phrase thing(Node node) {
    if (node.isBlank()) {
      return speech.say("unnamed");
    }
    if (!node.isLiteral()) {
      return speech.name(node);
    }
    Phrase text = speech.name(node);
    String words = text.words();
    return words.length() <= 120
        ? text
        : Phrase.of(
            new Text(words.substring(0, 119) + "…", text.pieces().getFirst().text().lang()));
  }

  private List<Fact> facts(Term term) {
    Map<Node, List<Node>> about = documentation.facts().about(term.node());
    Map<Phrase, List<Node>> rows = new LinkedHashMap<>();
    about.entrySet().stream()
        .filter(entry -> told(entry.getKey(), term))
        .sorted(
            Comparator.comparingInt((Map.Entry<Node, List<Node>> e) -> rank(e.getKey()))
                .thenComparing(e -> speech.label(e.getKey()), speech.order()))
        .forEach(entry -> rows.put(speech.name(entry.getKey()), entry.getValue()));
    Optional.ofNullable(below.get(term.node()))
        .ifPresent(nodes -> rows.put(speech.say("below." + term.kind()), nodes));
    Optional.ofNullable(ofClass.get(term.node()))
        .ifPresent(nodes -> rows.put(speech.say("ofClass"), nodes));
    List<Fact> facts = new ArrayList<>();
    rows.forEach(
        (property, nodes) -> facts.add(new Fact(property, Phrase.join(values(nodes), ", "))));
    return facts;
  }

  private static boolean told(Node property, Term term) {
    boolean texts = Terms.LABELS.contains(property) || Words.DEFINITIONS.contains(property);
    boolean type = property.equals(Terms.TYPE) && term.kind() != Kind.OTHER;
    return !texts && !type && !TOLD.contains(property);
  }

  private List<Phrase> values(List<Node> nodes) {
    List<Phrase> values = new ArrayList<>();
    nodes.stream()
        .sorted(Comparator.comparing(this::sortKey, speech.order()))
        .limit(MOST_VALUES)
        .forEach(node -> values.add(expressions.value(node)));
    if (nodes.size() > MOST_VALUES) {
      values.add(speech.say("more", nodes.size() - MOST_VALUES));
    }
    return values;
  }

  private Text sortKey(Node node) {
    return node.isLiteral()
        ? Text.plain(node.getLiteralLanguage() + " " + node.getLiteralLexicalForm())
        : speech.label(node);
  }

  private static int rank(Node property) {
    return List.of(Terms.TYPE, Words.SUB_CLASS_OF, Words.SUB_PROPERTY_OF, Words.DOMAIN, Words.RANGE)
            .indexOf(property)
        & 0xff;
  }

  private List<Shape> shapes(Term term) {
    return documentation.shapes().byClass().getOrDefault(term.node(), List.of()).stream()
        .map(shapes::within)
        .toList();
  }

  /** A scheme as a tree; a concept that is below itself is shown once. */
  private List<Concept> concepts(Node scheme) {
    List<Node> all = documentation.concepts().getOrDefault(scheme, List.of());
    Set<Node> members = new HashSet<>(all);
    Map<Node, List<Node>> narrower = new HashMap<>();
    Set<Node> lower = new HashSet<>();
    for (Node concept : all) {
      for (Node broader : documentation.facts().values(concept, Words.BROADER)) {
        if (members.contains(broader) && !broader.equals(concept)) {
          narrower.computeIfAbsent(broader, n -> new ArrayList<>()).add(concept);
          lower.add(concept);
        }
      }
    }
    Set<Node> shown = new HashSet<>();
    List<Concept> tree = new ArrayList<>();
    sorted(all).stream()
        .filter(concept -> !lower.contains(concept))
        .forEach(concept -> grow(concept, narrower, shown, tree, 0));
    sorted(all).forEach(concept -> grow(concept, narrower, shown, tree, 0));
    return tree;
  }

  private void grow(
      Node concept,
      Map<Node, List<Node>> narrower,
      Set<Node> shown,
      List<Concept> into,
      int depth) {
    if (!shown.add(concept) || depth > DEEPEST) {
      return;
    }
    List<Concept> lower = new ArrayList<>();
    sorted(narrower.getOrDefault(concept, List.of()))
        .forEach(other -> grow(other, narrower, shown, lower, depth + 1));
    into.add(new Concept(speech.name(concept), lower));
  }

  private List<Node> sorted(List<Node> nodes) {
    return nodes.stream().sorted(Comparator.comparing(speech::label, speech.order())).toList();
  }
}
