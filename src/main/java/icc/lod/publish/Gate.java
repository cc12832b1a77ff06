package icc.lod.publish;

import icc.lod.rdf.Languages;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.engine.ValidationContext;
import org.apache.jena.shacl.lib.ShLib;
import org.apache.jena.shacl.parser.ShaclParseException;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.validation.Severity;
import org.apache.jena.shacl.validation.VLib;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;

/** The rules a candidate must keep where the sources bring shapes: SHACL and IRI rules. */
final class Gate {
  /** Up to this many triples are validated in memory, about 200 MB; larger data on disk. */
  private static final int IN_MEMORY = 500_000;

  private static final String DANGLING =
      """
      SELECT ?s ?p ?o {
        ?s ?p ?o
        FILTER(isIRI(?o) && STRSTARTS(STR(?o), ?base))
        FILTER NOT EXISTS { ?o ?anyProperty ?anyValue }
      }
      """;
  private static final String UNDEFINED =
      """
      SELECT DISTINCT ?p {
        ?s ?p ?o
        FILTER(STRSTARTS(STR(?p), ?base))
        FILTER NOT EXISTS { ?p ?anyProperty ?anyValue }
      }
      """;

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

  void check(DatasetGraph dataset, Report errors, Report warnings) {
    Graph stored = dataset.getDefaultGraph();
    boolean small = stored.size() <= IN_MEMORY;
    Graph data = small ? copy(stored) : stored;
    try {
      // A store's transaction belongs to its thread; a graph in memory is everybody's.
      for (ReportEntry entry : validate(Shapes.parse(data), data, small)) {
        Report to = Severity.Violation.equals(entry.severity()) ? errors : warnings;
        to.add(finding(entry, data));
      }
    } catch (ShaclParseException e) {
      errors.add(Finding.of("", "shapes", "the shapes cannot be read: " + e.getMessage()));
    }
    dangling(dataset, errors);
    undefined(dataset, errors);
  }

  private static List<ReportEntry> validate(Shapes shapes, Graph data, boolean parallel) {
    Collection<Shape> targets = shapes.getTargetShapes();
    Stream<Shape> stream = parallel ? targets.parallelStream() : targets.stream();
    return stream.flatMap(shape -> entries(shapes, shape, data)).toList();
  }

  private static Stream<ReportEntry> entries(Shapes shapes, Shape shape, Graph data) {
    ValidationContext context = ValidationContext.create(shapes, data);
    for (Node focus : VLib.focusNodes(data, shape)) {
      VLib.validateShape(context, data, shape, focus);
    }
    return context.generateReport().getEntries().stream();
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

  private void dangling(DatasetGraph dataset, Report errors) {
    try (QueryExec exec = bound(dataset, DANGLING)) {
      RowSet rows = exec.select();
      rows.forEachRemaining(
          row ->
              errors.add(
                  Finding.about(
                      row.get("s").isURI() ? row.get("s").getURI() : "",
                      "no-dangling-links",
                      "links by <"
                          + row.get("p").getURI()
                          + "> to <"
                          + row.get("o").getURI()
                          + ">, which nothing describes; describe it or correct the link")));
    }
  }

  private void undefined(DatasetGraph dataset, Report errors) {
    try (QueryExec exec = bound(dataset, UNDEFINED)) {
      exec.select()
          .forEachRemaining(
              row ->
                  errors.add(
                      Finding.about(
                          row.get("p").getURI(),
                          "no-undefined-terms",
                          "is used as a property and not defined; define it in the ontology"
                              + " or correct its name")));
    }
  }

  private QueryExec bound(DatasetGraph dataset, String query) {
    return QueryExec.dataset(dataset)
        .query(query)
        .substitution("base", NodeFactory.createLiteralString(base))
        .build();
  }
}
