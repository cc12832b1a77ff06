package icc.lod.store;

import icc.lod.rdf.RdfFormat;
import java.io.OutputStream;
import java.util.Iterator;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFOps;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;

/**
 * Writes a whole data set. Syntaxes with named graphs get each statement in its graphs, and in the
 * default graph only what is in no named graph, so that publishing an export again gives the same
 * release; the others get the default graph, the union of all.
 */
public final class Export {
  private Export() {}

  /** Writes to a stream, which stays open; streams wherever the syntax can be streamed. */
  public static void write(DatasetGraph dataset, RdfFormat format, OutputStream out) {
    if (!StreamRDFWriter.registered(format.lang())) {
      writeWhole(dataset, format, out);
      return;
    }
    StreamRDF stream = StreamRDFWriter.getWriterStream(out, format.lang());
    stream.start();
    dataset.prefixes().forEach((prefix, iri) -> stream.prefix(prefix, iri));
    if (format.quads()) {
      onlyDefault(dataset).forEachRemaining(stream::triple);
      StreamRDFOps.sendQuadsToStream(named(dataset), stream);
    } else {
      StreamRDFOps.sendTriplesToStream(dataset.getDefaultGraph().find(), stream);
    }
    stream.finish();
  }

  private static void writeWhole(DatasetGraph dataset, RdfFormat format, OutputStream out) {
    if (!format.quads()) {
      RDFWriter.source(dataset.getDefaultGraph()).format(format.writer()).output(out);
      return;
    }
    DatasetGraph copy = DatasetGraphFactory.createGeneral();
    Graph rest = copy.getDefaultGraph();
    onlyDefault(dataset).forEachRemaining(rest::add);
    named(dataset).forEachRemaining(copy::add);
    copy.prefixes().putAll(dataset.prefixes());
    RDFWriter.source(copy).format(format.writer()).output(out);
  }

  private static Iterator<Triple> onlyDefault(DatasetGraph dataset) {
    return Iter.filter(
        dataset.getDefaultGraph().find(),
        t -> !dataset.findNG(Node.ANY, t.getSubject(), t.getPredicate(), t.getObject()).hasNext());
  }

  private static Iterator<Quad> named(DatasetGraph dataset) {
    return dataset.findNG(Node.ANY, Node.ANY, Node.ANY, Node.ANY);
  }
}
