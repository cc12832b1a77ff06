package icc.lod.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.query.QueryFactory;
import org.junit.jupiter.api.Test;

final class Tdb2StoreTest extends StoreContract {
  private static final Duration AMPLE = Duration.ofSeconds(30);
  private static final String DATA =
      """
      <http://g/1> { <x:a> <x:p> "in one" } <http://g/2> { <x:a> <x:p> "in two" }
      """;

  @Override
  Store open(Release release) {
    return Tdb2Store.open(release.database());
  }

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
