package icc.lod.statements;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Lines as bytes, without line feeds: as they lie in the file, not decoded and encoded again. For
 * one thread.
 */
public final class LineReader implements AutoCloseable {
  private static final int BUFFER = 1 << 16;

  private final InputStream in;
  private byte[] buffer = new byte[BUFFER];
  private int at;
  private int filled;

  /** The lines of a stream, which is closed with this. */
  public LineReader(InputStream in) {
    this.in = in;
  }

  /** The lines of a file. */
  public static LineReader of(Path file) throws IOException {
    return new LineReader(Files.newInputStream(file));
  }

  /** The next line; empty at the end. */
  public byte[] next() throws IOException {
    int end = at;
    while (true) {
      while (end < filled && buffer[end] != '\n') {
        end++;
      }
      if (end < filled) {
        return taken(end, end + 1);
      }
      int seen = end - at;
      if (!fill()) {
        return taken(filled, filled);
      }
      end = at + seen;
    }
  }

  private byte[] taken(int end, int next) {
    byte[] line = Arrays.copyOfRange(buffer, at, end);
    at = next;
    return line;
  }

  /** Reads on behind what is left, for which there is room even if it is one long line. */
  private boolean fill() throws IOException {
    System.arraycopy(buffer, at, buffer, 0, filled - at);
    filled -= at;
    at = 0;
    if (filled == buffer.length) {
      buffer = Arrays.copyOf(buffer, 2 * filled);
    }
    int read = in.read(buffer, filled, buffer.length - filled);
    filled += Math.max(0, read);
    return read >= 0;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
