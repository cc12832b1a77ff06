package icc.lod.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import icc.lod.config.Config;
import icc.lod.config.Setting;
import icc.lod.publish.Outcome;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** The whole service before, while and after there is something to serve. */
final class ServiceTest {
  private static final Logger LOG = (Logger) LoggerFactory.getLogger("icc.lod");

  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final HttpClient client = HttpClient.newHttpClient();
  @TempDir Path dir;

  @BeforeEach
  void start() throws IOException {
    for (String name : List.of("ontology", "data")) {
      Files.createDirectory(dir.resolve(name));
    }
    Files.writeString(
        dir.resolve("data/a.ttl"), "<https://example.org/id/a> <https://example.org/p> \"A\" .");
    log.start();
    LOG.addAppender(log);
  }

  @AfterEach
  void stop() {
    LOG.detachAppender(log);
  }

  @Test
  void nothingPublished_is503WithAReasonAndNoNewsForTheLog() throws Exception {
    try (Service service = Service.start(config())) {
      for (String path : List.of("/", "/id/a", "/doc/a", "/sparql", "/context.jsonld")) {
        HttpResponse<String> answer = get(service, path);
        assertThat(answer.statusCode()).as(path).isEqualTo(503);
        assertThat(answer.headers().firstValue("retry-after")).as(path).isPresent();
        assertThat(answer.body()).as(path).contains("Nothing is published yet");
      }
      assertThat(get(service, "/health/live").statusCode()).isEqualTo(200);
      HttpResponse<String> ready = get(service, "/health/ready");
      assertThat(ready.statusCode()).isEqualTo(503);
      assertThat(ready.body()).contains("Not ready: Nothing is published yet");
    }
    assertThat(log.list).noneMatch(event -> event.getLevel().isGreaterOrEqual(Level.WARN));
  }

  @Test
  void publish_isServedWhenItReturns() throws Exception {
    try (Service service = Service.start(config())) {
      assertThat(service.publish()).isInstanceOf(Outcome.Published.class);
      assertThat(get(service, "/health/ready").statusCode()).isEqualTo(200);
      assertThat(get(service, "/doc/a.nt").body()).contains("\"A\"");

      Files.writeString(
          dir.resolve("data/a.ttl"), "<https://example.org/id/a> <https://example.org/p> \"B\" .");
      assertThat(service.publish()).isInstanceOf(Outcome.Published.class);
      assertThat(get(service, "/doc/a.nt").body()).contains("\"B\"");
      assertThat(service.publish()).isInstanceOf(Outcome.Unchanged.class);
    }
  }

  @Test
  void publishedByAnother_isFollowed() throws Exception {
    try (Service service = Service.start(config())) {
      Service.publisher(config()).publish(false);
      for (int i = 0; i < 100 && get(service, "/health/ready").statusCode() != 200; i++) {
        Thread.sleep(50);
      }
      assertThat(get(service, "/doc/a.nt").body()).contains("\"A\"");
    }
  }

  private Config config() {
    return Config.load(
        Optional.empty(),
        Map.of(),
        Map.of(
            Setting.ONTOLOGY, List.of(dir.resolve("ontology").toString()),
            Setting.DATA, List.of(dir.resolve("data").toString()),
            Setting.BASE, List.of("https://example.org/"),
            Setting.STATE, List.of(dir.resolve("state").toString()),
            Setting.PORT, List.of("0")),
        Optional.empty());
  }

  private HttpResponse<String> get(Service service, String path) throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + service.port() + path);
    return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
  }
}
