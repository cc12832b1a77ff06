package icc.lod.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CachingTest {
  private static final AtomicInteger READS = new AtomicInteger();
  private static TestServer server;

  @BeforeAll
  static void start() {
    Caching caching = Caching.of("7-abc", "ttl").at("/x.ttl").vary("Accept");
    server =
        TestServer.of(
            routes -> {
              routes.get(
                  "/x",
                  ctx -> {
                    if (!caching.answered(ctx)) {
                      READS.incrementAndGet();
                      byte[] body = "body ".repeat(1000).getBytes(StandardCharsets.UTF_8);
                      caching.send(ctx, "text/turtle", body);
                    }
                  });
              routes.get(
                  "/stream",
                  ctx ->
                      caching.stream(
                          ctx,
                          "text/turtle",
                          out -> out.write("streamed".getBytes(StandardCharsets.UTF_8))));
              routes.get("/early", ctx -> caching.stream(ctx, "text/turtle", out -> fail(out, 10)));
              routes.get(
                  "/late", ctx -> caching.stream(ctx, "text/turtle", out -> fail(out, 2_000_000)));
            });
  }

  /** Writes so many random bytes, closes as a careful writer does, and fails. */
  private static void fail(OutputStream out, int bytes) throws IOException {
    try (out) {
      byte[] noise = new byte[bytes];
      new Random(1).nextBytes(noise);
      out.write(noise);
      throw new IllegalStateException("the writer failed");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"identity", "gzip"})
  void stream_thatFailsBeforeAnythingIsSent_isAnErrorStatus(String coding) throws IOException {
    HttpResponse<String> answer = server.get("/early", "Accept-Encoding", coding);
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.headers().firstValue("etag")).isEmpty();
    assertThat(answer.headers().firstValue("content-encoding")).isEmpty();
    assertThat(answer.body()).contains("request id");
    assertThat(server.rawGet("/early", "Accept-Encoding: " + coding)).startsWith("HTTP/1.1 500");
  }

  @ParameterizedTest
  @CsvSource({
    "HTTP/1.1, identity",
    "HTTP/1.1, gzip",
    "HTTP/1.0, identity",
    "HTTP/1.0, gzip",
  })
  void stream_thatFailsUnderWay_neverLooksWhole(String version, String coding) {
    String request =
        "GET /late %s\r\nHost: localhost\r\nConnection: close\r\nAccept-Encoding: %s\r\n\r\n"
            .formatted(version, coding);
    assertThat(ended(request)).isFalse();
  }

  /** Whether the answer ended as a whole one does: the last chunk, or for HTTP/1.0 a proper end. */
  private static boolean ended(String request) {
    try {
      String answer = server.raw(request);
      return request.contains("HTTP/1.0") || answer.endsWith("\r\n0\r\n\r\n");
    } catch (IOException reset) {
      return false;
    }
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void nothingRead() {
    READS.set(0);
  }

  @Test
  void answer_carriesValidators() {
    HttpResponse<String> answer = server.get("/x");
    assertThat(answer.headers().firstValue("etag")).hasValue("\"7-abc-ttl\"");
    assertThat(answer.headers().firstValue("vary")).hasValue("Accept, Accept-Encoding");
    assertThat(answer.headers().firstValue("cache-control")).hasValue("public, no-cache");
    assertThat(answer.headers().firstValue("content-location")).hasValue("/x.ttl");
    assertThat(answer.headers().firstValue("content-length")).hasValue("5000");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"7-abc-ttl\"",
        "W/\"7-abc-ttl\"",
        "\"other\", \"7-abc-ttl\"",
        "\"with,comma\",W/\"7-abc-ttl\""
      })
  void known_304BeforeAnythingIsRead(String known) {
    HttpResponse<String> answer = server.get("/x", "If-None-Match", known);
    assertThat(answer.statusCode()).isEqualTo(304);
    assertThat(READS).hasValue(0);
    assertThat(answer.headers().firstValue("etag")).hasValue("\"7-abc-ttl\"");
    assertThat(answer.headers().firstValue("vary")).hasValue("Accept, Accept-Encoding");
    assertThat(answer.headers().firstValue("cache-control")).hasValue("public, no-cache");
    assertThat(answer.headers().firstValue("content-location")).hasValue("/x.ttl");
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void star_304OnceItExists() {
    assertThat(server.get("/x", "If-None-Match", "*").statusCode()).isEqualTo(304);
    assertThat(READS).hasValue(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"6-abc-ttl\"", "7-abc-ttl", "\"7-abc\"", "nonsense\""})
  void unknown_200(String known) {
    assertThat(server.get("/x", "If-None-Match", known).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gzip | true",
        "br, gzip;q=0.5 | true",
        "* | true",
        "gzip;q=0 | false",
        "*, gzip;q=0 | false",
        "identity | false"
      })
  void coding_hasATagOfItsOwn(String accepted, boolean coded) {
    HttpResponse<String> answer = server.get("/x", "Accept-Encoding", accepted);
    assertThat(answer.headers().firstValue("content-encoding").isPresent()).isEqualTo(coded);
    String tag = coded ? "\"7-abc-ttl-gzip\"" : "\"7-abc-ttl\"";
    assertThat(answer.headers().firstValue("etag")).hasValue(tag);
    HttpResponse<String> again =
        server.get("/x", "Accept-Encoding", accepted, "If-None-Match", tag);
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.headers().firstValue("etag")).hasValue(tag);
  }

  @Test
  void codedTag_isNotForThoseWhoCannotDecode() {
    assertThat(server.get("/x", "If-None-Match", "\"7-abc-ttl-gzip\"").statusCode()).isEqualTo(200);
  }

  @Test
  void stream_isCodedToo() {
    assertThat(server.get("/stream").body()).isEqualTo("streamed");
    assertThat(server.get("/stream", "Accept-Encoding", "gzip").headers().firstValue("etag"))
        .hasValue("\"7-abc-ttl-gzip\"");
    assertThat(server.send("HEAD", "/stream").body()).isEmpty();
  }
}
