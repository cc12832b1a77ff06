package icc.lod.store;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** How a file that never changes is taken over by another folder without its bytes. */
public final class HardLinks {
  private HardLinks() {}

  /** All files of a folder, which has no folders, under second names in another. */
  public static void linkAll(Path folder, Path target) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        link(file, target.resolve(file.getFileName()));
      }
    }
  }

  /** The same file under a second name; a copy where the file system has no such thing. */
  public static void link(Path file, Path target) throws IOException {
    try {
      Files.createLink(target, file);
    } catch (UnsupportedOperationException | FileSystemException e) {
      Files.copy(file, target);
    }
  }
}
