package icc.lod.linking;

import java.util.List;

/**
 * What is known of one identifier. Public, for the template engine reads it.
 *
 * @param total how many things match; the first of them are told
 * @param nearest what may have been meant, when nothing matches
 */
public record Answer(String asked, long total, List<Match> matches, List<Match> nearest) {
  public Answer {
    matches = List.copyOf(matches);
    nearest = List.copyOf(nearest);
  }

  /** Found, several things, or nothing. */
  public String status() {
    return total == 0 ? "unknown" : total == 1 ? "found" : "several";
  }
}
