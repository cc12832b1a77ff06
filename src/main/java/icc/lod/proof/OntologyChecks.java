package icc.lod.proof;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/** What is claimed of the release's own ontology. */
final class OntologyChecks {
  /** The languages of the site, which its vocabulary speaks. */
  private static final List<String> LANGUAGES = List.of("en", "uk");

  /** Say what a class or property is; what stands there is a class, or a property. */
  private static final List<Node> AXIOMS =
      List.of(
          RDFS.Nodes.subClassOf,
          OWL2.equivalentClass.asNode(),
          OWL2.disjointWith.asNode(),
          RDFS.Nodes.domain,
          RDFS.Nodes.range,
          RDFS.Nodes.subPropertyOf,
          OWL2.equivalentProperty.asNode(),
          OWL2.propertyDisjointWith.asNode(),
          OWL2.inverseOf.asNode());

  private OntologyChecks() {}

  static Result termsDefined(Evidence evidence) {
    Tally tally = new Tally("terms-defined");
    if (evidence.terms().namespaces().isEmpty()) {
      return tally.inapplicable();
    }
    evidence.terms().undefined(evidence.data(), evidence.survey(), tally::finding);
    return tally
        .figure("classes", evidence.terms().classes().size())
        .figure("properties", evidence.terms().properties().size())
        .required(evidence.asked());
  }

  static Result labels(Evidence evidence) {
    return texts(evidence, "labels", List.of(RDFS.Nodes.label));
  }

  static Result definitions(Evidence evidence) {
    return texts(evidence, "definitions", List.of(SKOS.definition.asNode(), RDFS.comment.asNode()));
  }

  private static Result texts(Evidence evidence, String check, List<Node> properties) {
    Tally tally = new Tally(check);
    if (evidence.terms().isEmpty()) {
      return tally.inapplicable();
    }
    for (Node term : evidence.terms().all()) {
      for (String language : LANGUAGES) {
        if (properties.stream().noneMatch(p -> says(evidence.data(), term, p, language))) {
          tally.finding("<" + term.getURI() + "> has none in the language " + language);
        }
      }
    }
    return tally.figure("terms", evidence.terms().all().size()).required(evidence.asked());
  }

  private static boolean says(Graph data, Node term, Node property, String language) {
    return data.find(term, property, Node.ANY)
        .mapWith(Triple::getObject)
        .filterKeep(text -> text.isLiteral() && text.getLiteralLanguage().equals(language))
        .hasNext();
  }

  /** OWL 2 Profiles, section 4, as far as it can be broken without class expressions. */
  static Result owlRl(Evidence evidence) {
    Tally tally = new Tally("owl-rl");
    OwnTerms terms = evidence.terms();
    if (terms.isEmpty()) {
      return tally.inapplicable();
    }
    Graph data = evidence.data();
    long axioms = 0;
    for (Node axiom : AXIOMS) {
      for (Triple triple : data.find(Node.ANY, axiom, Node.ANY).toList()) {
        axioms++;
        if (!triple.getSubject().isURI() || !triple.getObject().isURI()) {
          return tally.figure("axioms", axioms).untested("It has class expressions");
        }
        thing(triple, tally);
      }
    }
    for (Node property : terms.properties()) {
      kinds(data, property, tally);
    }
    for (Node term : new HashSet<>(terms.classes())) {
      if (terms.properties().contains(term)) {
        tally.finding("<" + term.getURI() + "> is a class and a property");
      }
    }
    data.find(Node.ANY, OWL2.disjointUnionOf.asNode(), Node.ANY)
        .forEachRemaining(t -> tally.finding("owl:disjointUnionOf of <" + t.getSubject() + ">"));
    return tally.figure("axioms", axioms).required(evidence.asked());
  }

  /** Section 4.2.3: owl:Thing is no class expression of the profile. */
  private static void thing(Triple triple, Tally tally) {
    for (Node node : List.of(triple.getSubject(), triple.getObject())) {
      if (node.equals(OWL2.Thing.asNode())) {
        tally.finding(
            "owl:Thing stands in <%s> of <%s>"
                .formatted(triple.getPredicate().getURI(), triple.getSubject()));
      }
    }
    String object = triple.getObject().getURI();
    // Section 4.2.1: two datatypes of OWL are not of the profile.
    if (object.equals(OWL2.real.getURI()) || object.equals(OWL2.rational.getURI())) {
      tally.finding("<%s> has the datatype <%s>".formatted(triple.getSubject(), object));
    }
  }

  /**
   * OWL 2 Syntax, section 5.8.1: a property is of one kind; only object properties have inverses.
   */
  private static void kinds(Graph data, Node property, Tally tally) {
    Set<Node> kinds =
        data.find(property, RDF.Nodes.type, Node.ANY).mapWith(Triple::getObject).toSet();
    boolean object = kinds.contains(OWL2.ObjectProperty.asNode());
    boolean literal = kinds.contains(OWL2.DatatypeProperty.asNode());
    boolean note = kinds.contains(OWL2.AnnotationProperty.asNode());
    if ((object && literal) || (note && (object || literal))) {
      tally.finding("<" + property.getURI() + "> is a property of two kinds");
    }
    if (kinds.contains(OWL2.ReflexiveProperty.asNode())) {
      tally.finding("<" + property.getURI() + "> is reflexive");
    }
    for (Node kind :
        List.of(OWL2.InverseFunctionalProperty, OWL2.TransitiveProperty).stream()
            .map(k -> k.asNode())
            .toList()) {
      if (literal && kinds.contains(kind)) {
        tally.finding("<%s> has literals and is a <%s>".formatted(property.getURI(), kind));
      }
    }
    if (literal
        && data.contains(property, NodeFactory.createURI(OWL2.inverseOf.getURI()), Node.ANY)) {
      tally.finding("<" + property.getURI() + "> has literals and an inverse");
    }
  }
}
