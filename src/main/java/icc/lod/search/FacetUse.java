package icc.lod.search;

import java.util.List;

/**
 * How much a facet helps in choosing: most where it says something about every thing and splits
 * them evenly into a handful of values.
 *
 * @param tally what was counted
 * @param type what its values are
 * @param score from 0, useless, to 1
 */
record FacetUse(FacetTally tally, FacetType type, double score) {
  private static final double LEAST_COVERAGE = 0.03;
  private static final double THINGS_PER_VALUE = 1.5;
  private static final double HANDFUL = 25;

  /** What a tally over this many things is good for; at most one use, none when for nothing. */
  static List<FacetUse> of(FacetTally tally, int things) {
    return tally.type().stream()
        .map(type -> new FacetUse(tally, type, score(tally, type, things)))
        .filter(use -> use.score() > 0)
        .toList();
  }

  FacetPath path() {
    return tally.candidate().path();
  }

  /** The same, worth less. */
  FacetUse times(double factor) {
    return new FacetUse(tally, type, score * factor);
  }

  /** The values that not every thing has: those tell nothing. */
  List<FacetTally.Counted> values(int things) {
    return telling(tally, type, things);
  }

  private static List<FacetTally.Counted> telling(FacetTally tally, FacetType type, int things) {
    return tally.values(type).stream().filter(value -> value.things() < things).toList();
  }

  private static double score(FacetTally tally, FacetType type, int things) {
    List<FacetTally.Counted> values = telling(tally, type, things);
    double mentions = values.stream().mapToInt(FacetTally.Counted::things).sum();
    double coverage = Math.min(tally.things(type), mentions) / things;
    if (coverage < LEAST_COVERAGE || tally.things(type) < 2) {
      return 0;
    }
    double kind = type == FacetType.TEXT ? 0.6 : 1;
    if (values.size() == 1) {
      // It still tells those that have it from those that have not.
      return coverage > 1 - LEAST_COVERAGE ? 0 : kind * Math.min(coverage, 1 - coverage);
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
    return kind * Math.pow(coverage, 0.6) * balance * brevity;
  }
}
