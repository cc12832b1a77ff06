package icc.lod.search;

import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How a word sounds, roughly, whatever the script and the country that spells it: Ужгород and
 * Uzhhorod, Чернігів and Tschernihiw, Вроцлав and Wrocław have the same key.
 *
 * <p>Other scripts are put into Latin letters by ICU; then the spellings of one sound in the
 * national, Polish, German and English ways of writing become one letter. Two names of different
 * sound may share a key: it ranks below what is written the same.
 */
final class NameKey {
  private static final Transliterator LATIN =
      Transliterator.getInstance("Any-Latin; Latin-ASCII; Lower");

  /** From, to; in this order, for a longer spelling holds shorter ones. */
  private static final String[] SOUNDS = {
    "tsch", "c", "shch", "s", "szcz", "s", "sch", "s", "cz", "c", "ch", "c", "tz", "c", "ts", "c",
    "zh", "z", "sh", "s", "sz", "s", "kh", "h", "th", "t", "ph", "f", "ck", "k", "qu", "kv", "x",
    "ks", "w", "v", "oe", "o", "ue", "u", "g", "h", "ya", "a", "ja", "a", "ia", "a", "yu", "u",
    "ju", "u", "iu", "u", "ye", "e", "je", "e", "yo", "o", "jo", "o", "y", "i", "j", "i"
  };

  private static final Remembered<String> KEYS = new Remembered<>();

  private NameKey() {}

  /** The key of a folded word; empty when it has neither letters nor digits. */
  static String of(String word) {
    return KEYS.of(word, NameKey::made);
  }

  private static String made(String word) {
    String latin =
        word.chars().allMatch(c -> c < 128)
            ? word.toLowerCase(Locale.ROOT)
            : LATIN.transliterate(word);
    String sounds = latin;
    for (int i = 0; i < SOUNDS.length; i += 2) {
      sounds = sounds.replace(SOUNDS[i], SOUNDS[i + 1]);
    }
    StringBuilder key = new StringBuilder(sounds.length());
    for (int i = 0; i < sounds.length(); i++) {
      char c = sounds.charAt(i);
      boolean doubled = key.length() > 0 && key.charAt(key.length() - 1) == c;
      if (Character.isDigit(c) || (Character.isLetter(c) && !doubled)) {
        key.append(c);
      }
    }
    return key.toString();
  }

  /** The key where ch is spoken as in Polish and German: Charkiw is Kharkiv, Chișinău has a c. */
  static String other(List<String> words) {
    return String.join(
        " ", of(words.stream().map(word -> word.replaceAll("(?<![st])ch", "kh")).toList()));
  }

  /** The keys of words that have one. */
  static List<String> of(List<String> words) {
    List<String> keys = new ArrayList<>();
    for (String word : words) {
      String key = of(word);
      if (!key.isEmpty()) {
        keys.add(key);
      }
    }
    return keys;
  }
}
