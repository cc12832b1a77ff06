package icc.lod.search;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.QueryBuildException;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.text.TextHit;
import org.apache.jena.query.text.TextQueryFuncs;
import org.apache.jena.sparql.core.Quad;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.ExitableDirectoryReader;
import org.apache.lucene.index.ExitableDirectoryReader.ExitingReaderException;
import org.apache.lucene.index.QueryTimeout;
import org.apache.lucene.index.Term;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.queryparser.classic.QueryParser;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.IndexSearcher.TooManyClauses;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.TooComplexToDeterminizeException;

/**
 * Looks texts up for {@code text:query}: Lucene's classic query syntax over the text of every
 * literal. What cannot be answered whole is refused. Thread-safe.
 */
final class TextLookup {
  /** More are nobody's question, and would fill the memory: with a limit one gets the best. */
  static final int MOST = 100_000;

  private static final Duration LONGEST = Duration.ofSeconds(5);

  /**
   * A question of the property function.
   *
   * @param limit how many hits at most; negative for all
   * @param highlight options for the marking of what matched
   */
  record Question(
      Optional<Node> subject,
      List<String> properties,
      String text,
      Optional<String> graph,
      Optional<String> lang,
      int limit,
      Optional<String> highlight) {}

  private final DirectoryReader reader;

  TextLookup(DirectoryReader reader) {
    this.reader = reader;
  }

  /**
   * The literals that match, best first.
   *
   * @throws QueryBuildException when the text is no query, or matches too much
   * @throws QueryCancelledException when it took too long
   */
  List<TextHit> find(Question question) {
    if (question.limit() == 0) {
      return List.of();
    }
    long end = System.nanoTime() + LONGEST.toNanos();
    QueryTimeout timeout = () -> System.nanoTime() - end > 0;
    try {
      Query text = parse(question.text());
      IndexSearcher searcher = new IndexSearcher(ExitableDirectoryReader.wrap(reader, timeout));
      searcher.setTimeout(timeout);
      int most = question.limit() < 0 ? MOST + 1 : Math.min(question.limit(), MOST + 1);
      TopDocs found = searcher.search(restricted(text, question), most);
      if (searcher.timedOut()) {
        throw new QueryCancelledException();
      }
      if (found.scoreDocs.length > MOST) {
        throw new QueryBuildException(
            "text:query matches more than " + MOST + " texts: give it a limit, or other words");
      }
      return hits(searcher, found, text, question);
    } catch (ExitingReaderException e) {
      throw new QueryCancelledException();
    } catch (TooManyClauses | TooComplexToDeterminizeException e) {
      throw new QueryBuildException("text:query '" + question.text() + "' is too complex", e);
    } catch (IOException e) {
      throw new icc.lod.store.StoreUnavailableException("The text index cannot be read", e);
    }
  }

  private static Query parse(String text) {
    QueryParser parser = new QueryParser(IndexFields.TEXT, Analysis.FORMS);
    parser.setAllowLeadingWildcard(false);
    try {
      return parser.parse(text);
    } catch (ParseException | StackOverflowError e) {
      throw new QueryBuildException(
          "text:query '" + text + "' is not in Lucene's query syntax: escape its signs by \\", e);
    }
  }

  private static Query restricted(Query text, Question question) {
    BooleanQuery.Builder all = new BooleanQuery.Builder().add(text, Occur.MUST);
    all.add(new TermQuery(new Term(IndexFields.KIND, IndexFields.TEXT)), Occur.FILTER);
    question
        .subject()
        .ifPresent(s -> filter(all, IndexFields.URI, TextQueryFuncs.subjectToString(s)));
    question
        .graph()
        .filter(graph -> !Quad.defaultGraphNodeGenerated.getURI().equals(graph))
        .filter(graph -> !Quad.defaultGraphIRI.getURI().equals(graph))
        .ifPresent(graph -> filter(all, IndexFields.GRAPH, graph));
    question.lang().ifPresent(lang -> filter(all, IndexFields.LANG, lang));
    if (!question.properties().isEmpty()) {
      List<BytesRef> names = question.properties().stream().map(BytesRef::new).toList();
      all.add(new TermInSetQuery(IndexFields.PROPERTY, names), Occur.FILTER);
    }
    return all.build();
  }

  private static void filter(BooleanQuery.Builder all, String field, String value) {
    all.add(new TermQuery(new Term(field, value)), Occur.FILTER);
  }

  private static List<TextHit> hits(
      IndexSearcher searcher, TopDocs found, Query text, Question question) throws IOException {
    Optional<TextMarks> marks = question.highlight().map(options -> marks(text, options));
    List<TextHit> hits = new ArrayList<>();
    for (ScoreDoc hit : found.scoreDocs) {
      Document document = searcher.storedFields().document(hit.doc);
      String stored = document.get(IndexFields.TEXT);
      String written = marks.map(m -> m.mark(stored)).orElse(stored);
      String graph = question.graph().orElse(document.get(IndexFields.GRAPH));
      hits.add(
          new TextHit(
              TextQueryFuncs.stringToNode(document.get(IndexFields.URI)),
              hit.score,
              literal(written, document.get(IndexFields.LANG)),
              graph == null ? null : TextQueryFuncs.stringToNode(graph),
              NodeFactory.createURI(document.get(IndexFields.PROPERTY))));
    }
    return hits;
  }

  /** The literal a document of a text stands for. */
  static Node literal(Document document) {
    return literal(document.get(IndexFields.TEXT), document.get(IndexFields.LANG));
  }

  private static Node literal(String text, String lang) {
    return lang.equals(IndexFields.NO_LANG)
        ? NodeFactory.createLiteralString(text)
        : NodeFactory.createLiteralLang(text, lang);
  }

  private static TextMarks marks(Query text, String options) {
    Set<Term> terms = new HashSet<>();
    text.visit(QueryVisitor.termCollector(terms));
    Set<String> words = new HashSet<>();
    terms.forEach(term -> words.add(term.text().toLowerCase(Locale.ROOT)));
    return TextMarks.of(words, options);
  }
}
