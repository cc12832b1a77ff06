package icc.lod.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryBuildException;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.util.NodeFactoryExtra;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What every store does, wherever its triples live. */
@Timeout(60)
abstract class StoreContract {
  private static final String E = "http://e.org/";
  private static final Node G1 = iri("g1");
  private static final Node A = iri("a");
  private static final Node B = iri("b");
  private static final Node P = iri("p");
  private static final Node Q = iri("q");

  /** Of each thing a little; the union is in the default graph, too, as in every release. */
  private static final String DATA =
      """
      PREFIX : <http://e.org/>
      :g1 { :a :p "one"@en, 1, :b ; :q "a \\"quoted\\"\\nlast line \\\\ \\u0456" . :b :p :a }
      :g2 { :a :p "one"@en . :c :p "typed"^^:type, "2026-01-01"^^<http://www.w3.org/2001/XMLSchema#date> }
      :d :p "in no graph" .
      """;

  private static final String NESTED =
      """
      PREFIX : <http://e.org/>
      :n :has [ :in [ :in [ :in [ :in [ :in "deep" ] ] ], [ :in "beside" ] ] ] ; :list (1 2 3 4 5 6 7) .
      :a :knows :n .
      """;

  @TempDir Path state;
  private Store store;

  /** Opens a store on the database of a release. */
  abstract Store open(Release release) throws Exception;

