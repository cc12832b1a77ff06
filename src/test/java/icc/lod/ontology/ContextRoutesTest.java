package icc.lod.ontology;

import static org.assertj.core.api.Assertions.assertThat;

import icc.lod.store.CurrentStore;
import icc.lod.store.Release;
import icc.lod.store.TestStores;
import icc.lod.web.PublicUrl;
import icc.lod.web.TestServer;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ContextRoutesTest {
  @TempDir Path state;

  @Test
  void context_comesFromTheRelease() throws Exception {
    Release release = TestStores.publish(state, "http://example.org/", "<urn:a> <urn:b> <urn:c> .");
    Path folder = Files.createDirectories(release.folder().resolve("context"));
    Files.writeString(folder.resolve("v1.jsonld"), "{\"@context\":{}}");
    Files.writeString(folder.resolve("v10.jsonld"), "{\"@context\":{\"a\":\"urn:a\"}}");
    try (CurrentStore store = TestStores.open(state);
        TestServer server = TestServer.of(new ContextRoutes(store, PublicUrl.NONE))) {
      HttpResponse<String> versioned = server.get("/context/v1.jsonld");
      assertThat(versioned.body()).isEqualTo("{\"@context\":{}}");
      assertThat(versioned.headers().firstValue("content-type")).hasValue("application/ld+json");
      assertThat(versioned.headers().firstValue("cache-control").orElseThrow())
          .contains("immutable");
      assertThat(versioned.headers().firstValue("access-control-allow-origin")).hasValue("*");
      HttpResponse<String> newest = server.get("/context.jsonld", "Accept", "text/html");
      assertThat(newest.body()).contains("urn:a");
      assertThat(newest.headers().firstValue("content-location")).hasValue("/context/v10.jsonld");
      assertThat(server.get("/context/v2.jsonld").statusCode()).isEqualTo(404);
      assertThat(server.get("/context/..%2Frelease.json").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void noContext_404() throws Exception {
    TestStores.publish(state, "http://example.org/", "<urn:a> <urn:b> <urn:c> .");
    try (CurrentStore store = TestStores.open(state);
        TestServer server = TestServer.of(new ContextRoutes(store, PublicUrl.NONE))) {
      assertThat(server.get("/context.jsonld").statusCode()).isEqualTo(404);
    }
  }
}
