package icc.lod.search;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How near one name comes to another.
 *
 * @param how in which way
 * @param similarity from 0 to 1
 * @param edits how many letters differ, by spelling or sound, whichever is less
 */
public record NameMatch(How how, double similarity, int edits) {
  /** Nothing alike. */
  public static final NameMatch NONE = new NameMatch(How.NEAR, 0, Integer.MAX_VALUE);

  /** The ways in which names match, the surest first. */
  public enum How {
    /** The same words, case and accents aside. */
    EXACT,
    /** The same sound in another script, transliteration or national spelling. */
    SOUND,
    /** The same words in another order, or with words that only say what sort of thing it is. */
    WORDS,
    /** Some letters or words differ. */
    NEAR
  }

  private static final double SOUND = 0.97;
  private static final double WORDS = 0.94;

  /** Names that share less than this are not alike. */
  private static final double LEAST = 0.35;

  /** Compares what was asked with a name. */
  public static NameMatch of(Spelling asked, Spelling name) {
    if (asked.isEmpty() || name.isEmpty()) {
      return NONE;
    }
    if (asked.whole().equals(name.whole())) {
      return new NameMatch(How.EXACT, 1, 0);
    }
    if (asked.sounds(name)) {
      return new NameMatch(How.SOUND, SOUND, 0);
    }
    if (together(asked).equals(together(name))) {
      return new NameMatch(How.WORDS, WORDS, 0);
    }
    Spelling a = asked.telling();
    Spelling b = name.telling();
    if (!a.isEmpty() && sorted(a).equals(sorted(b))) {
      return new NameMatch(How.WORDS, WORDS, 0);
    }
    return near(asked, name);
  }

  /** The same match, found only after words were left out or put aside. */
  public NameMatch weaker(double share) {
    How weaker = how == How.NEAR ? How.NEAR : How.WORDS;
    return new NameMatch(weaker, similarity * share, edits);
  }

  private static NameMatch near(Spelling asked, Spelling name) {
    int plain = distance(asked.whole(), name.whole());
    double written = share(plain, asked.whole(), name.whole());
    int sounding = distance(asked.key(), name.key());
    double sound = SOUND * share(sounding, asked.key(), name.key());
    double best = Math.max(0.96 * Math.max(written, sound), contained(asked, name));
    return best < LEAST ? NONE : new NameMatch(How.NEAR, best, Math.min(plain, sounding));
  }

  /** One name is part of the other: the more of it, the nearer. */
  private static double contained(Spelling asked, Spelling name) {
    Set<String> a = new HashSet<>(asked.telling().words());
    Set<String> b = new HashSet<>(name.telling().words());
    Set<String> common = new HashSet<>(a);
    common.retainAll(b);
    if (common.isEmpty()) {
      return 0;
    }
    boolean whole = common.size() == a.size() || common.size() == b.size();
    double share = (double) letters(common) / Math.max(letters(a), letters(b));
    return whole ? 0.6 + 0.3 * share : 0.8 * share;
  }

  private static int letters(Set<String> words) {
    return words.stream().mapToInt(String::length).sum();
  }

  private static double share(int distance, String a, String b) {
    int longest = Math.max(a.length(), b.length());
    return longest == 0 ? 0 : 1 - (double) distance / longest;
  }

  private static List<String> sorted(Spelling name) {
    return name.words().stream().sorted().toList();
  }

  private static String together(Spelling name) {
    return String.join("", name.words());
  }

  /** Letters to put in, take out, change or swap with their neighbour (optimal alignment). */
  static int distance(String a, String b) {
    int[] before = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(change, 1 + Math.min(last[j], row[j - 1]));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          row[j] = Math.min(row[j], before[j - 2] + 1);
        }
      }
      int[] free = before;
      before = last;
      last = row;
      row = free;
    }
    return last[b.length()];
  }
}
