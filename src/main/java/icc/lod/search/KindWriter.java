package icc.lod.search;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import org.apache.jena.graph.Node;
import org.roaringbitmap.buffer.ImmutableRoaringBitmap;

/**
 * Writes the files of a kind: {@code .texts}, an IRI and labels per thing; {@code .numbers}, blocks
 * of numbers and bitmaps; {@code .facets}, which says what lies where.
 */
final class KindWriter implements Closeable {
  static final String TEXTS = ".texts";
  static final String NUMBERS = ".numbers";
  static final String FACETS = ".facets";

  /** A part of the numbers file. */
  record Block(long offset, int length) {
    static final Block NONE = new Block(0, 0);
  }

  private final DataOutputStream texts;
  private final FileChannel numbers;
  private final DataOutputStream facets;
  private final int[] offsets;
  private int things;

  KindWriter(Path folder, int number, int size) throws IOException {
    this.texts = stream(folder.resolve(number + TEXTS));
    this.facets = stream(folder.resolve(number + FACETS));
    this.numbers =
        FileChannel.open(
            folder.resolve(number + NUMBERS),
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.WRITE);
    this.offsets = new int[size + 1];
  }

  /** Where what lies where is written. */
  DataOutputStream facets() {
    return facets;
  }

  /** The next thing. */
  void thing(String iri, List<Node> names) throws IOException {
    KindStream.writeText(texts, iri);
    KindStream.writeNodes(texts, names);
    things++;
    if (texts.size() == Integer.MAX_VALUE) {
      throw new IOException("The labels of one kind take more than two gigabytes");
    }
    offsets[things] = texts.size();
  }

  void block(Block block) throws IOException {
    facets.writeLong(block.offset());
    facets.writeInt(block.length());
  }

  /** Where each thing's texts begin. */
  Block offsets() throws IOException {
    return ints(offsets);
  }

  Block ints(int[] values) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(values.length * Integer.BYTES);
    bytes.asIntBuffer().put(values);
    return write(bytes);
  }

  Block doubles(double[] values, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length * Double.BYTES);
    bytes.asDoubleBuffer().put(Arrays.copyOf(values, length));
    return write(bytes);
  }

  Block bitmap(ImmutableRoaringBitmap bitmap) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(bitmap.serializedSizeInBytes());
    bitmap.serialize(bytes);
    return write(bytes.rewind());
  }

  private Block write(ByteBuffer bytes) throws IOException {
    Block block = new Block(numbers.position(), bytes.remaining());
    while (bytes.hasRemaining()) {
      numbers.write(bytes);
    }
    return block;
  }

  private static DataOutputStream stream(Path file) throws IOException {
    return new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16));
  }

  @Override
  public void close() throws IOException {
    try (texts;
        facets;
        numbers) {
      texts.flush();
    }
  }
}
