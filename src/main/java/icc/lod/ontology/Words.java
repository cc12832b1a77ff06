package icc.lod.ontology;

import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** The words of RDF Schema, OWL 2, SKOS and SHACL that the documentation understands. */
final class Words {
  static final String SH = "http://www.w3.org/ns/shacl#";
  static final String OWL = "http://www.w3.org/2002/07/owl#";
  static final String RDFS = "http://www.w3.org/2000/01/rdf-schema#";
  static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
  static final String SKOS = "http://www.w3.org/2004/02/skos/core#";
  static final String DCT = "http://purl.org/dc/terms/";

  static final Node FIRST = iri(RDF + "first");
  static final Node REST = iri(RDF + "rest");
  static final Node NIL = iri(RDF + "nil");
  static final Node LANG_STRING = iri(RDF + "langString");

  static final Node SUB_CLASS_OF = iri(RDFS + "subClassOf");
  static final Node SUB_PROPERTY_OF = iri(RDFS + "subPropertyOf");
  static final Node DOMAIN = iri(RDFS + "domain");
  static final Node RANGE = iri(RDFS + "range");
  static final Node RDFS_CLASS = iri(RDFS + "Class");

  static final Node OWL_CLASS = iri(OWL + "Class");
  static final Node VERSION = iri(OWL + "versionInfo");
  static final Node VERSION_IRI = iri(OWL + "versionIRI");
  static final Node PRIOR_VERSION = iri(OWL + "priorVersion");

  static final Node DEFINITION = iri(SKOS + "definition");
  static final Node CHANGE_NOTE = iri(SKOS + "changeNote");
  static final Node HISTORY_NOTE = iri(SKOS + "historyNote");
  static final Node BROADER = iri(SKOS + "broader");
  static final Node NARROWER = iri(SKOS + "narrower");
  static final Node TOP_CONCEPT_OF = iri(SKOS + "topConceptOf");
  static final Node HAS_TOP_CONCEPT = iri(SKOS + "hasTopConcept");

  static final Node IS_VERSION_OF = iri(DCT + "isVersionOf");
  static final Node HAS_PART = iri(DCT + "hasPart");
  static final Node SUBJECT = iri(DCT + "subject");
  static final Node ISSUED = iri(DCT + "issued");
  static final Node DATE = iri(DCT + "date");
  static final Node MODIFIED = iri(DCT + "modified");
  static final Node CREATED = iri(DCT + "created");

  static final Node PROPERTY_SHAPE = sh("PropertyShape");
  static final Node TARGET_CLASS = sh("targetClass");
  static final Node PROPERTY = sh("property");
  static final Node PATH = sh("path");
  static final Node NAME = sh("name");
  static final Node MESSAGE = sh("message");
  static final Node CLASS = sh("class");

  /** What says in words what a class or property is, best first. */
  static final List<Node> DEFINITIONS =
      List.of(
          DEFINITION,
          iri(RDFS + "comment"),
          iri(DCT + "description"),
          iri("http://purl.org/dc/elements/1.1/description"),
          iri("http://purl.obolibrary.org/obo/IAO_0000115"));

  /** What hangs on a shape, where other links of a shape lead to the things it speaks of. */
  static final Set<Node> PARTS_OF_SHAPES =
      Set.of(
          PROPERTY,
          sh("node"),
          sh("not"),
          sh("and"),
          sh("or"),
          sh("xone"),
          sh("qualifiedValueShape"),
          sh("sparql"),
          sh("prefixes"),
          sh("declare"),
          sh("target"),
          sh("rule"),
          sh("js"),
          sh("expression"),
          sh("group"));

  private Words() {}

  static Node sh(String name) {
    return iri(SH + name);
  }

  static Node owl(String name) {
    return iri(OWL + name);
  }

  static Node iri(String text) {
    return NodeFactory.createURI(text);
  }
}
