package icc.lod.search;

import icc.lod.search.Analysis.Token;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.uk.UkrainianMorfologikAnalyzer;

/**
 * What somebody searches for, taken apart.
 *
 * @param words in the order written
 */
record SearchWords(List<Word> words) {
  /** Nobody types more, and each costs a search of its own. */
  static final int MOST_WORDS = 32;

  /** A word of many meanings has more lemmas than are worth a search each. */
  private static final int MOST_FORMS = 4;

  /** In characters. */
  static final int LONGEST = 300;

  private static final CharArraySet EMPTY = stopWords();

  private static final Set<String> EMPTY_TEXTS =
      EMPTY.stream()
          .map(word -> word instanceof char[] chars ? new String(chars) : word.toString())
          .collect(java.util.stream.Collectors.toUnmodifiableSet());

  /**
   * A word.
   *
   * @param plain folded
   * @param forms folded, with stem and lemmas
   * @param key how it sounds; may be empty
   * @param empty whether it says nothing by itself, such as an article
   */
  record Word(String plain, Set<String> forms, String key, boolean empty) {}

  SearchWords {
    words = List.copyOf(words);
  }

  static SearchWords of(String text) {
    Map<Integer, Set<String>> forms = new TreeMap<>();
    for (Token token : Analysis.FORMS.tokens(text)) {
      forms.computeIfAbsent(token.start(), start -> new LinkedHashSet<>()).add(token.term());
    }
    List<Word> words = new ArrayList<>();
    for (Token token : Analysis.PLAIN.tokens(text)) {
      Set<String> all = new LinkedHashSet<>(Set.of(token.term()));
      forms.getOrDefault(token.start(), Set.of()).stream().limit(MOST_FORMS).forEach(all::add);
      boolean empty = EMPTY.contains(token.term());
      words.add(new Word(token.term(), all, NameKey.of(token.term()), empty));
    }
    return new SearchWords(words);
  }

  /** Words that say nothing by themselves, such as articles. */
  static Set<String> empty() {
    return EMPTY_TEXTS;
  }

  boolean isEmpty() {
    return words.isEmpty();
  }

  String whole() {
    return String.join(" ", words.stream().map(Word::plain).toList());
  }

  String wholeKey() {
    return String.join(" ", NameKey.of(words.stream().map(Word::plain).toList()));
  }

  /** How the whole sounds where ch is spoken as kh. */
  String otherKey() {
    return NameKey.other(words.stream().map(Word::plain).toList());
  }

  /** Those that say something; all when none does. */
  List<Word> telling() {
    List<Word> telling = words.stream().filter(word -> !word.empty()).toList();
    return telling.isEmpty() ? words : telling;
  }

  private static CharArraySet stopWords() {
    CharArraySet words = new CharArraySet(200, true);
    words.addAll(EnglishAnalyzer.getDefaultStopSet());
    words.addAll(
        UkrainianMorfologikAnalyzer.getDefaultStopwords().stream()
            .map(word -> word instanceof char[] chars ? new String(chars) : word.toString())
            .filter(word -> word.length() <= 3)
            .toList());
    return words;
  }
}
