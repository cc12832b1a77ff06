package icc.lod.publish;

import icc.lod.rdf.RdfFormat;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;
import org.apache.jena.graph.Node;

/**
 * A file of the sources.
 *
 * @param path where it lies
 * @param name its name in reports: the path as the editor gave it
 * @param part which part of the sources it belongs to
 * @param format its syntax, by its suffix
 * @param graph the named graph its triples go to, beside the default graph
 */
record SourceFile(Path path, String name, Part part, RdfFormat format, Optional<Node> graph) {
  private static final String GZIP = ".gz";
  private static final int BUFFER = 1 << 16;

  /** The three parts of the sources, in the order they are read. */
  enum Part {
    ONTOLOGY,
    DATA,
    EXAMPLES
  }

  /** The syntax of a file by its name, {@code .gz} cut off; empty for files to pass over. */
  static Optional<RdfFormat> formatOf(Path path) {
    String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
    String plain = name.endsWith(GZIP) ? name.substring(0, name.length() - GZIP.length()) : name;
    String suffix = plain.substring(plain.lastIndexOf('.') + 1);
    return suffix.equals("owl") ? Optional.of(RdfFormat.RDF_XML) : RdfFormat.bySuffix(suffix);
  }

  /** Whether it is packed. */
  boolean packed() {
    return name.toLowerCase(Locale.ROOT).endsWith(GZIP);
  }

  /**
   * The text of the file, unpacked.
   *
   * @param read takes how many bytes of the file were read, packed or not
   */
  InputStream open(LongConsumer read) throws IOException {
    InputStream in =
        new BufferedInputStream(new CountedInput(Files.newInputStream(path), read), BUFFER);
    if (!packed()) {
      return in;
    }
    try {
      return new GZIPInputStream(in);
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  private static final class CountedInput extends FilterInputStream {
    private final LongConsumer read;

    CountedInput(InputStream in, LongConsumer read) {
      super(in);
      this.read = read;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int count = in.read(bytes, offset, length);
      read.accept(Math.max(0, count));
      return count;
    }
  }
}
