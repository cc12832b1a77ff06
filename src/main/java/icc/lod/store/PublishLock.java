package icc.lod.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;

/** The right to publish into a state folder: held by one process at a time, gone when it dies. */
public final class PublishLock implements AutoCloseable {
  private static final long LOOK_MILLIS = 200;

  private final FileChannel channel;

  private PublishLock(FileChannel channel) {
    this.channel = channel;
  }

  /** Takes the lock as soon as nobody holds it; empty if that takes longer than so much time. */
  public static Optional<PublishLock> take(Path state, Duration most) throws IOException {
    long start = System.nanoTime();
    Optional<PublishLock> lock = tryTake(state);
    while (lock.isEmpty() && System.nanoTime() - start < most.toNanos()) {
      try {
        Thread.sleep(LOOK_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return Optional.empty();
      }
      lock = tryTake(state);
    }
    return lock;
  }

  /**
   * Ends what a killed restoration left, if there is something and nobody else is about to.
   *
   * @throws IOException when the disk fails
   */
  public static void mend(Path state) throws IOException {
    if (Restoration.unfinished(state)) {
      Optional<PublishLock> lock = tryTake(state);
      if (lock.isPresent()) {
        lock.get().close();
      }
    }
  }

  /**
   * Takes the lock of a state folder, making the folder if need be; empty if somebody holds it.
   * What a killed restoration left is ended.
   */
  public static Optional<PublishLock> tryTake(Path state) throws IOException {
    Files.createDirectories(state);
    FileChannel channel =
        FileChannel.open(
            state.resolve("publish.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() != null) {
        Restoration.finish(state);
        return Optional.of(new PublishLock(channel));
      }
    } catch (IOException e) {
      channel.close();
      throw e;
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
