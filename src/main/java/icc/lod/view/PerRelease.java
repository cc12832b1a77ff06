package icc.lod.view;

import icc.lod.store.Lease;
import java.util.Optional;
import java.util.function.Function;

/**
 * Something that is made once for each release, by the first who needs it while others wait, and
 * kept as long as the release is open. Thread-safe.
 */
public final class PerRelease<T> {
  private final Function<Lease, T> making;

  public PerRelease(Function<Lease, T> making) {
    this.making = making;
  }

  /** What belongs to the release that is read, if it is made already. */
  public Optional<T> ready(Lease lease) {
    return lease.values().find(this);
  }

  /** What belongs to the release that is read. */
  public T of(Lease lease) {
    return lease.values().make(this, () -> making.apply(lease));
  }
}
