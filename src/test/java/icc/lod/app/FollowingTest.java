package icc.lod.app;

import static org.assertj.core.api.Assertions.assertThat;

import icc.lod.config.Config;
import icc.lod.config.Setting;
import icc.lod.operations.Scope;
import icc.lod.operations.TokenFile;
import icc.lod.store.Release;
import icc.lod.store.Releases;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers that serve what another publishes into the folder they share. */
final class FollowingTest {
  private final HttpClient client = HttpClient.newHttpClient();
  @TempDir Path dir;

  @BeforeEach
  void sources() throws Exception {
    Files.createDirectory(dir.resolve("none"));
    Files.createDirectory(dir.resolve("data"));
    write("one");
  }

  private void write(String label) throws Exception {
    Files.writeString(
        dir.resolve("data/a.ttl"),
        "<https://example.org/id/a> <http://www.w3.org/2000/01/rdf-schema#label> \"%s\"@en ."
            .formatted(label));
  }

  private Config config(Map<Setting, List<String>> more) {
    Map<Setting, List<String>> flags = new java.util.EnumMap<>(Setting.class);
    flags.put(Setting.STATE, List.of(dir.resolve("state").toString()));
    flags.put(Setting.DATA, List.of(dir.resolve("data").toString()));
    flags.put(Setting.ONTOLOGY, List.of(dir.resolve("none").toString()));
    flags.put(Setting.BASE, List.of("https://example.org/"));
    flags.put(Setting.PORT, List.of("0"));
    flags.putAll(more);
    return Config.load(Optional.empty(), Map.of(), flags, Optional.empty());
  }

  private HttpResponse<String> get(Service service, String path, String... headers)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  /** All but those of one request. */
  private static Map<String, List<String>> fields(HttpResponse<?> answer) {
    Map<String, List<String>> fields = new TreeMap<>(answer.headers().map());
    fields.keySet().removeAll(Set.of("date", "x-request-id", "last-modified"));
    return fields;
  }

  private void awaited(Service follower, String text) throws Exception {
    Instant end = Instant.now().plus(Duration.ofSeconds(20));
    while (!get(follower, "/doc/a.ttl").body().contains(text)) {
      assertThat(Instant.now()).as("the follower never showed " + text).isBefore(end);
      Thread.sleep(20);
    }
  }

  @Test
  void followers_showWhatOthersPublish_withTheSameTags() throws Exception {
    Map<Setting, List<String>> follow = Map.of(Setting.FOLLOW, List.of("true"));
    try (Service first = Service.start(config(follow));
        Service second = Service.start(config(follow))) {
      assertThat(get(first, "/doc/a.ttl").statusCode()).isEqualTo(503);
      try (Service publishing = Service.start(config(Map.of()))) {
        publishing.publish();
        awaited(first, "one");
        awaited(second, "one");
        write("two");
        publishing.publish();
        awaited(first, "two");
        awaited(second, "two");
        String tag = get(publishing, "/doc/a.ttl").headers().firstValue("etag").orElseThrow();
        for (Service each : List.of(first, second)) {
          assertThat(get(each, "/doc/a.ttl").headers().firstValue("etag")).contains(tag);
          assertThat(get(each, "/doc/a.ttl", "If-None-Match", tag).statusCode()).isEqualTo(304);
        }
      }
      Releases releases = new Releases(dir.resolve("state"));
      Release before = releases.byNumber(1).orElseThrow();
      assertThat(Rollback.to(before, releases)).isTrue();
      awaited(first, "one");
      awaited(second, "one");
    }
  }

  @Test
  void pages_areReadyTheSecondTime_andOfTheReleaseThatIsCurrent() throws Exception {
    List<String> paths =
        List.of("/", "/browse", "/map", "/ontology", "/doc/a.html", "/doc/a.ttl", "/doc/a.jsonld");
    try (Service ready = Service.start(config(Map.of()));
        Service never = Service.start(config(Map.of(Setting.READY_MEMORY, List.of("0"))))) {
      for (String label : List.of("one", "two")) {
        write(label);
        ready.publish();
        awaited(never, label);
        for (String path : paths) {
          HttpResponse<String> made = get(never, path);
          // The second time by the same words, the third by others.
          for (String accept : List.of("*/*", "*/*", "*/* ")) {
            HttpResponse<String> again = get(ready, path, "Accept", accept);
            assertThat(again.body()).as(path).isEqualTo(made.body());
            assertThat(fields(again)).as(path).isEqualTo(fields(made));
          }
        }
        assertThat(get(ready, "/doc/a.html").body()).contains(label);
      }
      assertThat(get(ready, "/metrics").body())
          .containsPattern("icc_ready_lookups_total\\{result=\"hit\"} [1-9][0-9.]+");
      assertThat(get(never, "/metrics").body())
          .contains("icc_ready_lookups_total{result=\"hit\"} 0");
    }
  }

  @Test
  void follower_doesNotSteer() throws Exception {
    TokenFile.Made made = TokenFile.make("operator", Set.of(Scope.PUBLISH));
    Files.writeString(dir.resolve("tokens"), made.line() + "\n");
    Config config =
        config(
            Map.of(
                Setting.FOLLOW,
                List.of("true"),
                Setting.ADMIN_TOKENS,
                List.of(dir.resolve("tokens").toString())));
    try (Service follower = Service.start(config)) {
      URI address = URI.create("http://127.0.0.1:" + follower.port() + "/admin/publish");
      HttpRequest request =
          HttpRequest.newBuilder(address)
              .header("Authorization", "Bearer " + made.token())
              .POST(BodyPublishers.noBody())
              .build();
      HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(409);
      assertThat(answer.body()).contains("--follow").contains("icc publish");
    }
    assertThat(new Releases(dir.resolve("state")).current()).isEmpty();
  }
}
