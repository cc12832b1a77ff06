package icc.lod.publish;

import icc.lod.rdf.Example;
import icc.lod.store.Store;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
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

  /** Runs all of them, side by side; each has a read of its own. */
  static void check(Store store, Report errors) {
    List<Example> examples = store.read(dataset -> Example.all(dataset.getDefaultGraph()));
    examples.parallelStream()
        .map(example -> store.read(dataset -> fault(dataset, example)))
        .flatMap(Optional::stream)
        .toList()
        .forEach(errors::add);
  }

  private static Optional<Finding> fault(DatasetGraph dataset, Example example) {
    try {
      long results = results(dataset, example);
      return results >= example.minimum()
          ? Optional.empty()
          : failed(
              example,
              "gives " + results + " results, at least " + example.minimum() + " are promised");
    } catch (QueryCancelledException e) {
      return failed(example, "takes longer than " + LIMIT.toSeconds() + " s; make it cheaper");
    } catch (QueryException e) {
      return failed(example, "is not a valid query: " + e.getMessage());
    }
  }

  private static long results(DatasetGraph dataset, Example example) {
    Query query = QueryFactory.create(example.text());
    try (QueryExec exec =
        QueryExec.dataset(dataset)
            .query(query)
            .timeout(LIMIT.toMillis(), TimeUnit.MILLISECONDS)
            .build()) {
      return results(query, exec);
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

  private static Optional<Finding> failed(Example example, String message) {
    return Optional.of(Finding.about(example.iri(), "example", message));
  }
}
