package icc.lod.store.sorted;

import static icc.lod.store.sorted.SortedIndex.ANY;

/**
 * Walks over the statements that match a pattern of numbers, in the order that fits it best. To be
 * opened again and again; not thread-safe.
 */
final class Cursor {
  /** Which column of a statement stands first, second and third. */
  private enum Order {
    SPO,
    POS,
    OPS
  }

  private final SortedIndex index;
  private Permutation rows;
  private Order order = Order.SPO;
  private int place;
  private int end;
  private int first;
  private int wanted;
  private boolean whole;

  Cursor(SortedIndex index) {
    this.index = index;
    this.rows = index.spo();
  }

  /** Sets out for the statements with these terms; {@link SortedIndex#ANY} is any. */
  void open(int s, int p, int o) {
    whole = false;
    wanted = ANY;
    if (s == Terms.NONE || p == Terms.NONE || o == Terms.NONE) {
      place = -1;
      end = 0;
    } else if (s != ANY) {
      if (p == ANY && o != ANY && size(index.ops(), o) < size(index.spo(), s)) {
        block(index.ops(), Order.OPS, o, ANY, s);
      } else {
        block(index.spo(), Order.SPO, s, p, o);
      }
    } else if (o != ANY) {
      block(index.ops(), Order.OPS, o, p, ANY);
    } else if (p != ANY) {
      block(index.pos(), Order.POS, p, ANY, ANY);
    } else {
      all(Order.SPO);
    }
  }

  /** Sets out for all statements, those with the same term in this column one after the other. */
  void openBy(int column) {
    wanted = ANY;
    all(Order.values()[column]);
  }

  private void all(Order by) {
    order = by;
    rows =
        switch (by) {
          case SPO -> index.spo();
          case POS -> index.pos();
          case OPS -> index.ops();
        };
    whole = true;
    first = -1;
    place = -1;
    end = rows.size();
  }

  /**
   * Which column stands second: what has the same term there is one run, once the first is given.
   */
  int secondColumn() {
    return order == Order.POS ? 2 : 1;
  }

  /** Goes to the last statement of those that are alike in the first column, or in two. */
  int passRun(boolean two) {
    int from = place;
    place =
        (two
                ? rows.search(place, end, Permutation.pair(rows.second(place) + 1, 0))
                : rows.start(first + 1))
            - 1;
    return place - from + 1;
  }

  /** Goes to the last statement. */
  int passAll() {
    int from = place;
    place = end - 1;
    return end - from;
  }

  private static int size(Permutation rows, int term) {
    return rows.start(term + 1) - rows.start(term);
  }

  private void block(Permutation of, Order by, int one, int two, int three) {
    rows = of;
    order = by;
    first = one;
    place = of.start(one);
    end = of.start(one + 1);
    if (two != ANY) {
      int most = three == ANY ? 0 : three;
      place = of.search(place, end, Permutation.pair(two, most));
      end =
          three == ANY
              ? of.search(place, end, Permutation.pair(two + 1, 0))
              : place < end && of.pair(place) == Permutation.pair(two, three) ? place + 1 : place;
    } else {
      wanted = three;
    }
    place--;
  }

  /** Goes to the next statement, if there is one. */
  boolean next() {
    while (++place < end) {
      if (wanted == ANY || rows.third(place) == wanted) {
        while (whole && rows.start(first + 1) <= place) {
          first++;
        }
        return true;
      }
    }
    return false;
  }

  /**
   * How many there are from here on, at most; exactly, unless a subject and an object are given.
   */
  int left() {
    return end - place - 1;
  }

  /** Whether {@link #left} is only a bound. */
  boolean picks() {
    return wanted != ANY;
  }

  int subject() {
    return switch (order) {
      case SPO -> first;
      case POS, OPS -> rows.third(place);
    };
  }

  int predicate() {
    return order == Order.POS ? first : rows.second(place);
  }

  int object() {
    return switch (order) {
      case SPO -> rows.third(place);
      case POS -> rows.second(place);
      case OPS -> first;
    };
  }

  /** Passes over so many statements. */
  void skip(long many) {
    if (wanted == ANY) {
      place = (int) Math.min(end - 1L, place + many);
    } else {
      for (long i = 0; i < many && next(); i++) {
        // Each is looked at.
      }
    }
  }
}
