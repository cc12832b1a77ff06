package icc.lod.store.sorted;

import static org.assertj.core.api.Assertions.assertThat;

import icc.lod.store.Release;
import icc.lod.store.Store;
import icc.lod.store.Tdb2Store;
import icc.lod.store.TestStores;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The index against TDB2 without it: the same questions have the same answers. */
final class SortedIndexTest {
  private static final int QUERIES = 1500;

  @TempDir static Path state;

  private static Store indexed;
  private static Store plain;
  private static List<Node> subjects;
  private static List<Node> predicates;
  private static List<Node> objects;

  @BeforeAll
  static void open() throws Exception {
    Release release = TestStores.publish(state, "http://e/", RandomGraph.trig(new Random(1)));
    assertThat(release.folder().resolve("sorted")).isDirectoryContaining("glob:**/head");
    indexed = Tdb2Store.open(release.database());
    plain = Tdb2Store.open(without(release));
    subjects = terms("SELECT DISTINCT ?x { ?x ?p ?o }");
    predicates = terms("SELECT DISTINCT ?x { ?s ?x ?o }");
    objects = terms("SELECT DISTINCT ?x { ?s ?p ?x }");
  }

  @AfterAll
  static void close() {
    indexed.close();
    plain.close();
  }

  /** The same database where no index lies beside it. */
  private static Path without(Release release) throws IOException {
    Path folder = Files.createDirectories(release.folder().resolve("plain"));
    return Files.createSymbolicLink(folder.resolve("tdb2"), release.database());
  }

  private static List<Node> terms(String query) {
    List<Node> terms = new ArrayList<>();
    plain.query(
        QueryFactory.create(query),
        exec -> exec.select().forEachRemaining(row -> terms.add(row.get(Var.alloc("x")))));
    return terms;
  }

  @Test
  void find_allPatterns_areThoseOfTdb2() {
    Random random = new Random(2);
    for (int i = 0; i < 4000; i++) {
      Quad pattern =
          Quad.create(
              random.nextInt(8) == 0 ? NodeFactory.createURI("http://e/g") : Quad.defaultGraphIRI,
              some(random, subjects),
              some(random, predicates),
              some(random, objects));
      assertThat(found(indexed, pattern)).as(pattern.toString()).isEqualTo(found(plain, pattern));
      assertThat(indexed.count(pattern)).isEqualTo(plain.count(pattern));
      long offset = random.nextInt(5);
      List<Quad> slice = indexed.slice(pattern, offset, 3);
      assertThat(indexed.slice(pattern, offset, 2))
          .isEqualTo(slice.subList(0, Math.min(2, slice.size())));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 20, 1_000_000})
  void linkedMost_isAsCounted(int fewest) {
    Map<Node, Map<Node, Long>> counted = new HashMap<>();
    for (Node object : objects) {
      if (object.isURI()) {
        Map<Node, Long> byProperty = new HashMap<>();
        for (Node property : predicates) {
          long count = plain.count(Quad.create(Quad.defaultGraphIRI, Node.ANY, property, object));
          if (count > 0) {
            byProperty.put(property, count);
          }
        }
        if (byProperty.values().stream().mapToLong(Long::longValue).sum() >= fewest) {
          counted.put(object, byProperty);
        }
      }
    }
    assertThat(indexed.linkedMost(fewest)).hasValue(counted);
    assertThat(plain.linkedMost(fewest)).isEmpty();
  }

  @Test
  void graph_allPatterns_areThoseOfTdb2() {
    Random random = new Random(4);
    Function<DatasetGraph, Graph> graphs = ((Tdb2Store) indexed).defaultGraphs();
    for (int i = 0; i < 2000; i++) {
      Triple pattern =
          Triple.create(some(random, subjects), some(random, predicates), some(random, objects));
      List<String> found =
          indexed.read(data -> graphs.apply(data).find(pattern).mapWith(Triple::toString).toList());
      found.sort(null);
      assertThat(found)
          .as(pattern.toString())
          .isEqualTo(found(plain, Quad.create(Quad.defaultGraphIRI, pattern)));
    }
  }

  private static Node some(Random random, List<Node> among) {
    return switch (random.nextInt(9)) {
      case 0, 1, 2, 3, 4 -> among.get(random.nextInt(among.size()));
      case 5 -> NodeFactory.createURI("http://e/nowhere");
      default -> Node.ANY;
    };
  }

  private static List<String> found(Store store, Quad pattern) {
    return store.read(
        data -> {
          List<String> found = new ArrayList<>();
          data.find(
                  pattern.getGraph(),
                  pattern.getSubject(),
                  pattern.getPredicate(),
                  pattern.getObject())
              .forEachRemaining(quad -> found.add(quad.asTriple().toString()));
          found.sort(null);
          return found;
        });
  }

