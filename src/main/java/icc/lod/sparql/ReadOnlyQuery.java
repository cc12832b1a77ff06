package icc.lod.sparql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.servlets.SPARQL_QueryDataset;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Prologue;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.QueryExecResult;

/**
 * Fuseki's query operation with our time limit and our way of writing results. One for each
 * request.
 */
final class ReadOnlyQuery extends SPARQL_QueryDataset {
  /** Writes the result of a query; within its read transaction. */
  @FunctionalInterface
  interface Writer {
    void write(QueryExecResult result) throws IOException;
  }

  private final Duration limit;
  private final Writer writer;

  ReadOnlyQuery(Duration limit, Writer writer) {
    this.limit = limit;
    this.writer = writer;
  }

  @Override
  protected QueryExec createQueryExec(HttpAction action, Query query, DatasetGraph dataset) {
    return QueryExec.newBuilder()
        .dataset(dataset)
        .query(query)
        .context(action.getContext())
        .timeout(limit.toMillis(), TimeUnit.MILLISECONDS)
        .build();
  }

  @Override
  protected void sendResults(HttpAction action, QueryExecResult result, Prologue prologue) {
    try {
      writer.write(result);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
