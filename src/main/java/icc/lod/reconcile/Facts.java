package icc.lod.reconcile;

import icc.lod.search.NameSearch;
import icc.lod.search.Spelling;
import icc.lod.search.StoredThing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * What a release says, as far as one batch of queries needs it, read once: rows of a table repeat
 * their countries, and candidates repeat. For one thread, within one reading of the store.
 */
final class Facts {
  private static final int KEPT = 5000;
  private static final int MOST_STATEMENTS = 500;

  private final Graph graph;
  private final NameSearch names;
  private final Map<Node, List<Triple>> about = kept();
  private final Map<Node, Optional<StoredThing>> things = kept();
  private final Map<String, Spelling> spellings = kept();

  Facts(Graph graph, NameSearch names) {
    this.graph = graph;
    this.names = names;
  }

  Graph graph() {
    return graph;
  }

  NameSearch names() {
    return names;
  }

  /** The statements about a thing, at most some hundreds. */
  List<Triple> about(Node thing) {
    return recall(about, thing, this::statements);
  }

  /** What the index holds of a thing. */
  Optional<StoredThing> thing(Node node) {
    return recall(
        things,
        node,
        n -> n.isURI() ? names.things(List.of(n.getURI())).stream().findFirst() : Optional.empty());
  }

  Spelling spelling(String text) {
    return recall(spellings, text, Spelling::of);
  }

  private List<Triple> statements(Node thing) {
    List<Triple> statements = new ArrayList<>();
    var found = graph.find(thing, Node.ANY, Node.ANY);
    try {
      while (found.hasNext() && statements.size() < MOST_STATEMENTS) {
        statements.add(found.next());
      }
    } finally {
      found.close();
    }
    return List.copyOf(statements);
  }

  private static <K, V> V recall(Map<K, V> kept, K key, Function<K, V> making) {
    V known = kept.get(key);
    if (known != null) {
      return known;
    }
    V made = making.apply(key);
    kept.put(key, made);
    return made;
  }

  /** The oldest goes when there are too many. */
  private static <K, V> Map<K, V> kept() {
    return new LinkedHashMap<>(64, 0.75f, true) {
      private static final long serialVersionUID = 1L;

      @Override
      protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > KEPT;
      }
    };
  }
}
