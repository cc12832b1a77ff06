package icc.lod.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;

/** A right that one process at a time has in a state folder; gone when it dies. */
public final class StateLock implements AutoCloseable {
  private static final long LOOK_MILLIS = 200;

  private final FileChannel channel;

  private StateLock(FileChannel channel) {
    this.channel = channel;
  }

  /** Takes something that others may hold. */
  @FunctionalInterface
  interface Attempt<T> {
    Optional<T> take() throws IOException;
  }

  /** Takes a lock by its name, making the folder if need be; empty if somebody holds it. */
  public static Optional<StateLock> tryTake(Path state, String name) throws IOException {
    Files.createDirectories(state);
    FileChannel channel =
        FileChannel.open(
            state.resolve(name + FileList.LOCK),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() != null) {
        return Optional.of(new StateLock(channel));
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

  /** Takes a lock as soon as nobody holds it; empty if that takes longer than so much time. */
  public static Optional<StateLock> take(Path state, String name, Duration most)
      throws IOException {
    return awaited(() -> tryTake(state, name), most);
  }

  static <T> Optional<T> awaited(Attempt<T> attempt, Duration most) throws IOException {
    long start = System.nanoTime();
    Optional<T> taken = attempt.take();
    while (taken.isEmpty() && System.nanoTime() - start < most.toNanos()) {
      try {
        Thread.sleep(LOOK_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return Optional.empty();
      }
      taken = attempt.take();
    }
    return taken;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
