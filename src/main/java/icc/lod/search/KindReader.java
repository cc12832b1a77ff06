package icc.lod.search;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.roaringbitmap.buffer.ImmutableRoaringBitmap;

/** Opens the files that {@link KindWriter} wrote. */
final class KindReader {
  private final DataInputStream in;
  private final ByteBuffer numbers;

  private KindReader(DataInputStream in, ByteBuffer numbers) {
    this.in = in;
    this.numbers = numbers;
  }

  /** The index of a kind; the first language is the one whose order numbers the things. */
  static KindIndex open(Path folder, Kind kind, List<String> languages) throws IOException {
    ByteBuffer texts = map(folder.resolve(kind.number() + KindWriter.TEXTS));
    ByteBuffer numbers = map(folder.resolve(kind.number() + KindWriter.NUMBERS));
    Path facets = folder.resolve(kind.number() + KindWriter.FACETS);
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(facets)))) {
      return new KindReader(in, numbers).read(kind, texts, languages);
    }
  }

  private KindIndex read(Kind kind, ByteBuffer texts, List<String> languages) throws IOException {
    IntBuffer offsets = block().asIntBuffer();
    Map<String, IntBuffer> orders = new HashMap<>();
    int further = in.readInt();
    for (int i = 1; i <= further; i++) {
      orders.put(languages.get(i), block().asIntBuffer());
    }
    IntBuffer newest = block().asIntBuffer();
    if (newest.hasRemaining()) {
      orders.put(KindIndex.NEWEST, newest);
    }
    orders.put(KindIndex.LINKED, block().asIntBuffer());
    ImmutableRoaringBitmap placed = new ImmutableRoaringBitmap(block());
    ImmutableRoaringBitmap primary = new ImmutableRoaringBitmap(block());
    var positions = block().asDoubleBuffer();
    return new KindIndex(kind, texts, offsets, orders, facets(), placed, primary, positions);
  }

  private List<Facet> facets() throws IOException {
    List<IntBuffer> hops = new ArrayList<>();
    for (int i = in.readInt(); i > 0; i--) {
      hops.add(block().asIntBuffer());
    }
    List<Facet> facets = new ArrayList<>();
    for (int i = in.readInt(); i > 0; i--) {
      facets.add(facet(hops));
    }
    return facets;
  }

  private Facet facet(List<IntBuffer> rows) throws IOException {
    String name = KindStream.readText(in);
    FacetType type = FacetType.valueOf(KindStream.readText(in));
    boolean single = in.readBoolean();
    FacetStep last = step();
    List<FacetHop> hops = new ArrayList<>();
    for (int i = in.readInt(); i > 0; i--) {
      hops.add(new FacetHop(step(), KindStream.readText(in)));
    }
    int hop = in.readInt();
    return new Facet(
        name,
        type,
        single,
        new FacetPath(hops, last),
        KindStream.readNodes(in),
        KindStream.readNodes(in),
        hop < 0 ? IntBuffer.allocate(0) : rows.get(hop),
        values());
  }

  private FacetStep step() throws IOException {
    return new FacetStep(KindStream.readText(in), in.readBoolean());
  }

  private List<FacetValue> values() throws IOException {
    List<FacetValue> values = new ArrayList<>();
    for (int i = in.readInt(); i > 0; i--) {
      values.add(
          new FacetValue(
              KindStream.readText(in),
              KindStream.readText(in),
              KindStream.readNodes(in),
              KindStream.readNodes(in),
              in.readInt(),
              new ImmutableRoaringBitmap(block())));
    }
    return values;
  }

  private ByteBuffer block() throws IOException {
    long offset = in.readLong();
    int length = in.readInt();
    return numbers.slice(Math.toIntExact(offset), length);
  }

  private static ByteBuffer map(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      return channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
    }
  }
}
