package icc.lod.store;

import icc.lod.store.Manifest.Damaged;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which folders hold whole releases: the manifest can be read, the list of files is the one it
 * seals, and every file is there in its size. What was found whole is looked at again only when its
 * manifest changes, for files of a release never change; what was found damaged may have been
 * mended. Thread-safe.
 */
final class Wholeness {
  /** What is said of a release that has no list to be held against. */
  static final String UNLISTED = "it was made before releases listed their files";

  /** What a folder holds: a release, or why it is none. */
  record Verdict(Optional<Release> release, String fault) {}

  private record Known(String manifest, Release release) {}

  private final Map<Path, Known> whole = new ConcurrentHashMap<>();

  Verdict of(Path folder) {
    try {
      String manifest = Manifest.read(folder);
      Known known = whole.get(folder);
      if (known == null || !known.manifest().equals(manifest)) {
        known = new Known(manifest, look(folder, manifest));
        whole.put(folder, known);
      }
      return new Verdict(Optional.of(known.release()), "");
    } catch (Damaged e) {
      whole.remove(folder);
      return new Verdict(Optional.empty(), String.valueOf(e.getMessage()));
    }
  }

  private static Release look(Path folder, String manifest) throws Damaged {
    Release release = Manifest.release(folder, manifest);
    Optional<String> misfit =
        Manifest.files(folder, manifest).flatMap(files -> files.misfit(folder));
    if (misfit.isPresent()) {
      throw new Damaged(misfit.get());
    }
    return release;
  }

  /** All that is wrong with a folder, every byte read. */
  static List<String> faults(Path folder) {
    try {
      String manifest = Manifest.read(folder);
      Manifest.release(folder, manifest);
      return Manifest.files(folder, manifest)
          .map(files -> files.faults(folder))
          .orElseGet(() -> List.of(UNLISTED));
    } catch (Damaged e) {
      return List.of(String.valueOf(e.getMessage()));
    }
  }
}
