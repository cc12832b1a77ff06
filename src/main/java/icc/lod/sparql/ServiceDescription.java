package icc.lod.sparql;

import icc.lod.rdf.RdfFormat;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.VOID;

/**
 * The description of the service (SPARQL 1.1 Service Description, section 3): only what is true of
 * it. Its nodes have addresses, for blank nodes of a description fetched twice would be four.
 */
final class ServiceDescription {
  private static final String SD = "http://www.w3.org/ns/sparql-service-description#";
  private static final String FORMATS = "http://www.w3.org/ns/formats/";
  private static final List<String> RESULT_FORMATS =
      List.of(
          "SPARQL_Results_JSON",
          "SPARQL_Results_XML",
          "SPARQL_Results_CSV",
          "SPARQL_Results_TSV",
          "Turtle",
          "N-Triples",
          "RDF_XML",
          "JSON-LD",
          "TriG",
          "N-Quads");

  private final String address;
  private final ReleaseNotes notes;
  private final SparqlSettings settings;
  private final Graph graph = GraphFactory.createDefaultGraph();

  private ServiceDescription(String address, ReleaseNotes notes, SparqlSettings settings) {
    this.address = address;
    this.notes = notes;
    this.settings = settings;
  }

  /** The description of the endpoint at an absolute address. */
  static byte[] bytes(
      String address, ReleaseNotes notes, SparqlSettings settings, RdfFormat syntax) {
    ServiceDescription description = new ServiceDescription(address, notes, settings);
    description.service();
    description.dataset();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    RDFWriter.source(description.graph).format(syntax.writer()).output(out);
    return out.toByteArray();
  }

  private void service() {
    graph.getPrefixMapping().setNsPrefix("sd", SD).setNsPrefix("void", VOID.NS);
    graph.getPrefixMapping().setNsPrefix("dct", DCTerms.NS).setNsPrefix("format", FORMATS);
    Node service = here("service");
    add(service, RDF.type.asNode(), sd("Service"));
    add(service, sd("endpoint"), NodeFactory.createURI(address));
    add(service, sd("supportedLanguage"), sd("SPARQL10Query"));
    add(service, sd("supportedLanguage"), sd("SPARQL11Query"));
    for (String format : RESULT_FORMATS) {
      add(service, sd("resultFormat"), NodeFactory.createURI(FORMATS + format));
    }
    if (notes.union()) {
      add(service, sd("feature"), sd("UnionDefaultGraph"));
    }
    add(service, sd("defaultDataset"), here("dataset"));
    add(service, DCTerms.title.asNode(), NodeFactory.createLiteralLang("SPARQL endpoint", "en"));
    add(service, DCTerms.description.asNode(), limits());
  }

  private Node limits() {
    String text =
        "Read-only. A query may work for %s seconds, ask for %d MiB of memory in all and be %d"
            + " bytes long; one that exceeds a limit is answered by an error, never by a part of"
            + " its result. No connection to other services is opened. The default graph holds all"
            + " data of release %d.";
    return NodeFactory.createLiteralLang(
        text.formatted(
            SparqlRoutes.seconds(settings.queryTimeout()),
            settings.queryMemory() >> 20,
            settings.maxQueryBytes(),
            notes.release().number()),
        "en");
  }

  private void dataset() {
    Node dataset = here("dataset");
    add(dataset, RDF.type.asNode(), sd("Dataset"));
    add(dataset, DCTerms.modified.asNode(), instant());
    add(dataset, sd("defaultGraph"), here("default-graph"));
    graph(here("default-graph"), notes.triples());
    int number = 0;
    for (Map.Entry<String, Long> named : notes.graphs().entrySet()) {
      number++;
      Node entry = here("named-graph-" + number);
      add(dataset, sd("namedGraph"), entry);
      add(entry, RDF.type.asNode(), sd("NamedGraph"));
      add(entry, sd("name"), NodeFactory.createURI(named.getKey()));
      add(entry, sd("graph"), here("graph-" + number));
      graph(here("graph-" + number), named.getValue());
    }
  }

  private Node instant() {
    return NodeFactory.createLiteralDT(
        notes.release().created().toString(), XSDDatatype.XSDdateTime);
  }

  private void graph(Node node, long triples) {
    add(node, RDF.type.asNode(), sd("Graph"));
    add(
        node,
        VOID.triples.asNode(),
        NodeFactory.createLiteralDT(Long.toString(triples), XSDDatatype.XSDinteger));
  }

  private void add(Node subject, Node predicate, Node object) {
    graph.add(subject, predicate, object);
  }

  private Node here(String name) {
    return NodeFactory.createURI(address + "#" + name);
  }

  private static Node sd(String name) {
    return NodeFactory.createURI(SD + name);
  }
}
