package icc.lod.view;

import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** The properties that pages know by name: what labels, describes, places and retires a thing. */
public final class Terms {
  private static final String DCT = "http://purl.org/dc/terms/";
  private static final String DC = "http://purl.org/dc/elements/1.1/";
  private static final String SKOS = "http://www.w3.org/2004/02/skos/core#";
  private static final String RDFS = "http://www.w3.org/2000/01/rdf-schema#";
  private static final String OWL = "http://www.w3.org/2002/07/owl#";
  private static final String GEO = "http://www.opengis.net/ont/geosparql#";
  private static final String WGS84 = "http://www.w3.org/2003/01/geo/wgs84_pos#";
  private static final String FOAF = "http://xmlns.com/foaf/0.1/";

  public static final Node TYPE = iri("http://www.w3.org/1999/02/22-rdf-syntax-ns#type");
  public static final Node PREF_LABEL = iri(SKOS + "prefLabel");
  public static final Node DEPRECATED = iri(OWL + "deprecated");
  public static final Node REPLACED_BY = iri(DCT + "isReplacedBy");
  public static final Node SOURCE = iri(DCT + "source");
  public static final Node LICENCE = iri(DCT + "license");
  public static final Node HAS_GEOMETRY = iri(GEO + "hasGeometry");
  public static final Node AS_WKT = iri(GEO + "asWKT");
  public static final Node LATITUDE = iri(WGS84 + "lat");
  public static final Node LONGITUDE = iri(WGS84 + "long");
  public static final Node SAME_AS = iri(OWL + "sameAs");
  public static final Node EXACT_MATCH = iri(SKOS + "exactMatch");

  public static final Node NODE_SHAPE = iri("http://www.w3.org/ns/shacl#NodeShape");
  public static final Node ONTOLOGY = iri(OWL + "Ontology");
  public static final Node DEFINED_BY = iri(RDFS + "isDefinedBy");
  public static final Node IN_SCHEME = iri(SKOS + "inScheme");
  public static final Node CONCEPT_SCHEME = iri(SKOS + "ConceptScheme");
  public static final Node PREFERRED_PREFIX =
      iri("http://purl.org/vocab/vann/preferredNamespacePrefix");
  public static final Node PREFERRED_NAMESPACE =
      iri("http://purl.org/vocab/vann/preferredNamespaceUri");

  /** What names a thing, best first: the one list of the service. */
  public static final List<Node> LABELS =
      List.of(
          PREF_LABEL,
          iri(RDFS + "label"),
          iri(DCT + "title"),
          iri("http://schema.org/name"),
          iri("https://schema.org/name"),
          iri(FOAF + "name"),
          iri(DC + "title"));

  /** What leads from a description of data to what the data is about, best first. */
  public static final List<Node> TOPICS =
      List.of(
          iri(FOAF + "primaryTopic"),
          iri("https://schema.org/mainEntity"),
          iri("https://schema.org/about"),
          iri("http://schema.org/about"),
          iri(DCT + "subject"));

  /** What tells more of a thing in prose, best first. */
  public static final List<Node> DESCRIPTIONS =
      List.of(
          iri(DCT + "description"),
          iri(RDFS + "comment"),
          iri(SKOS + "definition"),
          iri("http://schema.org/description"),
          iri("https://schema.org/description"),
          iri(DC + "description"));

  /** Types of what may introduce a whole release, best first. */
  public static final List<Node> COLLECTIONS =
      List.of(
          iri("http://www.w3.org/ns/dcat#Catalog"),
          iri("http://rdfs.org/ns/void#Dataset"),
          iri("http://www.w3.org/ns/dcat#Dataset"),
          iri(OWL + "Ontology"));

  /** Namespaces of the languages that vocabularies and rules are written in. */
  public static final List<String> LANGUAGES =
      List.of(
          OWL,
          RDFS,
          "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
          "http://www.w3.org/ns/shacl#",
          SKOS + "ConceptScheme");

  private Terms() {}

  private static Node iri(String text) {
    return NodeFactory.createURI(text);
  }
}
