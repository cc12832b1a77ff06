package icc.lod.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told of requests, and the ids they have. */
final class TrafficTest {
  private static final BlockingQueue<Exchange> SEEN = new LinkedBlockingQueue<>();
  private static TestServer server;

  @BeforeAll
  static void start() {
    WebSettings settings = WebSettings.loopback(0);
    server =
        TestServer.watched(
            settings,
            new Pages(settings, () -> Site.NONE),
            SEEN::add,
            routes -> {
              routes.get("/doc/*", ctx -> ctx.result("text"));
              routes.get(
                  "/tired",
                  ctx -> {
                    throw Problem.unavailable("tired", 1).with("reason", "timeout");
                  });
              routes.get(
                  "/broken",
                  ctx ->
                      Caching.of("x").stream(
                          ctx,
                          "text/plain",
                          out -> {
                            out.write(new byte[1_000_000]);
                            throw new IllegalStateException("the writer failed");
                          }));
            });
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void forget() {
    SEEN.clear();
  }

  private static Exchange seen() throws InterruptedException {
    Exchange exchange = SEEN.poll(5, TimeUnit.SECONDS);
    assertThat(exchange).isNotNull();
    return exchange;
  }

  @Test
  void answer_isToldByPatternNotByPath() throws Exception {
    server.get("/doc/secret?name=secret");
    Exchange seen = seen();
    assertThat(seen.route()).isEqualTo("/doc/*");
    assertThat(seen.method()).isEqualTo("GET");
    assertThat(seen.status()).isEqualTo(200);
    assertThat(seen.bytes()).isEqualTo(4);
    assertThat(seen.whole()).isTrue();
    assertThat(seen.reason()).isEmpty();
    assertThat(seen.toString()).doesNotContain("secret");
  }

  @Test
  void problem_isToldWithItsReason() throws Exception {
    server.get("/tired");
    Exchange seen = seen();
    assertThat(seen.status()).isEqualTo(503);
    assertThat(seen.reason()).isEqualTo("timeout");
  }

  @Test
  void head_isTold() throws Exception {
    server.send("HEAD", "/doc/a", "If-None-Match", "\"x\"");
    Exchange seen = seen();
    assertThat(seen.method()).isEqualTo("HEAD");
    assertThat(seen.bytes()).isZero();
    assertThat(seen.conditional()).isTrue();
  }

  @Test
  void brokenAnswer_isToldAsOne() throws Exception {
    try {
      server.rawGet("/broken");
    } catch (IOException reset) {
      // It is to be.
    }
    assertThat(seen().whole()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NONSENSE\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabc",
        "GET /nowhere HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
      })
  void noRoute_isToldAsNone(String request) throws Exception {
    server.raw(request);
    Exchange seen = seen();
    assertThat(seen.route()).isEqualTo(Exchange.NO_ROUTE);
    assertThat(seen.status()).isBetween(400, 499);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0123456789abcdef0123456789abcdef", "7d4e1c52-2f0b-4a8e-9a59-000000000000"})
  void id_thatIsOne_isTakenOver(String id) throws Exception {
    HttpResponse<String> answer = server.get("/tired", "X-Request-Id", id);
    assertThat(answer.headers().allValues("x-request-id")).isEqualTo(List.of(id));
    assertThat(answer.body()).contains("\"instance\" : \"/tired#" + id + "\"");
    assertThat(seen().id()).isEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"short", "a@b.example-and-more", "<script>alert</script>", "a b c d e f g h"})
  void id_thatIsNone_isReplaced(String id) throws Exception {
    HttpResponse<String> answer = server.get("/doc/a", "X-Request-Id", id);
    assertThat(answer.headers().firstValue("x-request-id").orElseThrow())
        .matches("[0-9a-f-]{13}")
        .isEqualTo(seen().id());
  }
}
