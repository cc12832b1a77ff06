package icc.lod.view;

import icc.lod.store.Lease;
import java.util.Optional;
import java.util.function.Function;

/**
 * Something that is made once for each release, by the first who needs it while others wait.
 * Thread-safe; only what belongs to the last release asked for is kept.
 */
public final class PerRelease<T> {
  private record Kept<T>(int release, T value) {}

  private final Function<Lease, T> making;
  private final Object lock = new Object();
  private volatile Optional<Kept<T>> kept = Optional.empty();

  public PerRelease(Function<Lease, T> making) {
    this.making = making;
  }

  /** What belongs to the release that is read, if it is made already. */
  public Optional<T> ready(Lease lease) {
    return kept.filter(now -> now.release() == lease.release().number()).map(Kept::value);
  }

  /** What belongs to the release that is read. */
  public T of(Lease lease) {
    int number = lease.release().number();
    Optional<Kept<T>> now = kept;
    if (now.isPresent() && now.get().release() == number) {
      return now.get().value();
    }
    synchronized (lock) {
      if (kept.isEmpty() || kept.get().release() != number) {
        kept = Optional.of(new Kept<>(number, making.apply(lease)));
      }
      return kept.get().value();
    }
  }
}
