package icc.lod.objects;

import icc.lod.store.FileList.Entry;
import icc.lod.store.Inventory;
import icc.lod.store.Replica;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fetches a release: what this machine has is linked, what a try before left is kept. */
final class Fetching {
  private static final Logger LOG = LoggerFactory.getLogger(Fetching.class);
  private static final String PART = ".part";

  /** No manifest and no list is as long as this. */
  private static final int MOST_TEXT = 1 << 26;

  private final Bucket bucket;
  private final Replica replica;

  Fetching(Bucket bucket, Replica replica) {
    this.bucket = bucket;
    this.replica = replica;
  }

  /**
   * Fetches the release with this manifest and takes it in.
   *
   * @throws IOException when something is missing or not what it should be; the next try goes on
   */
  void fetch(int number, String manifest) throws IOException {
    long start = System.nanoTime();
    String sealed = text(manifest);
    Inventory inventory = new Inventory(sealed, text(seal(sealed)));
    Path copying = replica.copying(manifest);
    Map<Entry, Path> here = replica.files();
    List<Entry> files = inventory.files();
    AtOnce.each(files, entry -> file(entry, copying, here));
    replica.take(copying, inventory);
    long linked = files.stream().filter(entry -> here.containsKey(entry.unnamed())).count();
    LOG.info(
        "Release {} is here: {} files, {} of them known already, in {} ms",
        number,
        files.size(),
        linked,
        (System.nanoTime() - start) / 1_000_000);
  }

  private static String seal(String manifest) throws IOException {
    try {
      return Inventory.seal(manifest);
    } catch (IllegalArgumentException e) {
      throw new IOException("A manifest in the bucket is none: " + e.getMessage(), e);
    }
  }

  private String text(String sha256) throws IOException {
    try (InputStream in = bucket.read(Pointer.file(sha256))) {
      String text = new String(in.readNBytes(MOST_TEXT), StandardCharsets.UTF_8);
      if (!Inventory.digest(text).equals(sha256)) {
        throw corrupt(sha256, "its SHA-256 is " + Inventory.digest(text));
      }
      return text;
    }
  }

  private void file(Entry entry, Path copying, Map<Entry, Path> here) throws IOException {
    Path place = Replica.place(copying, entry);
    if (Replica.isThere(place, entry)) {
      return;
    }
    Path known = here.get(entry.unnamed());
    if (known != null) {
      Replica.link(known, place);
      return;
    }
    Path part = place.resolveSibling(place.getFileName() + PART);
    try (InputStream in = bucket.read(Pointer.file(entry.content().sha256()))) {
      Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
    }
    try {
      Replica.put(part, place, entry);
    } catch (IOException e) {
      Files.deleteIfExists(part);
      throw corrupt(entry.content().sha256(), String.valueOf(e.getMessage()));
    }
  }

  private static IOException corrupt(String sha256, String why) {
    return new IOException(
        "The object %s is corrupt (%s) and was refused; delete it and run icc publish where releases are pushed, which sends it again"
            .formatted(Pointer.file(sha256), why));
  }
}
