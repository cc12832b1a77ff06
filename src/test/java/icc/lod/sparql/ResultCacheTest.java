package icc.lod.sparql;

import static icc.lod.sparql.SparqlSite.header;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ResultCacheTest {
  private static final String STATUS = "cache-status";
  private static final String HIT = "icc; hit";
  private static final String MISS = "icc; fwd=miss";

  /** All answers of the site together are larger, each is smaller than an eighth. */
  private static final long BYTES = 40_000;

  @TempDir Path state;
  private SparqlSite site;

  @BeforeEach
  void start() throws Exception {
    site = site(BYTES);
  }

  private SparqlSite site(long bytes) throws Exception {
    SparqlSettings settings = new SparqlSettings(Duration.ofSeconds(10)).keeping(bytes);
    return new SparqlSite(state, SparqlSite.DATA, settings);
  }

  @AfterEach
  void stop() {
    site.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {SparqlSite.ALL, SparqlSite.ASK, SparqlSite.CONSTRUCT, SparqlSite.DESCRIBE})
  void sameQuestion_hasTheSameAnswer(String query) {
    HttpResponse<String> first = site.get(query, "");
    HttpResponse<String> second = site.get(query, "");
    assertThat(header(first, STATUS)).isEqualTo(MISS);
    assertThat(header(second, STATUS)).isEqualTo(HIT);
    assertThat(second.body()).isEqualTo(first.body()).isNotEmpty();
    for (String name : new String[] {"etag", "icc-release", "icc-limits", "icc-complete", "vary"}) {
      assertThat(header(second, name)).as(name).isEqualTo(header(first, name));
    }
  }

  @Test
  void wayToAsk_doesNotMatter() {
    site.json(SparqlSite.LABELS);
    HttpResponse<String> posted =
        site.post(
            "application/sparql-query",
            "# labels\n" + SparqlSite.LABELS.replace(" ", "\n  "),
            "Accept",
            "application/sparql-results+json");
    assertThat(header(posted, STATUS)).isEqualTo(HIT);
    assertThat(header(posted, "cache-control")).isEqualTo("no-store");
  }

  @Test
  void otherQuestion_isAnotherAnswer() {
    site.json(SparqlSite.LABELS);
    assertThat(header(site.json(SparqlSite.LABELS + " LIMIT 2"), STATUS)).isEqualTo(MISS);
    assertThat(header(site.get(SparqlSite.LABELS, "&format=csv"), STATUS)).isEqualTo(MISS);
    String graph = "&default-graph-uri=" + SparqlSite.encode(SparqlSite.G1);
    HttpResponse<String> less = site.get(SparqlSite.LABELS, graph, "Accept", "*/*");
    assertThat(header(less, STATUS)).isEqualTo(MISS);
    assertThat(less.body()).contains("Lviv").doesNotContain("Kyiv");
  }

  @Test
  void sameWords_byAnotherBase_areAnotherQuestion() {
    String rest = "> SELECT ?p { <lviv> ?p ?o }";
    HttpResponse<String> some = site.json("BASE <" + SparqlSite.BASE + rest);
    HttpResponse<String> none = site.json("BASE <https://example.com/" + rest);
    assertThat(some.body()).contains("twin");
    assertThat(header(none, STATUS)).isEqualTo(MISS);
    assertThat(none.body()).doesNotContain("twin");
  }

  @ParameterizedTest
  @ValueSource(strings = {"NOW()", "RAND()", "UUID()", "STRUUID()"})
  void whatIsNewEachTime_isNeverKept(String function) {
    String query = "SELECT (" + function + " AS ?x) {}";
    site.json(query);
    assertThat(header(site.json(query), STATUS)).isEmpty();
  }

  @Test
  void page_saysHowLongItTook_andIsMadeAnew() {
    site.get(SparqlSite.ALL, "", "Accept", "text/html");
    assertThat(header(site.get(SparqlSite.ALL, "", "Accept", "text/html"), STATUS)).isEmpty();
  }

  @Test
  void failure_isNotKept() {
    String query =
        "SELECT (COUNT(*) AS ?total) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o . ?p ?q ?r FILTER(STRLEN(STR(?c)) + STRLEN(STR(?f)) > STRLEN(STR(?r)) + 9999) }";
    for (int i = 0; i < 2; i++) {
      HttpResponse<String> stopped = site.get(query, "&timeout=1", "Accept", "application/json");
      assertThat(stopped.statusCode()).isEqualTo(503);
    }
  }

  @Test
  void largeAnswer_isMadeAnew() {
    String query = "SELECT * { ?a ?b ?c . ?d ?e ?f }";
    site.json(query);
    assertThat(header(site.json(query), STATUS)).isEqualTo(MISS);
  }

  @Test
  void longQuery_isMadeAnew() {
    String query = SparqlSite.ASK + " #" + "x".repeat(16_384);
    site.post("application/sparql-query", query);
    assertThat(header(site.post("application/sparql-query", query), STATUS)).isEmpty();
  }

  @Test
  void memory_isBounded() {
    for (int i = 1; i <= 200; i++) {
      site.json(SparqlSite.LABELS + " LIMIT " + i);
    }
    int kept = 0;
    for (int i = 1; i <= 200; i++) {
      kept += header(site.json(SparqlSite.LABELS + " LIMIT " + i), STATUS).equals(HIT) ? 1 : 0;
    }
    assertThat(kept).isLessThan(60);
  }

  @Test
  void none_areKeptWhereNoneShall() throws Exception {
    try (SparqlSite none = site(0)) {
      none.json(SparqlSite.ALL);
      assertThat(header(none.json(SparqlSite.ALL), STATUS)).isEmpty();
    }
  }
}
