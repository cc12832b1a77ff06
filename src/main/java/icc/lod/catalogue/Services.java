package icc.lod.catalogue;

import org.apache.jena.graph.Node;

/** The services that give access to the data, of those the ones that this server has. */
final class Services {
  /** What kinds there are. */
  enum Kind {
    SPARQL("/sparql", "https://www.w3.org/TR/sparql11-protocol/"),
    FRAGMENTS(
        "/fragments", "https://linkeddatafragments.org/specification/triple-pattern-fragments/"),
    LDES("/ldes", "https://w3id.org/ldes/specification"),
    RECONCILE(
        "/reconcile",
        "https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/");

    private final String path;
    private final String standard;

    Kind(String path, String standard) {
      this.path = path;
      this.standard = standard;
    }

    String path() {
      return path;
    }
  }

  private Services() {}

  /** Describes a service (DCAT-AP 3.0.1, Data Service). */
  static Node describe(Kind kind, Names names, Site site, Description description) {
    String name = kind.path().substring(1);
    Node service = names.inCatalogue(name);
    Node address = Rdf.iri(site.address(kind.path()));
    description
        .rdf()
        .type(service, Rdf.DCAT + "DataService")
        .type(address, Rdf.RDFS + "Resource")
        .add(service, Rdf.DCT + "identifier", Rdf.string(service.getURI()))
        .add(service, Rdf.DCAT + "endpointURL", address)
        .add(service, Rdf.DCAT + "endpointDescription", address)
        .add(service, Rdf.DCT + "conformsTo", Rdf.iri(kind.standard))
        .add(service, Rdf.DCT + "accessRights", Concepts.authority("access-right", "PUBLIC"));
    description.texts(service, name, "");
    description.document(service, Rdf.DCAT + "landingPage", site.address(kind.path()));
    return service;
  }
}
