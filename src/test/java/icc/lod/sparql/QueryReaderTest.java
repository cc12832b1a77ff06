package icc.lod.sparql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import icc.lod.web.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class QueryReaderTest {
  private static final String BASE = "http://x/";

  private final QueryReader reading = new QueryReader();

  private SparqlQuery read(String query, String... graphs) {
    SparqlRequest request =
        new SparqlRequest(query, List.of(graphs), List.of(), "", Duration.ofSeconds(30));
    return reading.read(request, BASE, Map.of());
  }

  private static String values(int count) {
    String all =
        IntStream.range(0, count).mapToObj(Integer::toString).collect(Collectors.joining(" "));
    return "SELECT * { VALUES ?v { " + all + " } }";
  }

  @Test
  void again_isNotReadAgain() {
    SparqlQuery first = read("SELECT * { ?s ?p ?o }");
    assertThat(read("SELECT * { ?s ?p ?o }")).isSameAs(first);
    assertThat(read("SELECT * { ?s ?p ?o } ")).as("by its text").isNotSameAs(first);
    assertThat(read("SELECT * { ?s ?p ?o }", "http://x/g").query().getGraphURIs())
        .as("of other graphs")
        .containsExactly("http://x/g");
    assertThat(first.query().getGraphURIs()).isEmpty();
  }

  @Test
  void limited_isAnother() {
    SparqlQuery all = read("SELECT * { ?s ?p ?o }");
    SparqlQuery few = all.limited(5);
    assertThat(few.query().getLimit()).isEqualTo(5);
    assertThat(few.written()).contains("LIMIT").isNotEqualTo(all.written());
    assertThat(all.query().hasLimit()).isFalse();
    assertThat(few.limited(6)).as("has few enough").isSameAs(few);
  }

  @Test
  void long_isReadAsShortOnesAre() {
    String query = values(10_000);
    assertThat(query.length()).isGreaterThan(QueryReader.LONG);
    assertThat(read(query).form()).isEqualTo(QueryForm.SELECT);
    assertThat(read("ASK {}").form()).isEqualTo(QueryForm.ASK);
  }

  @Test
  void long_wrong_isRefusedWithItsPlace() {
    assertThatThrownBy(() -> read(values(10_000) + " nonsense"))
        .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.status()).isEqualTo(400))
        .hasMessageContaining("nonsense");
    assertThatThrownBy(() -> read("ASK " + "{".repeat(20_000)))
        .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.status()).isEqualTo(400));
  }

  @Test
  void long_many_areReadInTurnOrToldToWait() throws Exception {
    String query = values(100_000);
    int many = 3 * QueryReader.MOST_WAITING;
    try (ExecutorService clients = Executors.newFixedThreadPool(many)) {
      List<Callable<Integer>> all = new ArrayList<>();
      for (int i = 0; i < many; i++) {
        all.add(() -> status(query));
      }
      List<Integer> statuses = new ArrayList<>();
      for (Future<Integer> each : clients.invokeAll(all)) {
        statuses.add(each.get());
      }
      assertThat(statuses).contains(200, 503).containsOnly(200, 503);
    }
    assertThat(status(values(10_000))).as("the turn is given back").isEqualTo(200);
  }

  private int status(String query) {
    try {
      read(query);
      return 200;
    } catch (Problem refused) {
      return refused.status();
    }
  }
}
