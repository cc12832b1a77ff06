package icc.lod.proof;

import java.util.Locale;

/** How a check ended (EARL 1.0 Schema, section 2.6). */
enum Verdict {
  PASSED,
  FAILED,
  /** There is nothing that the check is about. */
  INAPPLICABLE,
  UNTESTED;

  /** As it is written in files, messages and in the vocabulary. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
