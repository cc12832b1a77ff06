package icc.lod.store.sorted;

import java.io.IOException;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.Objects;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.nodetable.NodeTable;
import org.jspecify.annotations.Nullable;

/**
 * The terms of the default graph by their numbers, which are the ranks of their TDB2 ids. What was
 * read lately is kept, a term a place, so that what is looked at again and again is not decoded
 * again. Thread-safe, inside a read transaction.
 */
final class Terms {
  static final String FILE = "terms";

  /** Stands for a term that is in no statement of the default graph. */
  static final int NONE = -2;

  private static final int KEPT = 1 << 16;

  /** Some 80 MB, in the rare case that TDB2 does not keep these nodes anyway. */
  private static final int MANY = 1 << 19;

  /** Immutable, so that threads may pass it on by a race. */
  private record Known(int number, Node term, @Nullable NodeValue value, double amount) {}

  private final LongBuffer ids;
  private final NodeTable nodes;
  private final @Nullable Known[] known;
  private final Languages languages;
  private final Kinds kinds;

  private Terms(LongBuffer ids, Kinds kinds, NodeTable nodes, int kept) {
    this.ids = ids;
    this.kinds = kinds;
    this.nodes = nodes;
    this.known = new Known[Math.min(kept, Integer.highestOneBit(Math.max(1, ids.limit())) << 1)];
    this.languages = new Languages(ids.limit(), this::term);
  }

  /** The same terms for who reads the whole graph, of which more are kept. */
  Terms keepingMany() {
    return new Terms(ids, kinds, nodes, MANY);
  }

  static Terms map(Path folder, SortedHead head, NodeTable nodes) throws IOException {
    long size = (long) head.terms() * Long.BYTES;
    return new Terms(
        Mapped.file(folder.resolve(FILE), size).asLongBuffer(),
        Kinds.map(folder, head),
        nodes,
        KEPT);
  }

  int size() {
    return ids.limit();
  }

  /** The number of a term, or {@link #NONE}. */
  int number(Node term) {
    return term.isConcrete() ? number(nodes.getNodeIdForNode(term)) : NONE;
  }

  int number(NodeId id) {
    if (NodeId.isDoesNotExist(id)) {
      return NONE;
    }
    int rank = NodeIds.rank(ids, NodeIds.number(id));
    return rank < 0 ? NONE : rank;
  }

  NodeId id(int number) {
    return NodeIds.id(ids.get(number));
  }

  Node term(int number) {
    return known(number).term();
  }

  private Known known(int number) {
    int place = number & (known.length - 1);
    Known kept = known[place];
    if (kept != null && kept.number() == number) {
      return kept;
    }
    Known read = new Known(number, nodes.getNodeForNodeId(id(number)), null, Double.NaN);
    known[place] = read;
    return read;
  }

  /** A term as a value to reckon with; kept beside the term, as making it can take long. */
  NodeValue value(int number) {
    return Objects.requireNonNull(reckoned(number).value());
  }

  /**
   * A number as the nearest double, which tells larger from smaller where two are not the same; not
   * a number for whatever is no integer, decimal or double.
   */
  double amount(int number) {
    return reckoned(number).amount();
  }

  private Known reckoned(int number) {
    Known kept = known(number);
    if (kept.value() != null) {
      return kept;
    }
    NodeValue value = TermValues.of(kept.term(), NodeId.isInline(id(number)));
    Known reckoned = new Known(number, kept.term(), value, TermValues.amount(value));
    known[number & (known.length - 1)] = reckoned;
    return reckoned;
  }

  Kinds kinds() {
    return kinds;
  }

  /** What LANG says of a term; null of what has no language, not even an empty one. */
  @Nullable String language(int number) {
    return kinds.isLiteral(number) ? languages.of(number) : null;
  }
}
