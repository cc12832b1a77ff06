package icc.lod.app;

import static org.assertj.core.api.Assertions.assertThat;

import icc.lod.config.Config;
import icc.lod.config.Setting;
import icc.lod.operations.Scope;
import icc.lod.operations.TokenFile;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An operator and a query that would work for very long. */
final class OperatorTest {
  private static final Pattern ID = Pattern.compile("\"id\" : (\\d+)");

  private final HttpClient client = HttpClient.newHttpClient();
  @TempDir Path dir;

  @Test
  void query_isSeenAndEnded() throws Exception {
    TokenFile.Made made = TokenFile.make("operator", Set.of(Scope.QUERIES));
    Files.writeString(dir.resolve("tokens"), made.line() + "\n");
    Files.createDirectory(dir.resolve("none"));
    Files.createDirectory(dir.resolve("data"));
    StringBuilder data = new StringBuilder();
    for (int i = 0; i < 2_000; i++) {
      data.append("<https://example.org/id/a> <https://example.org/p> ").append(i).append(" .\n");
    }
    Files.writeString(dir.resolve("data/a.ttl"), data);
    try (Service service = Service.start(config())) {
      service.publish();
      String query = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }";
      CompletableFuture<HttpResponse<String>> answer =
          client.sendAsync(
              request(service, "/sparql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8))
                  .build(),
              BodyHandlers.ofString());
      String token = "Bearer " + made.token();
      String id = seen(service, token);
      assertThat(send(request(service, "/metrics")))
          .contains("icc_queries_running 1", "icc_queries_total{ended=\"operator\"");
      send(request(service, "/admin/queries/" + id).header("Authorization", token).DELETE());
      HttpResponse<String> ended = answer.get(20, TimeUnit.SECONDS);
      assertThat(ended.statusCode()).isEqualTo(503);
      assertThat(send(request(service, "/admin/queries").header("Authorization", token)))
          .doesNotContain("COUNT");
    }
  }

  @Test
  void token_forQueries_hasAnAccountOfItsOwn() throws Exception {
    TokenFile.Made friend = TokenFile.make("friend", Set.of(Scope.QUERY));
    TokenFile.Made operator = TokenFile.make("operator", Set.of(Scope.QUERIES));
    Files.writeString(dir.resolve("tokens"), friend.line() + "\n" + operator.line() + "\n");
    Files.createDirectory(dir.resolve("none"));
    Files.createDirectory(dir.resolve("data"));
    Files.writeString(dir.resolve("data/a.ttl"), "<https://example.org/id/a> <x:p> 1 .");
    try (Service service = Service.start(config())) {
      service.publish();
      assertThat(policy(service, "Bearer " + friend.token())).isEqualTo("\"cpu\";q=120;w=60");
      for (String other : List.of("Bearer " + operator.token(), "Bearer a.b.c", "Basic eDp5")) {
        assertThat(policy(service, other)).as(other).isEqualTo("\"cpu\";q=60;w=60");
      }
      HttpResponse<String> wrong = asked(service, "Bearer " + friend.token() + "x");
      assertThat(wrong.statusCode()).as("a token that does not hold").isEqualTo(401);
      assertThat(wrong.headers().firstValue("WWW-Authenticate").orElse(""))
          .contains("invalid_token");
    }
  }

  private String policy(Service service, String authorization) throws Exception {
    HttpResponse<String> answer = asked(service, authorization);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.headers().firstValue("RateLimit-Policy").orElse("");
  }

  private HttpResponse<String> asked(Service service, String authorization) throws Exception {
    return client.send(
        request(service, "/sparql?query=ASK%7B%7D").header("Authorization", authorization).build(),
        BodyHandlers.ofString());
  }

  /** The number of the query, once it is in the list. */
  private String seen(Service service, String token) throws Exception {
    for (int i = 0; i < 100; i++) {
      String list = send(request(service, "/admin/queries").header("Authorization", token));
      Matcher id = ID.matcher(list);
      if (id.find()) {
        assertThat(list).contains("COUNT(*)");
        return id.group(1);
      }
      Thread.sleep(50);
    }
    throw new AssertionError("The query was never at work");
  }

  private Config config() {
    return Config.load(
        Optional.empty(),
        Map.of(),
        Map.of(
            Setting.ONTOLOGY, List.of(dir.resolve("none").toString()),
            Setting.DATA, List.of(dir.resolve("data").toString()),
            Setting.BASE, List.of("https://example.org/"),
            Setting.STATE, List.of(dir.resolve("state").toString()),
            Setting.ADMIN_TOKENS, List.of(dir.resolve("tokens").toString()),
            Setting.TOKEN_BUDGET, List.of("2m"),
            Setting.PORT, List.of("0")),
        Optional.empty());
  }

  private static HttpRequest.Builder request(Service service, String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + path))
        .method("GET", BodyPublishers.noBody());
  }

  private String send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), BodyHandlers.ofString()).body();
  }
}
