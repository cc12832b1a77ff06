package icc.lod.store.sorted;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Writes a new file of numbers, one after the other, in little-endian order. Not thread-safe. */
final class NumberFile implements AutoCloseable {
  private static final int BUFFER = 1 << 18;

  private final FileChannel channel;
  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).order(ByteOrder.LITTLE_ENDIAN);

  NumberFile(Path file) throws IOException {
    channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  void writeLong(long number) throws IOException {
    room();
    buffer.putLong(number);
  }

  void writeInt(int number) throws IOException {
    room();
    buffer.putInt(number);
  }

  void writeByte(byte number) throws IOException {
    room();
    buffer.put(number);
  }

  private void room() throws IOException {
    if (buffer.remaining() < Long.BYTES) {
      flush();
    }
  }

  private void flush() throws IOException {
    buffer.flip();
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
    buffer.clear();
  }

  @Override
  public void close() throws IOException {
    try (channel) {
      flush();
    }
  }
}
