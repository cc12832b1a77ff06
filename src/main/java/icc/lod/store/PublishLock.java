package icc.lod.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** The right to publish into a state folder: held by one process at a time, gone when it dies. */
public final class PublishLock implements AutoCloseable {
  private final FileChannel channel;

  private PublishLock(FileChannel channel) {
    this.channel = channel;
  }

  /** Takes the lock of a state folder, making the folder if need be; empty if somebody holds it. */
  public static Optional<PublishLock> tryTake(Path state) throws IOException {
    Files.createDirectories(state);
    FileChannel channel =
        FileChannel.open(
            state.resolve("publish.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() != null) {
        return Optional.of(new PublishLock(channel));
      }
    } catch (OverlappingFileLockException e) {
      // Held by another thread of this process.
    }
    channel.close();
    return Optional.empty();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
