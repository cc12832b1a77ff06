package icc.lod.search;

import icc.lod.store.Lease;
import icc.lod.store.StoreUnavailableException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.util.BytesRef;

/**
 * Things whose names may be a name that somebody else wrote: where linking looks for candidates.
 * What is said of a thing beyond its names does not count. Thread-safe.
 */
public final class NameSearch {
  private static final Duration LONGEST = Duration.ofSeconds(2);

  private final DirectoryReader reader;

  NameSearch(DirectoryReader reader) {
    this.reader = reader;
  }

  /** That of the release that is read, if it has a text index. */
  public static Optional<NameSearch> of(Lease lease) {
    return lease.store().part(LabelIndexText.class).map(LabelIndexText::names);
  }

  /**
   * Things that may be meant by a name, the likeliest first: those named or sounding so, and only
   * if there are none, those whose names come near.
   *
   * @param types of which they must have one; none for any
   */
  public List<StoredThing> candidates(String name, Set<String> types, int most) {
    SearchQuery query = new SearchQuery(shortened(SearchWords.of(name)));
    if (SearchWords.of(name).isEmpty()) {
      return List.of();
    }
    try {
      IndexSearcher searcher = searcher();
      List<StoredThing> whole =
          things(searcher, searcher.search(of(query.named(), types), most), 0);
      if (!whole.isEmpty() && whole.get(0).score() >= SearchQuery.WHOLE) {
        return whole;
      }
      // What finds words that come near is dear to build, and seldom needed for both.
      List<StoredThing> near =
          things(searcher, searcher.search(of(query.nearlyNamed(), types), most), 0);
      return near.isEmpty()
          ? things(searcher, searcher.search(of(query.looselyNamed(), types), most), 0)
          : joined(near, whole);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private static List<StoredThing> joined(List<StoredThing> first, List<StoredThing> others) {
    Map<Node, StoredThing> all = new LinkedHashMap<>();
    first.forEach(thing -> all.put(thing.node(), thing));
    others.forEach(thing -> all.putIfAbsent(thing.node(), thing));
    return List.copyOf(all.values());
  }

  /** Things whose names begin so, or are so, or nearly so; for completion. */
  public List<StoredThing> beginning(String name, Set<String> types, int offset, int limit) {
    SearchWords words = shortened(SearchWords.of(name));
    int most = Math.clamp((long) offset + limit, 1, Math.max(1, reader.maxDoc()));
    try {
      IndexSearcher searcher = searcher();
      if (words.isEmpty()) {
        Query all = new org.apache.lucene.search.FieldExistsQuery(IndexFields.TYPE);
        return things(searcher, searcher.search(of(all, types), most), offset);
      }
      SearchQuery query = new SearchQuery(words);
      TopDocs found = searcher.search(of(query.strict(), types), most);
      return things(
          searcher,
          found.scoreDocs.length > 0 ? found : searcher.search(of(query.forgiving(), types), most),
          offset);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** What is stored of some things; those the index does not hold are left out. */
  public List<StoredThing> things(Collection<String> iris) {
    if (iris.isEmpty()) {
      return List.of();
    }
    try {
      IndexSearcher searcher = searcher();
      Query query =
          new TermInSetQuery(IndexFields.ENTITY, iris.stream().map(BytesRef::new).toList());
      return things(searcher, searcher.search(query, iris.size()), 0);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private IndexSearcher searcher() {
    IndexSearcher searcher = new IndexSearcher(reader);
    long end = System.nanoTime() + LONGEST.toNanos();
    searcher.setTimeout(() -> System.nanoTime() - end > 0);
    return searcher;
  }

  /** A longer text is no name; its beginning tells as much as all of it. */
  private static SearchWords shortened(SearchWords words) {
    return words.words().size() <= SearchWords.MOST_WORDS
        ? words
        : new SearchWords(words.words().subList(0, SearchWords.MOST_WORDS));
  }

  private static Query of(Query query, Set<String> types) {
    if (types.isEmpty()) {
      return query;
    }
    Query wanted =
        types.size() == 1
            ? new TermQuery(new Term(IndexFields.TYPE, types.iterator().next()))
            : new TermInSetQuery(IndexFields.TYPE, types.stream().map(BytesRef::new).toList());
    return new BooleanQuery.Builder().add(query, Occur.MUST).add(wanted, Occur.FILTER).build();
  }

  private static List<StoredThing> things(IndexSearcher searcher, TopDocs found, int from)
      throws IOException {
    List<StoredThing> things = new ArrayList<>();
    for (int i = from; i < found.scoreDocs.length; i++) {
      ScoreDoc hit = found.scoreDocs[i];
      things.add(StoredThing.of(searcher.storedFields().document(hit.doc), hit.score));
    }
    return things;
  }

  private static StoreUnavailableException unreadable(IOException e) {
    return new StoreUnavailableException("The text index cannot be read", e);
  }
}
