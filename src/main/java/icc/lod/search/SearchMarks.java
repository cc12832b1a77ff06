package icc.lod.search;

import icc.lod.search.Analysis.Token;
import icc.lod.search.SearchWords.Word;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import org.apache.lucene.util.automaton.CharacterRunAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.apache.lucene.util.automaton.Operations;

/** Marks in a text what matched: pieces for pages, never markup. For one thread. */
final class SearchMarks {
  /** A snippet has about this many characters. */
  private static final int SNIPPET = 220;

  /** Tells from a word as folded and all its forms whether it matched. */
  private final BiPredicate<String, Set<String>> matches;

  SearchMarks(BiPredicate<String, Set<String>> matches) {
    this.matches = matches;
  }

  /** Marks for words searched for; with {@code nearly} also what is but a typing error away. */
  static SearchMarks of(SearchWords words, boolean nearly) {
    Set<String> forms = new HashSet<>();
    Set<String> keys = new HashSet<>();
    List<CharacterRunAutomaton> near = new ArrayList<>();
    for (Word word : words.telling()) {
      forms.addAll(word.forms());
      keys.add(word.key());
      if (nearly) {
        near.add(near(word.plain()));
        near.add(near(word.key()));
      }
    }
    keys.remove("");
    List<Word> telling = words.telling();
    String last = telling.isEmpty() ? "" : telling.get(telling.size() - 1).plain();
    return new SearchMarks(
        (plain, all) -> {
          boolean begun = !last.isEmpty() && plain.startsWith(last);
          if (begun || all.stream().anyMatch(forms::contains)) {
            return true;
          }
          String key = NameKey.of(plain);
          return keys.contains(key)
              || near.stream().anyMatch(n -> n.run(plain) || (!key.isEmpty() && n.run(key)));
        });
  }

  private static CharacterRunAutomaton near(String text) {
    return new CharacterRunAutomaton(
        Operations.determinize(
            new LevenshteinAutomata(text, true).toAutomaton(SearchQuery.edits(text)),
            Operations.DEFAULT_DETERMINIZE_WORK_LIMIT));
  }

  /** A whole text in pieces. */
  List<Piece> mark(String text) {
    List<Piece> pieces = new ArrayList<>();
    int done = 0;
    for (Token token : matching(text)) {
      if (token.start() > done) {
        pieces.add(new Piece(text.substring(done, token.start()), false));
      }
      if (token.start() >= done) {
        pieces.add(new Piece(text.substring(token.start(), token.end()), true));
        done = token.end();
      }
    }
    if (done < text.length()) {
      pieces.add(new Piece(text.substring(done), false));
    }
    return pieces;
  }

  /** The part of a text around its first match, in pieces; its beginning when nothing matches. */
  List<Piece> snippet(String text) {
    if (text.length() <= SNIPPET) {
      return mark(text);
    }
    List<Token> matching = matching(text);
    int first = matching.isEmpty() ? 0 : matching.get(0).start();
    int from = first < SNIPPET / 2 ? 0 : wordStart(text, first - SNIPPET / 3);
    int to = from + SNIPPET >= text.length() ? text.length() : wordStart(text, from + SNIPPET);
    String cut = text.substring(from, to).strip();
    return mark((from > 0 ? "… " : "") + cut + (to < text.length() ? " …" : ""));
  }

  static boolean any(List<Piece> pieces) {
    return pieces.stream().anyMatch(Piece::marked);
  }

  private List<Token> matching(String text) {
    Map<Integer, Set<String>> forms = new LinkedHashMap<>();
    for (Token token : Analysis.FORMS.tokens(text)) {
      forms.computeIfAbsent(token.start(), start -> new HashSet<>()).add(token.term());
    }
    return Analysis.PLAIN.tokens(text).stream()
        .filter(t -> matches.test(t.term(), forms.getOrDefault(t.start(), Set.of())))
        .toList();
  }

  /** The start of the word at a place, so that no word (and no character) is cut. */
  private static int wordStart(String text, int at) {
    int space = text.lastIndexOf(' ', at);
    if (space > at - 40 && space > 0) {
      return space + 1;
    }
    return Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
  }
}
