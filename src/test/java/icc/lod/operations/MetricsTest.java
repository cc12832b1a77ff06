package icc.lod.operations;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import icc.lod.app.Service;
import icc.lod.config.Config;
import icc.lod.config.Setting;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** The figures and the access log of a whole service. */
final class MetricsTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final ListAppender<ILoggingEvent> LOG = new ListAppender<>();

  @TempDir static Path dir;
  private static Service service;

  @BeforeAll
  static void start() throws IOException {
    LOG.list = new CopyOnWriteArrayList<>();
    LOG.start();
    ((Logger) LoggerFactory.getLogger(AccessLog.class)).addAppender(LOG);
    Files.createDirectory(dir.resolve("ontology"));
    Files.createDirectory(dir.resolve("data"));
    Files.writeString(
        dir.resolve("data/a.ttl"), "<https://example.org/id/a> <https://example.org/p> \"A\" .");
    service = Service.start(config(Map.of()));
    service.publish();
  }

  @AfterAll
  static void stop() {
    service.close();
    ((Logger) LoggerFactory.getLogger(AccessLog.class)).detachAppender(LOG);
  }

  private static Config config(Map<String, String> environment) {
    return Config.load(
        Optional.empty(),
        environment,
        Map.of(
            Setting.ONTOLOGY, List.of(dir.resolve("ontology").toString()),
            Setting.DATA, List.of(dir.resolve("data").toString()),
            Setting.BASE, List.of("https://example.org/"),
            Setting.STATE, List.of(dir.resolve("state").toString()),
            Setting.PORT, List.of("0")),
        Optional.empty());
  }

  private static HttpResponse<String> send(String method, String path, String... headers) {
    URI uri = URI.create("http://127.0.0.1:" + service.port() + path);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri).method(method, BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return CLIENT.send(request.build(), BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String figures() {
    return send("GET", "/metrics").body();
  }

  /** Requests are counted once their answers have ended, which clients may know a little before. */
  private static void soon(Runnable assertion) {
    for (int i = 0; i < 50; i++) {
      try {
        assertion.run();
        return;
      } catch (AssertionError notYet) {
        pause();
      }
    }
    assertion.run();
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What a line with this beginning says; 0 when there is none. */
  private static double figure(String beginning) {
    return figures()
        .lines()
        .filter(line -> line.startsWith(beginning))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jvm_memory_used_bytes{",
        "jvm_threads_live_threads",
        "jvm_gc_",
        "process_cpu_usage",
        "process_files_open_files",
        "icc_release_number 1",
        "icc_release_age_seconds",
        "icc_release_triples 1",
        "icc_publish_seconds_count{outcome=\"published\"} 1",
      })
  void figures_ofTheProcessAndItsRelease(String beginning) {
    assertThat(figures().lines()).anyMatch(line -> line.startsWith(beginning));
  }

  @Test
  void requests_areCountedByRouteMethodAndStatus() {
    String one =
        "icc_http_requests_seconds_count{method=\"GET\",outcome=\"answered\","
            + "route=\"/doc/*\",status=\"2xx\"}";
    double before = figure(one);
    send("GET", "/doc/a.nt");
    soon(() -> assertThat(figure(one)).isGreaterThan(before));
    assertThat(figures()).contains("icc_http_requests_seconds_bucket{", "le=\"0.3\"");
  }

  @Test
  void queries_areCountedByOutcome() {
    send("GET", "/sparql?query=ASK%7B%7D");
    send("GET", "/sparql?query=NONSENSE");
    soon(
        () ->
            assertThat(figures())
                .contains("outcome=\"answered\",route=\"/sparql\"")
                .contains("outcome=\"refused\",route=\"/sparql\""));
  }

  @Test
  void revalidations_areCounted() {
    String hits = "icc_cache_revalidations_total{result=\"hit\"}";
    double before = figure(hits);
    String tag = send("GET", "/doc/a.nt").headers().firstValue("etag").orElseThrow();
    send("GET", "/doc/a.nt", "If-None-Match", tag);
    soon(() -> assertThat(figure(hits)).isEqualTo(before + 1));
  }

  @Test
  void manyAddressesAndMethods_makeNoMoreSeries() {
    List<String> warmUp = List.of("/doc/x", "/x", "/static/x", "/releases/9");
    warmUp.forEach(path -> send("GET", path));
    send("BREW", "/x");
    soon(() -> assertThat(figures()).contains("method=\"other\"", "route=\"/metrics\""));
    pause();
    long before = figures().lines().filter(line -> line.startsWith("icc_")).count();
    for (int i = 0; i < 100; i++) {
      int number = i;
      warmUp.forEach(path -> send("GET", path + number));
      send("BREW" + i, "/x" + i);
    }
    assertThat(figures().lines().filter(line -> line.startsWith("icc_")).count()).isEqualTo(before);
  }

  @Test
  void openMetrics_forThoseWhoAskForIt() {
    HttpResponse<String> answer =
        send("GET", "/metrics", "Accept", "application/openmetrics-text; version=1.0.0");
    assertThat(answer.headers().firstValue("content-type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/openmetrics-text"));
    assertThat(answer.body()).endsWith("# EOF\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"X-Forwarded-For", "Forwarded", "Via", "X-Real-IP"})
  void passedOnByAProxy_refused(String header) {
    HttpResponse<String> answer = send("GET", "/metrics", header, "192.0.2.1");
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("--public-metrics").doesNotContain("jvm_");
  }

  @Test
  void accessLog_isOneLineARequestWithoutWhatPeopleAsked() {
    LOG.list.clear();
    String id = "0123456789abcdef";
    String secret = "secret";
    send(
        "GET",
        "/search?q=" + secret,
        "X-Request-Id",
        id,
        "User-Agent",
        secret,
        "Referer",
        "http://" + secret);
    soon(() -> assertThat(lines()).filteredOn(line -> line.contains(id)).hasSize(1));
    assertThat(lines())
        .anyMatch(line -> line.matches(".*id=.*method=.*route=\"?/search.*status=.*ms=.*bytes=.*"))
        .noneMatch(line -> line.contains(secret) || line.contains("127.0.0.1"));
  }

  @Test
  void monitors_makeNoLines() {
    LOG.list.clear();
    figures();
    send("GET", "/health/live");
    send("GET", "/doc/a.nt");
    soon(() -> assertThat(lines()).anyMatch(line -> line.contains("/doc/*")));
    assertThat(lines()).noneMatch(line -> line.contains("/health/") || line.contains("/metrics"));
  }

  private static List<String> lines() {
    return LOG.list.stream().map(MetricsTest::line).toList();
  }

  private static String line(ILoggingEvent event) {
    String pairs =
        Stream.ofNullable(event.getKeyValuePairs())
            .flatMap(List::stream)
            .map(String::valueOf)
            .reduce("", (one, other) -> one + " " + other);
    return event.getLevel() + " " + event.getFormattedMessage() + pairs;
  }
}
