package icc.lod.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonBuilder;
import org.apache.jena.atlas.json.JsonObject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The file that makes a folder a whole release: JSON, written last. */
final class Manifest {
  static final String FILE = "release.json";

  private static final Logger LOG = LoggerFactory.getLogger(Manifest.class);

  private Manifest() {}

  static String text(Release release) {
    return JsonBuilder.buildObject(
                b ->
                    b.pair("number", release.number())
                        .pair("created", release.created().toString())
                        .pair("sources", release.sources())
                        .pair("triples", release.triples())
                        .pair("graphs", release.graphs())
                        .pair("base", release.base()))
            .toString()
        + "\n";
  }

  static Optional<Release> read(Path folder) {
    Path file = folder.resolve(FILE);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      JsonObject json = JSON.parse(Files.readString(file));
      return Optional.of(
          new Release(
              json.getNumber("number").intValue(),
              Instant.parse(json.getString("created")),
              folder,
              json.getString("sources"),
              json.getNumber("triples").longValue(),
              json.getNumber("graphs").longValue(),
              json.getString("base")));
    } catch (IOException | RuntimeException e) {
      LOG.warn("Not a whole release, its manifest cannot be read: {}", folder);
      return Optional.empty();
    }
  }
}
