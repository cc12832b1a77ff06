package icc.lod.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** What went wrong with a disk, in words: of most exceptions of files only the path is the text. */
final class DiskFaults {
  /** With less than this left, whatever fails fails for lack of space. */
  private static final long FULL = 4L << 20;

  /** What a database takes with nothing in it, and some more. */
  private static final long LEAST = 16L << 20;

  /** How many times the sources a release is, with its indexes, dumps and tables. */
  private static final long TIMES = 8;

  /** How many times a packed file its text is. */
  private static final long UNPACKED = 10;

  private DiskFaults() {}

  /**
   * Why writing failed.
   *
   * @param place a folder on the disk that was written to
   */
  static String reason(Throwable fault, Path place) {
    if (mute(fault) && full(place)) {
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
      default ->
          fault.getClass() == IOException.class
              ? String.valueOf(fault.getMessage())
              : fault.getClass().getSimpleName() + ": " + fault.getMessage();
    };
  }

  /**
   * Sees to it before anything is written that there is room for a release: a database whose disk
   * fills up while it is loaded fails late, or waits for ever.
   *
   * @throws IOException when there is too little
   */
  static void room(Path place, List<SourceFile> sources) throws IOException {
    long needed = LEAST;
    for (SourceFile source : sources) {
      needed += (source.packed() ? UNPACKED : 1) * TIMES * Files.size(source.path());
    }
    long left = Files.getFileStore(place).getUsableSpace();
    if (left < needed) {
      throw new IOException(
          "the disk of %s has %d MB left, and a release of these sources may take %d MB"
              .formatted(place, left >> 20, needed >> 20));
    }
  }

  /** Whether a fault does not say itself what the disk lacks. */
  private static boolean mute(Throwable fault) {
    return !(fault instanceof FileSystemException) && fault.getClass() != IOException.class;
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
