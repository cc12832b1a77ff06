package icc.lod.store;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/**
 * A clock that is never behind the newest release: where the machine's was put back, it shows one
 * second after that release. So a later release has a later instant, on which past states and the
 * change feed rely.
 */
final class SteadyClock extends Clock {
  private final Releases releases;
  private final Clock clock;

  SteadyClock(Releases releases, Clock clock) {
    this.releases = releases;
    this.clock = clock;
  }

  @Override
  public Instant instant() {
    Instant now = clock.instant();
    return releases.all().stream()
        .map(release -> release.created().plusSeconds(1))
        .filter(now::isBefore)
        .max(Instant::compareTo)
        .orElse(now);
  }

  @Override
  public ZoneId getZone() {
    return clock.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return new SteadyClock(releases, clock.withZone(zone));
  }
}
