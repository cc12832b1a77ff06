package icc.lod.publish;

import icc.lod.rdf.Languages;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.QueryException;
import org.apache.jena.shacl.ShaclException;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.lib.ShLib;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.validation.Severity;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;

/** The rules a candidate must keep where the sources bring shapes: SHACL and IRI rules. */
final class Gate {
  /** Up to this many triples are validated in memory, about 200 MB; larger data on disk. */
  private static final int IN_MEMORY = 500_000;

  private final String base;

  Gate(String base) {
    this.base = base;
  }

  /** Whether the sources bring shapes, and so ask to be checked. */
  static boolean isAskedFor(DatasetGraph dataset) {
    Graph graph = dataset.getDefaultGraph();
    return graph.contains(Node.ANY, RDF.type.asNode(), SHACL.NodeShape)
        || Stream.of(
                SHACL.targetClass, SHACL.targetNode, SHACL.targetSubjectsOf, SHACL.targetObjectsOf)
            .anyMatch(target -> graph.contains(Node.ANY, target, Node.ANY));
  }

  Judgement check(DatasetGraph dataset, Report errors, Report warnings) {
    Graph stored = dataset.getDefaultGraph();
    boolean small = stored.size() <= IN_MEMORY;
    Graph data = small ? copy(stored) : stored;
    long shapes = 0;
    long nodes = 0;
    try {
      // A store's transaction belongs to its thread; a graph in memory is everybody's.
      Validation validation = new Validation(Shapes.parse(data), data);
      for (ReportEntry entry : validation.entries(small)) {
        Report to = Severity.Violation.equals(entry.severity()) ? errors : warnings;
        to.add(finding(entry, data));
      }
      shapes = validation.shapes();
      nodes = validation.nodes();
    } catch (ShaclException | QueryException e) {
      errors.add(Finding.of("", "shapes", "the shapes cannot be read: " + e.getMessage()));
    }
    links(data, errors);
    return new Judgement(true, true, shapes, nodes, warnings.total());
  }

  /** SHACL asks for single nodes all the time; memory answers that far faster than an index. */
  private static Graph copy(Graph graph) {
    Graph copy = GraphFactory.createDefaultGraph();
    graph.find().forEachRemaining(copy::add);
    return copy;
  }

  private static Finding finding(ReportEntry entry, Graph shapes) {
    StringBuilder text = new StringBuilder(message(entry, shapes));
    if (entry.resultPath() != null) {
      text.append(" (property ").append(entry.resultPath()).append(')');
    }
    if (entry.value() != null) {
      text.append(" (value ").append(ShLib.displayStr(entry.value())).append(')');
    }
    Node shape = entry.source();
    String rule = shape != null && shape.isURI() ? shape.getURI() : "shacl";
    Node focus = entry.focusNode();
    String entity = focus.isURI() ? focus.getURI() : ShLib.displayStr(focus);
    return Finding.about(entity, rule, text.toString());
  }

  /** The shape's own words in English, where it has any; Jena strings all languages together. */
  private static String message(ReportEntry entry, Graph shapes) {
    if (entry.source() == null) {
      return entry.message();
    }
    List<Node> texts =
        shapes.find(entry.source(), SHACL.message, Node.ANY).mapWith(Triple::getObject).toList();
    return Languages.of().best(texts).map(Node::getLiteralLexicalForm).orElse(entry.message());
  }

  /** Everything named under the base is described: what links lead to, and the properties used. */
  private void links(Graph data, Report errors) {
    Set<Node> properties = new LinkedHashSet<>();
    data.find()
        .forEach(
            triple -> {
              properties.add(triple.getPredicate());
              if (undescribed(triple.getObject(), data)) {
                errors.add(dangling(triple));
              }
            });
    properties.stream()
        .filter(property -> undescribed(property, data))
        .forEach(property -> errors.add(undefined(property)));
  }

  private boolean undescribed(Node node, Graph data) {
    return node.isURI()
        && node.getURI().startsWith(base)
        && !data.contains(node, Node.ANY, Node.ANY);
  }

  private static Finding dangling(Triple triple) {
    String text = "links by <%s> to <%s>, which nothing describes; describe it or correct the link";
    return Finding.about(
        triple.getSubject().isURI() ? triple.getSubject().getURI() : "",
        "no-dangling-links",
        text.formatted(triple.getPredicate().getURI(), triple.getObject().getURI()));
  }

  private static Finding undefined(Node property) {
    return Finding.about(
        property.getURI(),
        "no-undefined-terms",
        "is used as a property and not defined; define it in the ontology or correct its name");
  }
}
