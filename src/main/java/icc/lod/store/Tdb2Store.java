package icc.lod.store;

import icc.lod.store.Tdb2View.Opened;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DynamicDatasets;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.QueryExecBuilder;
import org.apache.jena.tdb2.TDBException;

/** An embedded TDB2 store opened on the folder of a finished release. Thread-safe. */
public final class Tdb2Store implements Store {
  private final Opened opened;

  private Tdb2Store(Opened opened) {
    this.opened = opened;
  }

  /**
   * Opens the TDB2 database in a folder for reading.
   *
   * @throws StoreUnavailableException when the folder holds no readable database
   */
  public static Tdb2Store open(Path folder) {
    Opened opened = Tdb2View.open(folder);
    DatasetGraph dataset = opened.dataset();
    QC.setFactory(dataset.getContext(), EmptyInputExecutor::new);
    dataset.getContext().set(ARQ.httpServiceAllowed, false);
    return new Tdb2Store(opened);
  }

  @Override
  public <T> T read(Function<DatasetGraph, T> reading) {
    DatasetGraph dataset = begin();
    try {
      return reading.apply(dataset);
    } catch (TDBException e) {
      throw unavailable(e);
    } finally {
      dataset.end();
    }
  }

  @Override
  public void query(Query query, Consumer<QueryExec> use) {
    query(query, Optional.empty(), use);
  }

  @Override
  public void query(Query query, Duration limit, Consumer<QueryExec> use) {
    query(query, Optional.of(limit), use);
  }

  private void query(Query query, Optional<Duration> limit, Consumer<QueryExec> use) {
    DatasetGraph dataset = begin();
    QueryExecBuilder builder =
        QueryExec.dataset(described(query, dataset)).query(withoutGraphs(query));
    limit.ifPresent(time -> builder.timeout(time.toMillis(), TimeUnit.MILLISECONDS));
    try (QueryExec exec = builder.build()) {
      use.accept(exec);
    } catch (TDBException e) {
      throw unavailable(e);
    } finally {
      dataset.end();
    }
  }

  @Override
  public void check() {
    read(dataset -> dataset.getDefaultGraph().find(Node.ANY, Node.ANY, Node.ANY).hasNext());
  }

  @Override
  public void close() {
    opened.close();
  }

  /**
   * Jena describes things out of the whole data set, whatever graphs the query names: for DESCRIBE
   * the data set is cut down before.
   */
  private static DatasetGraph described(Query query, DatasetGraph dataset) {
    return query.isDescribeType() && query.hasDatasetDescription()
        ? DynamicDatasets.dynamicDataset(query.getDatasetDescription(), dataset, false)
        : dataset;
  }

  private static Query withoutGraphs(Query query) {
    if (!query.isDescribeType() || !query.hasDatasetDescription()) {
      return query;
    }
    Query plain = query.cloneQuery();
    plain.getGraphURIs().clear();
    plain.getNamedGraphURIs().clear();
    return plain;
  }

  private DatasetGraph begin() {
    DatasetGraph dataset = opened.dataset();
    try {
      dataset.begin(ReadWrite.READ);
    } catch (RuntimeException e) {
      throw unavailable(e);
    }
    return dataset;
  }

  private static StoreUnavailableException unavailable(RuntimeException cause) {
    return new StoreUnavailableException(
        "The store of the current release cannot be read: " + cause.getMessage(), cause);
  }
}
