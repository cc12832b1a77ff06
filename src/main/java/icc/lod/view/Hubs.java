package icc.lod.view;

import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;

/**
 * How often the things are linked that are linked most, by property: to count a hundred thousand
 * links takes a tenth of a second, which no page should take.
 *
 * <p>A store with an index knows them, and an endpoint counts them where they are. Else they are
 * found in two passes over a release, in little memory however large that is: the first keeps a
 * bounded number of counters (Misra and Gries, 1982), and so has all that more than the {@value
 * #COUNTERS}th part of all statements link; the second counts those.
 */
public final class Hubs {
  private static final int COUNTERS = 2000;

  /** Fewer links are counted as quickly when somebody asks. */
  private static final int FEWEST = 1000;

  private final Map<Node, Map<Node, Long>> counts;

  private Hubs(Map<Node, Map<Node, Long>> counts) {
    this.counts = counts;
  }

  public static Hubs of(Reading reading) {
    return new Hubs(reading.linkedMost(FEWEST).orElseGet(() -> counted(reading)));
  }

  private static Map<Node, Map<Node, Long>> counted(Reading reading) {
    Map<Node, Integer> counters = new HashMap<>();
    reading.links((property, object) -> count(object, counters));
    Map<Node, Map<Node, Long>> exact = new HashMap<>();
    counters.keySet().forEach(node -> exact.put(node, new LinkedHashMap<>()));
    reading.links(
        (property, object) -> {
          Map<Node, Long> byProperty = exact.get(object);
          if (byProperty != null) {
            byProperty.merge(property, 1L, Long::sum);
          }
        });
    exact
        .values()
        .removeIf(
            byProperty -> byProperty.values().stream().mapToLong(Long::longValue).sum() < FEWEST);
    return exact;
  }

  private static void count(Node object, Map<Node, Integer> counters) {
    if (counters.containsKey(object) || counters.size() < COUNTERS) {
      counters.merge(object, 1, Integer::sum);
      return;
    }
    for (Iterator<Map.Entry<Node, Integer>> all = counters.entrySet().iterator(); all.hasNext(); ) {
      Map.Entry<Node, Integer> counter = all.next();
      if (counter.getValue() == 1) {
        all.remove();
      } else {
        counter.setValue(counter.getValue() - 1);
      }
    }
  }

  /** How many links with each property lead to a thing, if it is one of those linked most. */
  public Optional<Map<Node, Long>> incoming(Node object) {
    return Optional.ofNullable(counts.get(object));
  }
}
