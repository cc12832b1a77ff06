package icc.lod.publish;

import icc.lod.rdf.Example;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSetOps;

/** Runs the example queries on a candidate: each must parse and give at least what it promises. */
final class ExampleQueries {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private ExampleQueries() {}

  static void check(DatasetGraph dataset, Report errors) {
    List<Example> examples = Example.all(dataset.getDefaultGraph());
    for (Example example : examples) {
      try {
        run(dataset, example, errors);
      } catch (QueryCancelledException e) {
        errors.add(
            failed(example, "takes longer than " + LIMIT.toSeconds() + " s; make it cheaper"));
      } catch (QueryException e) {
        errors.add(failed(example, "is not a valid query: " + e.getMessage()));
      }
    }
  }

  private static void run(DatasetGraph dataset, Example example, Report errors) {
    Query query = QueryFactory.create(example.text());
    try (QueryExec exec =
        QueryExec.dataset(dataset)
            .query(query)
            .timeout(LIMIT.toMillis(), TimeUnit.MILLISECONDS)
            .build()) {
      long results = results(query, exec);
      if (results < example.minimum()) {
        errors.add(
            failed(
                example,
                "gives " + results + " results, at least " + example.minimum() + " are promised"));
      }
    }
  }

  private static long results(Query query, QueryExec exec) {
    if (query.isAskType()) {
      return exec.ask() ? 1 : 0;
    }
    if (query.isSelectType()) {
      return RowSetOps.count(exec.select());
    }
    return query.isDescribeType() ? exec.describe().size() : exec.construct().size();
  }

  private static Finding failed(Example example, String message) {
    return Finding.about(example.iri(), "example", message);
  }
}
