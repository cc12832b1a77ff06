package icc.lod.store;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Which release each thread reads at the moment. Whoever holds a lease and takes another one gets
 * the same release again, though another became current in between: else what is around a page (its
 * foot names the release) would be of another release than the page, under the page's entity tag.
 * Thread-safe.
 */
final class Pins {
  /** A release and how many leases of a thread are on it. */
  private record Pin(OpenRelease open, AtomicInteger leases) {
    Lease lease() {
      leases.incrementAndGet();
      return new Lease(open, leases::decrementAndGet);
    }
  }

  @SuppressWarnings("ThreadLocalUsage") // a thread may read of several stores, as tests do
  private final ThreadLocal<@Nullable Pin> pins = new ThreadLocal<>();

  /** Another lease on what this thread reads, if it reads something. */
  Optional<Lease> again() {
    Pin pin = pins.get();
    return pin != null
            && pin.leases().get() > 0
            && !pin.open().store().doubtful()
            && pin.open().enterAgain()
        ? Optional.of(pin.lease())
        : Optional.empty();
  }

  /** A lease on a release that this thread has entered. */
  Lease first(OpenRelease entered) {
    Pin pin = new Pin(entered, new AtomicInteger());
    pins.set(pin);
    return pin.lease();
  }
}
