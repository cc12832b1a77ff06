package icc.lod.store;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The bytes of a JSON object on their way to a parser, watched for their end: a parser may be
 * content with less, and a body whose length nobody announced can end anywhere. For one thread.
 */
final class WholeJson extends FilterInputStream {
  private static final int BUFFER = 8192;

  private int depth;
  private boolean begun;
  private boolean inString;
  private boolean escaped;

  WholeJson(InputStream in) {
    super(in);
  }

  /**
   * Reads what the parser left, which may be nothing but the end.
   *
   * @throws IOException when the object is not closed, or something else follows it
   */
  void end() throws IOException {
    byte[] rest = new byte[BUFFER];
    int length;
    do {
      length = read(rest, 0, rest.length);
    } while (length >= 0);
    if (!begun || depth > 0) {
      throw new IOException("the answer ends in the middle");
    }
  }

  @Override
  public int read() throws IOException {
    int b = in.read();
    if (b >= 0) {
      look((byte) b);
    }
    return b;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int read = in.read(bytes, offset, length);
    for (int i = offset; i < offset + read; i++) {
      look(bytes[i]);
    }
    return read;
  }

  /** Parsers close what they are done with; the end is still to be read. */
  @Override
  public void close() {}

  @Override
  public boolean markSupported() {
    return false;
  }

  /** All that matters is ASCII, and no byte of a longer UTF-8 sequence is. */
  private void look(byte b) throws IOException {
    if (inString) {
      if (escaped) {
        escaped = false;
      } else if (b == '\\') {
        escaped = true;
      } else if (b == '"') {
        inString = false;
      }
      return;
    }
    boolean blank = b == ' ' || b == '\n' || b == '\r' || b == '\t';
    if (!blank && depth == 0 && (begun || b != '{')) {
      throw new IOException(begun ? "something follows the answer" : "the answer is no object");
    }
    switch (b) {
      case '"' -> inString = true;
      case '{', '[' -> {
        depth++;
        begun = true;
      }
      case '}', ']' -> depth--;
      default -> {}
    }
  }
}
