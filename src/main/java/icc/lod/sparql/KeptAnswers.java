package icc.lod.sparql;

import icc.lod.store.Citations;
import icc.lod.store.PastReleases;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * The answers to cited queries, as they were first given: beside the citation, a file for each
 * format. Whatever a later version of the software would write, a link gives the same bytes.
 *
 * <p>Their number and size is bounded: what has no place is computed anew each time, which gives
 * the same bytes as long as the software is the same. Thread-safe.
 */
final class KeptAnswers {
  /** No answer larger than this is kept. */
  static final long MOST_EACH = 64L << 20;

  /** All of them together; a file counts at least as much as a block of a disk. */
  static final long MOST_BYTES = 1L << 30;

  private static final Duration STALE = Duration.ofHours(1);
  private static final long BLOCK = 4096;

  private final PastReleases releases;
  private final long mostBytes;
  private final ReentrantLock writing = new ReentrantLock();
  private long bytes = -1;

  KeptAnswers(PastReleases releases) {
    this(releases, MOST_BYTES);
  }

  KeptAnswers(PastReleases releases, long mostBytes) {
    this.releases = releases;
    this.mostBytes = mostBytes;
  }

  /** Which answer: to which query, by which release, in which format. */
  record Key(int release, String hash, ResultFormat format) {
    String name() {
      return hash + "." + format.names().get(0);
    }
  }

  /** Where an answer is kept, if it is. */
  Optional<Path> find(Key key) {
    return Optional.of(file(key)).filter(Files::isRegularFile);
  }

  /** Keeps an answer, if there is place for it and its query is cited; gives what is kept. */
  byte[] keep(Key key, byte[] body) {
    writing.lock();
    try {
      Optional<Path> known = find(key);
      if (known.isPresent()) {
        return Files.readAllBytes(known.get());
      }
      if (citations().has(key.release(), key.hash()) && room(body.length)) {
        Path next = Files.createTempFile(folder(key), "answer-", Citations.UNFINISHED);
        Files.write(next, body);
        settle(key, next, body.length);
      }
      return body;
    } catch (IOException e) {
      throw new UncheckedIOException("The answer to a cited query cannot be kept", e);
    } finally {
      writing.unlock();
    }
  }

  /** What is written goes on, and into a file that is kept once all was written. */
  Optional<Copying> keeping(Key key, OutputStream out) throws IOException {
    if (!citations().has(key.release(), key.hash()) || !room(MOST_EACH)) {
      return Optional.empty();
    }
    return Optional.of(
        new Copying(key, out, Files.createTempFile(folder(key), "answer-", Citations.UNFINISHED)));
  }

  private Path folder(Key key) {
    return citations().folder(key.release());
  }

  private Path file(Key key) {
    return folder(key).resolve(key.name());
  }

  private Citations citations() {
    return releases.citations();
  }

  private void settle(Key key, Path next, long size) throws IOException {
    try {
      // The first answer stays: a file that is there is not replaced.
      Files.move(next, file(key));
      bytes += Math.max(BLOCK, size);
    } catch (FileAlreadyExistsException | NoSuchFileException e) {
      // Kept meanwhile, or the release is cited no more.
    } finally {
      Files.deleteIfExists(next);
    }
  }

  private boolean room(long size) throws IOException {
    writing.lock();
    try {
      if (bytes < 0) {
        bytes = counted(citations().folder());
      }
      return size <= MOST_EACH && bytes + Math.max(BLOCK, size) <= mostBytes;
    } finally {
      writing.unlock();
    }
  }

  private static long counted(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    long sum = 0;
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (abandoned(file)) {
          Files.deleteIfExists(file);
          continue;
        }
        sum += Math.max(BLOCK, Files.size(file));
      }
    }
    return sum;
  }

  /** Left by a process that was killed; what is being written now is younger. */
  private static boolean abandoned(Path file) throws IOException {
    return file.toString().endsWith(Citations.UNFINISHED)
        && Files.getLastModifiedTime(file).toInstant().isBefore(Instant.now().minus(STALE));
  }

  /** Copies what is written; its close says that it is complete. */
  final class Copying extends FilterOutputStream {
    private final Key key;
    private final Path next;
    private final OutputStream copy;
    private long size;

    Copying(Key key, OutputStream out, Path next) throws IOException {
      super(out);
      this.key = key;
      this.next = next;
      this.copy = Files.newOutputStream(next);
    }

    @Override
    public void write(int octet) throws IOException {
      write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] body, int offset, int length) throws IOException {
      size += length;
      if (size <= MOST_EACH) {
        copy.write(body, offset, length);
      }
      out.write(body, offset, length);
    }

    /** Keeps nothing: what was written is not all. */
    void abandon() {
      try {
        copy.close();
        Files.deleteIfExists(next);
      } catch (IOException e) {
        throw new UncheckedIOException("An unfinished answer cannot be deleted", e);
      }
    }

    @Override
    public void close() throws IOException {
      copy.close();
      out.close();
      writing.lock();
      try {
        if (size <= MOST_EACH) {
          settle(key, next, size);
        }
        Files.deleteIfExists(next);
      } finally {
        writing.unlock();
      }
    }
  }
}
