package icc.lod.app;

import icc.lod.publish.Outcome;
import icc.lod.publish.PublishingException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks from time to time whether an endpoint holds something else than before. The longer a look
 * takes, the rarer it is, for it is work of the endpoint's.
 */
final class EndpointWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EndpointWatch.class);

  /** A look takes one part of so many of the time at most. */
  private static final int SHARE = 20;

  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("endpoint-watch").factory());

  private final Supplier<Outcome> look;
  private final Duration pause;
  private String fault = "";

  /**
   * A watch that is not looking yet.
   *
   * @param look makes a release if something changed
   * @param pause between two looks at least
   */
  EndpointWatch(Supplier<Outcome> look, Duration pause) {
    this.look = look;
    this.pause = pause;
  }

  /** Looks from now on, the first time after a pause. */
  void start() {
    next(pause);
  }

  private void next(Duration wait) {
    var ignored = clock.schedule(this::look, wait.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Looks now; one look at a time in this process. */
  synchronized Outcome now() {
    return look.get();
  }

  private void look() {
    long start = System.nanoTime();
    try {
      now();
      if (!fault.isEmpty()) {
        LOG.info("The endpoint answers again");
      }
      fault = "";
    } catch (PublishingException e) {
      // Looked at again, and told once; who asks for data meanwhile learns it from the store.
      if (!fault.equals(String.valueOf(e.getMessage()))) {
        fault = String.valueOf(e.getMessage());
        LOG.warn("{}", fault);
      }
    } catch (RuntimeException e) {
      LOG.error("The endpoint could not be looked at", e);
    } finally {
      Duration taken = Duration.ofNanos(System.nanoTime() - start).multipliedBy(SHARE);
      if (!clock.isShutdown()) {
        next(taken.compareTo(pause) > 0 ? taken : pause);
      }
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
