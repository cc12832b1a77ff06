package icc.lod.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** What went wrong with a disk, in words: of most exceptions of files only the path is the text. */
final class DiskFaults {
  /** With less than this left, whatever fails fails for lack of space. */
  private static final long FULL = 4L << 20;

  private DiskFaults() {}

  /**
   * Why writing failed.
   *
   * @param place a folder on the disk that was written to
   */
  static String reason(Throwable fault, Path place) {
    if (full(place)) {
      return "the disk of " + place + " is full";
    }
    return switch (fault) {
      case FileAlreadyExistsException taken -> taken.getFile() + " is a file and no folder";
      case AccessDeniedException denied -> "there is no right to write " + denied.getFile();
      case NoSuchFileException none -> none.getFile() + " cannot be made there";
      case FileSystemException other -> String.valueOf(other.getMessage());
      case UncheckedIOException wrapped -> String.valueOf(wrapped.getMessage());
      case InternalError error ->
          "the disk of " + place + " takes no more (" + error.getMessage() + ")";
      default -> fault.getClass().getSimpleName() + ": " + fault.getMessage();
    };
  }

  /** Files that are mapped into memory fail without saying why: the disk itself is asked. */
  private static boolean full(Path place) {
    Path there = place.toAbsolutePath();
    while (there != null && !Files.exists(there)) {
      there = there.getParent();
    }
    try {
      return there != null && Files.getFileStore(there).getUsableSpace() < FULL;
    } catch (IOException e) {
      return false;
    }
  }
}
