package icc.lod.store;

import icc.lod.store.Tdb2View.Opened;
import icc.lod.store.sorted.EmptyInputExecutor;
import icc.lod.store.sorted.SortedIndex;
import java.nio.BufferUnderflowException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.query.text.TextIndex;
import org.apache.jena.query.text.TextQuery;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DynamicDatasets;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.QueryExecBuilder;
import org.apache.jena.tdb2.TDBException;

/** An embedded TDB2 store opened on the folder of a finished release. Thread-safe. */
public final class Tdb2Store implements Store {
  static {
    TextFunction.register();
  }

  private final Opened opened;
  private final Optional<SortedIndex> index;
  private volatile boolean doubtful;
  private final Optional<TextIndex> texts;

  private Tdb2Store(Opened opened, Optional<SortedIndex> index, Optional<TextIndex> texts) {
    this.opened = opened;
    this.index = index;
    this.texts = texts;
  }

  /**
   * Opens the TDB2 database in a folder for reading.
   *
   * @throws StoreUnavailableException when the folder holds no readable database
   */
  public static Tdb2Store open(Path folder) {
    return open(folder, Optional.empty());
  }

  /**
   * Opens a database with the text index that {@code text:query} searches; it is closed with the
   * store.
   */
  public static Tdb2Store open(Path folder, Optional<TextIndex> texts) {
    Opened opened = openOrClose(folder, texts);
    DatasetGraph dataset = opened.dataset();
    QC.setFactory(dataset.getContext(), EmptyInputExecutor::new);
    Optional<SortedIndex> index = SortedIndex.install(dataset, SortedIndex.of(folder));
    dataset.getContext().set(ARQ.httpServiceAllowed, false);
    texts.ifPresent(found -> dataset.getContext().set(TextQuery.textIndex, found));
    return new Tdb2Store(opened, index, texts);
  }

  private static Opened openOrClose(Path folder, Optional<TextIndex> texts) {
    try {
      return Tdb2View.open(folder);
    } catch (StoreUnavailableException e) {
      texts.ifPresent(TextIndex::close);
      throw e;
    }
  }

  @Override
  public <T> T read(Function<DatasetGraph, T> reading) {
    DatasetGraph dataset = begin();
    try {
      return reading.apply(dataset);
    } catch (TDBException e) {
      throw unavailable(e);
    } catch (IllegalArgumentException | IndexOutOfBoundsException | BufferUnderflowException e) {
      throw doubtful ? struck(e) : e;
    } catch (VirtualMachineError e) {
      doubtful = true;
      throw e;
    } finally {
      dataset.end();
    }
  }

  /**
   * A way to the default graphs of data sets that {@link #read} gives, for who reads all of them
   * several times: the quickest there is, and whoever uses it profits of what others have read.
   */
  public Function<DatasetGraph, Graph> defaultGraphs() {
    Optional<Graph> sorted = index.map(SortedIndex::graph);
    return dataset -> sorted.orElseGet(dataset::getDefaultGraph);
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
    } catch (IllegalArgumentException | IndexOutOfBoundsException | BufferUnderflowException e) {
      throw doubtful ? struck(e) : e;
    } catch (VirtualMachineError e) {
      doubtful = true;
      throw e;
    } finally {
      dataset.end();
    }
  }

  @Override
  public List<Triple> about(Collection<Node> subjects, Collection<Node> properties) {
    return index.isPresent()
        ? read(data -> index.get().about(subjects, properties))
        : Store.super.about(subjects, properties);
  }

  @Override
  public Set<Node> described(Collection<Node> nodes) {
    return index.isPresent()
        ? read(data -> index.get().described(nodes))
        : Store.super.described(nodes);
  }

  @Override
  public List<Quad> slice(Quad pattern, long offset, int limit) {
    return read(
        data ->
            index
                .filter(found -> pattern.isDefaultGraph())
                .map(found -> found.slice(pattern, offset, limit))
                .orElseGet(() -> Tdb2Slices.slice(data, pattern, offset, limit)));
  }

  @Override
  public long count(Quad pattern) {
    return read(
        data ->
            index
                .filter(found -> pattern.isDefaultGraph())
                .map(found -> found.count(pattern))
                .orElseGet(() -> Tdb2Slices.count(data, pattern)));
  }

  @Override
  public Optional<Map<Node, Map<Node, Long>>> linkedMost(int fewest) {
    return index.map(found -> read(data -> found.linkedMost(fewest)));
  }

  @Override
  public boolean doubtful() {
    return doubtful;
  }

  @Override
  public void check() {
    read(dataset -> dataset.getDefaultGraph().find(Node.ANY, Node.ANY, Node.ANY).hasNext());
  }

  @Override
  public <T> Optional<T> part(Class<T> type) {
    return texts.filter(type::isInstance).map(type::cast);
  }

  @Override
  public void close() {
    opened.close();
    texts.ifPresent(TextIndex::close);
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

  /**
   * An error of the machine in one thread may strike inside a block access, which leaves the end of
   * the mapped buffer where it was for that block (until Jena 6.1): others fail there too. Whoever
   * asks next gets the store opened anew.
   */
  private static StoreUnavailableException struck(RuntimeException cause) {
    return new StoreUnavailableException(
        "The store of the current release is opened anew after an error; try again", cause);
  }

  private static StoreUnavailableException unavailable(RuntimeException cause) {
    return new StoreUnavailableException(
        "The store of the current release cannot be read: " + cause.getMessage(), cause);
  }
}
