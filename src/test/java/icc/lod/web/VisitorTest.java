package icc.lod.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class VisitorTest {
  private static TestServer server;

  @BeforeAll
  static void start() {
    WebSettings settings = WebSettings.loopback(0);
    Pages pages = new Pages(settings, () -> Site.NONE);
    server =
        TestServer.of(
            settings,
            pages,
            Faults.none(),
            routes ->
                routes
                    .get(
                        "/",
                        ctx -> {
                          Visitor visitor = pages.visitor(ctx);
                          ctx.result(visitor.language() + " " + visitor.languages().wanted());
                        })
                    .get(
                        "/page",
                        ctx ->
                            pages.send(
                                ctx,
                                pages.visitor(ctx),
                                Caching.of("1"),
                                "web/problem",
                                Map.of(
                                    "problem", Problem.notFound("x"),
                                    "members", Map.of(),
                                    "requestId", "1",
                                    "title", "t",
                                    "help", "",
                                    "wait", ""))));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "uk | uk [uk, en]",
        "uk-UA,uk;q=0.9 | uk [uk-ua, uk, en]",
        "de, uk;q=0.5 | uk [de, uk, en]",
        "de | en [de, en, uk]",
        "en;q=0.2, UK;q=0.8 | uk [uk, en]",
        "en;q=0, * | uk [uk]",
        "en-GB | en [en-gb, en, uk]",
        "*;q=0.1 | en [en, uk]",
        "### | en [en, uk]",
      })
  void header_chooses(String header, String chosen) {
    assertThat(server.get("/", "Accept-Language", header).body()).isEqualTo(chosen);
  }

  @Test
  void parameter_beatsHeader() {
    assertThat(server.get("/?lang=UK", "Accept-Language", "en").body()).isEqualTo("uk [uk, en]");
  }

  @Test
  void unknownParameter_400WithTheList() {
    HttpResponse<String> answer = server.get("/?lang=tlh");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("\"available\"", "\"en\"", "\"uk\"");
  }

  @Test
  void everyLanguage_hasEveryText() {
    ClassLoader files = Messages.class.getClassLoader();
    TreeSet<Object> english = new TreeSet<>(Messages.load("en", files).keySet());
    for (String language : Messages.languages(files)) {
      assertThat(new TreeSet<>(Messages.load(language, files).keySet())).isEqualTo(english);
    }
  }

  @Test
  void cookie_beatsHeaderAndIsNamedInVary() {
    HttpResponse<String> answer =
        server.get("/page", "Accept-Language", "en", "Cookie", "other=1; lang=uk");
    assertThat(answer.body()).contains("<html lang=\"uk\">");
    assertThat(answer.headers().firstValue("vary")).hasValue("Cookie, Accept-Encoding");
    assertThat(server.get("/page").headers().firstValue("vary"))
        .hasValue("Accept-Language, Accept-Encoding");
    assertThat(server.get("/page?lang=en", "Cookie", "lang=uk").headers().firstValue("vary"))
        .hasValue("Accept-Encoding");
    assertThat(server.get("/", "Cookie", "lang=tlh", "Accept-Language", "uk").body())
        .startsWith("uk ");
  }

  @Test
  void sharedLink_setsNoCookie() {
    assertThat(server.get("/page?lang=uk").headers().firstValue("set-cookie")).isEmpty();
  }

  @Test
  void languageLink_keepsTheChoiceAndLeadsBack() {
    String page = server.get("/page?q=%D1%97&lang=en").body();
    assertThat(page).contains("href=\"/language?to=uk&amp;back=%2Fpage%3Fq%3D%25D1%2597\"");
    HttpResponse<String> answer = server.get("/language?to=uk&back=%2Fpage%3Fq%3D%25D1%2597");
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("location")).hasValue("/page?q=%D1%97&lang=uk");
    assertThat(answer.headers().firstValue("set-cookie"))
        .hasValueSatisfying(
            cookie ->
                assertThat(cookie)
                    .startsWith("lang=uk;")
                    .containsIgnoringCase("HttpOnly")
                    .containsIgnoringCase("SameSite=Lax"));
    assertThat(answer.headers().firstValue("cache-control")).hasValue("no-store");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/",
        "//evil.example/",
        "/\\evil.example",
        "evil",
        "/a\r\nX: y"
      })
  void languageLink_leadsNowhereElse(String back) {
    String asked = URLEncoder.encode(back, StandardCharsets.UTF_8);
    HttpResponse<String> answer = server.get("/language?to=uk&back=" + asked);
    assertThat(answer.headers().firstValue("location")).hasValue("/?lang=uk");
  }

  @Test
  void languageLink_ofAnotherSiteSetsNoCookie() {
    HttpResponse<String> answer = server.get("/language?to=uk", "Sec-Fetch-Site", "cross-site");
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("set-cookie")).isEmpty();
    assertThat(server.get("/language?to=tlh").statusCode()).isEqualTo(400);
    assertThat(server.get("/language").statusCode()).isEqualTo(400);
  }

  @Test
  void anotherMessagesFile_isAnotherLanguage(@TempDir Path folder) throws Exception {
    Files.writeString(
        folder.resolve("messages_de.properties"), "language.name=Deutsch\nskip=Zum Inhalt\n");
    try (URLClassLoader files =
        new URLClassLoader(new URL[] {folder.toUri().toURL()}, Messages.class.getClassLoader())) {
      List<String> languages = Messages.languages(files);
      assertThat(languages).containsExactly("en", "de", "uk");
      WebSettings settings = new WebSettings("127.0.0.1", 0, PublicUrl.NONE, languages);
      Pages pages = new Pages(settings, () -> Site.NONE, files);
      try (TestServer german = TestServer.of(settings, pages, Faults.none())) {
        String page = german.get("/nothing", "Accept", "text/html", "Accept-Language", "de").body();
        assertThat(page)
            .contains("<html lang=\"de\">", ">Zum Inhalt</a>", ">Deutsch</a>", ">Українська</a>")
            .contains("hreflang=\"de\"", "Nothing is known about this");
      }
    }
  }
}
