package icc.lod.sparql;

import icc.lod.web.HangUp;
import icc.lod.web.Problem;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.apache.jena.query.QueryCancelledException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads queries work in, so that whoever asked is answered in time even when a query does not
 * heed its end. Such a thread keeps its place until it ends: runaways make room for fewer queries,
 * never for more. Thread-safe.
 */
final class Workers implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Workers.class);

  /** What a query that heeds its end needs to end. */
  private static final Duration GRACE = Duration.ofSeconds(1);

  /** In nanoseconds: others may have ended the query meanwhile. */
  private static final long LOOK_AGAIN = Duration.ofMillis(100).toNanos();

  /** A client may be slow, but not for ever. */
  private static final int SLOWEST = 20;

  /** What is to be done for a query. */
  @FunctionalInterface
  interface Work {
    void run() throws Exception;
  }

  private final Lanes lanes = new Lanes();
  private final Watch watch;

  /** None works for two queries: one that gave way to others has no right to come back. */
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofPlatform().daemon().name("sparql-", 1).factory());

  Workers(SparqlSettings settings) {
    this.watch = new Watch(settings.queryMemory());
  }

  /**
   * Does the work in a thread of its own and waits for it, not longer than the limit and a little.
   *
   * @param excused time, in nanoseconds, that does not count
   * @param client who waits for the answer
   * @param done runs after the work, at its real end, or when there is no place for it
   * @throws TimeoutException when it was not done in time; the thread may still be at it
   */
  void run(RunningQuery query, LongSupplier excused, HangUp client, Work work, Runnable done)
      throws Exception {
    long start = System.nanoTime();
    long limit = query.limit().toNanos();
    Future<?> future = submit(query, client, work, done);
    try {
      while (query.stopped().isEmpty()) {
        long slack = Math.min(excused.getAsLong(), SLOWEST * limit);
        long left = limit + slack - (System.nanoTime() - start);
        if (left <= 0) {
          query.stop(StopReason.TIME);
        } else if (ended(future, Math.min(left, LOOK_AGAIN))) {
          return;
        }
      }
      if (!endedAfterStop(future)) {
        LOG.warn("Query {} works on {} after its end was due", query.id(), GRACE);
        throw new TimeoutException();
      }
    } catch (InterruptedException e) {
      query.stop(StopReason.TIME);
      Thread.currentThread().interrupt();
      throw Problem.unavailable("The server is stopping.", 5);
    }
  }

  /** The queries at work. */
  Collection<RunningQuery> running() {
    return watch.running();
  }

  /** Takes no more work; what is under way ends with the process. */
  @Override
  public void close() {
    threads.shutdown();
    watch.close();
  }

  private Future<?> submit(RunningQuery query, HangUp client, Work work, Runnable done)
      throws InterruptedException {
    Lanes.Place place;
    try {
      place = lanes.enter(query.account(), query.limit().toNanos());
    } catch (InterruptedException | RuntimeException e) {
      done.run();
      throw e;
    }
    try {
      return threads.submit(
          () -> {
            query.enter();
            if (place.large()) {
              query.giveWay();
            }
            watch.add(query, place, client);
            try {
              work.run();
            } finally {
              query.leave();
              watch.remove(query);
              place.leave();
              done.run();
            }
            return true;
          });
    } catch (RejectedExecutionException e) {
      place.leave();
      done.run();
      throw Problem.unavailable("The server is stopping.", 5);
    }
  }

  /**
   * Waits for what was stopped. It may fail in ways of its own, for Jena's iterators find their
   * input gone; whatever it says, the stop is the reason.
   */
  private static boolean endedAfterStop(Future<?> future) throws Exception {
    try {
      return ended(future, GRACE.toNanos());
    } catch (Problem e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.debug("A stopped query failed in its own way", e);
      throw new QueryCancelledException();
    }
  }

  /** Waits; whether the work ended, with its own failure if it failed. */
  private static boolean ended(Future<?> future, long nanos) throws Exception {
    try {
      future.get(nanos, TimeUnit.NANOSECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Exception cause) {
        throw cause;
      }
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw e;
    }
  }
}
