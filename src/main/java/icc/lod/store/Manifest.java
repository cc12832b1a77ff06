package icc.lod.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonBuilder;
import org.apache.jena.atlas.json.JsonObject;

/**
 * The file that makes a folder a whole release: JSON, written last. It seals the list of files by
 * its digest, so that the small files vouch for the large ones.
 */
final class Manifest {
  static final String FILE = "release.json";

  /** How a release is laid out: 1 since it lists its files; those before say nothing. */
  static final int FORMAT = 1;

  private Manifest() {}

  /** Why a folder is no whole release, to be put after its name. */
  static final class Damaged extends Exception {
    private static final long serialVersionUID = 1L;

    Damaged(String message) {
      super(message);
    }
  }

  static String text(Release release, FileList files) {
    return JsonBuilder.buildObject(
                b ->
                    b.pair("format", FORMAT)
                        .pair("number", release.number())
                        .pair("created", release.created().toString())
                        .pair("sources", release.sources())
                        .pair("triples", release.triples())
                        .pair("graphs", release.graphs())
                        .pair("base", release.base())
                        .pair("files", FileList.sha256(bytes(files.text()))))
            .toString()
        + "\n";
  }

  static String read(Path folder) throws Damaged {
    Path file = folder.resolve(FILE);
    if (!Files.isRegularFile(file)) {
      throw new Damaged("its file " + FILE + " is missing");
    }
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new Damaged("its file " + FILE + " cannot be read: " + e.getMessage());
    }
  }

  static Release release(Path folder, String text) throws Damaged {
    JsonObject json = json(text);
    try {
      return new Release(
          json.getNumber("number").intValue(),
          Instant.parse(json.getString("created")),
          folder,
          json.getString("sources"),
          json.getNumber("triples").longValue(),
          json.getNumber("graphs").longValue(),
          json.getString("base"));
    } catch (RuntimeException e) {
      throw new Damaged("its file " + FILE + " says not what a release is: " + e.getMessage());
    }
  }

  /** The files of a release; empty for one that was made before releases listed them. */
  static Optional<FileList> files(Path folder, String text) throws Damaged {
    JsonObject json = json(text);
    if (!json.hasKey("files")) {
      return Optional.empty();
    }
    try {
      String list = Files.readString(folder.resolve(FileList.FILE));
      if (!FileList.sha256(bytes(list)).equals(json.getString("files"))) {
        throw new Damaged("its list of files has changed");
      }
      return Optional.of(FileList.parse(list));
    } catch (IOException | RuntimeException e) {
      throw new Damaged("its list of files cannot be read: " + e.getMessage());
    }
  }

  /** The digest of the list of files that a manifest seals, if it seals one. */
  static Optional<String> seal(String text) throws Damaged {
    JsonObject json = json(text);
    return json.hasKey("files") && json.get("files").isString()
        ? Optional.of(json.getString("files"))
        : Optional.empty();
  }

  private static JsonObject json(String text) throws Damaged {
    JsonObject json;
    try {
      json = JSON.parse(text);
    } catch (RuntimeException e) {
      throw new Damaged("its file " + FILE + " is no JSON");
    }
    if (json.hasKey("format") && !json.get("format").toString().equals(String.valueOf(FORMAT))) {
      throw new Damaged(
          "it has the format %s, and this program knows %d; use the program that made it"
              .formatted(json.get("format"), FORMAT));
    }
    return json;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
