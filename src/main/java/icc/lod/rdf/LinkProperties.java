package icc.lod.rdf;

import java.util.HashSet;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/**
 * Which properties lead to other data. Types and what else names terms do not, for those are told
 * as vocabularies; nor do pages to be read: a web site is not a data set. For one thread while it
 * learns.
 */
public final class LinkProperties {
  private static final String FOAF = "http://xmlns.com/foaf/0.1/";
  private static final String VCARD = "http://www.w3.org/2006/vcard/ns#";
  private static final String DCAT = "http://www.w3.org/ns/dcat#";
  private static final String SHACL = "http://www.w3.org/ns/shacl#";

  private static final Set<String> PAGES =
      Set.of(
          FOAF + "page",
          FOAF + "homepage",
          FOAF + "weblog",
          FOAF + "workplaceHomepage",
          FOAF + "isPrimaryTopicOf",
          FOAF + "depiction",
          FOAF + "img",
          FOAF + "logo",
          "http://schema.org/url",
          "https://schema.org/url",
          "http://schema.org/image",
          "https://schema.org/image",
          VCARD + "hasURL",
          DCAT + "landingPage",
          DCAT + "accessURL",
          DCAT + "downloadURL");

  private static final Set<String> TERMS =
      Set.of(
          RDF.type.getURI(),
          RDFS.subClassOf.getURI(),
          RDFS.subPropertyOf.getURI(),
          RDFS.domain.getURI(),
          RDFS.range.getURI(),
          OWL.NS + "equivalentClass",
          OWL.NS + "equivalentProperty",
          OWL.NS + "inverseOf");

  private final Set<String> pages = new HashSet<>(PAGES);

  /** Learns from a statement of a vocabulary what else leads to pages. */
  public void learn(Triple triple) {
    if (triple.getPredicate().equals(RDFS.Nodes.subPropertyOf)
        && triple.getSubject().isURI()
        && triple.getObject().isURI()
        && PAGES.contains(triple.getObject().getURI())) {
      pages.add(triple.getSubject().getURI());
    }
  }

  /** Whether a property leads to other data. */
  public boolean leads(Node property) {
    String iri = property.getURI();
    return !pages.contains(iri) && !TERMS.contains(iri) && !iri.startsWith(SHACL);
  }
}
