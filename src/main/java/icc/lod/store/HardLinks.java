package icc.lod.store;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How a file that never changes is taken over by another folder without its bytes. */
public final class HardLinks {
  private HardLinks() {}

  /** The same file under a second name; a copy where the file system has no such thing. */
  public static void link(Path file, Path target) throws IOException {
    try {
      Files.createLink(target, file);
    } catch (UnsupportedOperationException | FileSystemException e) {
      Files.copy(file, target);
    }
  }
}
