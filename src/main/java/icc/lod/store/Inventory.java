package icc.lod.store;

import icc.lod.store.Manifest.Damaged;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;

/**
 * What a release consists of, in the words that vouch for it: by the manifest's digest all of it is
 * known.
 *
 * @param manifest the text of the manifest
 * @param list the text of the list that the manifest seals
 */
public record Inventory(String manifest, String list) {

  /** Holds the list against the manifest. */
  public Inventory {
    if (!digest(list).equals(seal(manifest))) {
      throw new IllegalArgumentException("the list of files is not the one that is sealed");
    }
    FileList.parse(list);
  }

  /**
   * What a release of this machine consists of; empty for one from before releases listed that.
   *
   * @throws IOException when it cannot be read, as when it was just removed
   */
  public static Optional<Inventory> of(Release release) throws IOException {
    try {
      String manifest = Manifest.read(release.folder());
      return Manifest.files(release.folder(), manifest).isEmpty()
          ? Optional.empty()
          : Optional.of(
              new Inventory(manifest, Files.readString(release.folder().resolve(FileList.FILE))));
    } catch (Damaged | IllegalArgumentException e) {
      throw new IOException("Release " + release.number() + ": " + e.getMessage(), e);
    }
  }

  /**
   * The digest of the list of files that a manifest seals.
   *
   * @throws IllegalArgumentException when it seals none
   */
  public static String seal(String manifest) {
    try {
      return Manifest.seal(manifest)
          .orElseThrow(() -> new IllegalArgumentException("the manifest seals no list of files"));
    } catch (Damaged e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /** The SHA-256 of a text. */
  public static String digest(String text) {
    return FileList.sha256(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The files, sorted by path. */
  public List<FileList.Entry> files() {
    return FileList.parse(list).entries();
  }
}
