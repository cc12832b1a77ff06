package icc.lod.changes;

import icc.lod.rdf.RdfFormat;
import icc.lod.statements.JsonLdWriter;
import icc.lod.statements.NQuads;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;

/**
 * Writes pages of members in the syntaxes that have named graphs. The quads come by graph and
 * subject and are written in that order, so that a page is the same bytes whenever it is asked for.
 */
final class FeedSyntax {
  /** In the order of preference. */
  static final List<RdfFormat> ALL = List.of(RdfFormat.TRIG, RdfFormat.JSON_LD, RdfFormat.N_QUADS);

  private FeedSyntax() {}

  static byte[] write(List<Quad> quads, RdfFormat format) {
    try {
      return switch (format) {
        case TRIG -> trig(quads);
        case JSON_LD -> jsonLd(quads);
        default -> nQuads(quads);
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] nQuads(List<Quad> quads) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (Quad quad : quads) {
      out.write(
          quad.isDefaultGraph()
              ? NQuads.line(quad.asTriple())
              : NQuads.line(quad.asTriple(), quad.getGraph()));
      out.write('\n');
    }
    return out.toByteArray();
  }

  /** Lines of N-Triples are TriG, outside graphs and inside (RDF 1.2 TriG, section 2). */
  private static byte[] trig(List<Quad> quads) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Node graph = Quad.defaultGraphIRI;
    for (Quad quad : quads) {
      if (!quad.getGraph().equals(graph)) {
        String end = Quad.isDefaultGraph(graph) ? "" : "}\n";
        graph = quad.getGraph();
        out.write((end + NQuads.written(graph) + " {\n").getBytes(StandardCharsets.UTF_8));
      }
      out.write(NQuads.line(quad.asTriple()));
      out.write('\n');
    }
    if (!Quad.isDefaultGraph(graph)) {
      out.write("}\n".getBytes(StandardCharsets.UTF_8));
    }
    return out.toByteArray();
  }

  private static byte[] jsonLd(List<Quad> quads) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    JsonLdWriter writer = new JsonLdWriter(out);
    for (Quad quad : quads) {
      writer.statement(
          quad.asTriple(), quad.isDefaultGraph() ? Optional.empty() : Optional.of(quad.getGraph()));
    }
    writer.finish();
    return out.toByteArray();
  }
}
