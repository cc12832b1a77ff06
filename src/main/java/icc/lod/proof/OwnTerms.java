package icc.lod.proof;

import icc.lod.rdf.EntityIri;
import icc.lod.rdf.IriSpace;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/**
 * The terms of the release's own ontologies: what is declared as a class or property in a namespace
 * of an {@code owl:Ontology} under the base.
 *
 * @param namespaces how own terms begin
 * @param classes by IRI
 * @param properties by IRI
 */
record OwnTerms(Set<String> namespaces, Set<Node> classes, Set<Node> properties) {
  private static final Node NAMESPACE =
      NodeFactory.createURI("http://purl.org/vocab/vann/preferredNamespaceUri");

  private static final List<Node> CLASSES = List.of(OWL2.Class.asNode(), RDFS.Nodes.Class);

  private static final List<Node> PROPERTIES =
      List.of(
          OWL2.ObjectProperty.asNode(),
          OWL2.DatatypeProperty.asNode(),
          OWL2.AnnotationProperty.asNode(),
          RDF.Nodes.Property);

  private static final List<String> USES_OF_CLASSES =
      List.of(
          "http://www.w3.org/ns/shacl#targetClass",
          "http://www.w3.org/ns/shacl#class",
          RDFS.subClassOf.getURI(),
          RDFS.domain.getURI());

  private static final List<String> USES_OF_PROPERTIES =
      List.of(
          "http://www.w3.org/ns/shacl#path",
          "http://www.w3.org/ns/shacl#targetSubjectsOf",
          "http://www.w3.org/ns/shacl#targetObjectsOf",
          RDFS.subPropertyOf.getURI(),
          OWL2.inverseOf.getURI());

  static OwnTerms of(Graph data, String base) {
    Set<String> namespaces = new TreeSet<>();
    IriSpace space = new IriSpace(base);
    data.find(Node.ANY, RDF.Nodes.type, OWL2.Ontology.asNode())
        .mapWith(Triple::getSubject)
        .filterKeep(node -> EntityIri.of(node).filter(space::covers).isPresent())
        .forEachRemaining(
            ontology ->
                data.find(ontology, NAMESPACE, Node.ANY)
                    .mapWith(Triple::getObject)
                    .filterKeep(Node::isLiteral)
                    .mapWith(Node::getLiteralLexicalForm)
                    .filterKeep(text -> text.startsWith(base))
                    .forEachRemaining(namespaces::add));
    return new OwnTerms(
        namespaces, declared(data, CLASSES, namespaces), declared(data, PROPERTIES, namespaces));
  }

  private static Set<Node> declared(Graph data, List<Node> kinds, Set<String> namespaces) {
    Set<Node> declared = new HashSet<>();
    for (Node kind : kinds) {
      data.find(Node.ANY, RDF.Nodes.type, kind)
          .mapWith(Triple::getSubject)
          .filterKeep(node -> covers(namespaces, node))
          .forEachRemaining(declared::add);
    }
    return declared;
  }

  private static boolean covers(Set<String> namespaces, Node node) {
    return node.isURI() && namespaces.stream().anyMatch(node.getURI()::startsWith);
  }

  /** Classes and properties in the order of their IRIs. */
  List<Node> all() {
    Set<Node> all = new HashSet<>(classes);
    all.addAll(properties);
    return all.stream().sorted(java.util.Comparator.comparing(Node::getURI)).toList();
  }

  boolean isEmpty() {
    return classes.isEmpty() && properties.isEmpty();
  }

  /** Names every use of an own term that nothing declares. */
  void undefined(Graph data, Survey survey, Consumer<String> finding) {
    for (Node property : survey.properties()) {
      if (covers(namespaces, property) && !properties.contains(property)) {
        finding.accept("<" + property.getURI() + "> is used as a property and declared as none");
      }
    }
    for (String type : new TreeSet<>(survey.classes().keySet())) {
      Node node = NodeFactory.createURI(type);
      if (covers(namespaces, node) && !classes.contains(node)) {
        finding.accept("<" + type + "> is used as a class and declared as none");
      }
    }
    USES_OF_CLASSES.forEach(use -> undefined(data, use, classes, "class", finding));
    USES_OF_PROPERTIES.forEach(use -> undefined(data, use, properties, "property", finding));
  }

  private void undefined(
      Graph data, String use, Set<Node> declared, String kind, Consumer<String> finding) {
    data.find(Node.ANY, NodeFactory.createURI(use), Node.ANY)
        .filterKeep(triple -> covers(namespaces, triple.getObject()))
        .filterDrop(triple -> declared.contains(triple.getObject()))
        .forEachRemaining(
            triple ->
                finding.accept(
                    "<%s> is named by <%s> of <%s> and declared as no %s"
                        .formatted(triple.getObject(), use, triple.getSubject(), kind)));
  }
}
