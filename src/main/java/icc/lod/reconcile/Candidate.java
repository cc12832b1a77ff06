package icc.lod.reconcile;

import icc.lod.search.StoredThing;
import java.util.List;

/**
 * A thing that may be the one meant.
 *
 * @param score from 0 to 100
 * @param match whether it is safe to take it without looking
 * @param features what the score was made of
 */
record Candidate(StoredThing thing, double score, boolean match, List<Feature> features) {
  /**
   * One reason for a score (API 0.2, "matching feature").
   *
   * @param value from 0 to 100, or 0 and 1 for what is so or not
   * @param truth whether it is so or not
   */
  record Feature(String id, double value, boolean truth) {
    static Feature of(String id, double value) {
      return new Feature(id, Math.round(value * 10) / 10.0, false);
    }

    static Feature of(String id, boolean value) {
      return new Feature(id, value ? 1 : 0, true);
    }
  }

  Candidate {
    features = List.copyOf(features);
  }

  /** The score of somebody who is sure. */
  static final double MOST = 100;
}
