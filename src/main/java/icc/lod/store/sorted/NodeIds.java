package icc.lod.store.sorted;

import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.NodeIdFactory;

/** The ids of TDB2 as they lie on its disk: eight bytes, which sort as unsigned numbers. */
final class NodeIds {
  private NodeIds() {}

  static long number(NodeId id) {
    byte[] bytes = new byte[NodeId.SIZE];
    NodeIdFactory.set(id, bytes);
    return ByteBuffer.wrap(bytes).getLong();
  }

  static NodeId id(long number) {
    return NodeIdFactory.get(ByteBuffer.allocate(NodeId.SIZE).putLong(0, number), 0);
  }

  /** The rank of an id among sorted ones; negative when it is not among them. */
  static int rank(LongBuffer sorted, long id) {
    int low = 0;
    int high = sorted.limit() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = Long.compareUnsigned(sorted.get(middle), id);
      if (order == 0) {
        return middle;
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }
}
