package icc.lod.sparql;

import icc.lod.store.Release;
import java.util.List;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.VOID;

/** SPARQL 1.1 Service Description (W3C Recommendation 2013-03-21) of the endpoint. */
final class ServiceDescription {
  private static final String SD = "http://www.w3.org/ns/sparql-service-description#";
  private static final String FORMATS = "http://www.w3.org/ns/formats/";

  private ServiceDescription() {}

  /**
   * Describes the endpoint on one release; all nodes have IRIs.
   *
   * @param endpoint its absolute address
   * @param graphs names of the release's graphs
   */
  static Graph of(String endpoint, Release release, List<String> graphs) {
    Graph graph = GraphFactory.createDefaultGraph();
    graph.getPrefixMapping().setNsPrefix("sd", SD);
    graph.getPrefixMapping().setNsPrefix("void", VOID.NS);
    graph.getPrefixMapping().setNsPrefix("dcterms", DCTerms.NS);
    Node service = iri(endpoint);
    add(graph, service, RDF.type.asNode(), sd("Service"));
    add(graph, service, sd("endpoint"), service);
    add(graph, service, sd("supportedLanguage"), sd("SPARQL11Query"));
    add(graph, service, sd("feature"), sd("UnionDefaultGraph"));
    for (String name :
        List.of(
            "SPARQL_Results_JSON",
            "SPARQL_Results_XML",
            "SPARQL_Results_CSV",
            "SPARQL_Results_TSV",
            "Turtle",
            "JSON-LD",
            "N-Triples",
            "RDF_XML",
            "TriG",
            "N-Quads")) {
      add(graph, service, sd("resultFormat"), iri(FORMATS + name));
    }
    describeDataset(graph, endpoint, release, graphs);
    return graph;
  }

  private static void describeDataset(
      Graph graph, String endpoint, Release release, List<String> graphs) {
    Node service = iri(endpoint);
    Node dataset = iri(endpoint + "#dataset");
    Node defaultGraph = iri(endpoint + "#default-graph");
    add(graph, service, sd("defaultDataset"), dataset);
    add(graph, dataset, RDF.type.asNode(), sd("Dataset"));
    add(graph, dataset, DCTerms.identifier.asNode(), text("release " + release.number()));
    add(
        graph,
        dataset,
        DCTerms.issued.asNode(),
        NodeFactory.createLiteralDT(release.created().toString(), XSDDatatype.XSDdateTime));
    add(graph, dataset, sd("defaultGraph"), defaultGraph);
    add(graph, defaultGraph, RDF.type.asNode(), sd("Graph"));
    add(
        graph,
        defaultGraph,
        VOID.triples.asNode(),
        NodeFactory.createLiteralDT(Long.toString(release.triples()), XSDDatatype.XSDinteger));
    named(graph, endpoint, dataset, graphs);
  }

  private static void named(Graph graph, String endpoint, Node dataset, List<String> graphs) {
    for (int i = 0; i < graphs.size(); i++) {
      Node named = iri(endpoint + "#named-graph-" + (i + 1));
      add(graph, dataset, sd("namedGraph"), named);
      add(graph, named, RDF.type.asNode(), sd("NamedGraph"));
      add(graph, named, sd("name"), iri(graphs.get(i)));
    }
  }

  private static void add(Graph graph, Node subject, Node property, Node object) {
    graph.add(subject, property, object);
  }

  private static Node sd(String name) {
    return iri(SD + name);
  }

  private static Node iri(String iri) {
    return NodeFactory.createURI(iri);
  }

  private static Node text(String text) {
    return NodeFactory.createLiteralString(text);
  }
}
