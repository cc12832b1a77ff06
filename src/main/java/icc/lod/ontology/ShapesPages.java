package icc.lod.ontology;

import icc.lod.ontology.ShapesPage.Form;
import icc.lod.ontology.ShapesPage.Part;
import icc.lod.ontology.ShapesPage.Rule;
import icc.lod.ontology.ShapesPage.Shape;
import icc.lod.rdf.EntityIri;
import icc.lod.view.Terms;
import icc.lod.view.Text;
import icc.lod.view.Vocabulary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;

/** The shapes as they are told to people. For one page. */
final class ShapesPages {
  private final Documentation documentation;
  private final Shapes shapes;
  private final Speech speech;
  private final Rules rules;
  private final Rules within;
  private final Anchors anchors;
  private final String document;

  ShapesPages(Documentation documentation, Speech speech) {
    this.documentation = documentation;
    this.shapes = documentation.shapes();
    this.speech = speech;
    this.document = document();
    Set<Node> named = new LinkedHashSet<>(shapes.roots());
    shapes.facts().subjects().stream()
        .filter(node -> node.isURI() && !node.getURI().equals(document))
        .sorted(Comparator.comparing(Node::getURI))
        .forEach(named::add);
    EntityIri.parse(document)
        .map(documentation.overview()::terms)
        .orElse(List.of())
        .forEach(iri -> named.add(iri.node()));
    this.anchors = new Anchors(named, document);
    this.rules = new Rules(shapes.facts(), speech, anchors);
    this.within = new Rules(shapes.facts(), speech, new Anchors(anchors));
  }

  /** Where the shapes under the base lie, if anywhere. */
  private String document() {
    return shapes.facts().subjects().stream()
        .flatMap(node -> EntityIri.of(node).stream())
        .map(EntityIri::document)
        .filter(
            iri -> documentation.overview().page(iri).map(Vocabulary.SHAPES::equals).orElse(false))
        .map(EntityIri::text)
        .findFirst()
        .orElse("\0");
  }

  ShapesPage page(List<Form> forms, String canonical) {
    Node header = Words.iri(document);
    List<Shape> all = new ArrayList<>();
    for (Node shape : sorted()) {
      all.add(
          new Shape(
              anchors.once(shape),
              speech.label(shape),
              shape.isURI() ? shape.getURI() : "",
              rules.target(shape, classes(shape)),
              rules.clauses(shape),
              shown(shape, rules)));
    }
    List<Part> parts = new ArrayList<>();
    anchors.left().stream()
        .sorted(Comparator.comparing(Node::getURI))
        .forEach(
            node -> parts.add(new Part(anchors.once(node), speech.label(node), node.getURI())));
    return new ShapesPage(
        texts(header, Terms.LABELS),
        texts(header, Terms.DESCRIPTIONS),
        all,
        parts,
        forms,
        canonical);
  }

  /** A shape as part of the page of the vocabulary. */
  Shape within(Node shape) {
    String href = shape.isURI() ? anchors.href(shape, speech) : "";
    return new Shape(
        href,
        speech.label(shape),
        shape.isURI() ? shape.getURI() : "",
        within.target(shape, Set.of()),
        clauses(shape),
        shown(shape, within));
  }

  /** Whoever reads the rules of a class must know that there are others. */
  private List<Phrase> clauses(Node shape) {
    List<Phrase> clauses = new ArrayList<>(within.clauses(shape));
    boolean general =
        shapes.roots().stream()
            .anyMatch(
                other ->
                    shapes
                        .facts()
                        .values(other, Words.sh("targetSubjectsOf"))
                        .contains(Terms.TYPE));
    if (general && shapes.facts().has(shape, Words.PROPERTY)) {
      Text text = Text.plain(speech.text("shape.general"));
      clauses.add(Phrase.link(text, speech.path(Vocabulary.SHAPES)));
    }
    return clauses;
  }

  private List<Rule> shown(Node shape, Rules words) {
    List<Rule> some = new ArrayList<>(words.properties(shape));
    some.sort(Comparator.comparing(rule -> Text.plain(rule.property().words()), speech.order()));
    return some;
  }

  private List<Node> sorted() {
    return shapes.roots().stream()
        .sorted(
            Comparator.comparing((Node shape) -> !classes(shape).isEmpty())
                .thenComparing(speech::label, speech.order()))
        .toList();
  }

  private Set<Node> classes(Node shape) {
    Set<Node> classes = new LinkedHashSet<>();
    for (Map.Entry<Node, List<Node>> entry : shapes.byClass().entrySet()) {
      if (entry.getValue().contains(shape)) {
        classes.add(entry.getKey());
      }
    }
    return classes;
  }

  private List<Text> texts(Node node, List<Node> properties) {
    return properties.stream()
        .map(property -> shapes.facts().values(node, property))
        .filter(values -> !values.isEmpty())
        .findFirst()
        .map(speech::everyLanguage)
        .orElse(List.of());
  }
}
