package icc.lod.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at a bucket and the state folder a few times a second, on a thread of its own, and does
 * what is to be done between them. What fails is told once and tried again; what serves does not
 * notice.
 */
final class BucketWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(BucketWatch.class);
  private static final long MILLIS = 250;
  private static final long AGAIN_MILLIS = 1_000;

  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("bucket-watch").factory());

  private final Look look;
  private final String meanwhile;
  private final AutoCloseable bucket;
  private volatile Optional<Trouble> trouble = Optional.empty();

  /** One look, with all that follows from it. */
  @FunctionalInterface
  interface Look {
    void run() throws IOException;
  }

  private record Trouble(Instant since, String text) {}

  /**
   * A watch that is not looking yet.
   *
   * @param meanwhile what holds while it fails, as a sentence
   * @param bucket what is closed with it
   */
  BucketWatch(Look look, String meanwhile, AutoCloseable bucket) {
    this.look = look;
    this.meanwhile = meanwhile;
    this.bucket = bucket;
  }

  /** Looks from now on. */
  void start() {
    next(0);
  }

  private void next(long millis) {
    var ignored = clock.schedule(this::look, millis, TimeUnit.MILLISECONDS);
  }

  /** What is wrong now, since when, and what holds meanwhile. */
  Optional<String> trouble() {
    return trouble.map(now -> now.since() + ": " + now.text() + ". " + meanwhile);
  }

  private void look() {
    long pause = AGAIN_MILLIS;
    try {
      look.run();
      if (trouble.isPresent()) {
        LOG.info("The bucket is as it should be again");
      }
      trouble = Optional.empty();
      pause = MILLIS;
    } catch (IOException | UncheckedIOException e) {
      if (!clock.isShutdown()) {
        fail(String.valueOf(e.getMessage()));
      }
    } catch (RuntimeException e) {
      fail(e.toString());
      LOG.debug("The bucket could not be looked at", e);
    } finally {
      if (!clock.isShutdown()) {
        next(pause);
      }
    }
  }

  /** The same fault is one trouble, however often it is met. */
  private void fail(String text) {
    if (trouble.isEmpty() || !trouble.get().text().equals(text)) {
      Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
      trouble = Optional.of(new Trouble(trouble.map(Trouble::since).orElse(now), text));
      LOG.warn("{}. {}", text, meanwhile);
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
    try {
      bucket.close();
    } catch (Exception e) {
      LOG.debug("The bucket could not be closed", e);
    }
  }
}
