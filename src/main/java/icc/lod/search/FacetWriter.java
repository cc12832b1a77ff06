package icc.lod.search;

import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** Writes one facet with its values; {@link KindReader} reads it. */
final class FacetWriter {
  private final Graph graph;
  private final KindWriter writer;

  FacetWriter(Graph graph, KindWriter writer) {
    this.graph = graph;
    this.writer = writer;
  }

  /**
   * Writes a facet.
   *
   * @param rows number of the hop's rows, negative for none
   * @param size how many things the kind has
   */
  void write(FacetUse use, String name, int rows, int size) throws IOException {
    DataOutputStream out = writer.facets();
    FacetPath path = use.tally().candidate().path();
    KindStream.writeText(out, name);
    KindStream.writeText(out, use.type().name());
    out.writeBoolean(use.tally().single(use.type()));
    step(path.last());
    out.writeInt(path.hops().size());
    for (FacetHop hop : path.hops()) {
      step(hop.step());
      KindStream.writeText(out, hop.through());
    }
    out.writeInt(rows);
    List<Node> names = KindNames.of(graph, NodeFactory.createURI(path.last().property()));
    KindStream.writeNodes(out, names.isEmpty() ? use.tally().candidate().names() : names);
    KindStream.writeNodes(out, middle(path));
    values(use, size);
  }

  private void step(FacetStep step) throws IOException {
    KindStream.writeText(writer.facets(), step.property());
    writer.facets().writeBoolean(step.inverse());
  }

  /** What the thing in between is called: its class, else the property that leads there. */
  private List<Node> middle(FacetPath path) {
    return path.hops().stream()
        .map(hop -> hop.through().isEmpty() ? hop.step().property() : hop.through())
        .flatMap(iri -> KindNames.of(graph, NodeFactory.createURI(iri)).stream())
        .toList();
  }

  private void values(FacetUse use, int size) throws IOException {
    List<FacetTally.Counted> values = use.values(size);
    Map<String, String> keys =
        FacetNames.keys(use.type(), values.stream().map(FacetTally.Counted::identity).toList());
    DataOutputStream out = writer.facets();
    out.writeInt(values.size());
    for (FacetTally.Counted value : values) {
      KindStream.writeText(out, keys.getOrDefault(value.identity(), value.identity()));
      KindStream.writeText(out, value.identity());
      KindStream.writeNodes(out, value.terms());
      KindStream.writeNodes(
          out,
          use.type() == FacetType.THING
              ? KindNames.of(graph, NodeFactory.createURI(value.identity()))
              : List.of());
      out.writeInt(value.things());
      writer.block(writer.bitmap(value.rows()));
    }
  }
}
