package icc.lod.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Small files and renames that a power cut does not take back. */
final class Durably {
  private static final Logger LOG = LoggerFactory.getLogger(Durably.class);

  private Durably() {}

  /** Forces a rename to disk, where the system lets folders be forced. */
  static void force(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // A rename is atomic all the same; a power cut may undo it.
      LOG.debug("{} cannot be forced to disk: {}", folder, e.toString());
    }
  }

  /** Puts a text in the place of what a file held: readers see the one or the other. */
  static void replace(Path file, String text) throws IOException {
    Files.move(written(file, text), file, StandardCopyOption.ATOMIC_MOVE);
  }

  /** The same with the instant that the file is of. */
  static void replace(Path file, String text, Instant modified) throws IOException {
    Path next = written(file, text);
    Files.setLastModifiedTime(next, FileTime.from(modified));
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static Path written(Path file, String text) throws IOException {
    Path next = file.resolveSibling(file.getFileName() + ".next");
    write(next, text);
    return next;
  }

  /** Writes and forces to disk: a pointer must never name what a power cut took away. */
  static void write(Path file, String text) throws IOException {
    Files.writeString(file, text, StandardCharsets.UTF_8);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }
}
