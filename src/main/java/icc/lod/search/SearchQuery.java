package icc.lod.search;

import icc.lod.search.SearchWords.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.lucene.document.FeatureField;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.function.FunctionScoreQuery;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/**
 * Words as a query. What matches in several ways counts by the best of them; each way has a place
 * of its own on the scale, and how often a thing is linked and how short its name is move it only
 * within that place.
 */
final class SearchQuery {
  /** Scores from here on mean that a name matched as it is written or sounds. */
  static final float NAMED = 46;

  /** Scores of names that are the words asked for, or sound so, as {@link #named()} ranks them. */
  static final float WHOLE = 90;

  /** Scores from here on mean that a name would match if the last word were finished. */
  static final float BEGUN = 40;

  /** Scores from here on mean that a name nearly matched. */
  static final float NEARLY = 20;

  private static final int MOST_EXPANSIONS = 20;

  /** What finds words near a longer one takes long to build. */
  private static final int LONGEST_FUZZY = 24;

  /** In a longer text some words are right. */
  private static final int MOST_FUZZY = 6;

  private final SearchWords words;

  SearchQuery(SearchWords words) {
    this.words = words;
  }

  /** What matches all words as they are. */
  Query strict() {
    return ranked(exact());
  }

  /** The same, and what would match but for typing errors. */
  Query forgiving() {
    List<Query> ways = new ArrayList<>(exact());
    if (words.telling().size() <= MOST_FUZZY) {
      nearly(ways);
    }
    return ranked(ways);
  }

  /** What matches half of the words at least. */
  Query some() {
    return halfOf(SearchQuery::anywhere);
  }

  private Query halfOf(Function<Word, Query> query) {
    BooleanQuery.Builder some = new BooleanQuery.Builder();
    List<Word> telling = words.telling();
    for (Word word : telling) {
      some.add(query.apply(word), Occur.SHOULD);
    }
    some.setMinimumNumberShouldMatch(Math.max(1, telling.size() / 2));
    return some.build();
  }

  /** What has a name that is these words, or sounds so, or has them all among its words. */
  Query named() {
    return ranked(names());
  }

  /** Names that come near as a whole. */
  Query nearlyNamed() {
    List<Query> ways = new ArrayList<>();
    wholeNearly(ways);
    return ranked(ways);
  }

  /** Names whose words come near, all or half of them. */
  Query looselyNamed() {
    List<Query> ways = new ArrayList<>(names());
    if (words.telling().size() <= MOST_FUZZY) {
      wordsNearly(ways);
    }
    ways.add(way(15, halfOf(word -> forms(IndexFields.LABEL, word))));
    ways.add(way(15, halfOf(word -> forms(IndexFields.OTHER_NAME, word))));
    return ranked(ways);
  }

  private List<Query> names() {
    List<Query> ways = new ArrayList<>();
    ways.add(way(100, term(IndexFields.LABEL + IndexFields.WHOLE, words.whole())));
    ways.add(way(98, term(IndexFields.OTHER_NAME + IndexFields.WHOLE, words.whole())));
    String key = words.wholeKey();
    if (!key.isEmpty()) {
      ways.add(way(92, term(IndexFields.ANY_NAME + IndexFields.WHOLE_KEY, key)));
      ways.add(way(91, term(IndexFields.ANY_NAME + IndexFields.WHOLE_KEY, words.otherKey())));
    }
    ways.add(way(60, all(w -> forms(IndexFields.LABEL, w))));
    ways.add(way(56, all(w -> forms(IndexFields.OTHER_NAME, w))));
    ways.add(way(48, all(w -> term(IndexFields.ANY_NAME + IndexFields.KEY, w.key()))));
    return ways;
  }

  private List<Query> exact() {
    List<Query> ways = new ArrayList<>();
    named(ways, IndexFields.LABEL, 90);
    named(ways, IndexFields.OTHER_NAME, 60);
    ways.add(way(100, term(IndexFields.LABEL + IndexFields.WHOLE, words.whole())));
    ways.add(way(96, prefix(IndexFields.LABEL + IndexFields.WHOLE, words.whole())));
    // Who knows another name wants that thing, not all that have it among their words.
    ways.add(way(93, term(IndexFields.OTHER_NAME + IndexFields.WHOLE, words.whole())));
    ways.add(way(65, prefix(IndexFields.OTHER_NAME + IndexFields.WHOLE, words.whole())));
    ways.add(way(42, allButLast(IndexFields.LABEL)));
    ways.add(way(40, allButLast(IndexFields.OTHER_NAME)));
    ways.add(described(all(SearchQuery::anywhere)));
    return ways;
  }

