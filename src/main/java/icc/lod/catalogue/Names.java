package icc.lod.catalogue;

import icc.lod.rdf.Digests;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * The IRIs that descriptions give to what has none in the data: hash IRIs of the documents that
 * describe it, under the base.
 */
record Names(String base) {
  static final String CATALOGUE = "/catalog";
  static final String VOID = "/.well-known/void";

  /** The catalogue. */
  Node catalogue() {
    return NodeFactory.createURI(root() + CATALOGUE);
  }

  /** Something that the catalogue describes. */
  Node inCatalogue(String name) {
    return NodeFactory.createURI(root() + CATALOGUE + "#" + name);
  }

  /** The VoID document. */
  Node voidDocument() {
    return NodeFactory.createURI(root() + VOID);
  }

  /** Something that the VoID document describes. */
  Node inVoid(String name) {
    return NodeFactory.createURI(root() + VOID + "#" + name);
  }

  /** A part of such a name that stands for an IRI and never for another one. */
  static String part(String iri) {
    return Table.slug(iri) + "-" + Digests.shortHex(iri);
  }

  private String root() {
    int hash = base.indexOf('#');
    return (hash < 0 ? base : base.substring(0, hash)).replaceAll("/+$", "");
  }
}
