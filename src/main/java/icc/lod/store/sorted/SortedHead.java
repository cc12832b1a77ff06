package icc.lod.store.sorted;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * What an index says of itself: how much it holds, and what is known of each predicate.
 *
 * @param triples how many statements
 * @param terms how many different terms
 * @param predicates in the order of their numbers
 */
record SortedHead(int triples, int terms, List<Predicate> predicates) {
  static final String FILE = "head";

  private static final long MAGIC = 0x4943435F534F5254L;
  private static final int FORMAT = 2;

  /**
   * A predicate.
   *
   * @param term its number
   * @param subjects how many different subjects it has
   * @param objects how many different objects it has
   */
  record Predicate(int term, int subjects, int objects) {}

  SortedHead {
    predicates = List.copyOf(predicates);
  }

  void write(Path folder) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeLong(MAGIC);
      out.writeInt(FORMAT);
      out.writeInt(triples);
      out.writeInt(terms);
      out.writeInt(predicates.size());
      for (Predicate predicate : predicates) {
        out.writeInt(predicate.term());
        out.writeInt(predicate.subjects());
        out.writeInt(predicate.objects());
      }
      out.writeLong(checksum(bytes.toByteArray(), bytes.size()));
    }
    Files.write(folder.resolve(FILE), bytes.toByteArray());
  }

  /**
   * Reads it.
   *
   * @throws IOException when it cannot be read, or is not what {@link #write} wrote
   */
  static SortedHead read(Path folder) throws IOException {
    byte[] bytes = Files.readAllBytes(folder.resolve(FILE));
    int end = bytes.length - Long.BYTES;
    if (end < 0 || ByteBuffer.wrap(bytes).getLong(end) != checksum(bytes, end)) {
      throw new IOException("the head of the index has changed");
    }
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      if (in.readLong() != MAGIC || in.readInt() != FORMAT) {
        throw new IOException("the index is of another format");
      }
      int triples = in.readInt();
      int terms = in.readInt();
      List<Predicate> predicates = new ArrayList<>();
      for (int left = in.readInt(); left > 0; left--) {
        predicates.add(new Predicate(in.readInt(), in.readInt(), in.readInt()));
      }
      return new SortedHead(triples, terms, predicates);
    }
  }

  private static long checksum(byte[] bytes, int length) {
    CRC32C sum = new CRC32C();
    sum.update(bytes, 0, length);
    return sum.getValue();
  }
}
