package icc.lod.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetOps;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Probes of GH-3751 and GH-3763: a pattern that receives no rows gives no rows. */
final class EmptyInputExecutorTest {
  @TempDir Path state;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * { VALUES ?o {} ?o :q ?x ; :r ?y }",
        "SELECT * { ?s :none+ ?o . ?o :q ?x ; :r ?y }",
        "SELECT * { { SELECT ?o { ?s :none ?o } } ?o :q ?x ; :r ?y }",
        "SELECT * { GRAPH :g { VALUES ?o {} ?o :q ?x ; :r ?y } }",
        "SELECT * { GRAPH ?g { ?s :none+ ?o . ?o :q ?x ; :r ?y } }",
        "SELECT * { VALUES ?o {} ?o :q ?x ; :r ?y FILTER(?x != ?y) }",
        "SELECT * { GRAPH :g { VALUES ?o {} ?o :q ?x ; :r ?y FILTER(?x != ?y) } }",
        "SELECT * { ?s :none ?o OPTIONAL { ?o :q ?x ; :r ?y } }",
        "SELECT * { VALUES ?o {} { ?o :q ?x ; :r ?y } UNION { ?o :r ?x ; :q ?y } }"
      })
  void noInput_noRows(String text) throws Exception {
    TestStores.publish(
        state,
        "http://example.org/",
        "@prefix : <http://example.org/> . :s :p :o . :o :q 1 ; :r 2" + " . :g { :o :q 1 ; :r 2 }");
    Query query = QueryFactory.create("PREFIX : <http://example.org/> " + text);
    AtomicLong rows = new AtomicLong(-1);
    try (CurrentStore store = TestStores.open(state);
        Lease lease = store.lease()) {
      lease.store().query(query, exec -> rows.set(count(exec.select())));
    }
    assertThat(rows).hasValue(0);
  }

  private static long count(RowSet rowSet) {
    return RowSetOps.count(rowSet);
  }
}
