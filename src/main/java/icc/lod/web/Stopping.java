package icc.lod.web;

import java.time.Duration;

/**
 * How a server ends.
 *
 * @param notice how long it still answers after {@code /health/ready} says no, so that a balancer
 *     stops sending
 * @param patience how long answers under way may take before they are broken off
 */
public record Stopping(Duration notice, Duration patience) {
  /** No notice, for most run alone; time enough for a long query and a slow client. */
  public static final Stopping DEFAULT = new Stopping(Duration.ZERO, Duration.ofSeconds(30));

  public Stopping {
    if (notice.isNegative() || patience.isNegative()) {
      throw new IllegalArgumentException("Not times to wait: " + notice + ", " + patience);
    }
  }
}
