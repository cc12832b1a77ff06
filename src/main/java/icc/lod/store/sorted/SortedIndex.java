package icc.lod.store.sorted;

import icc.lod.store.sorted.SortedHead.Predicate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.atlas.lib.tuple.TupleMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.tdb2.store.DatasetGraphTDB;
import org.apache.jena.tdb2.store.nodetupletable.NodeTupleTable;
import org.apache.jena.tdb2.store.tupletable.TupleTable;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The sorted index of a release's default graph, mapped. Thread-safe. */
public final class SortedIndex {
  private static final Logger LOG = LoggerFactory.getLogger(SortedIndex.class);

  /** What is not asked for in a pattern of numbers. */
  static final int ANY = -1;

  /** The index's name and the version of what is written, as those of projections. */
  public static final String NAME = "sorted/2";

  private final DatasetGraphTDB dataset;
  private final Terms terms;
  private final Permutation spo;
  private final Permutation pos;
  private final Permutation ops;
  private final Map<Integer, Predicate> predicates = new HashMap<>();

  private SortedIndex(DatasetGraphTDB dataset, Path folder) throws IOException {
    SortedHead head = SortedHead.read(folder);
    NodeTupleTable table = dataset.getTripleTable().getNodeTupleTable();
    this.dataset = dataset;
    this.terms = Terms.map(folder, head, table.getNodeTable());
    this.spo = Permutation.map(folder, "spo", head);
    this.pos = Permutation.map(folder, "pos", head);
    this.ops = Permutation.map(folder, "ops", head);
    head.predicates().forEach(each -> predicates.put(each.term(), each));
  }

  /** Where the index of a database lies: beside it. */
  public static Path of(Path database) {
    return database.resolveSibling("sorted");
  }

  /**
   * Lets a data set answer out of the index in a folder. Without one, or with one that is damaged,
   * it stays as it is, for TDB2 has all there is.
   */
  public static Optional<SortedIndex> install(DatasetGraph dataset, Path folder) {
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try {
      SortedIndex index = new SortedIndex(TDBInternal.requireStorage(dataset), folder);
      index.install(dataset);
      return Optional.of(index);
    } catch (IOException | RuntimeException e) {
      LOG.warn(
          "The index {} cannot be used, queries are slower: {}. Publish again, or restore a backup",
          folder,
          e.toString());
      return Optional.empty();
    }
  }

  private void install(DatasetGraph opened) {
    TupleTable table = dataset.getTripleTable().getNodeTupleTable().getTupleTable();
    for (int i = 0; i < table.numIndexes(); i++) {
      TupleMap order = table.getIndex(i).getMapping();
      table.setTupleIndex(i, new SortedTuples(this, table.getIndex(i), order));
    }
    QC.setFactory(opened.getContext(), context -> new SortedExecutor(context, this));
  }

  /** The default graph, read without TDB2. */
  public Graph graph() {
    return new SortedGraph(this);
  }

  /**
   * How many statements of the default graph match a pattern; inside a read transaction.
   *
   * @param pattern its graph is not looked at
   */
  public long count(Quad pattern) {
    Cursor cursor = cursor(pattern);
    if (!cursor.picks()) {
      return cursor.left();
    }
    long count = 0;
    while (cursor.next()) {
      count++;
    }
    return count;
  }

  /** A part of those, by their place in the order of the index; what comes before is not read. */
  public List<Quad> slice(Quad pattern, long offset, int limit) {
    Cursor cursor = cursor(pattern);
    cursor.skip(offset);
    List<Quad> slice = new ArrayList<>();
    while (slice.size() < limit && cursor.next()) {
      slice.add(
          Quad.create(
              pattern.getGraph(),
              terms.term(cursor.subject()),
              terms.term(cursor.predicate()),
              terms.term(cursor.object())));
    }
    return slice;
  }

  /** What is said of things by these properties; each term is looked up once. */
  public List<Triple> about(Collection<Node> subjects, Collection<Node> properties) {
    List<Triple> statements = new ArrayList<>();
    Map<Node, Integer> numbers = new LinkedHashMap<>();
    properties.forEach(property -> numbers.put(property, number(property)));
    Cursor cursor = new Cursor(this);
    for (Node subject : subjects) {
      int number = number(subject);
      numbers.forEach(
          (property, predicate) -> {
            cursor.open(number, predicate, ANY);
            while (cursor.next()) {
              statements.add(Triple.create(subject, property, terms.term(cursor.object())));
            }
          });
    }
    return statements;
  }

  /** Those of the nodes of which something is said. */
  public Set<Node> described(Collection<Node> nodes) {
    Set<Node> described = new HashSet<>();
    Cursor cursor = new Cursor(this);
    for (Node node : nodes) {
      cursor.open(number(node), ANY, ANY);
      if (cursor.next()) {
        described.add(node);
      }
    }
    return described;
  }

  private Cursor cursor(Quad pattern) {
    return cursor(pattern.getSubject(), pattern.getPredicate(), pattern.getObject());
  }

  /** Before the first statement that matches a pattern. */
  Cursor cursor(Node subject, Node predicate, Node object) {
    Cursor cursor = new Cursor(this);
    cursor.open(number(subject), number(predicate), number(object));
    return cursor;
  }

  private int number(Node term) {
    return term.isConcrete() ? terms.number(term) : ANY;
  }

  /**
   * The IRIs that so many statements or more have as object, with how many of them have each
   * property; inside a read transaction. Only of those is anything read.
   */
  public Map<Node, Map<Node, Long>> linkedMost(int fewest) {
    Map<Node, Map<Node, Long>> most = new HashMap<>();
    for (int term = 0; term < terms.size(); term++) {
      if (ops.start(term + 1) - ops.start(term) >= fewest && terms.kinds().isIri(term)) {
        most.put(terms.term(term), byPredicate(ops.start(term), ops.start(term + 1)));
      }
    }
    return most;
  }

  private Map<Node, Long> byPredicate(int from, int to) {
    Map<Node, Long> counts = new LinkedHashMap<>();
    int place = from;
    while (place < to) {
      int predicate = ops.second(place);
      int next = ops.search(place, to, Permutation.pair(predicate + 1, 0));
      counts.put(terms.term(predicate), (long) next - place);
      place = next;
    }
    return counts;
  }

  DatasetGraphTDB dataset() {
    return dataset;
  }

  Terms terms() {
    return terms;
  }

  int size() {
    return spo.size();
  }

  Permutation spo() {
    return spo;
  }

  Permutation pos() {
    return pos;
  }

  Permutation ops() {
    return ops;
  }

  /** What is known of a predicate, if the number is that of one. */
  Optional<Predicate> predicate(int term) {
    return Optional.ofNullable(predicates.get(term));
  }

  int predicates() {
    return predicates.size();
  }
}
