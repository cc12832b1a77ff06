package icc.lod.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.apache.jena.atlas.json.JsonObject;
import org.junit.jupiter.api.Test;

final class DescriptionsTest {
  private final Descriptions descriptions = Descriptions.load();

  @Test
  void undescribedRoute_isFound() {
    assertThat(descriptions.undescribed(Set.of("GET /api", "GET /nowhere", "DELETE /api")))
        .containsExactly("DELETE /api", "GET /nowhere");
  }

  @Test
  void routes_areComparedByShape() {
    Set<String> routes =
        Set.of(
            "GET /*",
            "GET /doc/*",
            "GET /browse/<kind>",
            "GET /examples/{name}",
            "GET /ontology",
            "GET /ontology.ttl",
            "POST /sparql");
    assertThat(descriptions.undescribed(routes)).isEmpty();
    assertThat(descriptions.undescribed(Set.of("GET /ontology.ttl/x", "GET /doc/*/history")))
        .hasSize(2);
  }

  @Test
  void document_holdsOnlyWhatIsRegistered() {
    JsonObject document = descriptions.of(Set.of("GET /sparql", "GET /health/live"));
    assertThat(document.getObj("paths").keys()).containsExactly("/sparql", "/health/live");
    assertThat(document.getObj("paths").getObj("/sparql").keys()).containsExactly("get");
    JsonObject components = document.getObj("components");
    assertThat(components.getObj("parameters").keys()).contains("query").doesNotContain("kind");
    assertThat(components.getObj("responses").keys()).contains("Up").doesNotContain("Document");
    assertThat(document.get("tags").getAsArray()).hasSize(2);
  }
}
