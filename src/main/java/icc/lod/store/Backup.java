package icc.lod.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A copy of a state folder in one file or folder: every whole release, the pointer, and whatever
 * lies beside them, such as citations and saved queries. Files that several releases share are
 * copied once.
 *
 * @param releases how many releases it holds
 * @param files how many files
 * @param bytes how many bytes they have
 */
public record Backup(int releases, long files, long bytes) {
  /** How a backup in one file is called: a tar archive, packed by Zstandard. */
  public static final List<String> SUFFIXES = List.of(".tar.zst", ".tzst");

  private static final String RELEASES = "releases";
  private static final String POINTER = "current";

  /** Takes files one by one. */
  interface Target extends AutoCloseable {
    void file(String name, Path file) throws IOException;

    /** The same file as one before, by another name. */
    void link(String name, String before) throws IOException;

    @Override
    void close() throws IOException;
  }

  /** Whether a backup of this name is one file; else it is a folder. */
  static boolean isFile(Path target) {
    return SUFFIXES.stream().anyMatch(target.getFileName().toString()::endsWith);
  }

  /**
   * Writes a backup; it gets its name when it is complete. Only for the holder of {@link
   * PublishLock}, so that nothing is removed meanwhile.
   *
   * @throws FileAlreadyExistsException when there is something of that name
   */
  public static Backup write(Releases releases, Path target) throws IOException {
    Path absolute = target.toAbsolutePath();
    if (Files.exists(absolute)) {
      throw new FileAlreadyExistsException(target.toString());
    }
    Path folder = absolute.resolveSibling("");
    Files.createDirectories(folder);
    Path part = absolute.resolveSibling("." + absolute.getFileName() + ".part");
    Releases.delete(part);
    try {
      Backup made;
      try (Target into = isFile(absolute) ? new TarTarget(part) : new FolderTarget(part)) {
        made = new Copying(releases.state(), into).run(releases);
      }
      Files.move(part, absolute, StandardCopyOption.ATOMIC_MOVE);
      Durably.force(folder);
      return made;
    } finally {
      Releases.delete(part);
    }
  }

  private static final class Copying {
    private final Path state;
    private final Target target;
    private final Map<Object, String> copied = new HashMap<>();
    private long files;
    private long bytes;

    Copying(Path state, Target target) {
      this.state = state;
      this.target = target;
    }

    Backup run(Releases releases) throws IOException {
      List<Release> whole = releases.all();
      for (Release release : whole) {
        tree(release.folder());
      }
      Path ledger = state.resolve(RELEASES).resolve(RemovedReleases.FILE);
      if (Files.exists(ledger)) {
        file(ledger);
      }
      for (Path path : list(state)) {
        if (!path.getFileName().toString().equals(RELEASES) && !passing(path)) {
          tree(path);
        }
      }
      // The pointer last: what was broken off has none.
      if (Files.exists(state.resolve(POINTER))) {
        file(state.resolve(POINTER));
      }
      return new Backup(whole.size(), files, bytes);
    }

    /** What lives as long as a process does, or comes last. */
    private static boolean passing(Path path) {
      String name = path.getFileName().toString();
      return name.startsWith(".")
          || name.endsWith(".next")
          || name.endsWith(FileList.LOCK)
          || name.equals(POINTER);
    }

    private void tree(Path path) throws IOException {
      if (!Files.isDirectory(path)) {
        file(path);
        return;
      }
      for (Path entry : list(path)) {
        if (!passing(entry) || entry.getFileName().toString().equals(POINTER)) {
          tree(entry);
        }
      }
    }

    private void file(Path file) throws IOException {
      String name = state.relativize(file).toString().replace('\\', '/');
      BasicFileAttributes about = Files.readAttributes(file, BasicFileAttributes.class);
      String before = about.fileKey() == null ? null : copied.putIfAbsent(about.fileKey(), name);
      if (before == null) {
        target.file(name, file);
        bytes += about.size();
      } else {
        target.link(name, before);
      }
      files++;
    }

    private static List<Path> list(Path folder) throws IOException {
      try (Stream<Path> entries = Files.list(folder)) {
        return entries.sorted().toList();
      }
    }
  }
}
