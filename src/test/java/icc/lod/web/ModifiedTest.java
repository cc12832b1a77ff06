package icc.lod.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Conditional requests of clients that know dates, but no entity tags (RFC 9110, 13.1.3). */
final class ModifiedTest {
  private static final Instant MADE = Instant.parse("2026-01-04T10:00:00Z");
  private static final AtomicReference<Optional<Instant>> SINCE = new AtomicReference<>();
  private static TestServer server;

  @BeforeAll
  static void start() {
    Caching caching = Caching.of("7-abc");
    byte[] body = "body".getBytes(StandardCharsets.UTF_8);
    server =
        TestServer.of(
            TestState.since(SINCE::get),
            routes -> {
              routes.get("/x", ctx -> caching.send(ctx, "text/turtle", body));
              routes.post("/x", ctx -> caching.send(ctx, "text/turtle", body));
              routes.get("/s", ctx -> caching.stream(ctx, "text/turtle", out -> out.write(body)));
              routes.get(
                  "/gone",
                  ctx -> {
                    if (!caching.answered(ctx)) {
                      throw Problem.notFound("Nothing is there.");
                    }
                  });
              routes.get(
                  "/more",
                  ctx -> {
                    Modified.unknown(ctx);
                    caching.send(ctx, "text/turtle", body);
                  });
            });
  }

  @BeforeEach
  void made() {
    SINCE.set(Optional.of(MADE));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/x    | Sun, 04 Jan 2026 10:00:00 GMT | 304",
        "/x    | Sun, 04 Jan 2026 10:00:01 GMT | 304",
        "/x    | Sunday, 04-Jan-26 10:00:00 GMT | 304",
        "/x    | Sun, 04 Jan 2026 09:59:59 GMT | 200",
        "/x    | yesterday | 200",
        "/s    | Sun, 04 Jan 2026 10:00:00 GMT | 304",
        "/more | Sun, 04 Jan 2026 10:00:00 GMT | 200",
        "/gone | Sun, 04 Jan 2026 10:00:00 GMT | 404",
      })
  void date_isCompared(String path, String date, int status) {
    HttpResponse<String> answer = server.get(path, "If-Modified-Since", date);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(server.send("HEAD", path, "If-Modified-Since", date).statusCode()).isEqualTo(status);
    if (status == 304) {
      assertThat(answer.body()).isEmpty();
      assertThat(answer.headers().firstValue("etag")).hasValue("\"7-abc\"");
    }
    assertThat(answer.headers().firstValue("last-modified").isPresent())
        .isEqualTo(path.equals("/x") || path.equals("/s"));
  }

  @Test
  void entityTag_winsOverDate() {
    String date = "Sun, 04 Jan 2026 10:00:00 GMT";
    assertThat(server.get("/x").headers().firstValue("last-modified")).hasValue(date);
    assertThat(server.get("/x", "If-Modified-Since", date, "If-None-Match", "\"6\"").statusCode())
        .isEqualTo(200);
  }

  @Test
  void post_hasNoDate() {
    HttpResponse<String> answer =
        server.send("POST", "/x", "If-Modified-Since", "Sun, 04 Jan 2026 10:00:00 GMT");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("last-modified")).isEmpty();
  }

  @Test
  void sameSecond_isNotTold() {
    SINCE.set(Optional.of(Instant.now().truncatedTo(ChronoUnit.SECONDS)));
    assertThat(server.get("/x").headers().firstValue("last-modified")).isEmpty();
  }
}
