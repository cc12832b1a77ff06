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
  static final float NAMED = 40;

  /** Scores from here on mean that a name nearly matched. */
  static final float NEARLY = 20;

  private static final int MOST_EXPANSIONS = 50;

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
    ways.add(way(30, all(w -> fuzzy(IndexFields.LABEL + IndexFields.WORDS, w))));
    ways.add(way(27, all(w -> fuzzyKey(IndexFields.LABEL + IndexFields.KEY, w))));
    ways.add(way(24, all(w -> fuzzy(IndexFields.OTHER_NAME + IndexFields.WORDS, w))));
    ways.add(way(21, all(w -> fuzzyKey(IndexFields.OTHER_NAME + IndexFields.KEY, w))));
    return ranked(ways);
  }

  /** What matches at least half of the words. */
  Query some() {
    BooleanQuery.Builder some = new BooleanQuery.Builder();
    List<Word> telling = words.telling();
    for (Word word : telling) {
      some.add(anywhere(word), Occur.SHOULD);
    }
    some.setMinimumNumberShouldMatch((telling.size() + 1) / 2);
    return some.build();
  }

  private List<Query> exact() {
    List<Query> ways = new ArrayList<>();
    named(ways, IndexFields.LABEL, 100);
    named(ways, IndexFields.OTHER_NAME, 66);
    ways.add(described(all(SearchQuery::anywhere)));
    return ways;
  }

  /** The ways a name can match, from a place on the scale downwards. */
  private void named(List<Query> ways, String name, int place) {
    ways.add(way(place, term(name + IndexFields.WHOLE, words.whole())));
    ways.add(way(place - 5, prefix(name + IndexFields.WHOLE, words.whole())));
    ways.add(way(place - 10, all(w -> forms(name, w))));
    ways.add(way(place - 13, allButLast(name)));
    String key = words.wholeKey();
    if (!key.isEmpty()) {
      ways.add(way(place - 16, term(name + IndexFields.WHOLE_KEY, key)));
      ways.add(way(place - 20, prefix(name + IndexFields.WHOLE_KEY, key)));
      ways.add(way(place - 23, all(w -> term(name + IndexFields.KEY, w.key()))));
    }
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

  private static Query fuzzy(String field, Word word) {
    int length = word.plain().codePointCount(0, word.plain().length());
    int edits = length < 4 ? 0 : length < 8 ? 1 : 2;
    return new DisjunctionMaxQuery(
        List.of(forms(word.forms(), field), near(field, word.plain(), edits)), 0);
  }

  private static Query fuzzyKey(String field, Word word) {
    int length = word.key().length();
    return near(field, word.key(), length < 4 ? 0 : length < 7 ? 1 : 2);
  }

  private static Query near(String field, String text, int edits) {
    return edits == 0
        ? term(field, text)
        : new FuzzyQuery(new Term(field, text), edits, 0, MOST_EXPANSIONS, true);
  }

  private static Query term(String field, String text) {
    return new TermQuery(new Term(field, text));
  }

  private static Query prefix(String field, String text) {
    return new PrefixQuery(new Term(field, new BytesRef(text)));
  }

  private static Query way(int place, Query query) {
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
