package icc.lod.catalogue;

import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;

/** A graph in the making, in the vocabularies of descriptions of data. */
final class Rdf {
  static final String DCAT = "http://www.w3.org/ns/dcat#";
  static final String DCT = "http://purl.org/dc/terms/";
  static final String FOAF = "http://xmlns.com/foaf/0.1/";
  static final String VOID = "http://rdfs.org/ns/void#";
  static final String VOID_EXT = "http://ldf.fi/void-ext#";
  static final String SPDX = "http://spdx.org/rdf/terms#";
  static final String SKOS = "http://www.w3.org/2004/02/skos/core#";
  static final String HYDRA = "http://www.w3.org/ns/hydra/core#";
  static final String DCATAP = "http://data.europa.eu/r5r/";
  static final String ADMS = "http://www.w3.org/ns/adms#";
  static final String VCARD = "http://www.w3.org/2006/vcard/ns#";
  static final String OWL = "http://www.w3.org/2002/07/owl#";
  static final String RDFS = "http://www.w3.org/2000/01/rdf-schema#";
  static final String SD = "http://www.w3.org/ns/sparql-service-description#";
  static final String XSD = "http://www.w3.org/2001/XMLSchema#";

  private final Graph graph = GraphFactory.createDefaultGraph();

  Rdf() {
    prefix("dcat", DCAT).prefix("dct", DCT).prefix("foaf", FOAF).prefix("void", VOID);
    prefix("skos", SKOS).prefix("xsd", XSD);
  }

  Rdf prefix(String name, String namespace) {
    graph.getPrefixMapping().setNsPrefix(name, namespace);
    return this;
  }

  Graph graph() {
    return graph;
  }

  Rdf type(Node subject, String... types) {
    for (String type : types) {
      graph.add(subject, RDF.Nodes.type, iri(type));
    }
    return this;
  }

  Rdf add(Node subject, String property, Node object) {
    graph.add(subject, iri(property), object);
    return this;
  }

  Rdf count(Node subject, String property, long count) {
    return add(subject, property, literal(Long.toString(count), XSDDatatype.XSDinteger));
  }

  Rdf text(Node subject, String property, String text, String language) {
    return add(subject, property, NodeFactory.createLiteralLang(text, language));
  }

  static Node iri(String iri) {
    return NodeFactory.createURI(iri);
  }

  static Node string(String text) {
    return NodeFactory.createLiteralString(text);
  }

  static Node literal(String text, XSDDatatype datatype) {
    return NodeFactory.createLiteralDT(text, datatype);
  }

  static Node dateTime(String instant) {
    return literal(instant, XSDDatatype.XSDdateTime);
  }
}
