package icc.lod.search;

import icc.lod.rdf.EntityIri;
import icc.lod.view.Terms;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDFS;

/**
 * Which properties of a data set give things names besides their labels: the usual ones, those that
 * the data declares to be below a usual one, and those that are called so.
 */
final class NamingProperties {
  /** A longer text is no name, whatever its property is called. */
  private static final int LONGEST_NAME = 160;

  private static final Pattern CALLED_SO = Pattern.compile(".*(?i:name|label|title|alias)s?");

  private static final List<String> USUAL =
      List.of(
          "http://www.w3.org/2004/02/skos/core#altLabel",
          "http://www.w3.org/2004/02/skos/core#hiddenLabel",
          "http://purl.org/dc/terms/alternative",
          "http://schema.org/alternateName",
          "https://schema.org/alternateName",
          "http://schema.org/legalName",
          "https://schema.org/legalName",
          "http://xmlns.com/foaf/0.1/nick",
          "http://www.geonames.org/ontology#alternateName",
          "http://www.geonames.org/ontology#officialName",
          "http://www.w3.org/2008/05/skos-xl#literalForm");

  private final Set<Node> names;

  private NamingProperties(Set<Node> names) {
    this.names = names;
  }

  static NamingProperties of(DatasetGraph dataset) {
    Set<Node> names = new HashSet<>(Terms.LABELS);
    USUAL.forEach(iri -> names.add(NodeFactory.createURI(iri)));
    Deque<Node> open = new ArrayDeque<>(names);
    while (!open.isEmpty()) {
      dataset
          .find(Quad.defaultGraphIRI, Node.ANY, RDFS.Nodes.subPropertyOf, open.removeFirst())
          .forEachRemaining(
              quad -> {
                if (names.add(quad.getSubject())) {
                  open.add(quad.getSubject());
                }
              });
    }
    return new NamingProperties(names);
  }

  boolean isLabel(Node property) {
    return Terms.LABELS.contains(property);
  }

  /** Whether a literal of a property is another name of its subject. */
  boolean isName(Node property, String text) {
    return text.length() <= LONGEST_NAME && (names.contains(property) || isCalledSo(property));
  }

  private static boolean isCalledSo(Node property) {
    return EntityIri.of(property)
        .map(iri -> CALLED_SO.matcher(iri.localName()).matches())
        .orElse(false);
  }
}