  @Test
  void query_random_isAsWithoutIndex() {
    Random random = new Random(3);
    int rows = 0;
    for (int i = 0; i < QUERIES; i++) {
      rows += same(RandomQuery.text(random));
    }
    // Else the queries ask for nothing.
    assertThat(rows).isGreaterThan(10_000);
  }

  @ParameterizedTest
  @MethodSource("icc.lod.store.sorted.RandomQuery#fixed")
  void query_fixed_isAsWithoutIndex(String text) {
    same(text);
  }

  /**
   * Not TDB2's answer, which takes the subject at byte 0 of its nodes and the number 0 for the
   * same.
   */
  @Test
  void query_variableTwice_isSameTerm() {
    List<String> expected =
        answer(plain, QueryFactory.create("SELECT ?x ?p { ?x ?p ?y FILTER(STR(?x) = STR(?y)) }"));
    assertThat(expected).isNotEmpty();
    assertThat(answer(indexed, QueryFactory.create("SELECT ?x ?p { ?x ?p ?x }")))
        .isEqualTo(expected);
    assertThat(answer(indexed, QueryFactory.create("SELECT (COUNT(*) AS ?n) { ?x ?p ?x }")))
        .containsExactly(
            "[n=\"%d\"^^<http://www.w3.org/2001/XMLSchema#integer>]".formatted(expected.size()));
  }

  private static int same(String text) {
    Query query = QueryFactory.create(RandomQuery.PREFIXES + text);
    List<String> expected = answer(plain, query);
    List<String> found = answer(indexed, query);
    assertThat(found).as(text).hasSize(expected.size());
    for (int row = 0; row < found.size(); row++) {
      assertThat(found.get(row)).as(text).isEqualTo(expected.get(row));
    }
    return expected.size();
  }

  private static List<String> answer(Store store, Query query) {
    List<String> rows = new ArrayList<>();
    store.query(
        query,
        exec -> {
          if (query.isSelectType()) {
            exec.select().forEachRemaining(row -> rows.add(line(row)));
          } else if (query.isAskType()) {
            rows.add(Boolean.toString(exec.ask()));
          } else {
            var graph = query.isDescribeType() ? exec.describe() : exec.construct();
            rows.add(String.valueOf(graph.size()));
          }
        });
    rows.sort(null);
    return rows;
  }

  private static String line(Binding row) {
    TreeSet<String> cells = new TreeSet<>();
    row.forEach((var, term) -> cells.add(var.getVarName() + "=" + NodeFmtLib.strNT(term)));
    return cells.toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"head", "terms", "spo.pairs", "pos.starts", "ops.pairs"})
  void open_damagedIndex_isReadByTdb2(String file, @TempDir Path other) throws Exception {
    Release release = TestStores.publish(other, "http://e/", "<a> <b> <c>, <d> . <c> <b> <d> .");
    Path damaged = release.folder().resolve("sorted").resolve(file);
    byte[] bytes = Files.readAllBytes(damaged);
    Files.write(damaged, java.util.Arrays.copyOf(bytes, bytes.length - 1));
    try (Store store = Tdb2Store.open(release.database())) {
      assertThat(answer(store, QueryFactory.create("SELECT * { ?s ?p ?o . ?o ?q ?r }"))).hasSize(1);
    }
  }

  @Test
  void open_emptyDataSet_hasNothing(@TempDir Path other) throws Exception {
    Release release = TestStores.publish(other, "http://e/", "");
    try (Store store = Tdb2Store.open(release.database())) {
      store.check();
      assertThat(answer(store, QueryFactory.create("SELECT * { ?s ?p ?o }"))).isEmpty();
      assertThat(answer(store, QueryFactory.create("SELECT (COUNT(*) AS ?n) { ?s a ?o }")))
          .containsExactly("[n=\"0\"^^<http://www.w3.org/2001/XMLSchema#integer>]");
    }
  }

  @Test
  void delete_whileOpen_readsOn(@TempDir Path other) throws Exception {
    Release release = TestStores.publish(other, "http://e/", "<a> <b> <c> .");
    try (Store store = Tdb2Store.open(release.database())) {
      try (var files = Files.walk(release.folder().resolve("sorted"))) {
        files.filter(Files::isRegularFile).forEach(SortedIndexTest::delete);
      }
      assertThat(answer(store, QueryFactory.create("SELECT * { ?s ?p ?o }"))).hasSize(1);
    }
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
