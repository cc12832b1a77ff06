package icc.lod.reconcile;

import icc.lod.reconcile.Candidate.Feature;
import icc.lod.search.NameMatch;
import icc.lod.search.NameMatch.How;
import icc.lod.search.StoredThing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What speaks for and against one thing.
 *
 * @param name how its best name matches; none when nothing was asked by name
 * @param otherScript whether that name is written in another script than the one asked for
 * @param identified whether it was asked for by an identifier
 * @param sure whether that identifier can mean nothing else
 * @param context whether it links to what stood beside the name; nothing when nothing stood there
 * @param conditions what is known of it, by property, as far as the release says
 * @param ownIdentifier whether one of the conditions that are met identifies it
 * @param rank its place among what the index found
 */
record Judgement(
    StoredThing thing,
    NameMatch name,
    boolean otherScript,
    boolean identified,
    boolean sure,
    OptionalDouble context,
    Map<String, OptionalDouble> conditions,
    boolean ownIdentifier,
    int rank) {
  /** What is left of a score when a property says otherwise. */
  private static final double CONTRADICTED = 0.45;

  private static final double UNKNOWN = 0.9;

  private static final double ALIKE = 0.4;

  /** Candidates this near in score are rivals. */
  private static final double NEAR = 6;

  double score() {
    double base = identified ? (sure ? 1 : 0.95) : name.similarity();
    if (ownIdentifier) {
      base = Math.max(base, 0.9 + 0.1 * base);
    }
    return Candidate.MOST * base * agreement();
  }

  /** The product of what all conditions leave of a score. */
  private double agreement() {
    double left = 1;
    for (OptionalDouble each : evidence()) {
      double factor = each.isEmpty() ? UNKNOWN : CONTRADICTED + (1 - CONTRADICTED) * met(each);
      left *= factor;
    }
    return left;
  }

  /** Nearly alike is as good; little alike is nothing. */
  private static double met(OptionalDouble agreement) {
    double value = agreement.orElse(0);
    return value >= 0.95 ? 1 : value >= Evidence.AGREES ? 0.9 : 0.3 * value;
  }

  private List<OptionalDouble> evidence() {
    List<OptionalDouble> all = new ArrayList<>(conditions.values());
    if (context.isPresent()) {
      all.add(context);
    }
    return all;
  }

  boolean contradicted() {
    return evidence().stream().anyMatch(e -> e.isPresent() && e.getAsDouble() < Evidence.AGREES);
  }

  /** Whether something besides the name speaks for it. */
  boolean confirmed() {
    return evidence().stream().anyMatch(e -> e.isPresent() && e.getAsDouble() >= Evidence.AGREES);
  }

  /**
   * Whether it may be taken unseen if it has no rival: the name is the same, or sounds the same and
   * is confirmed, or an identifier says so; and nothing contradicts. A name that only comes near is
   * never enough, for towns of nearly the same name lie in the same country.
   */
  boolean safe() {
    if (contradicted()) {
      return false;
    }
    if (sure || ownIdentifier) {
      // An identifier beside quite another name may be that of another row.
      return sure || name.similarity() >= ALIKE;
    }
    boolean open = evidence().isEmpty() || confirmed();
    return open
        && switch (name.how()) {
          case EXACT -> true;
          case SOUND -> confirmed() || otherScript;
          case WORDS -> confirmed();
          case NEAR -> false;
        };
  }

  /** Whether another thing could be meant as well. */
  boolean rivals(Judgement best) {
    return best.score() - score() < NEAR
        || (!contradicted() && !best.confirmed() && !best.sure() && name.how() == How.EXACT);
  }

  List<Feature> features(boolean typed, boolean alone) {
    List<Feature> features = new ArrayList<>();
    features.add(Feature.of("name_similarity", 100 * name.similarity()));
    features.add(Feature.of("name_exact", name.how() == How.EXACT));
    features.add(Feature.of("name_sound", name.how() == How.EXACT || name.how() == How.SOUND));
    features.add(Feature.of("identifier", identified || ownIdentifier));
    context.ifPresent(met -> features.add(Feature.of("context", met >= Evidence.AGREES)));
    conditions.forEach(
        (pid, met) -> met.ifPresent(m -> features.add(Feature.of("property:" + pid, 100 * m))));
    if (typed) {
      features.add(Feature.of("type", true));
    }
    features.add(Feature.of("alone", alone));
    return features;
  }
}
