package icc.lod.changes;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A file of lines that begin with an IRI and lie in the order of those, with a second file that
 * says where every fiftieth begins: a line is found, and a page of lines read, without reading the
 * rest, however many there are. Thread-safe.
 */
final class Register {
  /** Lines between two entries of the index: a page of what people read. */
  static final int BLOCK = 50;

  private static final String INDEX = ".index";

  private final Path file;
  private final long blocks;

  private Register(Path file, long blocks) {
    this.file = file;
    this.blocks = blocks;
  }

  /** A register that was written; empty when there is none. */
  static Register of(Path file) {
    try {
      return new Register(file, Files.exists(file) ? Files.size(index(file)) / Long.BYTES : 0);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** The files it takes. */
  static List<Path> files(Path file) {
    return List.of(file, index(file));
  }

  private static Path index(Path file) {
    return file.resolveSibling(file.getFileName() + INDEX);
  }

  /** The lines of a block, counted from zero; none behind the end. */
  List<String> block(long number) throws IOException {
    if (number < 0 || number >= blocks) {
      return List.of();
    }
    return lines(number * BLOCK, BLOCK);
  }

  /** Some lines from one on, which is counted from zero. */
  List<String> lines(long first, int most) throws IOException {
    List<String> lines = new ArrayList<>();
    long block = first / BLOCK;
    if (block >= blocks) {
      return lines;
    }
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      in.seek(offset(block));
      BufferedReader reader =
          new BufferedReader(
              new InputStreamReader(
                  Channels.newInputStream(in.getChannel()), StandardCharsets.UTF_8));
      for (long skip = first % BLOCK; skip > 0; skip--) {
        reader.readLine();
      }
      for (String line = reader.readLine();
          line != null && lines.size() < most;
          line = reader.readLine()) {
        lines.add(line);
      }
    }
    return lines;
  }

  /** The line that begins with an IRI. */
  Optional<String> find(String iri) throws IOException {
    byte[] wanted = Member.key(iri);
    long low = 0;
    long high = blocks - 1;
    while (low < high) {
      long middle = (low + high + 1) >>> 1;
      if (Arrays.compareUnsigned(Member.key(iri(lines(middle * BLOCK, 1).get(0))), wanted) <= 0) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return block(low).stream().filter(line -> line.startsWith(iri + "\t")).findFirst();
  }

  /** Every line in turn. */
  Reading read() throws IOException {
    return new Reading(file);
  }

  static String iri(String line) {
    return line.substring(0, line.indexOf('\t'));
  }

  private long offset(long block) throws IOException {
    try (RandomAccessFile in = new RandomAccessFile(index(file).toFile(), "r")) {
      in.seek(block * Long.BYTES);
      return in.readLong();
    }
  }

  /** Reads a register from its start, for one thread. */
  static final class Reading implements AutoCloseable {
    private final BufferedReader in;
    private String line;

    private Reading(Path file) throws IOException {
      this.in =
          Files.exists(file)
              ? Files.newBufferedReader(file)
              : new BufferedReader(java.io.Reader.nullReader());
      this.line = next();
    }

    /** The line it stands at; empty at the end. */
    String line() {
      return line;
    }

    void advance() throws IOException {
      line = next();
    }

    private String next() throws IOException {
      return Optional.ofNullable(in.readLine()).orElse("");
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }

  /** Writes a register, for one thread. */
  static final class Writing implements AutoCloseable {
    private final OutputStream out;
    private final DataOutputStream index;
    private long offset;
    private long count;

    Writing(Path file) throws IOException {
      this.out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
      this.index =
          new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(index(file))));
    }

    void line(String line) throws IOException {
      if (count % BLOCK == 0) {
        index.writeLong(offset);
      }
      byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
      out.write(bytes);
      offset += bytes.length;
      count++;
    }

    @Override
    public void close() throws IOException {
      out.close();
      index.close();
    }
  }

  /** A part of a file. */
  static byte[] slice(Path file, Member.Slice slice) throws IOException {
    if (slice.length() == 0) {
      return new byte[0];
    }
    try (BufferedInputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      in.skipNBytes(slice.offset());
      return in.readNBytes(Math.toIntExact(slice.length()));
    }
  }
}
