package icc.lod.fragments;

import icc.lod.rdf.RdfFormat;
import icc.lod.view.RdfDocument;
import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.graph.GraphFactory;

/**
 * A fragment in an RDF syntax. Where there are graphs its controls have one of their own; where
 * there are none they stand beside the statements, as the specification has it.
 */
final class FragmentDocument {
  private FragmentDocument() {}

  static byte[] write(
      Fragment fragment,
      Graph controls,
      Node graph,
      Map<String, String> prefixes,
      RdfFormat format) {
    Map<String, String> all = new HashMap<>(prefixes);
    for (int i = 0; i < FragmentControls.PREFIXES.size(); i += 2) {
      all.put(FragmentControls.PREFIXES.get(i), FragmentControls.PREFIXES.get(i + 1));
    }
    if (!format.quads()) {
      Graph both = GraphFactory.createDefaultGraph();
      fragment.statements().forEach(statement -> both.add(statement.triple()));
      controls.find().forEachRemaining(both::add);
      return RdfDocument.write(both, all, format);
    }
    DatasetGraph data = DatasetGraphFactory.create();
    fragment.quads().forEach(data::add);
    controls
        .find()
        .forEachRemaining(t -> data.add(graph, t.getSubject(), t.getPredicate(), t.getObject()));
    data.prefixes().putAll(PrefixMapFactory.create(used(data, all)));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    RDFWriter.source(data).format(format.writer()).output(out);
    return out.toByteArray();
  }

  /** A release knows many prefixes, and a page should not list all. */
  private static Map<String, String> used(DatasetGraph data, Map<String, String> prefixes) {
    Set<String> iris = new HashSet<>();
    data.find()
        .forEachRemaining(
            quad ->
                List.of(quad.getGraph(), quad.getSubject(), quad.getPredicate(), quad.getObject())
                    .forEach(node -> iris.add(iri(node))));
    Map<String, String> used = new HashMap<>(prefixes);
    used.values().removeIf(namespace -> iris.stream().noneMatch(i -> i.startsWith(namespace)));
    return used;
  }

  private static String iri(Node node) {
    return node.isURI() ? node.getURI() : node.isLiteral() ? node.getLiteralDatatypeURI() : "";
  }
}
