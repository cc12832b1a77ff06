package icc.lod.app;

import icc.lod.operations.Metrics;
import icc.lod.store.CurrentStore;
import icc.lod.store.Lease;
import icc.lod.store.Release;
import icc.lod.store.StoreUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

/** What the figures of a service tell of the release it answers from. */
final class ReleaseFigures {
  private ReleaseFigures() {}

  static void addTo(Metrics metrics, CurrentStore store) {
    metrics.gauge(
        "icc.release.number",
        "Number of the release answered from; 0 for none",
        () -> of(store, Release::number));
    metrics.gauge(
        "icc.release.age.seconds",
        "Time since the release answered from was made",
        () -> of(store, release -> Duration.between(release.created(), Instant.now()).toSeconds()));
    metrics.gauge(
        "icc.release.triples",
        "Triples of the release answered from",
        () -> of(store, Release::triples));
  }

  /** And of the bucket that it comes from or goes to, if there is one. */
  static void addTo(Metrics metrics, Buckets buckets) {
    if (!buckets.isEmpty()) {
      metrics.gauge(
          "icc.bucket.failing",
          "Whether the bucket of releases is out of reach or not as it should be",
          () -> buckets.troubles().isEmpty() ? 0 : 1);
    }
  }

  private static Number of(CurrentStore store, Function<Release, Number> figure) {
    try (Lease lease = store.lease()) {
      return figure.apply(lease.release());
    } catch (StoreUnavailableException e) {
      return 0;
    }
  }
}
