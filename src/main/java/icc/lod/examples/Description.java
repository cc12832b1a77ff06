package icc.lod.examples;

import icc.lod.rdf.RdfFormat;
import icc.lod.view.RdfDocument;
import icc.lod.view.Terms;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.graph.GraphFactory;

/**
 * Examples as data: what the release says of them, with the prefixes they declare and the names of
 * their themes, so that a tool needs nothing else to show and run them.
 */
final class Description {
  private static final String SH = "http://www.w3.org/ns/shacl#";
  private static final Set<Node> OWN_PARTS =
      Set.of(NodeFactory.createURI(SH + "prefixes"), NodeFactory.createURI(SH + "declare"));

  private final Graph from;
  private final Graph to = GraphFactory.createDefaultGraph();
  private final Set<Node> described = new HashSet<>();

  private Description(Graph from) {
    this.from = from;
  }

  /** The description of these examples in a syntax. */
  static byte[] write(DatasetGraph dataset, Collection<Entry> entries, RdfFormat syntax) {
    Description description = new Description(dataset.getDefaultGraph());
    for (Entry entry : entries) {
      description.describe(entry.node());
      entry.example().themes().forEach(description::name);
    }
    return RdfDocument.write(description.to, dataset.prefixes().getMapping(), syntax);
  }

  private void describe(Node node) {
    if (!described.add(node)) {
      return;
    }
    for (Triple triple : from.find(node, Node.ANY, Node.ANY).toList()) {
      to.add(triple);
      Node object = triple.getObject();
      if (object.isBlank() || OWN_PARTS.contains(triple.getPredicate())) {
        describe(object);
      }
    }
  }

  private void name(Node theme) {
    for (Node property : Terms.LABELS) {
      from.find(theme, property, Node.ANY).forEachRemaining(to::add);
    }
  }
}