  @BeforeEach
  void open() throws Exception {
    store = open(TestStores.publish(state, E, DATA));
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void read_findsByEveryPattern() {
    DatasetGraph expected = expected();
    List<Node> graphs = List.of(Quad.defaultGraphIRI, Quad.defaultGraphNodeGenerated, G1, Node.ANY);
    for (Node g : graphs) {
      for (Node s : List.of(Node.ANY, A, iri("nothing"))) {
        for (Node p : List.of(Node.ANY, P, Q)) {
          for (Node o : List.of(Node.ANY, B, NodeFactory.createLiteralLang("one", "en"))) {
            List<Quad> found = store.read(data -> all(data.find(g, s, p, o)));
            assertThat(found)
                .as("%s %s %s %s", g, s, p, o)
                .containsExactlyInAnyOrderElementsOf(all(expected.find(g, s, p, o)));
            assertThat(store.<Boolean>read(data -> data.contains(g, s, p, o)))
                .isEqualTo(!found.isEmpty());
          }
        }
      }
    }
  }

  @Test
  void linkedMost_isAsCounted_whereItIsKnown() throws Exception {
    publish(
        "PREFIX : <http://e.org/> :a :p :b, :c, \"b\" ; :q :b . :c :p :b . :d :q \"b\", \"c\" .");
    store
        .linkedMost(3)
        .ifPresent(
            most -> assertThat(most).isEqualTo(Map.of(B, Map.of(iri("p"), 2L, iri("q"), 1L))));
    store.linkedMost(4).ifPresent(most -> assertThat(most).isEmpty());
  }

  @Test
  void read_knowsItsGraphs() {
    assertThat(store.<List<Node>>read(data -> nodes(data.listGraphNodes())))
        .containsExactlyInAnyOrder(G1, iri("g2"));
    assertThat(store.<Boolean>read(data -> data.containsGraph(G1))).isTrue();
    assertThat(store.<Boolean>read(data -> data.containsGraph(iri("g3")))).isFalse();
    assertThat(store.<Integer>read(data -> data.getGraph(G1).size())).isEqualTo(5);
    assertThat(store.<Integer>read(data -> data.getDefaultGraph().size())).isEqualTo(8);
    assertThat(store.<Boolean>read(data -> data.prefixes().isEmpty())).isIn(true, false);
  }

  @Test
  void read_findsWithinFinds() {
    Set<Node> reached =
        store.read(
            data -> {
              Set<Node> objects = new HashSet<>();
              for (Iterator<Triple> out = data.getDefaultGraph().find(A, P, Node.ANY);
                  out.hasNext(); ) {
                data.getDefaultGraph()
                    .find(out.next().getObject(), P, Node.ANY)
                    .forEachRemaining(t -> objects.add(t.getObject()));
              }
              return objects;
            });
    assertThat(reached).containsExactly(A);
  }

  @Test
  void read_isLeftEarly_andGoesOn() {
    for (int i = 0; i < 20; i++) {
      assertThat(store.<Boolean>read(data -> data.find(Node.ANY, A, P, Node.ANY).hasNext()))
          .isTrue();
    }
  }

  @Test
  void read_takesNoChanges() {
    Quad quad = Quad.create(G1, A, P, A);
    assertThatThrownBy(() -> store.read(data -> add(data, quad)))
        .isInstanceOf(RuntimeException.class);
    assertThat(store.count(Quad.create(Quad.defaultGraphIRI, A, P, A))).isZero();
  }

  @Test
  void read_failureOfTheReader_isItsOwn() {
    assertThatThrownBy(
            () ->
                store.read(
                    data -> {
                      throw new IllegalStateException("mine");
                    }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("mine");
  }

  @Test
  void select_hasRowsInOrderAndUnboundCells() {
    assertThat(
            rows(
                """
                PREFIX : <http://e.org/>
                SELECT ?o ?x ?q { :a :p ?o OPTIONAL { ?o :p ?x } OPTIONAL { ?o :q ?q } }
                ORDER BY DESC(isIRI(?o)) STR(?o)
                """))
        .containsExactly(
            "<http://e.org/b> <http://e.org/a> -",
            "\"1\"^^<http://www.w3.org/2001/XMLSchema#integer> - -",
            "\"one\"@en - -");
    assertThat(rows("SELECT * { GRAPH ?g { ?s <http://e.org/q> ?o } }")).hasSize(1);
    assertThat(rows("SELECT ?o { ?s <http://e.org/q> ?o }"))
        .containsExactly("\"a \\\"quoted\\\"\\nlast line \\\\ \u0456\"");
    assertThat(rows("SELECT ?nothing { ?s <http://e.org/nothing> ?nothing }")).isEmpty();
  }

  @Test
  void select_countsGroupsValuesSubselectsAndPaths() {
    assertThat(rows("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"))
        .containsExactly("\"8\"^^<http://www.w3.org/2001/XMLSchema#integer>");
    assertThat(
            rows(
                """
                SELECT ?s (COUNT(?o) AS ?n) { VALUES ?s { <http://e.org/a> <http://e.org/d> }
                  { SELECT ?s ?o { ?s <http://e.org/p>+ ?o } } FILTER NOT EXISTS { ?s a ?o } }
                GROUP BY ?s HAVING (COUNT(?o) > 0) ORDER BY ?s
                """))
        .containsExactly(
            "<http://e.org/a> \"4\"^^<http://www.w3.org/2001/XMLSchema#integer>",
            "<http://e.org/d> \"1\"^^<http://www.w3.org/2001/XMLSchema#integer>");
  }

  @Test
  void select_ofNamedGraphs_seesThoseOnly() {
    assertThat(rows("SELECT ?s FROM <http://e.org/g2> { ?s ?p ?o } ORDER BY ?s")).hasSize(3);
    assertThat(rows("SELECT ?g FROM NAMED <http://e.org/g2> { GRAPH ?g { ?s ?p ?o } }"))
        .containsOnly("<http://e.org/g2>")
        .hasSize(3);
    assertThat(rows("SELECT ?s FROM NAMED <http://e.org/g2> { ?s ?p ?o }")).isEmpty();
  }

  @Test
  void ask_isYesOrNo() {
    assertThat(asked("ASK { <http://e.org/a> ?p 1 }")).isTrue();
    assertThat(asked("ASK { <http://e.org/a> ?p 2 }")).isFalse();
  }

  @Test
  void query_readWithABase_meansTheSame() {
    Query query =
        QueryFactory.create(
            "ASK { <a> <p> <b> { SELECT ?o { <a> <q> ?o } } FILTER EXISTS { <b> <p> <a> } }", E);
    store.query(query, exec -> assertThat(exec.ask()).isTrue());
  }

  @Test
  void construct_fillsItsTemplate() {
    assertThat(
            constructed(
                "CONSTRUCT { ?o <http://e.org/of> ?s } { ?s <http://e.org/p> ?o FILTER(isIRI(?o)) }"))
        .containsExactlyInAnyOrder(Triple.create(B, iri("of"), A), Triple.create(A, iri("of"), B));
    assertThat(constructed("CONSTRUCT WHERE { ?s <http://e.org/q> ?o }")).hasSize(1);
    assertThat(
            constructed(
                "CONSTRUCT { <http://e.org/x> <http://e.org/y> 1 } { ?s <http://e.org/p> ?o }"))
        .containsExactly(Triple.create(iri("x"), iri("y"), NodeFactoryExtra.intToNode(1)));
    assertThat(
            constructed(
                "CONSTRUCT { [] <http://e.org/v> ?o } { <http://e.org/a> ?p ?o } ORDER BY ?o LIMIT 3"))
        .hasSize(3)
        .allMatch(triple -> triple.getSubject().isBlank());
    assertThat(
            constructed(
                """
                CONSTRUCT { ?s <http://e.org/many> ?n }
                { SELECT ?s (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?s HAVING (COUNT(*) > 2) }
                """))
        .containsExactly(Triple.create(A, iri("many"), NodeFactoryExtra.intToNode(4)));
  }

  @Test
  void constructQuads_keepTheirGraphs() {
    List<Quad> quads = new ArrayList<>();
    Query query =
        QueryFactory.create(
            "CONSTRUCT { GRAPH ?g { ?s ?p ?o } } { GRAPH ?g { ?s <http://e.org/q> ?x ; ?p ?o } }",
            Syntax.syntaxARQ);
    store.query(query, exec -> exec.constructQuads().forEachRemaining(quads::add));
    assertThat(quads).hasSize(4).allMatch(quad -> quad.getGraph().equals(G1));
  }

  @Test
  void describe_isTheConciseBoundedDescription() throws Exception {
    publish(NESTED);
    assertThat(described("DESCRIBE <http://e.org/n>")).hasSize(1 + 7 + 1 + 14);
    assertThat(described("DESCRIBE ?x { ?y <http://e.org/knows> ?x }")).hasSize(23);
    assertThat(described("DESCRIBE <http://e.org/a>")).hasSize(1);
    assertThat(described("DESCRIBE <http://e.org/nothing>")).isEmpty();
  }

  @Test
  void describing_followsBlankNodes() throws Exception {
    publish(NESTED);
    List<Triple> statements = store.describing(List.of(iri("n"), A));
    assertThat(statements).hasSize(24).doesNotHaveDuplicates();
    Set<Node> reached = new HashSet<>(List.of(iri("n"), A));
    for (Triple triple : statements) {
      assertThat(reached).contains(triple.getSubject());
      reached.add(triple.getObject());
    }
  }

  @Test
  void whatIsSaid_isFoundByThingsAndProperties() {
    Set<Node> subjects = new HashSet<>();
    Set<Node> properties = new HashSet<>();
    List<Triple> all = new ArrayList<>();
    expected()
        .getDefaultGraph()
        .find()
        .filterKeep(triple -> triple.getSubject().isURI())
        .forEachRemaining(
            triple -> {
              all.add(triple);
              subjects.add(triple.getSubject());
              properties.add(triple.getPredicate());
            });
    subjects.add(iri("nobody"));
    assertThat(store.about(subjects, properties)).containsExactlyInAnyOrderElementsOf(all);
    assertThat(store.about(subjects, List.of(P)))
        .containsExactlyInAnyOrderElementsOf(
            all.stream().filter(triple -> triple.getPredicate().equals(P)).toList());
    Set<Node> described = store.described(subjects);
    subjects.remove(iri("nobody"));
    assertThat(described).isEqualTo(subjects);
  }

  @Test
  void slices_areTheWholeInTurn() {
    for (Node graph : List.of(Quad.defaultGraphIRI, G1)) {
      Quad pattern = Quad.create(graph, Node.ANY, P, Node.ANY);
      Set<Quad> seen = new HashSet<>();
      long count = store.count(pattern);
      for (int offset = 0; offset < count + 2; offset += 2) {
        seen.addAll(store.slice(pattern, offset, 2));
      }
      assertThat(seen).containsExactlyInAnyOrderElementsOf(all(expected().find(pattern)));
      assertThat(count).isEqualTo(seen.size());
      assertThat(store.slice(pattern, count, 10)).isEmpty();
      assertThat(store.slice(pattern, 1, 2)).isEqualTo(store.slice(pattern, 1, 2)).hasSize(2);
    }
  }

  @Test
  void slice_ofWhatIsWhollyGiven_isItOrNothing() {
    Quad there = Quad.create(Quad.defaultGraphIRI, A, P, B);
    Quad not = Quad.create(G1, A, Q, B);
    assertThat(store.slice(there, 0, 10)).containsExactly(there);
    assertThat(store.slice(there, 1, 10)).isEmpty();
    assertThat(store.count(there)).isOne();
    assertThat(store.slice(not, 0, 10)).isEmpty();
    assertThat(store.count(not)).isZero();
  }

  @Test
  void query_beyondItsLimit_isCancelled() throws Exception {
    publish(many());
    Query slow =
        QueryFactory.create(
            "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?c + ?f < ?i - 1000) }");
    assertThatThrownBy(
            () -> store.query(slow, Duration.ofMillis(300), exec -> exec.select().next()))
        .isInstanceOf(QueryCancelledException.class);
    store.check();
  }

  @Test
  void query_aborted_ends() throws Exception {
    publish(many());
    Query slow =
        QueryFactory.create(
            "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?c + ?f < ?i - 1000) }");
    assertThatThrownBy(
            () ->
                store.query(
                    slow,
                    exec -> {
                      Thread.ofVirtual().start(() -> abortSoon(exec));
                      exec.select().next();
                    }))
        .isInstanceOf(QueryCancelledException.class);
    store.check();
  }

  @Test
  void query_forSearchOrAnotherServer_isRefused() {
    String search = "SELECT ?s { { SELECT ?s { ?s <http://jena.apache.org/text#query> 'one' } } }";
    assertThatThrownBy(() -> rows(search))
        .isInstanceOf(QueryBuildException.class)
        .hasMessageContaining("text:query");
    assertThatThrownBy(() -> rows("SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }"))
        .isInstanceOf(QueryException.class);
  }

  @Test
  void manyReaders_eachGetTheirOwn() throws Exception {
    publish(many());
    List<Callable<Boolean>> tasks = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      int number = i;
      tasks.add(
          () ->
              rows("SELECT ?o { <http://e.org/s%d> <http://e.org/p> ?o }".formatted(number))
                  .equals(
                      List.of(
                          "\"%d\"^^<http://www.w3.org/2001/XMLSchema#integer>".formatted(number))));
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (Future<Boolean> task : threads.invokeAll(tasks)) {
        assertThat(task.get()).isTrue();
      }
    }
  }

  @Test
  void closed_isUnavailable() {
    store.check();
    store.close();
    assertThatThrownBy(() -> store.check()).isInstanceOf(StoreUnavailableException.class);
    assertThatThrownBy(() -> rows("SELECT * { ?s ?p ?o }"))
        .isInstanceOf(StoreUnavailableException.class);
  }

  private void publish(String data) throws Exception {
    store.close();
    store = open(TestStores.publish(state, E, data));
  }

  private static String many() {
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 500; i++) {
      many.append("<http://e.org/s%d> <http://e.org/p> %d .%n".formatted(i, i));
    }
    return many.toString();
  }

  private static void abortSoon(QueryExec exec) {
    try {
      Thread.sleep(200);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    exec.abort();
  }

  private static boolean add(DatasetGraph data, Quad quad) {
    data.add(quad);
    return true;
  }

  private static DatasetGraph expected() {
    DatasetGraph data = DatasetGraphFactory.create();
    RDFParser.fromString(DATA, Lang.TRIG).parse(data);
    List<Quad> named = all(data.findNG(Node.ANY, Node.ANY, Node.ANY, Node.ANY));
    named.forEach(quad -> data.getDefaultGraph().add(quad.asTriple()));
    return data;
  }

  private static Node iri(String name) {
    return NodeFactory.createURI(E + name);
  }

  /** Two names for the default graph are one. */
  private static List<Quad> all(Iterator<Quad> quads) {
    List<Quad> all = new ArrayList<>();
    quads.forEachRemaining(
        quad ->
            all.add(
                quad.isDefaultGraph() ? Quad.create(Quad.defaultGraphIRI, quad.asTriple()) : quad));
    return all;
  }

  private static List<Node> nodes(Iterator<Node> nodes) {
    List<Node> all = new ArrayList<>();
    nodes.forEachRemaining(all::add);
    return all;
  }

  private List<String> rows(String query) {
    List<String> rows = new ArrayList<>();
    store.query(
        QueryFactory.create(query),
        exec -> {
          var found = exec.select();
          var variables = found.getResultVars();
          found.forEachRemaining(
              row ->
                  rows.add(
                      String.join(
                          " ",
                          variables.stream()
                              .map(v -> row.contains(v) ? text(row.get(v)) : "-")
                              .toList())));
        });
    return rows;
  }

  private static String text(Node node) {
    return NodeFmtLib.strNT(node);
  }

  private boolean asked(String query) {
    return result(query, QueryExec::ask);
  }

  private List<Triple> constructed(String query) {
    return result(query, exec -> List.copyOf(exec.construct().find().toList()));
  }

  private List<Triple> described(String query) {
    return result(query, exec -> List.copyOf(exec.describe().find().toList()));
  }

  private <T> T result(String query, Function<QueryExec, T> reading) {
    List<T> found = new ArrayList<>();
    store.query(QueryFactory.create(query), exec -> found.add(reading.apply(exec)));
    return found.getFirst();
  }
}
