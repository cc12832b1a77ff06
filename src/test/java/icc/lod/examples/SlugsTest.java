package icc.lod.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class SlugsTest {
  @Test
  void slugs_areSafeAndUnique() {
    assertThat(Slugs.of("http://a.example/id/example/all-towns", Set.of())).isEqualTo("all-towns");
    assertThat(Slugs.of("http://a.example/x#1", Set.of("1", "1-2"))).isEqualTo("1-3");
    assertThat(Slugs.of("urn:a%2Fb%3Cc", Set.of())).isEqualTo("urn-a-b-c");
    assertThat(Slugs.of("http://a.example/%%%", Set.of())).isEqualTo("example");
    assertThat(Slugs.of("http://a.example/" + "x".repeat(500), Set.of())).hasSize(100);
  }

  @Test
  void nearest_forgivesTypingErrors() {
    List<String> slugs = List.of("mentor-cities", "observer-cities", "all-services", "platforms");
    assertThat(Slugs.nearest("mentr-citis", slugs)).startsWith("mentor-cities");
    assertThat(Slugs.nearest("PLATFORM", slugs)).startsWith("platforms");
    assertThat(Slugs.nearest("services", slugs)).startsWith("all-services");
    assertThat(Slugs.nearest("x".repeat(100_000), List.of())).isEmpty();
  }
}
