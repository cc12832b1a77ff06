package icc.lod.sparql;

import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** What one client may still use: processor time, refilled as time goes by. Thread-safe. */
final class Account {
  /** Who has used this much of late is not asking small questions. */
  private static final Duration LITTLE = Duration.ofMillis(300);

  private final FairUse fairUse;
  private final Optional<Bucket> millis;
  private final AtomicInteger running = new AtomicInteger();
  private final AtomicLong lastLarge =
      new AtomicLong(System.nanoTime() - 2 * FairUse.WINDOW.toNanos());

  private Account(FairUse fairUse, Optional<Bucket> millis) {
    this.fairUse = fairUse;
    this.millis = millis;
  }

  /** An account with its whole budget. */
  static Account of(FairUse fairUse) {
    if (fairUse.unlimited()) {
      return new Account(fairUse, Optional.empty());
    }
    long budget = fairUse.budget().toMillis();
    return new Account(
        fairUse,
        Optional.of(
            Bucket.builder()
                .addLimit(limit -> limit.capacity(budget).refillGreedy(budget, FairUse.WINDOW))
                .build()));
  }

  /** The terms it is held under. */
  FairUse fairUse() {
    return fairUse;
  }

  /** Processor time left; below zero when more was used. */
  Duration left() {
    return millis
        .map(bucket -> Duration.ofMillis(bucket.getAvailableTokens()))
        .orElse(FairUse.WINDOW);
  }

  boolean empty() {
    return millis.isPresent() && left().isNegative();
  }

  /** How long until there is something again, or until all is refilled when there is. */
  Duration wait(Duration wanted) {
    if (millis.isEmpty()) {
      return Duration.ZERO;
    }
    long missing = wanted.minus(left()).toMillis();
    long budget = fairUse.budget().toMillis();
    return Duration.ofMillis(Math.max(0, missing * FairUse.WINDOW.toMillis() / budget));
  }

  /** Whether it has used little of late: it need not wait behind those who use much. */
  boolean light() {
    return millis.isEmpty()
        || (used().compareTo(LITTLE) < 0
            && System.nanoTime() - lastLarge.get() > FairUse.WINDOW.toNanos());
  }

  /** One of its queries has turned out large: for a while the next ones are taken for large too. */
  void large() {
    lastLarge.set(System.nanoTime());
  }

  /** Processor time that has not been refilled yet. */
  Duration used() {
    return millis.isEmpty() ? Duration.ZERO : fairUse.budget().minus(left());
  }

  /** Takes off what was used, also beyond what is left. */
  void spend(long used) {
    if (used > 0) {
      millis.ifPresent(bucket -> bucket.consumeIgnoringRateLimits(used));
    }
  }

  /** How many of its queries are at work. */
  int running() {
    return running.get();
  }

  void begin() {
    running.incrementAndGet();
  }

  void end() {
    running.decrementAndGet();
  }
}
