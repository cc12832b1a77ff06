package icc.lod.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
                routes.get(
                    "/",
                    ctx -> {
                      Visitor visitor = pages.visitor(ctx);
                      ctx.result(visitor.language() + " " + visitor.languages().wanted());
                    }));
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
    TreeSet<Object> english = new TreeSet<>(Messages.load("en").keySet());
    assertThat(new TreeSet<>(Messages.load("uk").keySet())).isEqualTo(english);
  }
}
