package icc.lod.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Errors as people read them. */
final class ProblemPagesTest {
  @ParameterizedTest
  @ValueSource(ints = {400, 404, 405, 406, 410, 413, 414, 415, 429, 431, 500, 503, 504})
  void everyError_hasAPageInBothLanguages(int status) {
    Problem problem = Problem.of(status, "Untold", "Mend <it>.").header("Retry-After", "7");
    try (TestServer server =
        TestServer.of(
            routes ->
                routes.get(
                    "/broken",
                    ctx -> {
                      throw problem;
                    }))) {
      for (String language : new String[] {"en", "uk"}) {
        HttpResponse<String> answer =
            server.get("/broken", "Accept", "text/html", "Accept-Language", language);
        assertThat(answer.statusCode()).isEqualTo(status);
        PageChecks.assertSound(answer.body());
        assertThat(answer.body())
            .contains("<html lang=\"" + language + "\">", "Mend &lt;it&gt;.", "class=\"lead\"")
            .contains(language.equals("en") ? "again in 7 seconds" : "знову за 7 с")
            .doesNotContain("Untold");
      }
    }
  }

  @org.junit.jupiter.api.Test
  void publishing_saysSoAndWhenToTryAgain() {
    try (TestServer server =
        TestServer.of(
            routes ->
                routes.get(
                    "/",
                    ctx -> {
                      throw Problem.unavailable("Not yet.", 5).with("reason", "publishing");
                    }))) {
      String page = server.get("/", "Accept", "text/html", "Accept-Language", "uk").body();
      assertThat(page).contains("Дані саме публікуються", "знову за 5 с").doesNotContain("reason");
      assertThat(server.get("/").body()).contains("\"reason\" : \"publishing\"");
    }
  }

  @org.junit.jupiter.api.Test
  void favicon_isServedUnasked() {
    try (TestServer server = TestServer.of()) {
      HttpResponse<String> icon = server.get("/favicon.ico");
      assertThat(icon.statusCode()).isEqualTo(200);
      assertThat(icon.headers().firstValue("content-type")).hasValue("image/png");
    }
  }
}
