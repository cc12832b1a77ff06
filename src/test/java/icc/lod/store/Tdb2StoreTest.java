package icc.lod.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class Tdb2StoreTest {
  private static final Duration AMPLE = Duration.ofSeconds(30);
  private static final String DATA =
      """
      <http://g/1> { <x:a> <x:p> "in one" } <http://g/2> { <x:a> <x:p> "in two" }
      """;

  @TempDir Path state;

  @Test
  void query_describeFrom_seesThoseGraphsOnly() throws Exception {
    TestStores.publish(state, "http://example.org/", DATA);
    try (CurrentStore current = TestStores.open(state);
        Lease lease = current.lease()) {
      assertThat(described(lease.store(), "DESCRIBE <x:a> FROM <http://g/2>"))
          .containsExactly("in two");
      assertThat(described(lease.store(), "DESCRIBE <x:a>")).hasSize(2);
    }
  }

  @Test
  void query_beyondItsLimit_isCancelled() throws Exception {
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 500; i++) {
      many.append("<x:s%d> <x:p> %d .%n".formatted(i, i));
    }
    TestStores.publish(state, "http://example.org/", many.toString());
    Query slow =
        QueryFactory.create(
            "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?c + ?f < ?i - 1000) }");
    try (CurrentStore current = TestStores.open(state);
        Lease lease = current.lease()) {
      Store store = lease.store();
      assertThatThrownBy(
              () -> store.query(slow, Duration.ofMillis(200), exec -> exec.select().next()))
          .isInstanceOf(QueryCancelledException.class);
      store.check();
    }
  }

  private static List<String> described(Store store, String query) {
    List<String> values = new ArrayList<>();
    store.query(
        QueryFactory.create(query),
        AMPLE,
        exec ->
            exec.describe()
                .find()
                .forEach(triple -> values.add(triple.getObject().getLiteralLexicalForm())));
    return values;
  }
}
