package icc.lod.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How much a facet helps in choosing: most where it says something about every thing and splits
 * them evenly into a handful of values.
 *
 * @param tally what was counted
 * @param type what its values are
 * @param score from 0, useless, to 1
 */
record FacetUse(FacetTally tally, FacetType type, double score) {
  /** Fewer things than these are read quicker than filtered. */
  static final int FEWEST_THINGS = 5;

  /** Facets that share a hop say similar things. */
  private static final int MOST_OF_A_HOP = 3;

  private static final double LEAST_COVERAGE = 0.03;
  private static final double THINGS_PER_VALUE = 1.5;
  private static final double HANDFUL = 25;

  /** The best ones of what was counted over this many things, best first. */
  static List<FacetUse> best(List<FacetTally> tallies, int things, int most) {
    List<FacetUse> all = new ArrayList<>();
    tallies.forEach(tally -> of(tally, things).ifPresent(all::add));
    all.sort(
        Comparator.comparingDouble((FacetUse use) -> -use.score())
            .thenComparing(use -> use.tally().candidate().path()));
    Map<FacetHop, Integer> ofHop = new HashMap<>();
    List<FacetUse> best = new ArrayList<>();
    for (FacetUse use : all) {
      List<FacetHop> hops = use.tally().candidate().path().hops();
      boolean room = hops.isEmpty() || ofHop.merge(hops.get(0), 1, Integer::sum) <= MOST_OF_A_HOP;
      if (room && best.size() < most) {
        best.add(use);
      }
    }
    return best;
  }

  /** The values that not every thing has: those tell nothing. */
  List<FacetTally.Counted> values(int things) {
    return telling(tally, type, things);
  }

  private static List<FacetTally.Counted> telling(FacetTally tally, FacetType type, int things) {
    return tally.values(type).stream().filter(value -> value.things() < things).toList();
  }

  private static Optional<FacetUse> of(FacetTally tally, int things) {
    return tally
        .type()
        .map(type -> new FacetUse(tally, type, score(tally, type, things)))
        .filter(use -> use.score() > 0);
  }

  private static double score(FacetTally tally, FacetType type, int things) {
    List<FacetTally.Counted> values = telling(tally, type, things);
    double mentions = values.stream().mapToInt(FacetTally.Counted::things).sum();
    double coverage = Math.min(tally.things(type), mentions) / things;
    if (coverage < LEAST_COVERAGE || tally.things(type) < 2) {
      return 0;
    }
    double weight = tally.candidate().path().isDirect() ? 1 : 0.75;
    if (values.size() == 1) {
      // It still tells those that have it from those that have not.
      return coverage > 1 - LEAST_COVERAGE ? 0 : weight * Math.min(coverage, 1 - coverage);
    }
    if (mentions / values.size() < THINGS_PER_VALUE) {
      return 0;
    }
    double entropy = 0;
    for (FacetTally.Counted value : values) {
      double share = value.things() / mentions;
      entropy -= share * Math.log(share);
    }
    double balance = entropy / Math.log(values.size());
    double brevity = Math.min(1, Math.sqrt(HANDFUL / values.size()));
    return weight * coverage * balance * brevity * (type == FacetType.TEXT ? 0.6 : 1);
  }
}
