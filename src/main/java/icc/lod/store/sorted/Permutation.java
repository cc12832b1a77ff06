package icc.lod.store.sorted;

import java.io.IOException;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;

/**
 * All statements in one order of their columns: for every term that stands first, the sorted pairs
 * of what comes second and third. Two mapped files; thread-safe.
 *
 * <p>A place is the rank of a statement in this order.
 */
final class Permutation {
  private static final int HALF = 32;

  private final IntBuffer starts;
  private final LongBuffer pairs;

  private Permutation(IntBuffer starts, LongBuffer pairs) {
    this.starts = starts;
    this.pairs = pairs;
  }

  /**
   * Maps one.
   *
   * @param name its columns, such as {@code spo}
   * @throws IOException when its files are not of the sizes that the head tells
   */
  static Permutation map(Path folder, String name, SortedHead head) throws IOException {
    IntBuffer starts =
        Mapped.file(startsOf(folder, name), (head.terms() + 1L) * Integer.BYTES).asIntBuffer();
    LongBuffer pairs =
        Mapped.file(pairsOf(folder, name), (long) head.triples() * Long.BYTES).asLongBuffer();
    if (starts.get(0) != 0 || starts.get(head.terms()) != head.triples()) {
      throw new IOException("the index " + name + " is damaged");
    }
    return new Permutation(starts, pairs);
  }

  static Path startsOf(Path folder, String name) {
    return folder.resolve(name + ".starts");
  }

  static Path pairsOf(Path folder, String name) {
    return folder.resolve(name + ".pairs");
  }

  static long pair(int second, int third) {
    return ((long) second << HALF) | third;
  }

  int size() {
    return pairs.limit();
  }

  /** The first place of a term that stands first; what follows its last is that of the next. */
  int start(int first) {
    return starts.get(first);
  }

  int second(int place) {
    return (int) (pairs.get(place) >>> HALF);
  }

  int third(int place) {
    return (int) pairs.get(place);
  }

  long pair(int place) {
    return pairs.get(place);
  }

  /** The first place between two that holds this pair or a later one. */
  int search(int from, int to, long pair) {
    int low = from;
    int high = to;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (pairs.get(middle) < pair) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
