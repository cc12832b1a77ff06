package icc.lod.search;

import org.apache.jena.graph.Triple;

/**
 * A property followed from subject to object, or against its direction.
 *
 * @param property its IRI
 * @param inverse whether it is followed from object to subject
 */
record FacetStep(String property, boolean inverse) {
  static FacetStep along(String property) {
    return new FacetStep(property, false);
  }

  FacetStep reversed() {
    return new FacetStep(property, !inverse);
  }

  /** Whether a triple of the thing one starts from is one of this step. */
  boolean takes(Triple triple) {
    return triple.getPredicate().isURI() && triple.getPredicate().getURI().equals(property);
  }

  /** The triple pattern that takes this step (SPARQL 1.1, section 4.2). */
  String pattern(String from, String to) {
    return inverse
        ? to + " <" + property + "> " + from + " ."
        : from + " <" + property + "> " + to + " .";
  }

  @Override
  public String toString() {
    return (inverse ? "^" : "") + "<" + property + ">";
  }
}
