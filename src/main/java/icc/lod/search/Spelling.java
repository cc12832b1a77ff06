package icc.lod.search;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A name as it is compared: folded words, and how they sound.
 *
 * @param text as written
 * @param words folded: no case, no accents
 * @param whole the words with single spaces
 * @param key how the whole sounds, in any script; may be empty
 * @param otherKey the same where ch is spoken as kh
 */
public record Spelling(String text, List<String> words, String whole, String key, String otherKey) {
  /** A longer text is no name; comparing costs the square of its length. */
  private static final int LONGEST = 300;

  public Spelling {
    words = List.copyOf(words);
  }

  /** Takes a name apart. */
  public static Spelling of(String text) {
    String name = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    return of(name, Analysis.PLAIN.terms(name));
  }

  private static Spelling of(String text, List<String> words) {
    return new Spelling(
        text,
        words,
        String.join(" ", words),
        String.join(" ", NameKey.of(words)),
        NameKey.other(words));
  }

  /** The same without some words; without any when all are among them. */
  public Spelling without(Set<String> some) {
    List<String> left = words.stream().filter(word -> !some.contains(word)).toList();
    return left.size() == words.size() ? this : of(text, left);
  }

  /** Whether it sounds like another name. */
  boolean sounds(Spelling other) {
    return !key.isEmpty()
        && (key.equals(other.key) || otherKey.equals(other.key) || key.equals(other.otherKey));
  }

  /** Whether it says nothing that can be compared. */
  public boolean isEmpty() {
    return words.isEmpty();
  }

  /** Whether its letters are of another script than those of another name. */
  public boolean otherScript(Spelling other) {
    return !scripts(whole).equals(scripts(other.whole));
  }

  private static Set<Character.UnicodeScript> scripts(String text) {
    Set<Character.UnicodeScript> scripts = new TreeSet<>();
    text.codePoints()
        .filter(Character::isLetter)
        .forEach(letter -> scripts.add(Character.UnicodeScript.of(letter)));
    return scripts;
  }

  /** The words without those that say nothing by themselves, such as articles. */
  public Spelling telling() {
    return without(SearchWords.empty());
  }
}
