package icc.lod.store;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The right to publish into a state folder: held by one process at a time, gone when it dies. */
public final class PublishLock implements AutoCloseable {
  private final StateLock lock;

  private PublishLock(StateLock lock) {
    this.lock = lock;
  }

  /** Takes the lock as soon as nobody holds it; empty if that takes longer than so much time. */
  public static Optional<PublishLock> take(Path state, Duration most) throws IOException {
    return StateLock.awaited(() -> tryTake(state), most);
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
    Optional<StateLock> lock = StateLock.tryTake(state, "publish");
    if (lock.isEmpty()) {
      return Optional.empty();
    }
    try {
      Restoration.finish(state);
      return lock.map(PublishLock::new);
    } catch (IOException e) {
      lock.get().close();
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }
}
