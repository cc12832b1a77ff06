package icc.lod.changes;

import java.time.Instant;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.shared.PrefixMapping;

/** The words in which changes are told: LDES, TREE, ActivityStreams, PROV, Changeset. */
final class Words {
  static final String LDES = "https://w3id.org/ldes#";
  static final String TREE = "https://w3id.org/tree#";
  static final String ACTIVITY = "https://www.w3.org/ns/activitystreams#";
  static final String CHANGESET = "http://purl.org/vocab/changeset/schema#";
  static final String DCT = "http://purl.org/dc/terms/";
  static final String PROV = "http://www.w3.org/ns/prov#";
  static final String SKOS = "http://www.w3.org/2004/02/skos/core#";
  static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
  static final String RDFS = "http://www.w3.org/2000/01/rdf-schema#";
  static final String SHACL = "http://www.w3.org/ns/shacl#";
  static final String VOID = "http://rdfs.org/ns/void#";
  static final String XSD = "http://www.w3.org/2001/XMLSchema#";

  static final Node TYPE = iri(RDF + "type");
  static final Node STATEMENT = iri(RDF + "Statement");
  static final Node SUBJECT = iri(RDF + "subject");
  static final Node PREDICATE = iri(RDF + "predicate");
  static final Node OBJECT = iri(RDF + "object");

  /** The time of a member. */
  static final Node CREATED = iri(DCT + "created");

  static final Node VERSION_OF = iri(DCT + "isVersionOf");
  static final Node TITLE = iri(DCT + "title");
  static final Node DESCRIPTION = iri(DCT + "description");
  static final Node IDENTIFIER = iri(DCT + "identifier");
  static final Node PART_OF = iri(DCT + "isPartOf");
  static final Node HAS_PART = iri(DCT + "hasPart");
  static final Node REPLACED_BY = iri(DCT + "isReplacedBy");
  static final Node REPLACES = iri(DCT + "replaces");
  static final Node ISSUED = iri(DCT + "issued");
  static final Node CHANGE_NOTE = iri(SKOS + "changeNote");
  static final Node GENERATED_BY = iri(PROV + "wasGeneratedBy");
  static final Node REVISION_OF = iri(PROV + "wasRevisionOf");
  static final Node SUBGRAPH_OF = iri("http://www.w3.org/2004/03/trix/rdfg-1/subGraphOf");

  private Words() {}

  static Node iri(String iri) {
    return NodeFactory.createURI(iri);
  }

  static Node tree(String name) {
    return iri(TREE + name);
  }

  static Node ldes(String name) {
    return iri(LDES + name);
  }

  static Node shacl(String name) {
    return iri(SHACL + name);
  }

  static Node activity(Action action) {
    return iri(ACTIVITY + action.activity());
  }

  static Node text(String text, String language) {
    return NodeFactory.createLiteralLang(text, language);
  }

  static Node count(long count) {
    return NodeFactory.createLiteralDT(Long.toString(count), XSDDatatype.XSDinteger);
  }

  static Node instant(Instant instant) {
    return NodeFactory.createLiteralDT(instant.toString(), XSDDatatype.XSDdateTime);
  }

  static Node truth() {
    return NodeFactory.createLiteralDT("true", XSDDatatype.XSDboolean);
  }

  static PrefixMapping prefixes() {
    return PrefixMapping.Factory.create()
        .setNsPrefix("ldes", LDES)
        .setNsPrefix("tree", TREE)
        .setNsPrefix("as", ACTIVITY)
        .setNsPrefix("dct", DCT)
        .setNsPrefix("prov", PROV)
        .setNsPrefix("sh", SHACL)
        .setNsPrefix("xsd", XSD);
  }
}
