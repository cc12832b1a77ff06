package icc.lod.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The end of a server: notice, then nobody new, then nobody. */
final class StoppingTest {
  private static final int LONG = 30_000_000;

  private TestServer server = start(Duration.ZERO, Duration.ofSeconds(20));

  private static TestServer start(Duration notice, Duration patience) {
    WebSettings settings =
        new WebSettings(
            "127.0.0.1",
            0,
            PublicUrl.NONE,
            WebSettings.DEFAULT_LANGUAGES,
            MapTiles.NONE,
            new Stopping(notice, patience),
            false,
            0,
            Duration.ZERO);
    Pages pages = new Pages(settings, () -> Site.NONE);
    return TestServer.of(
        settings,
        pages,
        Faults.none(),
        new Health(() -> {}),
        routes ->
            routes.get(
                "/long",
                ctx ->
                    Caching.of("x").stream(
                        ctx,
                        "text/plain",
                        out -> {
                          byte[] part = new byte[LONG / 100];
                          for (int i = 0; i < 100; i++) {
                            out.write(part);
                          }
                        })));
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void notice_isNotReadyAndAnswersAllTheSame() throws Exception {
    server.close();
    server = start(Duration.ofSeconds(3), Duration.ofSeconds(1));
    assertThat(server.get("/health/live").statusCode()).isEqualTo(200);
    CompletableFuture<Void> end = CompletableFuture.runAsync(server::close);
    HttpResponse<String> ready = server.get("/health/ready");
    for (int i = 0; i < 50 && ready.statusCode() == 200; i++) {
      Thread.sleep(10);
      ready = server.get("/health/ready");
    }
    assertThat(ready.statusCode()).isEqualTo(503);
    assertThat(ready.headers().firstValue("retry-after")).isPresent();
    assertThat(ready.body()).contains("stopping");
    HttpResponse<String> other = server.get("/health/live");
    assertThat(other.statusCode()).isEqualTo(200);
    assertThat(other.headers().firstValue("connection")).hasValue("close");
    end.get(10, TimeUnit.SECONDS);
  }

  @Test
  void slowReader_hasAllOfItsAnswer_whileNewRequestsAreRefused() throws Exception {
    try (Socket slow = ask("/long")) {
      byte[] first = slow.getInputStream().readNBytes(100_000);
      CompletableFuture<Void> end = CompletableFuture.runAsync(server::close);
      HttpResponse<String> late = server.get("/health/live");
      for (int i = 0; i < 50 && late.statusCode() == 200; i++) {
        Thread.sleep(10);
        late = server.get("/health/live");
      }
      assertThat(late.statusCode()).isEqualTo(503);
      assertThat(late.headers().firstValue("retry-after")).isPresent();
      assertThat(late.headers().firstValue("connection")).hasValue("close");
      assertThat(late.body()).contains("\"status\" : 503");
      assertThat(end).isNotDone();
      byte[] rest = slow.getInputStream().readAllBytes();
      assertThat(first.length + rest.length).isGreaterThan(LONG);
      assertThat(new String(rest, StandardCharsets.ISO_8859_1)).endsWith("\r\n0\r\n\r\n");
      end.get(10, TimeUnit.SECONDS);
    }
  }

  @Test
  void readerWhoNeverReads_isBrokenOffVisibly() throws Exception {
    server.close();
    server = start(Duration.ZERO, Duration.ofMillis(300));
    try (Socket stuck = ask("/long")) {
      stuck.getInputStream().readNBytes(100_000);
      long start = System.nanoTime();
      server.close();
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
      assertThat(readsToAProperEnd(stuck)).isFalse();
    }
  }

  private static boolean readsToAProperEnd(Socket socket) {
    try {
      byte[] rest = socket.getInputStream().readAllBytes();
      return new String(rest, StandardCharsets.ISO_8859_1).endsWith("\r\n0\r\n\r\n");
    } catch (IOException reset) {
      return false;
    }
  }

  private Socket ask(String path) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
    socket.setSoTimeout(20_000);
    String request = "GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    return socket;
  }
}
