package icc.lod.sparql;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import icc.lod.store.Release;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/**
 * Whole answers in memory: a release never changes, so that the same question has the same answer
 * for as long as the release is kept. Bounded by bytes; what is asked most stays. Thread-safe.
 *
 * <p>The same question is the same query as ARQ writes it, whatever blanks and comments it came
 * with, in the same format, of the same release. An answer that was not whole is never here.
 */
final class ResultCache {
  /** RFC 9211: whether this answer was here. */
  static final String HEADER = "Cache-Status";

  static final String HIT = "icc; hit";
  static final String MISS = "icc; fwd=miss";

  /** A larger one would drive out too many others. */
  private static final int LARGEST_PART = 8;

  /** About what an entry costs besides its text and body. */
  private static final int OVERHEAD = 300;

  private final Cache<Key, byte[]> answers;
  private final long most;
  private final LongAdder hits = new LongAdder();
  private final LongAdder misses = new LongAdder();

  /**
   * A question.
   *
   * @param release its tag
   * @param type media type of the answer
   * @param query as ARQ writes it, its data set, prefixes and base included
   */
  record Key(String release, String type, String query) {}

  /** Keeps so many bytes; none if 0. */
  ResultCache(long most) {
    this.most = most;
    this.answers =
        Caffeine.newBuilder()
            .maximumWeight(most)
            .weigher(
                (Key key, byte[] body) ->
                    Math.toIntExact(OVERHEAD + 2L * key.query().length() + body.length))
            .build();
  }

  /** How many questions of those that may be here were. */
  Map<String, Supplier<Number>> counts() {
    return Map.of("hit", hits::sum, "miss", misses::sum);
  }

  /** What a question is known by, if its answer may be kept. */
  Optional<Key> key(Question question, Release release) {
    boolean may =
        most > 0
            && question.query().repeatable()
            && !question.page()
            && !question.query().written().isEmpty();
    return may
        ? Optional.of(
            new Key(release.tag(), question.representation().type(), question.query().written()))
        : Optional.empty();
  }

  /** The answer, if it is here. */
  Optional<byte[]> find(Key key) {
    Optional<byte[]> found = Optional.ofNullable(answers.getIfPresent(key));
    (found.isPresent() ? hits : misses).increment();
    return found;
  }

  /** Keeps a whole answer. */
  void keep(Key key, byte[] body) {
    if (body.length <= most / LARGEST_PART) {
      answers.put(key, body);
    }
  }
}
