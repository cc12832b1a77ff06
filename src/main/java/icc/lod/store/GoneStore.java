package icc.lod.store;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.jena.query.Query;
import org.apache.jena.query.text.TextIndex;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;

/**
 * The store of a release whose triples were somebody else's and are not there any more. What was
 * made of them, such as dumps, is in the release's folder as before. Thread-safe.
 */
public final class GoneStore implements Store {
  private final String message;
  private final Optional<TextIndex> texts;

  /**
   * A store that says why it cannot be read.
   *
   * @param texts the index of its texts, if there is one; closed with the store
   */
  public GoneStore(String message, Optional<TextIndex> texts) {
    this.message = message;
    this.texts = texts;
  }

  @Override
  public <T> T read(Function<DatasetGraph, T> reading) {
    throw StoreUnavailableException.gone(message);
  }

  @Override
  public void query(Query query, Consumer<QueryExec> use) {
    throw StoreUnavailableException.gone(message);
  }

  @Override
  public void query(Query query, Duration limit, Consumer<QueryExec> use) {
    throw StoreUnavailableException.gone(message);
  }

  @Override
  public <T> Optional<T> part(Class<T> type) {
    return texts.filter(type::isInstance).map(type::cast);
  }

  @Override
  public void check() {
    throw StoreUnavailableException.gone(message);
  }

  @Override
  public void close() {
    texts.ifPresent(TextIndex::close);
  }
}
