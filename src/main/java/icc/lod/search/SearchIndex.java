package icc.lod.search;

import icc.lod.search.SearchResult.How;
import icc.lod.store.Lease;
import icc.lod.store.StoreUnavailableException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MultiCollectorManager;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollectorManager;

/** The open text index of a release, as the search uses it. Thread-safe. */
final class SearchIndex {
  /** A search that takes longer is stopped: it would keep others waiting. */
  private static final Duration LONGEST = Duration.ofSeconds(2);

  /** When fewer match, those that come near are worth a look. */
  private static final int FEW = 3;

  private final DirectoryReader reader;

  SearchIndex(DirectoryReader reader) {
    this.reader = reader;
  }

  /** The index of the release that is read, if it has one. */
  static Optional<SearchIndex> of(Lease lease) {
    return lease.store().part(LabelIndexText.class).map(LabelIndexText::index);
  }

  /**
   * Finds things.
   *
   * @param type the IRI of the class they must have, or empty
   */
  SearchResult find(SearchWords words, String type, int offset, int limit) {
    if (words.isEmpty()) {
      return SearchResult.none();
    }
    SearchQuery query = new SearchQuery(words);
    int most = Math.clamp((long) offset + limit, 1, Math.max(1, reader.maxDoc()));
    try {
      IndexSearcher searcher = searcher();
      Pass strict = Pass.of(searcher, query.strict(), most);
      if (strict.total() >= FEW && strict.best() >= SearchQuery.NAMED) {
        return strict.result(type, offset, most, How.ALL);
      }
      Pass near = Pass.of(searcher, query.forgiving(), most);
      if (near.total() > 0 || words.telling().size() < 2) {
        How how = strict.total() == 0 ? How.NEARLY : How.WIDER;
        return near.result(type, offset, most, how);
      }
      return Pass.of(searcher, query.some(), most).result(type, offset, most, How.SOME);
    } catch (IOException e) {
      throw new StoreUnavailableException("The text index cannot be read", e);
    }
  }

  /** The first things that match, the last word perhaps unfinished; without counts. */
  List<StoredThing> first(SearchWords words, int limit) {
    if (words.isEmpty()) {
      return List.of();
    }
    SearchQuery query = new SearchQuery(words);
    try {
      IndexSearcher searcher = searcher();
      TopDocs strict = searcher.search(query.strict(), limit);
      boolean named = strict.scoreDocs.length > 0 && strict.scoreDocs[0].score >= SearchQuery.BEGUN;
      return things(searcher, named ? strict : searcher.search(query.forgiving(), limit), 0);
    } catch (IOException e) {
      throw new StoreUnavailableException("The text index cannot be read", e);
    }
  }

  /** Things whose names are nearest to some words: by all of them, else by some. */
  List<StoredThing> nearest(SearchWords words, int limit) {
    List<StoredThing> first =
        first(words, limit).stream().filter(t -> t.score() >= SearchQuery.NEARLY).toList();
    if (!first.isEmpty() || words.isEmpty()) {
      return first;
    }
    try {
      IndexSearcher searcher = searcher();
      return things(searcher, searcher.search(new SearchQuery(words).some(), limit), 0);
    } catch (IOException e) {
      throw new StoreUnavailableException("The text index cannot be read", e);
    }
  }

  /** What is stored of a thing. */
  Optional<StoredThing> thing(String iri) {
    try {
      IndexSearcher searcher = searcher();
      Query query = new TermQuery(new Term(IndexFields.ENTITY, iri));
      return things(searcher, searcher.search(query, 1), 0).stream().findFirst();
    } catch (IOException e) {
      throw new StoreUnavailableException("The text index cannot be read", e);
    }
  }

  /** The text of a thing that matches most of some words. */
  Optional<Node> text(String iri, SearchWords words) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    query.add(new TermQuery(new Term(IndexFields.URI, iri)), Occur.FILTER);
    for (SearchWords.Word word : words.telling()) {
      for (String form : word.forms()) {
        query.add(new TermQuery(new Term(IndexFields.TEXT, form)), Occur.SHOULD);
      }
    }
    query.setMinimumNumberShouldMatch(1);
    try {
      IndexSearcher searcher = searcher();
      ScoreDoc[] best = searcher.search(query.build(), 1).scoreDocs;
      return best.length == 0
          ? Optional.empty()
          : Optional.of(TextLookup.literal(searcher.storedFields().document(best[0].doc)));
    } catch (IOException e) {
      throw new StoreUnavailableException("The text index cannot be read", e);
    }
  }

  /** Whether anything has a type. */
  boolean hasType(String iri) {
    try {
      return reader.docFreq(new Term(IndexFields.TYPE, iri)) > 0;
    } catch (IOException e) {
      throw new StoreUnavailableException("The text index cannot be read", e);
    }
  }

  private IndexSearcher searcher() {
    IndexSearcher searcher = new IndexSearcher(reader);
    long end = System.nanoTime() + LONGEST.toNanos();
    searcher.setTimeout(() -> System.nanoTime() - end > 0);
    return searcher;
  }

  /**
   * What one query finds, of any type; rewritten once, since that is what costs most.
   *
   * @param types how many have each
   */
  private record Pass(IndexSearcher searcher, Query query, Map<String, Long> types, TopDocs top) {
    static Pass of(IndexSearcher searcher, Query query, int most) throws IOException {
      Query rewritten = searcher.rewrite(query);
      var found =
          searcher.search(
              rewritten,
              new MultiCollectorManager(
                  new TypeCounts(),
                  new TopScoreDocCollectorManager(most, null, Integer.MAX_VALUE)));
      if (searcher.timedOut()) {
        throw new SearchTooLongException();
      }
      @SuppressWarnings("unchecked") // the manager gives what its parts give, in their order
      Map<String, Long> types = (Map<String, Long>) found[0];
      return new Pass(searcher, rewritten, sorted(types), (TopDocs) found[1]);
    }

    long total() {
      return top.totalHits.value();
    }

    float best() {
      return top.scoreDocs.length == 0 ? 0 : top.scoreDocs[0].score;
    }

    SearchResult result(String type, int offset, int most, How how) throws IOException {
      if (type.isEmpty()) {
        return new SearchResult(total(), types, things(searcher, top, offset), how);
      }
      Query wanted =
          new BooleanQuery.Builder()
              .add(query, Occur.MUST)
              .add(new TermQuery(new Term(IndexFields.TYPE, type)), Occur.FILTER)
              .build();
      TopDocs typed =
          searcher.search(wanted, new TopScoreDocCollectorManager(most, null, Integer.MAX_VALUE));
      return new SearchResult(typed.totalHits.value(), types, things(searcher, typed, offset), how);
    }
  }

  private static Map<String, Long> sorted(Map<String, Long> counts) {
    Map<String, Long> sorted = new LinkedHashMap<>();
    counts.entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
    return sorted;
  }

  private static List<StoredThing> things(IndexSearcher searcher, TopDocs found, int from)
      throws IOException {
    List<StoredThing> things = new ArrayList<>();
    for (int i = from; i < found.scoreDocs.length; i++) {
      ScoreDoc hit = found.scoreDocs[i];
      Document document = searcher.storedFields().document(hit.doc);
      things.add(StoredThing.of(document, hit.score));
    }
    return things;
  }
}
