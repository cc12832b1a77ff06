package icc.lod.cli;

import static org.assertj.core.api.Assertions.assertThat;

import icc.lod.cli.Icc.Result;
import icc.lod.cli.Icc.Serving;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program as an operator has it: its end, its log, its tokens. */
final class OperatingIT {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final int ROWS = 120_000;

  @TempDir Path dir;
  private Icc icc;

  @BeforeEach
  void sources() throws IOException {
    icc = new Icc(dir);
    for (String name : List.of("ontology", "rdf-data", "sparql-examples")) {
      Files.createDirectory(dir.resolve(name));
    }
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < ROWS / 100; i++) {
      rows.append("<https://w3id.org/intelligent-cities/id/a> <https://e.org/p> ")
          .append(i)
          .append(" .\n");
    }
    Files.writeString(dir.resolve("rdf-data/a.ttl"), rows);
  }

  private static HttpResponse<String> send(
      Serving serving, String method, String path, String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(serving.address() + path))
            .method(method, BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    return CLIENT.send(request.build(), BodyHandlers.ofString());
  }

  @Test
  void terminated_theSlowReaderGetsAllOfItsAnswer() throws Exception {
    try (Serving serving = icc.serve("--shutdown-patience", "60s")) {
      URI address = URI.create(serving.address());
      try (Socket slow = new Socket(InetAddress.getLoopbackAddress(), address.getPort())) {
        slow.setSoTimeout(60_000);
        String query = "SELECT%20*%20%7B?s%20?p%20?o%20.%20?a%20?b%20?c%20FILTER(?c%3C100)%7D";
        String request =
            "GET /sparql?query=%s&format=csv HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
                .formatted(query);
        slow.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        byte[] first = slow.getInputStream().readNBytes(50_000);
        serving.process().destroy();
        Thread.sleep(500);
        assertThat(serving.process().isAlive()).isTrue();
        assertThat(send(serving, "GET", "/health/live").statusCode()).isEqualTo(503);
        String all =
            new String(first, StandardCharsets.US_ASCII)
                + new String(slow.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        assertThat(all).startsWith("HTTP/1.1 200").endsWith("\r\n0\r\n\r\n");
        // A chunk may end within a line.
        String whole = all.replaceAll("\r\n[0-9A-Fa-f]+\r\n", "");
        assertThat(whole.lines().filter(line -> line.startsWith("https://w3id.org/")))
            .hasSize(ROWS);
      }
      assertThat(serving.process().waitFor(20, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void json_isOneObjectALineWithTheIdOfTheRequest() throws Exception {
    Result published = icc.run("publish", "--log-format", "json");
    assertThat(published.code()).isZero();
    try (Serving serving = icc.serve("--log-format", "json")) {
      send(serving, "GET", "/doc/a.nt", "X-Request-Id", "id-of-the-proxy");
    }
    List<JsonObject> lines;
    try (Stream<Path> files = Files.list(dir)) {
      lines =
          files
              .filter(file -> file.getFileName().toString().startsWith("serve"))
              .flatMap(OperatingIT::lines)
              .filter(line -> line.startsWith("{"))
              .map(JSON::parse)
              .toList();
    }
    assertThat(lines)
        .anyMatch(
            line ->
                line.getString("level").equals("INFO")
                    && String.valueOf(line.get("kvpList")).contains("id-of-the-proxy")
                    && String.valueOf(line.get("kvpList")).contains("/doc/*"));
  }

  private static Stream<String> lines(Path file) {
    try {
      return Files.readAllLines(file).stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void token_letsItsHolderPublishAndGoBack() throws Exception {
    assertThat(icc.run("token", "ci", "--scope", "launch").err()).contains("publish, rollback");
    Result made = icc.run("token", "ci", "--scope", "publish,rollback");
    String token = made.err().strip();
    Files.writeString(dir.resolve("tokens"), made.out());
    try (Serving serving = icc.serve("--admin-tokens", "tokens")) {
      String bearer = "Bearer " + token;
      Files.writeString(
          dir.resolve("rdf-data/b.ttl"),
          "<https://w3id.org/intelligent-cities/id/b> <https://e.org/p> 1 .");
      HttpResponse<String> published =
          send(serving, "POST", "/admin/publish", "Authorization", bearer);
      assertThat(published.body()).contains("\"published\"", "\"release\" : 2");
      assertThat(send(serving, "GET", "/doc/b.nt").statusCode()).isEqualTo(200);
      HttpResponse<String> back =
          send(serving, "POST", "/admin/rollback/1", "Authorization", bearer);
      assertThat(back.statusCode()).isEqualTo(200);
      assertThat(send(serving, "GET", "/doc/b.nt").statusCode()).isEqualTo(404);
      Files.writeString(dir.resolve("rdf-data/b.ttl"), "<broken");
      HttpResponse<String> refused =
          send(serving, "POST", "/admin/publish", "Authorization", bearer);
      assertThat(refused.statusCode()).isEqualTo(422);
      assertThat(refused.body()).contains("b.ttl");
      assertThat(send(serving, "GET", "/openapi.json").body()).contains("/admin/publish");
      assertThat(send(serving, "GET", "/admin/queries", "Authorization", bearer).statusCode())
          .isEqualTo(403);
    }
  }

  @Test
  void withoutTokens_thereIsNothingToSteer() throws Exception {
    try (Serving serving = icc.serve()) {
      assertThat(send(serving, "POST", "/admin/publish").statusCode()).isIn(404, 405);
      assertThat(send(serving, "GET", "/openapi.json").body()).doesNotContain("/admin/");
      assertThat(send(serving, "GET", "/metrics").body()).contains("icc_release_number 1");
    }
    assertThat(icc.run("serve", "--admin-tokens", "none").err()).contains("cannot be read");
    assertThat(icc.run("serve", "--hsts").err()).contains("--public-url https://");
  }
}
