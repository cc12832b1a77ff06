package icc.lod.changes;

import icc.lod.store.HardLinks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where the change log lies in the folder of a release: a folder for each release that the log
 * knows, and what the last of them left.
 *
 * @param folder the feature's own folder
 */
record LogFiles(Path folder) {
  static LogFiles of(Path release) {
    return new LogFiles(release.resolve("changes"));
  }

  boolean exists() {
    return Files.isDirectory(folder);
  }

  /** All statements of the release, by entity. */
  Path state() {
    return folder.resolve("state.nq");
  }

  /** Of every entity that ever was: the last member about it. */
  Path heads() {
    return folder.resolve("heads.tsv");
  }

  /** The folder of one release. */
  Path release(int number) {
    return folder.resolve(icc.lod.store.Release.folderName(number));
  }

  Path members(int number) {
    return release(number).resolve("members.tsv");
  }

  Path payload(int number) {
    return release(number).resolve("payload.nq");
  }

  Path difference(int number) {
    return release(number).resolve("difference.txt");
  }

  Path summary(int number) {
    return release(number).resolve("summary.tsv");
  }

  /** The folders of the releases it knows, in order. */
  List<Path> releases() throws IOException {
    if (!exists()) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(path -> path.getFileName().toString().matches("\\d{6,}"))
          .sorted(java.util.Comparator.comparingInt(LogFiles::number))
          .toList();
    }
  }

  static int number(Path release) {
    return Integer.parseInt(release.getFileName().toString());
  }

  /** Takes over the releases of an earlier log as they are. */
  void carryOver(LogFiles earlier) throws IOException {
    for (Path release : earlier.releases()) {
      Path target = Files.createDirectories(folder.resolve(release.getFileName()));
      HardLinks.linkAll(release, target);
    }
  }
}
