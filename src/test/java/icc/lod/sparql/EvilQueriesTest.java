package icc.lod.sparql;

import static org.assertj.core.api.Assertions.assertThat;

import icc.lod.sparql.EvilQueries.Evil;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.apache.jena.atlas.json.JSON;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sixty evil queries, eight at a time: each ends in time and with a clear word. */
final class EvilQueriesTest {
  private static final Duration LIMIT = Duration.ofSeconds(1);

  /** Far beyond what it takes: a machine may have other work, and this is no measurement. */
  private static final Duration LATEST = Duration.ofSeconds(30);

  private static final String BUSY = "503 Too many queries are at work";

  private static final int AT_ONCE = 8;
  private static final int CHAIN = 20_000;

  @TempDir static Path state;
  private static SparqlSite site;

  @BeforeAll
  static void start() throws Exception {
    SparqlSettings settings = new SparqlSettings(LIMIT, 64 * 1024, 1 << 20);
    site = new SparqlSite(state, LimitsTest.chain(CHAIN), settings);
  }

  @AfterAll
  static void stop() {
    site.close();
  }

  /** What came of a query, and how long it took. */
  private record Met(Evil evil, String what, Duration taken) {}

  private static Met meet(Evil evil) {
    Met met;
    do {
      met = ask(evil);
      // Long ones are read one after the other: who is told to come again does.
    } while (evil.end() == EvilQueries.End.REFUSED && met.what().startsWith(BUSY));
    return met;
  }

  private static Met ask(Evil evil) {
    long start = System.nanoTime();
    String what;
    try {
      HttpResponse<String> answer = site.post("application/sparql-query", evil.query());
      what = answer.statusCode() + " " + reason(answer);
    } catch (UncheckedIOException | IllegalStateException e) {
      what = "broken off";
    }
    return new Met(evil, what, Duration.ofNanos(System.nanoTime() - start));
  }

  private static String reason(HttpResponse<String> answer) {
    return answer.statusCode() == 200
        ? ""
        : JSON.parse(answer.body()).get("detail").getAsString().value();
  }

  private static boolean asExpected(Met met) {
    return switch (met.evil().end()) {
      case STOPPED -> met.what().startsWith("503");
      case REFUSED -> met.what().startsWith("400");
      case BROKEN -> met.what().equals("broken off");
      case ANY -> met.what().matches("(?s)(200|400|503).*");
    };
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    for (int i = 0; i < 100 && !condition.getAsBoolean(); i++) {
      Thread.sleep(50);
    }
  }

  @Test
  void evilQueries_endInTime_andLeaveNothingBehind() throws Exception {
    List<Met> all = new ArrayList<>();
    try (ExecutorService clients = Executors.newFixedThreadPool(AT_ONCE)) {
      List<Future<Met>> meetings = new ArrayList<>();
      EvilQueries.all().forEach(evil -> meetings.add(clients.submit(() -> meet(evil))));
      for (Future<Met> meeting : meetings) {
        all.add(meeting.get());
      }
    }
    assertThat(all).hasSizeGreaterThanOrEqualTo(60);
    assertThat(all).filteredOn(met -> !asExpected(met)).isEmpty();
    assertThat(all).filteredOn(met -> met.taken().compareTo(LATEST) > 0).isEmpty();
    await(() -> site.atWork().isEmpty());
    assertThat(site.atWork()).isEmpty();
    assertThat(site.json("ASK { <n0> <next> <n1> }").body()).contains("true");
  }
}
