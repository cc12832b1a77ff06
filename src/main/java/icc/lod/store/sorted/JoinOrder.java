package icc.lod.store.sorted;

import static icc.lod.store.sorted.SortedIndex.ANY;

import icc.lod.store.sorted.SortedHead.Predicate;
import java.util.Arrays;

/**
 * In which order patterns are joined: next comes always the one that multiplies rows least. What is
 * known is exact for the terms of a pattern, and for variables that have a value by then the mean
 * over the predicate.
 */
final class JoinOrder {
  /** Rows of patterns that share nothing multiply: rather anything else first. */
  private static final double UNRELATED = 1e6;

  private final SortedIndex index;
  private final TriplePattern[] patterns;
  private final int[] values;
  private final boolean[] bound;
  private final Cursor cursor;

  /**
   * Plans.
   *
   * @param values what variables have already, {@link SortedIndex#ANY} where they have not
   */
  JoinOrder(SortedIndex index, TriplePattern[] patterns, int[] values) {
    this.index = index;
    this.patterns = patterns;
    this.values = values;
    this.bound = new boolean[values.length];
    this.cursor = new Cursor(index);
  }

  /** The patterns in their order. */
  TriplePattern[] order() {
    TriplePattern[] order = patterns.clone();
    for (int i = 0; i < values.length; i++) {
      bound[i] = values[i] != ANY;
    }
    for (int next = 0; next < order.length; next++) {
      int best = next;
      double least = Double.MAX_VALUE;
      for (int each = next; each < order.length; each++) {
        double cost = cost(order[each], next > 0);
        if (cost < least) {
          least = cost;
          best = each;
        }
      }
      TriplePattern chosen = order[best];
      System.arraycopy(order, next, order, next + 1, best - next);
      order[next] = chosen;
      for (int variable : chosen.variables()) {
        if (variable >= 0) {
          bound[variable] = true;
        }
      }
    }
    return order;
  }

  private double cost(TriplePattern pattern, boolean later) {
    double rows = rows(pattern);
    boolean related =
        !later
            || Arrays.stream(pattern.variables()).noneMatch(variable -> variable >= 0)
            || Arrays.stream(pattern.variables()).anyMatch(v -> v >= 0 && bound[v]);
    return related || rows <= 1 ? rows : rows * UNRELATED;
  }

  /** How many statements fit for one row, in the mean. */
  private double rows(TriplePattern pattern) {
    int s = pattern.number(0, values);
    int p = pattern.number(1, values);
    int o = pattern.number(2, values);
    if (s == Terms.NONE || p == Terms.NONE || o == Terms.NONE) {
      return 0;
    }
    cursor.open(s, p, o);
    double rows = cursor.left();
    if (s == ANY && bound(pattern, 0)) {
      rows /= distinct(p, true);
    }
    if (o == ANY && bound(pattern, 2)) {
      rows /= distinct(p, false);
    }
    if (p == ANY && bound(pattern, 1)) {
      rows /= Math.max(1, index.predicates());
    }
    return rows;
  }

  private boolean bound(TriplePattern pattern, int column) {
    int variable = pattern.variables()[column];
    return variable >= 0 && bound[variable];
  }

  private double distinct(int predicate, boolean subjects) {
    int known =
        predicate == ANY
            ? index.terms().size()
            : index
                .predicate(predicate)
                .map(subjects ? Predicate::subjects : Predicate::objects)
                .orElse(1);
    return Math.max(1, known);
  }
}
