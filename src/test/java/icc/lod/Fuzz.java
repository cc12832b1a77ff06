package icc.lod;

import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Tuple;

/**
 * Tries a reader of strangers' texts with what strangers might write: a moment in every build, as
 * long as wanted with {@code -Dicc.fuzz.seconds=1800}. What a long run finds becomes a test.
 */
public final class Fuzz {
  private static final String SECONDS = "icc.fuzz.seconds";
  private static final int SIZE = 1000;

  private Fuzz() {}

  /** Tries until the time is over; the first text that fails is named. */
  public static void run(String what, Arbitrary<String> texts, Consumer<String> target) {
    RandomGenerator<String> generator = texts.generator(SIZE);
    boolean quick = !System.getProperties().containsKey(SECONDS);
    long seed = quick ? 1 : System.nanoTime();
    long end = System.nanoTime() + Long.getLong(SECONDS, 1) * 1_000_000_000L;
    Random random = new Random(seed);
    long tries = 0;
    for (; System.nanoTime() < end; tries++) {
      String text = generator.next(random).value();
      try {
        target.accept(text);
      } catch (RuntimeException | Error e) {
        throw new AssertionError("Seed " + seed + ", try " + tries + ": " + escaped(text), e);
      }
    }
    System.out.printf("%s: %,d texts tried%n", what, tries);
  }

  /** Whole examples, pieces of them, words that matter, and any characters, in any order. */
  public static Arbitrary<String> texts(List<String> examples, String... words) {
    Arbitrary<String> whole = Arbitraries.of(examples);
    Arbitrary<String> piece =
        whole.flatMap(
            text ->
                Arbitraries.integers()
                    .between(0, text.length())
                    .tuple2()
                    .map(ends -> text.substring(min(ends), max(ends))));
    Arbitrary<String> any = Arbitraries.strings().all().ofMaxLength(4);
    Arbitrary<String> part =
        Arbitraries.frequencyOf(
            Tuple.of(2, whole),
            Tuple.of(4, piece),
            Tuple.of(8, Arbitraries.of(words)),
            Tuple.of(2, any));
    Arbitrary<String> joint = Arbitraries.of("", "", " ");
    return part.list().ofMaxSize(12).flatMap(parts -> joint.map(j -> String.join(j, parts)));
  }

  private static int min(Tuple.Tuple2<Integer, Integer> ends) {
    return Math.min(ends.get1(), ends.get2());
  }

  private static int max(Tuple.Tuple2<Integer, Integer> ends) {
    return Math.max(ends.get1(), ends.get2());
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      escaped.append(c >= ' ' && c <= '~' ? String.valueOf(c) : "\\u%04x".formatted((int) c));
    }
    return escaped + "\"";
  }
}
