package icc.lod.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.http.Context;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadyAnswersTest {
  private static final Instant MADE = Instant.parse("2026-01-04T10:00:00Z");

  /** Longer than what is sent uncoded. */
  private static final String LONG = "word ".repeat(500);

  private final AtomicReference<Optional<String>> release =
      new AtomicReference<>(Optional.of("7-abc"));
  private final AtomicReference<Optional<Instant>> since = new AtomicReference<>(Optional.of(MADE));
  private final AtomicInteger made = new AtomicInteger();
  private volatile CountDownLatch held = new CountDownLatch(0);
  private TestServer server;

  @BeforeEach
  void start() {
    server = keeping(1 << 20);
  }

  private TestServer keeping(long bytes) {
    return TestServer.keeping(
        bytes,
        new TestState(since::get, release::get),
        routes -> {
          routes.get("/doc", this::document);
          routes.get("/more", ctx -> answer(ctx, Caching.of("7-abc", "more"), LONG));
          routes.get("/large", ctx -> document(ctx, "x".repeat(1 << 18)));
          routes.get(
              "/cookie",
              ctx -> {
                ctx.res().addHeader("Set-Cookie", "a=b");
                document(ctx, LONG);
              });
        });
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void document(Context ctx) {
    document(ctx, LONG);
  }

  private void document(Context ctx, String text) {
    String now = release.get().orElse("none");
    Caching caching =
        Caching.of(now, String.valueOf(ctx.header("Accept")))
            .vary("Accept")
            .at("/doc.txt")
            .decidedBy(now);
    answer(ctx, caching, now + " " + text);
  }

  private void answer(Context ctx, Caching caching, String text) {
    if (caching.answered(ctx)) {
      return;
    }
    made.incrementAndGet();
    try {
      held.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    ctx.header("Link", "</>; rel=up");
    caching.send(ctx, "text/plain", text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void whatWasMade_isSentAgainAsItIs() {
    HttpResponse<String> first = server.get("/doc", "Accept", "text/plain");
    HttpResponse<String> second = server.get("/doc", "Accept", "text/plain");
    assertThat(made).hasValue(1);
    assertThat(second.body()).isEqualTo(first.body());
    List<String> ofOneRequest = List.of("date", "x-request-id");
    first
        .headers()
        .map()
        .forEach(
            (name, values) -> {
              if (!ofOneRequest.contains(name)) {
                assertThat(second.headers().allValues(name)).as(name).isEqualTo(values);
              }
            });
    assertThat(second.headers().map().keySet()).isEqualTo(first.headers().map().keySet());
    assertThat(second.headers().firstValue("x-request-id"))
        .isNotEqualTo(first.headers().firstValue("x-request-id"));
  }

  @Test
  void eachCoding_hasItsOwn() {
    server.get("/doc", "Accept", "text/plain");
    HttpResponse<String> coded =
        server.get("/doc", "Accept", "text/plain", "Accept-Encoding", "gzip");
    assertThat(made).hasValue(2);
    assertThat(coded.headers().firstValue("content-encoding")).contains("gzip");
    String again = server.get("/doc", "Accept", "text/plain").body();
    assertThat(again).endsWith(LONG);
    HttpResponse<String> codedAgain =
        server.get("/doc", "Accept", "text/plain", "Accept-Encoding", "br, gzip");
    assertThat(codedAgain.headers().firstValue("etag").orElseThrow()).endsWith("-gzip\"");
    assertThat(made).hasValue(2);
  }

  @Test
  void sameWish_inOtherWords_findsIt() {
    server.get("/doc", "Accept", "text/plain", "Accept-Language", "uk");
    server.get("/doc", "Accept", "text/plain", "Accept-Language", "en, uk;q=0.5");
    assertThat(made).hasValue(1);
  }

  @Test
  void otherWish_isAnotherAnswer() {
    server.get("/doc", "Accept", "text/plain");
    server.get("/doc", "Accept", "text/*");
    server.get("/doc?x=1", "Accept", "text/plain");
    assertThat(made).hasValue(3);
  }

  @Test
  void head_hasTheFieldsAndNoBody() {
    HttpResponse<String> get = server.get("/doc", "Accept", "text/plain");
    HttpResponse<String> head = server.send("HEAD", "/doc", "Accept", "text/plain");
    assertThat(made).hasValue(1);
    assertThat(head.body()).isEmpty();
    assertThat(head.headers().firstValue("content-length"))
        .isEqualTo(get.headers().firstValue("content-length"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"TAG", "W/TAG", "\"x\", TAG", "*"})
  void whoHasIt_gets304(String field) {
    HttpResponse<String> first = server.get("/doc", "Accept", "text/plain");
    String tag = first.headers().firstValue("etag").orElseThrow();
    HttpResponse<String> same =
        server.get("/doc", "Accept", "text/plain", "If-None-Match", field.replace("TAG", tag));
    assertThat(same.statusCode()).isEqualTo(304);
    assertThat(same.body()).isEmpty();
    for (String name :
        List.of("etag", "vary", "cache-control", "content-location", "last-modified")) {
      assertThat(same.headers().allValues(name)).isEqualTo(first.headers().allValues(name));
    }
    assertThat(same.headers().firstValue("content-type")).isEmpty();
  }

  @Test
  void cachesOfTheOperator_areToldMore() {
    for (int i = 0; i < 2; i++) {
      HttpResponse<String> ready = server.get("/doc", "Accept", "text/plain");
      assertThat(ready.headers().firstValue("cdn-cache-control")).contains("public, max-age=5");
      assertThat(ready.headers().firstValue("surrogate-key")).contains("release-7-abc");
      assertThat(ready.headers().firstValue("cache-control")).contains("public, no-cache");
    }
    assertThat(server.get("/more").headers().firstValue("cdn-cache-control")).isEmpty();
  }

  @Test
  void whoHasAnother_getsIt() {
    server.get("/doc", "Accept", "text/plain");
    assertThat(server.get("/doc", "Accept", "text/plain", "If-None-Match", "\"x\"").statusCode())
        .isEqualTo(200);
  }

  @Test
  void dates_areComparedAsTheyAreNow() {
    server.get("/doc", "Accept", "text/plain");
    String date = "Sun, 04 Jan 2026 10:00:00 GMT";
    assertThat(server.get("/doc", "Accept", "text/plain", "If-Modified-Since", date).statusCode())
        .isEqualTo(304);
    // As after a rollback: the same release, current since another moment.
    since.set(Optional.of(MADE.plusSeconds(60)));
    HttpResponse<String> later =
        server.get("/doc", "Accept", "text/plain", "If-Modified-Since", date);
    assertThat(later.statusCode()).isEqualTo(200);
    assertThat(later.headers().firstValue("last-modified"))
        .contains("Sun, 04 Jan 2026 10:01:00 GMT");
  }

  @Test
  void otherRelease_forgetsAll() {
    server.get("/doc", "Accept", "text/plain");
    release.set(Optional.of("8-def"));
    assertThat(server.get("/doc", "Accept", "text/plain").body()).startsWith("8-def");
    release.set(Optional.of("7-abc"));
    assertThat(server.get("/doc", "Accept", "text/plain").body()).startsWith("7-abc");
    assertThat(made.get()).isGreaterThanOrEqualTo(3);
  }

  @Test
  void whatWasAskedMost_isReadyAfterASwitch() throws Exception {
    server.get("/doc", "Accept", "text/plain");
    server.get("/doc?i=1", "Accept", "text/plain", "Accept-Encoding", "gzip");
    release.set(Optional.of("8-def"));
    server.get("/more");
    Instant end = Instant.now().plusSeconds(20);
    while (made.get() < 5 && Instant.now().isBefore(end)) {
      Thread.sleep(10);
    }
    assertThat(made).hasValue(5);
    assertThat(server.get("/doc", "Accept", "text/plain").body()).startsWith("8-def");
    server.get("/doc?i=1", "Accept", "text/plain", "Accept-Encoding", "gzip");
    assertThat(made).hasValue(5);
  }

  @Test
  void whatMoreDecides_isMadeEachTime() {
    server.get("/more");
    server.get("/more");
    server.get("/cookie", "Accept", "text/plain");
    server.get("/cookie", "Accept", "text/plain");
    server.get("/doc", "Accept", "a/b", "Accept-Datetime", "Thu, 01 Jan 2026 00:00:00 GMT");
    server.get("/doc", "Accept", "a/b", "Accept-Datetime", "Thu, 01 Jan 2026 00:00:00 GMT");
    assertThat(made).hasValue(6);
  }

  @Test
  void noRelease_isNeverReady() {
    release.set(Optional.empty());
    server.get("/doc", "Accept", "text/plain");
    server.get("/doc", "Accept", "text/plain");
    assertThat(made).hasValue(2);
  }

  @Test
  void largeAnswer_doesNotDriveOutOthers() {
    server.get("/large", "Accept", "text/plain");
    server.get("/large", "Accept", "text/plain");
    assertThat(made).hasValue(2);
  }

  @Test
  void memory_isBounded() {
    for (int i = 0; i < 1000; i++) {
      server.get("/doc?i=" + i, "Accept", "text/plain");
    }
    assertThat(server.ready().bytes()).isBetween(1L, 1L << 20);
  }

  @Test
  void nothing_isKeptWhereNoneShall() {
    try (TestServer none = keeping(0)) {
      none.get("/doc", "Accept", "text/plain");
      none.get("/doc", "Accept", "text/plain");
      assertThat(made).hasValue(2);
    }
  }

  @Test
  void many_waitForOneThatMakesIt() throws Exception {
    held = new CountDownLatch(1);
    try (ExecutorService clients = Executors.newFixedThreadPool(8)) {
      List<Future<HttpResponse<String>>> answers = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        Callable<HttpResponse<String>> ask = () -> server.get("/doc", "Accept", "text/plain");
        answers.add(clients.submit(ask));
      }
      while (made.get() == 0) {
        Thread.onSpinWait();
      }
      held.countDown();
      for (Future<HttpResponse<String>> answer : answers) {
        assertThat(answer.get().body()).endsWith(LONG);
      }
    }
    assertThat(made).hasValue(1);
  }
}
