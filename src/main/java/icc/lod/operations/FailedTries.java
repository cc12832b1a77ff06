package icc.lod.operations;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Who tried without success of late. A token cannot be guessed; this spares the work of checking,
 * and the log. Thread-safe.
 */
final class FailedTries {
  /** Typing errors of an operator, not more. */
  static final int MOST = 10;

  static final Duration WINDOW = Duration.ofMinutes(1);

  /** Of so many addresses; more would be an attack on the memory. */
  private static final int ADDRESSES = 1_000;

  private record Tries(int count, long since) {}

  private final LongSupplier clock;
  private final Map<String, Tries> failed =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Tries> eldest) {
          return size() > ADDRESSES;
        }
      };

  /** Tries as they come in by a clock of nanoseconds. */
  FailedTries(LongSupplier clock) {
    this.clock = clock;
  }

  /** Whether an address has to wait. */
  synchronized boolean tooMany(String address) {
    return recent(address).count() >= MOST;
  }

  /** Counts one more. */
  synchronized void note(String address) {
    Tries recent = recent(address);
    failed.put(address, new Tries(recent.count() + 1, recent.since()));
  }

  private Tries recent(String address) {
    long now = clock.getAsLong();
    Tries tries = failed.getOrDefault(address, new Tries(0, now));
    return now - tries.since() > WINDOW.toNanos() ? new Tries(0, now) : tries;
  }
}
