package icc.lod.store.sorted;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Files as memory. What is mapped is let go with the last reference, even if deleted before. */
final class Mapped {
  private Mapped() {}

  /**
   * Maps a whole file, for numbers in little-endian order.
   *
   * @throws IOException when it has another size than expected
   */
  static ByteBuffer file(Path file, long size) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      if (channel.size() != size) {
        throw new IOException(
            "the file %s has %d bytes instead of %d"
                .formatted(file.getFileName(), channel.size(), size));
      }
      return channel.map(FileChannel.MapMode.READ_ONLY, 0, size).order(ByteOrder.LITTLE_ENDIAN);
    }
  }
}
