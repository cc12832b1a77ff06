package icc.lod.search;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.apache.jena.graph.Node;
import org.roaringbitmap.buffer.ImmutableRoaringBitmap;
import org.roaringbitmap.buffer.MutableRoaringBitmap;

/**
 * The index of one kind, on files mapped into memory. Immutable; thread-safe.
 *
 * @param texts IRI and labels of each thing
 * @param offsets where each thing's texts begin
 * @param orders the things' numbers in order, by the name of the order; the order by number is that
 *     of the site's first language
 * @param facets the most useful first
 * @param placed the things with a position
 * @param primary those of them whose first kind this is
 * @param positions latitude and longitude in turn, of the placed things
 */
record KindIndex(
    Kind kind,
    ByteBuffer texts,
    IntBuffer offsets,
    Map<String, IntBuffer> orders,
    List<Facet> facets,
    ImmutableRoaringBitmap placed,
    ImmutableRoaringBitmap primary,
    DoubleBuffer positions) {

  /** A kind of nothing. */
  static final KindIndex EMPTY =
      new KindIndex(
          new Kind(0, "", "", Kind.Group.OWN, 0, 0, false, List.of(), List.of()),
          ByteBuffer.allocate(0),
          IntBuffer.allocate(1),
          Map.of(),
          List.of(),
          new MutableRoaringBitmap(),
          new MutableRoaringBitmap(),
          DoubleBuffer.allocate(0));

  static final String NEWEST = "newest";
  static final String LINKED = "linked";

  /** A thing as its kind's index knows it. */
  record Entry(String iri, List<Node> names) {}

  /** Where a thing is. */
  record Point(double latitude, double longitude) {}

  int size() {
    return offsets.limit() - 1;
  }

  Optional<Facet> facet(String name) {
    return facets.stream().filter(facet -> facet.name().equals(name)).findFirst();
  }

  Entry entry(int id) {
    ByteBuffer bytes = texts.duplicate().position(offsets.get(id)).limit(offsets.get(id + 1));
    try (DataInputStream in = new DataInputStream(new Bytes(bytes))) {
      return new Entry(KindStream.readText(in), KindStream.readNodes(in));
    } catch (IOException e) {
      throw new UncheckedIOException("The index of " + kind.iri() + " cannot be read", e);
    }
  }

  /** Where a placed thing is. */
  Point point(int id) {
    int at = 2 * (placed.rank(id) - 1);
    return new Point(positions.get(at), positions.get(at + 1));
  }

  /** A part of some things, in an order. */
  List<Integer> slice(ImmutableRoaringBitmap things, String order, long offset, int limit) {
    List<Integer> slice = new ArrayList<>();
    IntBuffer numbers = orders.get(order);
    if (numbers == null) {
      for (long at = offset; at < things.getLongCardinality() && slice.size() < limit; at++) {
        slice.add(things.select((int) at));
      }
      return slice;
    }
    boolean all = things.getCardinality() == size();
    IntPredicate wanted = all ? id -> true : things::contains;
    long passed = all ? Math.min(offset, size()) : 0;
    for (int at = (int) passed; at < numbers.limit() && slice.size() < limit; at++) {
      int id = numbers.get(at);
      if (wanted.test(id) && passed++ >= offset) {
        slice.add(id);
      }
    }
    return slice;
  }

  /** A buffer read as a stream. */
  private static final class Bytes extends InputStream {
    private final ByteBuffer bytes;

    Bytes(ByteBuffer bytes) {
      this.bytes = bytes;
    }

    @Override
    public int read() {
      return bytes.hasRemaining() ? bytes.get() & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
      int count = Math.min(length, bytes.remaining());
      if (count == 0 && length > 0) {
        return -1;
      }
      bytes.get(into, offset, count);
      return count;
    }
  }
}
