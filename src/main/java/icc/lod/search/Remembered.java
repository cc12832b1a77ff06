package icc.lod.search;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a function gave lately for a word, a word a place: texts repeat their words, and what makes
 * forms and keys of them takes a hundred times as long as looking here. Thread-safe.
 *
 * @param <T> an immutable result
 */
final class Remembered<T> {
  private static final int PLACES = 1 << 15;

  /** Immutable, so that threads may pass it on by a race. */
  private record Known<T>(String word, T result) {}

  private final @Nullable Known<T>[] known = places();

  @SuppressWarnings({"unchecked", "rawtypes"}) // arrays know no parameters
  private static <T> @Nullable Known<T>[] places() {
    return new Known[PLACES];
  }

  /** What the function gives for a word; the same one, each time. */
  T of(String word, Function<String, T> function) {
    int hash = word.hashCode();
    int place = (hash ^ (hash >>> 16)) & (PLACES - 1);
    Known<T> kept = known[place];
    if (kept != null && kept.word().equals(word)) {
      return kept.result();
    }
    T result = function.apply(word);
    known[place] = new Known<>(word, result);
    return result;
  }
}
