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
    Node document = holdings.names().voidDocument();
    Node dataset = holdings.metadata().dataset();
    rdf.type(document, Rdf.VOID + "DatasetDescription")
        .add(document, Rdf.FOAF + "primaryTopic", dataset);
    Concepts.text("dataset", Rdf.DCT + "title", holdings.host())
        .forEach(
            title -> {
              if (holdings.metadata().values(dataset, Rdf.DCT + "title").isEmpty()) {
                description.add(dataset, Rdf.DCT + "title", title);
              }
            });
    for (String property : GENERAL) {
      holdings
          .metadata()
          .values(dataset, Rdf.DCT + property)
          .forEach(value -> description.add(dataset, Rdf.DCT + property, value));
    }
    Dates dates = holdings.dates(dataset);
    description.once(dataset, Rdf.DCT + "issued", Rdf.dateTime(dates.issued()));
    description.once(dataset, Rdf.DCT + "modified", Rdf.dateTime(dates.modified()));
    rdf.add(
        dataset, Rdf.DCAT + "version", Rdf.string(Integer.toString(holdings.release().number())));
    if (!site.licence().isEmpty()) {
      description.once(dataset, Rdf.DCT + "license", Rdf.iri(site.licence()));
    }
    if (site.answers().test(Services.Kind.SPARQL.path())) {
      rdf.add(dataset, Rdf.VOID + "sparqlEndpoint", Rdf.iri(site.address("/sparql")));
    }
    holdings.dumps().stream()
        .filter(dump -> dump.whole() && dump.content() != Dump.Content.TABLES)
        .forEach(
            dump ->
                rdf.add(
                    dataset,
                    Rdf.VOID + "dataDump",
                    Rdf.iri(site.address(DumpRoutes.PATH + dump.name()))));
    Graph whole = GraphFactory.createDefaultGraph();
    whole.getPrefixMapping().setNsPrefixes(rdf.graph().getPrefixMapping());
    rdf.graph().find().forEachRemaining(whole::add);
    holdings.statistics().find().forEachRemaining(whole::add);
    return whole;
  }
}
