package icc.lod.sparql;

import icc.lod.rdf.RdfFormat;
import java.io.OutputStream;
import org.apache.jena.query.Query;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.rowset.RowSetWriter;
import org.apache.jena.riot.rowset.RowSetWriterRegistry;
import org.apache.jena.riot.system.StreamRDFOps;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.exec.QueryExecResult;
import org.apache.jena.sparql.util.Context;

/** Writes results in the formats of programs. */
final class ResultWriter {
  private ResultWriter() {}

  static void rows(QueryExecResult result, RowFormat format, OutputStream out) {
    RowSetWriter writer = RowSetWriterRegistry.getFactory(format.lang()).create(format.lang());
    if (result.isBoolean()) {
      writer.write(out, result.booleanResult(), Context.emptyContext());
    } else {
      writer.write(out, result.rowSet(), Context.emptyContext());
    }
  }

  static void graph(QueryExecResult result, Query query, RdfFormat format, OutputStream out) {
    DatasetGraph dataset =
        result.isGraph() ? DatasetGraphFactory.wrap(result.graph()) : result.dataset();
    if (format == RdfFormat.N_TRIPLES || format == RdfFormat.N_QUADS) {
      StreamRDFOps.datasetToStream(dataset, StreamRDFWriter.getWriterStream(out, format.lang()));
      return;
    }
    query.getPrefixMapping().getNsPrefixMap().forEach(dataset.prefixes()::add);
    if (format.quads()) {
      RDFWriter.source(dataset).format(format.writer()).output(out);
    } else {
      RDFWriter.source(dataset.getDefaultGraph()).format(format.writer()).output(out);
    }
  }
}
