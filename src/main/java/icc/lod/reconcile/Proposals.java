package icc.lod.reconcile;

import icc.lod.view.Terms;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/** Which properties the things of a type have, those that most have first. */
final class Proposals {
  private static final int SAMPLE = 100;

  private Proposals() {}

  /** Looks at the first things of some types; without types, all properties there are. */
  static List<Schema.Term> of(Set<String> types, Schema schema, Graph graph) {
    if (types.isEmpty()) {
      return List.copyOf(schema.properties());
    }
    Map<String, Integer> counts = new HashMap<>();
    for (String type : types) {
      var things =
          graph.find(Node.ANY, Terms.TYPE, org.apache.jena.graph.NodeFactory.createURI(type));
      try {
        for (int i = 0; i < SAMPLE && things.hasNext(); i++) {
          Set<String> has = new HashSet<>();
          graph
              .find(things.next().getSubject(), Node.ANY, Node.ANY)
              .mapWith(Triple::getPredicate)
              .forEachRemaining(property -> has.add(property.getURI()));
          has.forEach(property -> counts.merge(property, 1, Integer::sum));
        }
      } finally {
        things.close();
      }
    }
    counts.remove(Terms.TYPE.getURI());
    return counts.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .flatMap(entry -> schema.property(entry.getKey()).stream())
        .toList();
  }
}
