package icc.lod.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.junit.jupiter.api.Test;

/** The bill of materials that is packaged: everything inside, under licences that we accept. */
final class SbomIT {
  private static final Path HOME = Path.of(System.getProperty("icc.home", "target/icc"));

  /** By their SPDX names. */
  private static final Set<String> ACCEPTED =
      Set.of(
          "Apache-2.0",
          "MIT",
          "MIT-0",
          "BSD-2-Clause",
          "BSD-3-Clause",
          "ISC",
          "EPL-2.0",
          "CC0-1.0",
          "Unicode-3.0");

  /** Their "BSD" is read as the old licence with four clauses; the text of theirs has three. */
  private static final Set<String> MISREAD = Set.of("morfologik-stemming", "morfologik-fsa");

  private static List<JsonObject> components() throws IOException {
    JsonObject sbom = JSON.parse(Files.readString(HOME.resolve("sbom.json")));
    List<JsonObject> components = new ArrayList<>();
    sbom.get("components").getAsArray().forEach(c -> components.add(c.getAsObject()));
    return components;
  }

  @Test
  void everyJar_isListed() throws IOException {
    List<String> listed =
        components().stream().map(c -> c.getString("name") + "-" + c.getString("version")).toList();
    try (var jars = Files.list(HOME.resolve("lib"))) {
      List<String> unlisted =
          jars.map(jar -> jar.getFileName().toString())
              .filter(name -> name.endsWith(".jar") && !name.startsWith("icc-lod"))
              .filter(name -> listed.stream().noneMatch(name::startsWith))
              .toList();
      assertThat(unlisted).isEmpty();
    }
  }

  @Test
  void everyLicence_isAccepted() throws IOException {
    List<String> others = new ArrayList<>();
    for (JsonObject component : components()) {
      List<String> licences = licences(component);
      // Of several, one may be chosen.
      if (licences.stream().noneMatch(ACCEPTED::contains)
          && !MISREAD.contains(component.getString("name"))) {
        others.add(component.getString("name") + " " + licences);
      }
    }
    assertThat(others).isEmpty();
  }

  private static List<String> licences(JsonObject component) {
    List<String> names = new ArrayList<>();
    if (component.hasKey("licenses")) {
      for (JsonValue value : component.get("licenses").getAsArray()) {
        JsonObject each = value.getAsObject();
        JsonObject licence = each.hasKey("license") ? each.getObj("license") : each;
        for (String member : List.of("id", "name", "expression")) {
          if (licence.hasKey(member)) {
            names.add(licence.getString(member));
          }
        }
      }
    }
    return names;
  }
}
