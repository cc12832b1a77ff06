package icc.lod.statements;

import icc.lod.rdf.RdfFormat;
import icc.lod.statements.HeldStatements.Held;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;

/** A graph written in the order of its statements, so that equal graphs are equal bytes. */
public final class SortedGraph {
  private SortedGraph() {}

  /** A graph as bytes that depend on nothing but its statements. */
  public static byte[] write(Graph graph, RdfFormat format) {
    Held[] sorted =
        graph
            .find()
            .mapWith(t -> new Held(NQuads.line(t), t, Quad.defaultGraphNodeGenerated))
            .toList()
            .toArray(Held[]::new);
    Arrays.sort(sorted, Comparator.comparing(Held::line, Arrays::compareUnsigned));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      switch (format) {
        case JSON_LD -> jsonLd(sorted, out);
        case N_TRIPLES, N_QUADS -> {
          for (Held statement : sorted) {
            out.write(statement.line());
            out.write('\n');
          }
        }
        default -> {
          Graph ordered = GraphFactory.createDefaultGraph();
          ordered.getPrefixMapping().setNsPrefixes(graph.getPrefixMapping());
          try (Statements all = new HeldStatements(sorted)) {
            for (var next = all.next(); next.isPresent(); next = all.next()) {
              ordered.add(next.get());
            }
          }
          RDFWriter.source(ordered).format(format.writer()).output(out);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static void jsonLd(Held[] sorted, ByteArrayOutputStream out) throws IOException {
    JsonLdWriter writer = new JsonLdWriter(out);
    try (Statements all = new HeldStatements(sorted)) {
      for (var next = all.next(); next.isPresent(); next = all.next()) {
        writer.statement(next.get(), Optional.empty());
      }
    }
    writer.finish();
  }
}
