package icc.lod.search;

import icc.lod.view.Terms;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** Chooses among the facets of a kind: the most useful first, none that says what another says. */
final class FacetRanking {
  /** Fewer things than these are read quicker than filtered. */
  static final int FEWEST_THINGS = 5;

  /** Facets that share a hop say similar things. */
  private static final int MOST_OF_A_HOP = 3;

  /** A thing that can be chosen itself needs no facets of its own. */
  private static final double CHOSEN_ITSELF = 0.2;

  /** What ties a thing to several others, as a participation does, tells much of it. */
  private static final double RELATION = 0.8;

  /** What only belongs to a thing, as an identifier does, tells less. */
  private static final double PART = 0.5;

  private static final double LEAST = 0.05;
  private static final String PROVENANCE = "http://www.w3.org/ns/prov#";

  private final Graph graph;
  private final int things;

  /** A ranking of what was counted over so many things. */
  FacetRanking(Graph graph, int things) {
    this.graph = graph;
    this.things = things;
  }

  /** The best uses, best first. */
  List<FacetUse> best(List<FacetTally> tallies, int most) {
    List<FacetUse> all = new ArrayList<>();
    if (things < FEWEST_THINGS) {
      return all;
    }
    Map<FacetStep, Double> direct = new HashMap<>();
    Map<FacetHop, Integer> ties = new HashMap<>();
    for (FacetTally tally : tallies) {
      for (FacetUse use : FacetUse.of(tally, things)) {
        all.add(use);
        if (use.path().isDirect()) {
          direct.put(use.path().last(), use.score());
        } else if (use.type() == FacetType.THING && !isProvenance(use.path().last())) {
          ties.merge(use.path().hops().get(0), 1, Integer::sum);
        }
      }
    }
    all.replaceAll(use -> weighed(use, direct, ties));
    all.removeIf(use -> use.score() < LEAST);
    all.sort(
        Comparator.comparingDouble((FacetUse use) -> -use.score()).thenComparing(FacetUse::path));
    return chosen(all, most);
  }

  private List<FacetUse> chosen(List<FacetUse> all, int most) {
    Map<FacetHop, Integer> ofHop = new HashMap<>();
    Set<Map<String, Integer>> said = new HashSet<>();
    List<FacetUse> chosen = new ArrayList<>();
    for (FacetUse use : all) {
      if (chosen.size() == most) {
        break;
      }
      List<FacetHop> hops = use.path().hops();
      boolean room = hops.isEmpty() || ofHop.getOrDefault(hops.get(0), 0) < MOST_OF_A_HOP;
      if (room && said.add(counts(use))) {
        chosen.add(use);
        hops.forEach(hop -> ofHop.merge(hop, 1, Integer::sum));
      }
    }
    return chosen;
  }

  /** How many things have each value: two facets where that is the same say the same. */
  private Map<String, Integer> counts(FacetUse use) {
    Map<String, Integer> counts = new HashMap<>();
    use.values(things).forEach(value -> counts.put(value.identity(), value.things()));
    return counts;
  }

  private FacetUse weighed(
      FacetUse use, Map<FacetStep, Double> direct, Map<FacetHop, Integer> ties) {
    double factor = 1;
    for (FacetHop hop : use.path().hops()) {
      boolean back = hop.step().inverse();
      boolean needless =
          (!back && direct.getOrDefault(hop.step(), 0.0) >= CHOSEN_ITSELF)
              || isProvenance(use.path().last())
              || (!back && isProvenance(hop.step()));
      factor *= needless ? 0 : back && ties.getOrDefault(hop, 0) > 1 ? RELATION : PART;
    }
    if (isProvenance(use.path().last())) {
      factor *= 0.4;
    }
    if (factor * use.score() >= LEAST && use.type() == FacetType.THING && !described(use)) {
      factor *= 0.4;
    }
    return use.times(factor);
  }

  /** Whether most values are things the release says something about, so that they have names. */
  private boolean described(FacetUse use) {
    List<FacetTally.Counted> values = use.values(things);
    long known =
        values.stream()
            .filter(
                value ->
                    graph.contains(NodeFactory.createURI(value.identity()), Node.ANY, Node.ANY))
            .count();
    return 2 * known >= values.size();
  }

  /** Where something is known from is said of statements rather than of the thing. */
  private static boolean isProvenance(FacetStep step) {
    return !step.inverse()
        && (step.property().equals(Terms.SOURCE.getURI())
            || step.property().startsWith(PROVENANCE));
  }
}
