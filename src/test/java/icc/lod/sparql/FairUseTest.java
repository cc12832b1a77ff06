package icc.lod.sparql;

import static icc.lod.sparql.SparqlSite.header;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients who ask for much wait for each other, never others for them. */
final class FairUseTest {
  private static final String HEAVY =
      "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }";
  private static final int HEAVY_CLIENTS = 12;
  private static final String SMALL = "ASK { <n0> <next> <n1> }";

  @TempDir static Path state;
  private static SparqlSite site;

  @BeforeAll
  static void start() throws Exception {
    FairUse terms = new FairUse(Duration.ofSeconds(1), "X-Client");
    SparqlSettings settings = new SparqlSettings(Duration.ofSeconds(20)).shared(terms);
    site = new SparqlSite(state, LimitsTest.chain(2_000), settings);
    site.prepare();
  }

  @AfterAll
  static void stop() {
    site.close();
  }

  private static HttpResponse<String> ask(String client, String query) {
    return site.get(query, "", "Accept", "application/json", "X-Client", client);
  }

  @Test
  void whoUsesAllUp_isToldToWait_andOthersAreNot() {
    HttpResponse<String> first = ask("greedy", SMALL);
    assertThat(header(first, "ratelimit-policy")).isEqualTo("\"cpu\";q=1;w=60");
    assertThat(header(first, "ratelimit")).matches("\"cpu\";r=[01];t=\\d+");
    HttpResponse<String> stopped = ask("greedy", HEAVY);
    assertThat(stopped.statusCode()).as(stopped.body()).isIn(429, 503);
    HttpResponse<String> refused = ask("greedy", HEAVY);
    for (int i = 0; i < 10 && refused.statusCode() != 429; i++) {
      refused = ask("greedy", HEAVY);
    }
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(Integer.parseInt(header(refused, "retry-after"))).isBetween(1, 120);
    assertThat(refused.body()).contains("/dumps/").contains("/fragments").contains("budget");
    assertThat(header(ask("a proxy's word, greedy", SMALL), "ratelimit")).contains("r=0");
    assertThat(ask("modest", SMALL).statusCode()).isEqualTo(200);
  }

  @Test
  void newcomersSmallQuestions_doNotWaitBehindLargeOnes() {
    List<CompletableFuture<HttpResponse<String>>> heavy = new ArrayList<>();
    List<Long> waits = new ArrayList<>();
    try (ExecutorService clients = Executors.newFixedThreadPool(HEAVY_CLIENTS)) {
      for (int i = 0; i < HEAVY_CLIENTS; i++) {
        String client = "heavy-" + i;
        heavy.add(CompletableFuture.supplyAsync(() -> ask(client, HEAVY), clients));
      }
      for (int i = 0; i < 20; i++) {
        long start = System.nanoTime();
        assertThat(ask("light", SMALL).statusCode()).isEqualTo(200);
        waits.add((System.nanoTime() - start) / 1_000_000);
      }
    }
    // Timings belong to the bench; here: all were answered while the large ones were at work.
    assertThat(waits).allMatch(millis -> millis < 20_000);
    for (CompletableFuture<HttpResponse<String>> each : heavy) {
      HttpResponse<String> answer = each.join();
      assertThat(answer.statusCode()).isIn(429, 503);
      assertThat(answer.body()).containsAnyOf("busy", "timeout", "limit-exceeded", "budget");
    }
  }

  @Test
  void networkOfAVersion6Address_isOneClient() {
    Accounts accounts = new Accounts(new FairUse(Duration.ofSeconds(1), "X-Client"));
    assertThat(accounts.named("2001:db8:1:2::1")).isSameAs(accounts.named("2001:db8:1:2:ffff::9"));
    assertThat(accounts.named("2001:db8:1:2::1")).isNotSameAs(accounts.named("2001:db8:1:3::1"));
    assertThat(accounts.named("192.0.2.1")).isNotSameAs(accounts.named("192.0.2.2"));
    assertThat(accounts.named("not:an:address")).isSameAs(accounts.named("not:an:address"));
  }

  @Test
  void holder_hasNoLessThanOthers() {
    Duration minute = Duration.ofMinutes(1);
    assertThat(new FairUse(minute, Duration.ofSeconds(1), "").held().budget()).isEqualTo(minute);
    assertThat(new FairUse(Duration.ofSeconds(1), minute, "").held().budget()).isEqualTo(minute);
    assertThat(FairUse.UNLIMITED.held()).isEqualTo(FairUse.UNLIMITED);
  }
}
