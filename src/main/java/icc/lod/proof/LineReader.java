package icc.lod.proof;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Lines as bytes, without line feeds; an empty one at the end. For one thread. */
final class LineReader {
  private final InputStream in;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream(256);

  LineReader(InputStream in) {
    this.in = in;
  }

  byte[] next() throws IOException {
    line.reset();
    for (int read = in.read(); read >= 0 && read != '\n'; read = in.read()) {
      line.write(read);
    }
    return line.toByteArray();
  }
}
