package icc.lod.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ServerTest {
  private static final class StoreIsDown extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private static TestServer server;

  @BeforeAll
  static void start() {
    WebSettings settings = WebSettings.loopback(0);
    Faults faults =
        fault ->
            fault instanceof StoreIsDown
                ? Optional.of(Problem.unavailable("The store is down.", 7))
                : Optional.empty();
    Pages pages = new Pages(settings, () -> new Site("7", "https://example.org/licence"));
    server =
        TestServer.of(
            settings,
            pages,
            faults,
            new Health(() -> {}),
            routes -> {
              routes.get("/text", ctx -> ctx.result("text".repeat(1000)));
              routes.post("/text", ctx -> ctx.result("posted"));
              routes.get("/folder/", ctx -> ctx.result("folder"));
              routes.get(
                  "/down",
                  ctx -> {
                    throw new StoreIsDown();
                  });
              routes.get(
                  "/fault",
                  ctx -> {
                    throw new IllegalArgumentException("a secret <b>");
                  });
              routes.get(
                  "/deep",
                  ctx -> {
                    throw new StackOverflowError();
                  });
              routes.get("/any/*", ctx -> ctx.result(ctx.path()));
            });
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/text", "/health/live", "/nothing", "/fault", "/static/web/site.css"})
  void head_sameHeadersAsGet(String path) {
    HttpResponse<String> get = server.get(path);
    HttpResponse<String> head = server.send("HEAD", path);
    assertThat(head.statusCode()).isEqualTo(get.statusCode());
    assertThat(head.body()).isEmpty();
    for (String name : get.headers().map().keySet()) {
      if (!name.equals("date") && !name.equals("x-request-id")) {
        assertThat(head.headers().allValues(name))
            .as(name)
            .isEqualTo(get.headers().allValues(name));
      }
    }
    assertThat(head.headers().firstValue("content-length")).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/text", "/nothing", "/fault", "/down", "/deep"})
  void cors_onEveryAnswer(String path) {
    HttpResponse<String> answer = server.get(path, "Origin", "https://elsewhere.example");
    assertThat(answer.headers().firstValue("access-control-allow-origin")).hasValue("*");
    assertThat(answer.headers().firstValue("access-control-expose-headers"))
        .hasValueSatisfying(names -> assertThat(names).contains("ETag", "Link"));
  }

  @Test
  void preflight_allowsWhatTheRouteAnswers() {
    HttpResponse<String> answer =
        server.send(
            "OPTIONS",
            "/text",
            "Origin",
            "https://elsewhere.example",
            "Access-Control-Request-Method",
            "POST",
            "Access-Control-Request-Headers",
            "accept, content-type");
    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(answer.headers().firstValue("allow")).hasValue("GET, HEAD, OPTIONS, POST");
    assertThat(answer.headers().firstValue("access-control-allow-methods"))
        .hasValue("GET, HEAD, OPTIONS, POST");
    assertThat(answer.headers().firstValue("access-control-allow-headers"))
        .hasValueSatisfying(names -> assertThat(names).contains("Accept", "If-None-Match"));
  }

  @Test
  void wrongMethod_405WithAllow() {
    HttpResponse<String> answer = server.send("DELETE", "/text");
    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.headers().firstValue("allow")).hasValue("GET, HEAD, OPTIONS, POST");
    assertProblem(answer);
  }

  @Test
  void methodOverride_isNotObeyed() {
    assertThat(server.send("POST", "/text", "X-HTTP-Method-Override", "DELETE").body())
        .isEqualTo("posted");
  }

  @Test
  void unknownRoute_404() {
    HttpResponse<String> answer = server.get("/nothing", "Accept", "text/turtle");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertProblem(answer);
    assertThat(answer.body()).contains("\"instance\" : \"/nothing#");
  }

  @Test
  void storeDown_503WithRetryAfter() {
    HttpResponse<String> answer = server.get("/down");
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("retry-after")).hasValue("7");
    assertProblem(answer);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/fault", "/deep"})
  void unexpected_500WithoutDetails(String path) {
    HttpResponse<String> answer = server.get(path);
    assertThat(answer.statusCode()).isEqualTo(500);
    assertProblem(answer);
    assertThat(answer.body()).doesNotContain("secret").doesNotContain("Exception");
    String id = answer.headers().firstValue("x-request-id").orElseThrow();
    assertThat(answer.body()).contains(id);
  }

  @Test
  void people_getAPageInTheirLanguage() {
    HttpResponse<String> answer =
        server.get("/nothing", "Accept", "text/html", "Accept-Language", "uk");
    assertThat(answer.headers().firstValue("content-type")).hasValue("text/html;charset=utf-8");
    assertThat(answer.headers().firstValue("vary")).hasValue("Accept, Accept-Language");
    assertThat(answer.headers().firstValue("content-security-policy"))
        .hasValueSatisfying(policy -> assertThat(policy).contains("default-src 'none'"));
    assertThat(answer.body())
        .contains("<html lang=\"uk\">", "Про це нічого не відомо", "Випуск 7", "?lang=en");
  }

  @Test
  void badLanguage_400ListsLanguages() {
    HttpResponse<String> answer = server.get("/fault?lang=xx", "Accept", "text/html");
    assertThat(answer.body()).contains("<html lang=\"en\">");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/any/a%2Fb",
        "/any/%2e%2e/x",
        "/any//x",
        "/any/a%25b",
        "/any/caf%E9",
        "/any/%D0%BB%D1%8C%D0%B2%D1%96%D0%B2",
        "/any/a;b=c",
        "/any/a'b(c)&d",
        "/any/a|b",
        "/any/x.ttl",
        "/any/x/"
      })
  void oddPaths_arriveAsSent(String path) throws IOException {
    assertThat(server.rawGet(path)).startsWith("HTTP/1.1 200").endsWith("\r\n\r\n" + path);
  }

  @Test
  void addressTooLong_isAProblem() throws IOException {
    String answer = server.rawGet("/any/" + "x".repeat(70_000));
    assertThat(answer).startsWith("HTTP/1.1 414");
    assertThat(answer).contains("application/problem+json", "Access-Control-Allow-Origin: *");
  }

  @Test
  void headerTooLarge_isAProblem() throws IOException {
    String answer = server.rawGet("/text", "X-Large: " + "x".repeat(70_000));
    assertThat(answer).startsWith("HTTP/1.1 431");
    assertThat(answer).contains("application/problem+json", "Access-Control-Allow-Origin: *");
  }

  @Test
  void largeButAllowedHeader_isRead() throws IOException {
    assertThat(server.rawGet("/text", "X-Large: " + "x".repeat(60_000))).startsWith("HTTP/1.1 200");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/any/%zz", "/any/a b", "no-slash"})
  void malformedRequest_isAProblem(String path) throws IOException {
    String answer = server.rawGet(path);
    assertThat(answer).startsWith("HTTP/1.1 400");
    assertThat(answer).contains("application/problem+json").doesNotContain("jetty");
  }

  @Test
  void webSocket_isAProblem() throws IOException {
    String answer = server.rawGet("/text", "Sec-WebSocket-Version: 13");
    assertThat(answer).startsWith("HTTP/1.1 404").contains("application/problem+json");
  }

  @Test
  void refusedBody_connectionEndsAndSaysSo() throws IOException {
    String answer =
        server.raw("POST /nothing HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\nshort");
    assertThat(answer).startsWith("HTTP/1.1 404").contains("Connection: close");
  }

  @Test
  void slashTooManyOrTooFew_308() {
    assertThat(server.get("/text/?a=b").headers().firstValue("location")).hasValue("/text?a=b");
    HttpResponse<String> folder = server.get("/folder");
    assertThat(folder.statusCode()).isEqualTo(308);
    assertThat(folder.headers().firstValue("location")).hasValue("/folder/");
  }

  @Test
  void files_areKeptForEverUnderTheirHash() {
    String page = server.get("/nothing", "Accept", "text/html").body();
    int start = page.indexOf("/static/web/site.css");
    String address = page.substring(start, page.indexOf('"', start));
    HttpResponse<String> file = server.get(address);
    assertThat(file.headers().firstValue("cache-control")).hasValue(Caching.FOREVER);
    assertThat(file.headers().firstValue("content-type")).hasValue("text/css; charset=utf-8");
    assertThat(server.get("/static/web/site.css?v=0").headers().firstValue("cache-control"))
        .hasValue(Caching.REVALIDATE);
    assertThat(server.get("/static/web/../web/site.css").statusCode()).isEqualTo(404);
    assertThat(server.get("/static/web").statusCode()).isEqualTo(404);
  }

  @Test
  void publicUrl_prefixesLinksWhateverTheHostHeader() throws IOException {
    WebSettings settings =
        new WebSettings(
            "127.0.0.1",
            0,
            PublicUrl.of("https://data.example/lod/"),
            WebSettings.DEFAULT_LANGUAGES);
    Pages pages = new Pages(settings, () -> Site.NONE);
    try (TestServer behindProxy =
        TestServer.of(settings, pages, Faults.none(), r -> r.get("/x", c -> c.result("x")))) {
      String page = behindProxy.rawGet("/nothing", "Accept: text/html", "X-Forwarded-Host: evil");
      assertThat(page)
          .contains(
              "href=\"/lod/language?to=uk&amp;back=%2Fnothing\"",
              "hreflang=\"uk\" href=\"https://data.example/lod/nothing?lang=uk\"",
              "\"/lod/static/web/")
          .doesNotContain("evil");
      assertThat(behindProxy.get("/lod/x").body()).isEqualTo("x");
      assertThat(behindProxy.get("/x/").headers().firstValue("location"))
          .hasValue("https://data.example/lod/x");
    }
  }

  @Test
  void portInUse_oneClearException() {
    WebSettings taken = WebSettings.loopback(server.port());
    Pages pages = new Pages(taken, () -> Site.NONE);
    assertThatThrownBy(() -> Server.start(taken, pages, Faults.none(), java.util.List.of()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Cannot listen on 127.0.0.1:" + server.port());
  }

  @Test
  void close_letsRequestsFinish() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    TestServer other =
        TestServer.of(
            routes ->
                routes.get(
                    "/slow",
                    ctx -> {
                      begun.countDown();
                      Thread.sleep(1_500);
                      ctx.result("done");
                    }));
    CompletableFuture<String> answer =
        CompletableFuture.supplyAsync(() -> other.get("/slow").body());
    begun.await();
    other.close();
    assertThat(answer.get(5, TimeUnit.SECONDS)).isEqualTo("done");
  }

  @Test
  void notReady_503() {
    Health sick =
        new Health(
            () -> {
              throw new IOException("no release");
            });
    try (TestServer other = TestServer.of(sick)) {
      assertThat(other.get("/health/ready").statusCode()).isEqualTo(503);
      assertThat(other.get("/health/live").statusCode()).isEqualTo(200);
    }
  }

  private static void assertProblem(HttpResponse<String> answer) {
    assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
    assertThat(answer.body()).contains("\"status\" : " + answer.statusCode());
  }
}
