package icc.lod.store;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.QueryExec;

/**
 * The triples of one release, read-only.
 *
 * <p>Thread-safe. Every method throws {@link StoreUnavailableException} when the store cannot be
 * read, never an empty answer.
 */
public interface Store extends AutoCloseable {
  /** More blank nodes than any description needs: a guard against a graph that is all blank. */
  int MOST_BLANK_NODES = 10_000;

  /**
   * Reads the data set: the default graph is the union of all data, named graphs as published. The
   * data set is valid only inside the call; what is returned must not hold on to it.
   */
  <T> T read(Function<DatasetGraph, T> reading);

  /**
   * Executes a query within one consistent view of the data. The execution is handed over unstarted
   * so that the caller sets its limits; it is closed when the call returns.
   */
  void query(Query query, Consumer<QueryExec> use);

  /**
   * The same within a limit of time, after which the execution is told to end. What heeds no such
   * word, a regular expression that backtracks, works on: who must be back in time does not wait.
   *
   * @throws QueryCancelledException when it is not done in time
   */
  void query(Query query, Duration limit, Consumer<QueryExec> use);

  /**
   * All that is said of things, and of the blank nodes this leads to (a concise bounded
   * description): what is said of a thing comes before what is said of its blank nodes.
   */
  default List<Triple> describing(Collection<Node> subjects) {
    return read(data -> described(data.getDefaultGraph(), subjects));
  }

  /** What is said of things by these properties. */
  default List<Triple> about(Collection<Node> subjects, Collection<Node> properties) {
    return read(
        data -> {
          Graph graph = data.getDefaultGraph();
          List<Triple> statements = new ArrayList<>();
          for (Node subject : subjects) {
            for (Node property : properties) {
              graph.find(subject, property, Node.ANY).forEachRemaining(statements::add);
            }
          }
          return statements;
        });
  }

  /** Those of the nodes of which something is said. */
  default Set<Node> described(Collection<Node> nodes) {
    return read(
        data -> {
          Graph graph = data.getDefaultGraph();
          Set<Node> described = new HashSet<>(nodes);
          described.removeIf(node -> !graph.contains(node, Node.ANY, Node.ANY));
          return described;
        });
  }

  private static List<Triple> described(Graph graph, Collection<Node> subjects) {
    List<Triple> statements = new ArrayList<>();
    Set<Node> seen = new HashSet<>();
    Deque<Node> waiting = new ArrayDeque<>(subjects);
    while (!waiting.isEmpty() && seen.size() <= MOST_BLANK_NODES) {
      for (Iterator<Triple> found = graph.find(waiting.remove(), Node.ANY, Node.ANY);
          found.hasNext(); ) {
        Triple triple = found.next();
        statements.add(triple);
        if (triple.getObject().isBlank() && seen.add(triple.getObject())) {
          waiting.add(triple.getObject());
        }
      }
    }
    return statements;
  }

  /**
   * A part of the statements that match a pattern, by their place in an order that never changes.
   *
   * @param pattern its graph is a named graph or {@link Quad#defaultGraphIRI}; {@link Node#ANY}
   *     matches anything elsewhere
   */
  default List<Quad> slice(Quad pattern, long offset, int limit) {
    return read(
        data -> {
          Iterator<Quad> found = matching(data, pattern);
          for (long i = 0; i < offset && found.hasNext(); i++) {
            found.next();
          }
          List<Quad> slice = new ArrayList<>();
          while (slice.size() < limit && found.hasNext()) {
            slice.add(found.next());
          }
          return slice;
        });
  }

  /** How many statements match such a pattern. */
  default long count(Quad pattern) {
    return read(data -> Iter.count(matching(data, pattern)));
  }

  private static Iterator<Quad> matching(DatasetGraph data, Quad pattern) {
    return data.find(
        pattern.getGraph(), pattern.getSubject(), pattern.getPredicate(), pattern.getObject());
  }

  /** What was opened with the store besides its triples, such as a text index; closed with it. */
  default <T> Optional<T> part(Class<T> type) {
    return Optional.empty();
  }

  /**
   * Whether a reader met an error of the virtual machine, such as a stack overflow. It can leave a
   * lock of the store's caches taken for ever, so that nobody should be sent there any more.
   */
  default boolean doubtful() {
    return false;
  }

  /**
   * Whether the triples are at another server, so that to have something counted there is quicker
   * than to read it all.
   */
  default boolean elsewhere() {
    return false;
  }

  /** Reads one triple, to find out whether the store answers. */
  void check();

  @Override
  void close();
}
