package icc.lod.sparql;

import icc.lod.rdf.Digests;
import icc.lod.web.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Queries that somebody gave a permanent link, one file each, named by what is in it: the same
 * query has the same link, and none is ever changed. Thread-safe.
 */
final class SavedQueries {
  /** Who shares more than this shares with nobody, or means harm. */
  static final int MOST = 100_000;

  private static final Pattern HASH = Pattern.compile("[0-9a-f]{16}");
  private static final String ENDING = ".rq";

  private final Path folder;
  private final int most;
  private final ReentrantLock writing = new ReentrantLock();
  private long kept = -1;

  SavedQueries(Path folder) {
    this(folder, MOST);
  }

  SavedQueries(Path folder, int most) {
    this.folder = folder;
    this.most = most;
  }

  /** What names a query; forms send other line ends than scripts, which makes no other query. */
  static String hash(String query) {
    byte[] hash = Digests.sha256().digest(plain(query).getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(hash, 0, 8);
  }

  /** The query of a name; empty for what is no name, or nobody's. */
  Optional<String> find(String hash) {
    Path file = folder.resolve(hash + ENDING);
    if (!HASH.matcher(hash).matches() || !Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }

  /**
   * Keeps a query.
   *
   * @return its name
   * @throws Problem 507 when there is no place for more
   */
  String keep(String query) {
    String text = plain(query);
    String hash = hash(text);
    writing.lock();
    try {
      Optional<String> there = find(hash);
      if (there.isEmpty()) {
        write(hash, text);
      } else if (!there.get().equals(text)) {
        throw Problem.of(409, "Conflict", "Another query has this link: change a blank in yours.");
      }
      return hash;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot keep a query in " + folder, e);
    } finally {
      writing.unlock();
    }
  }

  private void write(String hash, String text) throws IOException {
    Files.createDirectories(folder);
    if (kept < 0) {
      try (Stream<Path> files = Files.list(folder)) {
        kept = files.filter(file -> file.toString().endsWith(ENDING)).count();
      }
    }
    if (kept >= most) {
      throw Problem.of(
          507, "No place left", "No more queries can be kept: share the long address instead.");
    }
    // Complete under its name or not there at all, whenever the power fails.
    Path next = folder.resolve(hash + ".next");
    Files.write(
        next,
        text.getBytes(StandardCharsets.UTF_8),
        StandardOpenOption.CREATE,
        StandardOpenOption.TRUNCATE_EXISTING,
        StandardOpenOption.WRITE,
        StandardOpenOption.SYNC);
    Files.move(next, folder.resolve(hash + ENDING), StandardCopyOption.ATOMIC_MOVE);
    kept++;
  }

  private static String plain(String query) {
    return query.replace("\r\n", "\n").replace('\r', '\n');
  }
}