  /** The ways in which words of a name match, from a place on the scale downwards. */
  private void named(List<Query> ways, String name, int place) {
    ways.add(way(place, all(w -> forms(name, w))));
    String key = words.wholeKey();
    if (!key.isEmpty()) {
      ways.add(way(place - 4, term(name + IndexFields.WHOLE_KEY, key)));
      ways.add(way(place - 8, prefix(name + IndexFields.WHOLE_KEY, key)));
      ways.add(way(place - 12, all(w -> term(name + IndexFields.KEY, w.key()))));
    }
  }

  /** A whole name that nearly matches is more than a name with a word that does. */
  private void nearly(List<Query> ways) {
    wholeNearly(ways);
    wordsNearly(ways);
  }

  private void wholeNearly(List<Query> ways) {
    String any = IndexFields.ANY_NAME;
    ways.add(way(44, near(any + IndexFields.WHOLE, words.whole())));
    ways.add(way(43.5f, near(any + IndexFields.WHOLE_KEY, words.wholeKey())));
  }

  private void wordsNearly(List<Query> ways) {
    String any = IndexFields.ANY_NAME;
    ways.add(way(30, all(w -> near(any + IndexFields.WORDS, w.plain()))));
    ways.add(way(30, all(w -> near(any + IndexFields.KEY, w.key()))));
  }

  /** The last word may be still unfinished. */
  private Query allButLast(String name) {
    List<Word> telling = words.telling();
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    for (Word word : telling.subList(0, telling.size() - 1)) {
      all.add(forms(name, word), Occur.MUST);
    }
    String last = telling.get(telling.size() - 1).plain();
    return all.add(prefix(name + IndexFields.WORDS, last), Occur.MUST).build();
  }

  private Query all(Function<Word, Query> query) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    words.telling().forEach(word -> all.add(query.apply(word), Occur.MUST));
    return all.build();
  }

  private static Query forms(String name, Word word) {
    return forms(word.forms(), name + IndexFields.WORDS);
  }

  private static Query forms(Set<String> forms, String field) {
    return new DisjunctionMaxQuery(forms.stream().map(form -> term(field, form)).toList(), 0);
  }

  private static Query anywhere(Word word) {
    return new DisjunctionMaxQuery(
        List.of(
            forms(word.forms(), IndexFields.ABOUT),
            forms(word.forms(), IndexFields.LABEL + IndexFields.WORDS)),
        0);
  }

  /** As many errors as a word of the length can have and still be known. */
  static int edits(String text) {
    int length = text.codePointCount(0, text.length());
    return length < 4 || length > LONGEST_FUZZY ? 0 : length < 8 ? 1 : 2;
  }

  private static Query near(String field, String text) {
    int edits = edits(text);
    // The first letter of a short word is right, or else any word is near to any other.
    return edits == 0
        ? term(field, text)
        : new FuzzyQuery(new Term(field, text), edits, 2 - edits, MOST_EXPANSIONS, true);
  }

  private static Query term(String field, String text) {
    return new TermQuery(new Term(field, text));
  }

  private static Query prefix(String field, String text) {
    return new PrefixQuery(new Term(field, new BytesRef(text)));
  }

  private static Query way(float place, Query query) {
    return new BoostQuery(new ConstantScoreQuery(query), place);
  }

  /** How well a text matches stays below four. */
  private static Query described(Query query) {
    return new FunctionScoreQuery(query, new Saturation(10, 4));
  }

  private static Query ranked(List<Query> ways) {
    return new BooleanQuery.Builder()
        .add(new DisjunctionMaxQuery(ways, 0), Occur.MUST)
        .add(feature(IndexFields.LINKS, 20, 0.7f), Occur.SHOULD)
        .add(feature(IndexFields.BREVITY, 3, 1.2f), Occur.SHOULD)
        .build();
  }

  private static Query feature(String name, float pivot, float weight) {
    return FeatureField.newSaturationQuery(IndexFields.RANK, name, weight, pivot);
  }
}
