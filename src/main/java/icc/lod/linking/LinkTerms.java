package icc.lod.linking;

import icc.lod.view.Reading;
import icc.lod.view.Terms;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;

/**
 * The properties by which a release says what its things are called elsewhere.
 *
 * @param mappings link a thing to what stands for it, or nearly so, elsewhere
 * @param codes give a thing or an identifier its code in a register
 * @param identifierOf link a thing to an identifier that is a thing of its own (ADMS)
 * @param identifies link such an identifier to what it belongs to
 * @param registers name the register of an identifier
 * @param confidences say how sure an identifier is
 * @param labels name things, as far as the release uses them
 */
record LinkTerms(
    Set<Node> mappings,
    Set<Node> codes,
    Set<Node> identifierOf,
    Set<Node> identifies,
    Set<Node> registers,
    Set<Node> confidences,
    Set<Node> labels) {
  private static final String SKOS = "http://www.w3.org/2004/02/skos/core#";
  private static final String ADMS = "http://www.w3.org/ns/adms#";
  private static final String RDFS = "http://www.w3.org/2000/01/rdf-schema#";
  private static final String OWL = "http://www.w3.org/2002/07/owl#";
  private static final String DCT = "http://purl.org/dc/terms/";

  private static final Set<Node> MAPPINGS =
      iris(
          OWL + "sameAs",
          SKOS + "exactMatch",
          SKOS + "closeMatch",
          SKOS + "broadMatch",
          SKOS + "narrowMatch",
          SKOS + "relatedMatch",
          SKOS + "mappingRelation",
          "http://schema.org/sameAs",
          "https://schema.org/sameAs");

  private static final Set<Node> CODES =
      iris(
          SKOS + "notation",
          DCT + "identifier",
          "http://purl.org/dc/elements/1.1/identifier",
          "http://schema.org/identifier",
          "https://schema.org/identifier");

  private static final Set<Node> IDENTIFIERS = iris(ADMS + "identifier");
  private static final Set<Node> REGISTERS = iris(ADMS + "schemaAgency");
  private static final Set<Node> CONFIDENCES = iris("https://w3id.org/sssom/confidence");

  /** Properties that are called so are taken for codes: few vocabularies declare them. */
  private static final String CODE_NAME = ".*(code|notation|identifier)s?";

  static LinkTerms of(Reading reading, Set<Node> used) {
    List<Triple> below = reading.having(iri(RDFS + "subPropertyOf"));
    Set<Node> identifierOf = closure(IDENTIFIERS, below);
    Set<Node> codes = closure(CODES, below);
    codes.addAll(called(reading, used, CODE_NAME));
    codes.removeAll(identifierOf);
    Set<Node> registers = closure(REGISTERS, below);
    registers.addAll(called(reading, used, ".*(scheme|register)"));
    registers.remove(Terms.IN_SCHEME);
    Set<Node> confidences = closure(CONFIDENCES, below);
    confidences.addAll(called(reading, used, "confidence"));
    Set<Node> mappings = closure(MAPPINGS, below);
    mappings.retainAll(used);
    codes.retainAll(used);
    Set<Node> identifies = inverse(identifierOf, reading);
    identifierOf.retainAll(used);
    identifies.retainAll(used);
    Set<Node> labels = new LinkedHashSet<>(Terms.LABELS);
    labels.retainAll(used);
    return new LinkTerms(mappings, codes, identifierOf, identifies, registers, confidences, labels);
  }

  /** All that leads from a thing to what it is called elsewhere, or from an identifier to it. */
  boolean hasIdentifiers() {
    return !identifierOf.isEmpty() || !identifies.isEmpty();
  }

  private static Set<Node> closure(Set<Node> top, List<Triple> below) {
    Set<Node> all = new LinkedHashSet<>(top);
    boolean grown = true;
    while (grown) {
      grown = false;
      for (Triple triple : below) {
        if (all.contains(triple.getObject()) && triple.getSubject().isURI()) {
          grown |= all.add(triple.getSubject());
        }
      }
    }
    return all;
  }

  private static Set<Node> inverse(Set<Node> properties, Reading reading) {
    Set<Node> inverse = new LinkedHashSet<>();
    for (Triple triple : reading.having(iri(OWL + "inverseOf"))) {
      if (properties.contains(triple.getSubject()) && triple.getObject().isURI()) {
        inverse.add(triple.getObject());
      } else if (properties.contains(triple.getObject()) && triple.getSubject().isURI()) {
        inverse.add(triple.getSubject());
      }
    }
    return inverse;
  }

  /** Properties whose last part, or whose English or untagged label, is of a form. */
  private static Set<Node> called(Reading reading, Collection<Node> used, String form) {
    Set<Node> called = new HashSet<>();
    for (Node property : used) {
      String uri = property.getURI();
      String local = uri.substring(Math.max(uri.lastIndexOf('/'), uri.lastIndexOf('#')) + 1);
      if (local.toLowerCase(Locale.ROOT).matches(form)) {
        called.add(property);
      }
    }
    for (Triple label : reading.about(used, Terms.LABELS)) {
      String language =
          label.getObject().isLiteral() ? label.getObject().getLiteralLanguage() : "-";
      boolean english = language.isEmpty() || language.startsWith("en");
      if (english && lower(label.getObject()).matches(form)) {
        called.add(label.getSubject());
      }
    }
    return called;
  }

  private static String lower(Node literal) {
    return literal.getLiteralLexicalForm().toLowerCase(Locale.ROOT);
  }

  private static Set<Node> iris(String... texts) {
    Set<Node> iris = new LinkedHashSet<>();
    for (String text : texts) {
      iris.add(iri(text));
    }
    return iris;
  }

  private static Node iri(String text) {
    return NodeFactory.createURI(text);
  }
}
