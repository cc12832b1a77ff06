package icc.lod.proof;

import icc.lod.catalogue.Harvested;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.ValidationReport;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;

/** What is claimed of the descriptions of a release. */
final class CatalogueChecks {
  private static final String VOID = "http://rdfs.org/ns/void#";
  private static final String SHAPES = "proof/dcat-ap.ttl";

  private CatalogueChecks() {}

  /** DCAT-AP 3.0.1: what is mandatory, and the classes of values. */
  static Result dcatAp(Evidence evidence) {
    Graph catalogue = evidence.harvested().catalogue(origin(evidence.candidate().base()));
    Graph shapes = GraphFactory.createDefaultGraph();
    RDFDataMgr.read(shapes, SHAPES);
    ValidationReport report = ShaclValidator.get().validate(Shapes.parse(shapes), catalogue);
    Tally tally = new Tally("dcat-ap");
    for (ReportEntry entry : report.getEntries()) {
      tally.finding("<%s>: %s".formatted(entry.focusNode(), entry.message()));
    }
    if (catalogue.find().filterKeep(CatalogueChecks::blank).hasNext()) {
      tally.finding("a node is blank");
    }
    return tally
        .figure("datasets", instances(catalogue, "http://www.w3.org/ns/dcat#Dataset"))
        .figure("distributions", instances(catalogue, "http://www.w3.org/ns/dcat#Distribution"))
        .same("listed", evidence.harvested().listed(), "described", described(catalogue))
        .required();
  }

  /** Every file of the dumps has a distribution of its own, or belongs to an archive that has. */
  private static long described(Graph catalogue) {
    return catalogue
        .find(Node.ANY, iri("http://www.w3.org/ns/dcat#downloadURL"), Node.ANY)
        .mapWith(Triple::getObject)
        .toSet()
        .size();
  }

  /** VoID, sections 2 to 5: every count is about something, and partitions add up. */
  static Result voidCounts(Evidence evidence) {
    Harvested harvested = evidence.harvested();
    Graph counts = harvested.statistics();
    Tally tally = new Tally("void");
    for (String count : new String[] {"triples", "classes", "properties"}) {
      if (!counts.contains(harvested.dataset(), iri(VOID + count), Node.ANY)) {
        tally.finding("the data set lacks void:" + count);
      }
    }
    long triples = 0;
    for (Node part : parts(counts, harvested.dataset(), "propertyPartition")) {
      if (!counts.contains(part, iri(VOID + "property"), Node.ANY)) {
        tally.finding("<" + part + "> names no property");
      }
      triples += number(counts, part);
    }
    if (counts.find().filterKeep(CatalogueChecks::blank).hasNext()) {
      tally.finding("a node is blank");
    }
    return tally
        .same("triples", harvested.count("triples"), "by-property", triples)
        .same(
            "properties",
            evidence.survey().properties().size(),
            "void-properties",
            harvested.count("properties"))
        .required();
  }

  private static Set<Node> parts(Graph counts, Node whole, String property) {
    Set<Node> parts = new TreeSet<>(java.util.Comparator.comparing(Node::toString));
    counts.find(whole, iri(VOID + property), Node.ANY).forEach(t -> parts.add(t.getObject()));
    return parts;
  }

  private static long number(Graph counts, Node part) {
    return counts
        .find(part, iri(VOID + "triples"), Node.ANY)
        .nextOptional()
        .map(t -> Long.valueOf(t.getObject().getLiteralLexicalForm()))
        .orElse(0L);
  }

  private static long instances(Graph graph, String type) {
    return graph.find(Node.ANY, RDF.Nodes.type, iri(type)).toList().size();
  }

  private static boolean blank(Triple triple) {
    return triple.getSubject().isBlank() || triple.getObject().isBlank();
  }

  private static String origin(String base) {
    return base.replaceAll("[#/]+$", "");
  }

  private static Node iri(String iri) {
    return NodeFactory.createURI(iri);
  }
}
