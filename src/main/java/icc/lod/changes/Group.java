package icc.lod.changes;

import icc.lod.statements.Line;
import icc.lod.statements.LineReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * All statements that belong to one entity, as lines of canonical N-Quads in their order.
 *
 * @param key the entity as written, brackets included
 * @param lines without line feeds
 * @param offset where the first line begins in the file
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record Group(byte[] key, List<byte[]> lines, long offset) {
  /** Begins a line that names the entity of the lines that follow. */
  static final char HEADER = '#';

  /** The IRI as written, without brackets. */
  String entity() {
    return new String(key, 1, key.length - 2, StandardCharsets.UTF_8);
  }

  long length() {
    return lines.stream().mapToLong(line -> line.length + 1L).sum();
  }

  boolean isSame(Group other) {
    return Arrays.deepEquals(lines.toArray(), other.lines.toArray());
  }

  /** Whether a line is among them. */
  boolean has(byte[] line) {
    int low = 0;
    int high = lines.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = Arrays.compareUnsigned(lines.get(middle), line);
      if (order == 0) {
        return true;
      }
      low = order < 0 ? middle + 1 : low;
      high = order < 0 ? high : middle - 1;
    }
    return false;
  }

  /**
   * Reads groups in the order of their entities. Where no line names the entity it is the subject,
   * so that data without blank nodes needs no file beside its dump. For one thread.
   */
  static final class Reading implements AutoCloseable {
    private final LineReader in;
    private byte[] next;
    private long nextOffset;

    private Reading(LineReader in) throws IOException {
      this.in = in;
      this.next = in.next();
    }

    static Reading of(Path file) throws IOException {
      return new Reading(LineReader.of(file));
    }

    static Reading ofNothing() throws IOException {
      return new Reading(new LineReader(InputStream.nullInputStream()));
    }

    /** The next group; without lines at the end. */
    Group next() throws IOException {
      byte[] key = new byte[0];
      boolean named = next.length > 0 && next[0] == HEADER;
      if (named) {
        key = Arrays.copyOfRange(next, 2, next.length);
        advance();
      } else if (next.length > 0) {
        key = subject(next);
      }
      long offset = nextOffset;
      List<byte[]> lines = new ArrayList<>();
      while (next.length > 0 && (named ? next[0] != HEADER : startsWith(next, key))) {
        lines.add(next);
        advance();
      }
      return new Group(key, lines, offset);
    }

    private static byte[] subject(byte[] line) {
      return Line.subject(line);
    }

    private static boolean startsWith(byte[] line, byte[] key) {
      return line.length > key.length
          && line[key.length] == ' '
          && Arrays.equals(line, 0, key.length, key, 0, key.length);
    }

    private void advance() throws IOException {
      nextOffset += next.length + 1;
      next = in.next();
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
