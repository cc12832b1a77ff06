package icc.lod.sparql;

import icc.lod.web.Problem;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.exec.QueryExec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads queries work in, so that whoever asked is answered in time even when a query does not
 * heed its end (a regular expression that backtracks for ever looks at no signal). Such a thread
 * keeps its place until it ends: runaways make room for fewer queries, never for more. Thread-safe.
 */
final class Workers implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Workers.class);

  /** More than the processors, for some wait for slow clients; few, for each may take much heap. */
  private static final int PLACES = 32;

  /** What a query that heeds its end needs to end. */
  private static final Duration GRACE = Duration.ofSeconds(1);

  /** A client may be slow, but not for ever. */
  private static final int SLOWEST = 20;

  /** What is to be done; it tells of its execution so that it can be stopped. */
  @FunctionalInterface
  interface Work {
    void run(Running running) throws Exception;
  }

  /** A query at work: known to the thread that does it and to the one that waits for it. */
  static final class Running {
    private final AtomicReference<Optional<QueryExec>> exec =
        new AtomicReference<>(Optional.empty());
    private volatile boolean stopped;

    /** Makes an execution one that can be stopped; to be called before it starts. */
    void began(QueryExec started) {
      exec.set(Optional.of(started));
      if (stopped) {
        throw new QueryCancelledException();
      }
    }

    /** Asks the execution to end. That may block, so it is never done by a thread others need. */
    private void stop() {
      stopped = true;
      exec.get().ifPresent(e -> Thread.ofPlatform().daemon().name("sparql-stop").start(e::abort));
    }
  }

  private final Semaphore places = new Semaphore(PLACES);
  private final ExecutorService threads =
      Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("sparql-", 1).factory());

  /**
   * Does the work in a thread of its own and waits for it, not longer than the limit and a little.
   *
   * @param excused time, in nanoseconds, that does not count
   * @param done runs after the work, at its real end, or when there is no place for it
   * @throws TimeoutException when it was not done in time; the thread may still be at it
   */
  void run(Duration limit, LongSupplier excused, Work work, Runnable done) throws Exception {
    long start = System.nanoTime();
    Running running = new Running();
    Future<?> future = submit(limit, work, running, done);
    try {
      while (true) {
        long slack = Math.min(excused.getAsLong(), SLOWEST * limit.toNanos());
        long left = limit.toNanos() + slack - (System.nanoTime() - start);
        if (left <= 0) {
          break;
        }
        if (ended(future, left)) {
          return;
        }
      }
      running.stop();
      if (!endedAfterStop(future)) {
        LOG.warn("A query works on {} after its end was due", GRACE);
        throw new TimeoutException();
      }
    } catch (InterruptedException e) {
      running.stop();
      Thread.currentThread().interrupt();
      throw Problem.unavailable("The server is stopping.", 5);
    }
  }

  /** Takes no more work; what is under way ends with the process. */
  @Override
  public void close() {
    threads.shutdown();
  }

  private Future<?> submit(Duration limit, Work work, Running running, Runnable done)
      throws InterruptedException {
    boolean place = false;
    try {
      place = places.tryAcquire(limit.toNanos(), TimeUnit.NANOSECONDS);
    } finally {
      if (!place) {
        done.run();
      }
    }
    if (!place) {
      throw Problem.unavailable("Too many queries are at work; try again in a moment.", 5);
    }
    try {
      return threads.submit(
          () -> {
            try {
              work.run(running);
            } finally {
              places.release();
              done.run();
            }
            return true;
          });
    } catch (RejectedExecutionException e) {
      places.release();
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
