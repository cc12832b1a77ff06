package icc.lod.app;

import static org.assertj.core.api.Assertions.assertThat;

import icc.lod.config.Config;
import icc.lod.config.Setting;
import icc.lod.objects.S3Server;
import icc.lod.store.Release;
import icc.lod.store.Releases;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers that share nothing but a bucket. */
final class BucketFollowingTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpClient client = HttpClient.newHttpClient();
  @TempDir Path dir;
  private S3Server bucket;

  @BeforeEach
  void sources() throws Exception {
    bucket = new S3Server();
    Files.createDirectory(dir.resolve("none"));
    Files.createDirectory(dir.resolve("data"));
    write("one");
  }

  @AfterEach
  void stop() throws Exception {
    bucket.stop();
  }

  private void write(String label) throws IOException {
    Files.writeString(
        dir.resolve("data/a.ttl"),
        "<https://example.org/id/a> <http://www.w3.org/2000/01/rdf-schema#label> \"%s\"@en ."
            .formatted(label));
  }

  private Config config(String state, Map<Setting, String> more) {
    Map<Setting, List<String>> flags = new EnumMap<>(Setting.class);
    flags.put(Setting.STATE, List.of(dir.resolve(state).toString()));
    flags.put(Setting.DATA, List.of(dir.resolve("data").toString()));
    flags.put(Setting.ONTOLOGY, List.of(dir.resolve("none").toString()));
    flags.put(Setting.BASE, List.of("https://example.org/"));
    flags.put(Setting.PORT, List.of("0"));
    flags.put(Setting.S3_ENDPOINT, List.of(bucket.address().toString()));
    more.forEach((setting, value) -> flags.put(setting, List.of(value)));
    return Config.load(Optional.empty(), Map.of(), flags, Optional.empty());
  }

  private Service publisher() {
    return Service.start(config("source", Map.of(Setting.PUSH, "s3://releases/x")));
  }

  private Service follower(String state) {
    return Service.start(config(state, Map.of(Setting.FOLLOW, "s3://releases/x")));
  }

  private HttpResponse<String> get(Service service, String path) throws Exception {
    URI address = URI.create("http://127.0.0.1:" + service.port() + path);
    return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
  }

  private boolean shows(Service service, String text) throws Exception {
    return get(service, "/doc/a.ttl").body().contains(text);
  }

  /** Waits; tells how long it took. */
  private static void awaited(String what, Callable<Boolean> happened) throws Exception {
    long start = System.nanoTime();
    while (!happened.call()) {
      assertThat(Duration.ofNanos(System.nanoTime() - start)).as(what).isLessThan(PATIENCE);
      Thread.sleep(20);
    }
  }

  @Test
  void followers_showWhatIsPushed_withTheSameTags() throws Exception {
    try (Service first = follower("first");
        Service second = follower("second");
        Service publisher = publisher()) {
      assertThat(get(first, "/doc/a.ttl").statusCode()).isEqualTo(503);
      for (String label : List.of("one", "two")) {
        write(label);
        publisher.publish();
        awaited(label, () -> shows(first, label) && shows(second, label));
        for (String path : List.of("/doc/a.ttl", "/doc/a.html", "/ldes", "/dumps/")) {
          Optional<String> tag = get(publisher, path).headers().firstValue("etag");
          assertThat(get(first, path).headers().firstValue("etag")).as(path).isEqualTo(tag);
          assertThat(get(second, path).headers().firstValue("etag")).as(path).isEqualTo(tag);
        }
      }
      awaited("past release", () -> get(first, "/releases/1").statusCode() == 200);
      assertThat(get(first, "/health/ready").body()).doesNotContain("incidents");
      assertThat(get(first, "/metrics").body()).contains("icc_bucket_failing 0.0");
    }
  }

  @Test
  void goingBack_isFollowedByEachOfTwo() throws Exception {
    try (Service first = follower("first");
        Service second = follower("second");
        Service publisher = publisher()) {
      publisher.publish();
      write("two");
      publisher.publish();
      awaited("two", () -> shows(first, "two") && shows(second, "two"));
      awaited("past release", () -> get(first, "/releases/1").statusCode() == 200);
      awaited("past release", () -> get(second, "/releases/1").statusCode() == 200);
      Releases releases = new Releases(dir.resolve("source"));
      for (String label : List.of("one", "two")) {
        Release other = releases.byNumber(label.equals("one") ? 1 : 2).orElseThrow();
        assertThat(Rollback.to(other, releases)).isTrue();
        awaited(label, () -> shows(first, label) && shows(second, label));
      }
    }
  }

  @Test
  void bucketOutOfReach_isTold_andServedOn() throws Exception {
    try (Service follower = follower("first");
        Service publisher = publisher()) {
      publisher.publish();
      awaited("one", () -> shows(follower, "one"));
      bucket.down(
          () -> {
            try {
              awaited("told", () -> get(follower, "/health/ready").body().contains("reached"));
              HttpResponse<String> ready = get(follower, "/health/ready");
              assertThat(ready.statusCode()).isEqualTo(200);
              assertThat(ready.body()).contains("s3://releases/x/").contains("served on");
              assertThat(get(follower, "/metrics").body()).contains("icc_bucket_failing 1.0");
              assertThat(shows(follower, "one")).isTrue();
              write("two");
              publisher.publish();
              awaited("told", () -> get(publisher, "/health/ready").body().contains("reached"));
              assertThat(shows(publisher, "two")).isTrue();
              try (Service started = follower("first")) {
                assertThat(shows(started, "one")).isTrue();
              }
            } catch (Exception e) {
              throw new AssertionError(e);
            }
          });
      awaited("two", () -> shows(follower, "two"));
      awaited("well", () -> !get(follower, "/health/ready").body().contains("reached"));
    }
  }

  @Test
  void corruptObject_isTold_untilItIsMended() throws Exception {
    Config source = config("source", Map.of(Setting.PUSH, "s3://releases/x"));
    Service.publishing(source).publish(false);
    Buckets.push(source, PATIENCE);
    String pointer = bucket.get("x/current");
    write("two");
    Service.publishing(source).publish(false);
    Set<String> before = bucket.names("x/files/").keySet();
    Buckets.push(source, PATIENCE);
    String second = bucket.get("x/current");
    String own =
        bucket.names("x/files/").keySet().stream()
            .filter(name -> !before.contains(name))
            .findFirst()
            .orElseThrow();
    bucket.put("x/current", pointer);
    bucket.put(own, "other");
    try (Service follower = follower("first")) {
      awaited("one", () -> shows(follower, "one"));
      bucket.put("x/current", second);
      awaited("told", () -> get(follower, "/health/ready").body().contains("corrupt"));
      for (int time = 0; time < 30; time++) {
        assertThat(get(follower, "/health/ready").body()).contains("corrupt").contains("\"up\"");
        Thread.sleep(100);
      }
      assertThat(shows(follower, "one")).isTrue();
      bucket.remove(own);
      Buckets.push(source, PATIENCE);
      awaited("two", () -> shows(follower, "two"));
      awaited("well", () -> !get(follower, "/health/ready").body().contains("corrupt"));
    }
  }

  @Test
  void nothingServedYet_saysWhy() throws Exception {
    bucket.put("x/current", "noise");
    try (Service follower = follower("first")) {
      awaited("told", () -> get(follower, "/health/ready").body().contains("pointer"));
      assertThat(get(follower, "/health/ready").statusCode()).isEqualTo(503);
    }
  }

  @Test
  void followers_ofOneMachine_mayShareAFolder() throws Exception {
    try (Service first = follower("shared");
        Service second = follower("shared");
        Service publisher = publisher()) {
      for (String label : List.of("one", "two")) {
        write(label);
        publisher.publish();
        awaited(label, () -> shows(first, label) && shows(second, label));
      }
    }
    assertThat(new Releases(dir.resolve("shared")).faults(2)).isEmpty();
  }

  @Test
  void commands_pushOnce() throws Exception {
    Config config = config("source", Map.of(Setting.PUSH, "s3://releases/x"));
    Service.publishing(config).publish(false);
    assertThat(Buckets.push(config, PATIENCE))
        .matches("Pushed to s3://releases/x/: \\d+ objects.*");
    assertThat(Buckets.push(config, PATIENCE)).contains(": 0 objects");
    assertThat(Buckets.push(config("source", Map.of()), PATIENCE)).isEmpty();
    try (Service follower = follower("first")) {
      awaited("one", () -> shows(follower, "one"));
    }
  }
}
