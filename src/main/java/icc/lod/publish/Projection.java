package icc.lod.publish;

import java.io.IOException;

/**
 * Something derived from a candidate before it goes live: an index, dumps, statistics. It writes
 * into the candidate's folder, so that data and what is derived from it can never disagree.
 */
public interface Projection {
  /**
   * Its name and, after a slash, the version of what it writes. A release made without it, or by
   * another version, is made anew although its sources did not change.
   */
  String name();

  /** Whether it reads what others derive, and so comes after them. */
  default boolean last() {
    return false;
  }

  /**
   * Derives. The candidate has passed the gate; it must not be held on to.
   *
   * @throws IOException when it cannot be written; the candidate is given up
   * @throws RefusedException when the candidate must not be published
   */
  void project(Candidate candidate) throws IOException;
}
