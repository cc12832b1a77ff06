package icc.lod.app;

import icc.lod.config.Config;
import icc.lod.operations.Metrics;
import icc.lod.operations.Steering;
import icc.lod.publish.Outcome;
import icc.lod.publish.PublishingException;
import icc.lod.publish.Report;
import icc.lod.store.Release;
import icc.lod.store.Releases;
import icc.lod.web.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Publishing and going back in a service that runs: it has followed when a call returns. */
final class Helm implements Steering {
  private static final String NO_WAY_BACK =
      "The triples are at an endpoint, which holds only the present ones; put the former ones back"
          + " there, and a release is made of them.";

  private final Config config;
  private final Follower follower;
  private final Metrics metrics;

  Helm(Config config, Follower follower, Metrics metrics) {
    this.config = config;
    this.follower = follower;
    this.metrics = metrics;
  }

  /** Publishes; what is current stays so when the sources are refused. */
  Outcome published(boolean force) {
    long start = System.nanoTime();
    String ended = "failed";
    try {
      Outcome outcome = Service.publishing(config).publish(force);
      ended = word(outcome);
      follower.follow();
      return outcome;
    } finally {
      metrics.published(ended, Duration.ofNanos(System.nanoTime() - start));
    }
  }

  /** Who follows does not steer: the folder may be read-only, or the pointer another's. */
  private void mayMove() {
    if (config.operations().following()) {
      throw Problem.of(
          409,
          "Following",
          "This process serves what another publishes (--follow); ask that one, or run icc publish"
              + " and icc rollback where the state folder can be written.");
    }
  }

  @Override
  public Result publish(boolean force) {
    mayMove();
    try {
      Outcome outcome = published(force);
      return new Result(word(outcome), current(), findings(outcome));
    } catch (PublishingException e) {
      throw Problem.of(409, "Not published", String.valueOf(e.getMessage()));
    }
  }

  @Override
  public Result rollback(int number) {
    mayMove();
    if (config.endpoint().isPresent()) {
      throw Problem.of(409, "Not rolled back", NO_WAY_BACK);
    }
    Releases releases = new Releases(config.state());
    Release release =
        releases
            .byNumber(number)
            .orElseThrow(() -> Problem.notFound("There is no release " + number + " any more."));
    try {
      if (!Rollback.to(release, releases)) {
        throw Problem.of(
            409, "Not now", "Another process is publishing; ask again when it has ended.");
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The pointer could not be moved; nothing was changed", e);
    }
    follower.follow();
    return new Result("current", current(), List.of());
  }

  private int current() {
    return new Releases(config.state()).current().map(Release::number).orElse(0);
  }

  private static String word(Outcome outcome) {
    return outcome.getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }

  private static List<String> findings(Outcome outcome) {
    Report report =
        switch (outcome) {
          case Outcome.Published published -> published.warnings();
          case Outcome.Valid valid -> valid.warnings();
          case Outcome.Refused refused -> refused.report();
          case Outcome.Unchanged unchanged -> new Report();
        };
    return report.text().lines().toList();
  }
}
