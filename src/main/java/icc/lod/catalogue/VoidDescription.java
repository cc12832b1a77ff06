package icc.lod.catalogue;

import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.graph.GraphFactory;

/** The VoID document of a release (W3C Note 2011-03-03): its counts, and where the data is. */
final class VoidDescription {
  private static final List<String> GENERAL =
      List.of("title", "description", "license", "publisher", "created", "issued", "modified");

  private VoidDescription() {}

  static Graph of(Holdings holdings, Site site) {
    Description description = new Description(holdings.metadata());
    Rdf rdf = description.rdf();
    rdf.prefix("void-ext", Rdf.VOID_EXT);
    Node dataset = holdings.metadata().dataset();
    rdf.type(holdings.names().voidDocument(), Rdf.VOID + "DatasetDescription")
        .add(holdings.names().voidDocument(), Rdf.FOAF + "primaryTopic", dataset);
    general(holdings, site, description);
    access(holdings, site, rdf);
    Graph whole = GraphFactory.createDefaultGraph();
    whole.getPrefixMapping().setNsPrefixes(rdf.graph().getPrefixMapping());
    rdf.graph().find().forEachRemaining(whole::add);
    holdings.statistics().find().forEachRemaining(whole::add);
    return whole;
  }

  /** Section 2: what it is, whose, under which licence. */
  private static void general(Holdings holdings, Site site, Description description) {
    Node dataset = holdings.metadata().dataset();
    for (String property : GENERAL) {
      holdings
          .metadata()
          .values(dataset, Rdf.DCT + property)
          .forEach(value -> description.add(dataset, Rdf.DCT + property, value));
    }
    description.texts(dataset, "dataset", holdings.host());
    Dates dates = holdings.dates(dataset);
    description.once(dataset, Rdf.DCT + "issued", Rdf.dateTime(dates.issued()));
    description.once(dataset, Rdf.DCT + "modified", Rdf.dateTime(dates.modified()));
    String version = Integer.toString(holdings.release().number());
    description.add(dataset, Rdf.DCAT + "version", Rdf.string(version));
    if (!site.licence().isEmpty()) {
      description.once(dataset, Rdf.DCT + "license", Rdf.iri(site.licence()));
    }
  }

  /** Section 3: where it is. */
  private static void access(Holdings holdings, Site site, Rdf rdf) {
    Node dataset = holdings.metadata().dataset();
    if (site.answers().test(Services.Kind.SPARQL.path())) {
      rdf.add(dataset, Rdf.VOID + "sparqlEndpoint", Rdf.iri(site.address("/sparql")));
    }
    holdings.dumps().stream()
        .filter(dump -> dump.whole() && dump.content() != Dump.Content.TABLES)
        .map(dump -> Rdf.iri(site.address(DumpRoutes.PATH + dump.name())))
        .forEach(file -> rdf.add(dataset, Rdf.VOID + "dataDump", file));
  }
}
