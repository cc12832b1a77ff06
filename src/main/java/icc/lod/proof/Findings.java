package icc.lod.proof;

import java.util.ArrayList;
import java.util.List;

/** What is wrong in one regard: the first of it, and how much there is. For one thread. */
final class Findings {
  private static final int TOLD = 10;

  private final List<String> told = new ArrayList<>();
  private long total;

  void add(String text) {
    total++;
    if (told.size() < TOLD) {
      told.add(text);
    }
  }

  List<String> told() {
    return List.copyOf(told);
  }

  long total() {
    return total;
  }
}
