package icc.lod.sparql;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.util.Context;

/**
 * A query at work: known to the thread that does it, to the one that waits for it and to the {@link
 * Watch}. What it uses is measured at its own thread, so that neighbours do not count.
 */
final class RunningQuery {
  private static final com.sun.management.ThreadMXBean THREADS =
      (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

  private static final ThreadLocal<Optional<RunningQuery>> CURRENT =
      ThreadLocal.withInitial(Optional::empty);

  /** What a thread has used since it exists. */
  private record Meter(Thread thread, long cpuNanos, long bytes) {
    static Meter of(Thread thread) {
      return new Meter(
          thread,
          THREADS.getThreadCpuTime(thread.threadId()),
          THREADS.getThreadAllocatedBytes(thread.threadId()));
    }
  }

  /**
   * What a query has used.
   *
   * @param cpu time on a processor
   * @param bytes memory it asked for in all, given back or not
   */
  record Usage(Duration cpu, long bytes) {}

  private final long id;
  private final String text;
  private final Duration limit;
  private final Account account;
  private final Instant started = Instant.now();
  private final AtomicReference<Optional<QueryExec>> exec = new AtomicReference<>(Optional.empty());
  private final AtomicReference<Optional<LimitExceededException>> stop =
      new AtomicReference<>(Optional.empty());
  private final AtomicBoolean stopped = new AtomicBoolean();
  private volatile Optional<Meter> meter = Optional.empty();
  private volatile Usage last = new Usage(Duration.ZERO, 0);

  RunningQuery(long id, String text, Duration limit, Account account) {
    this.id = id;
    this.text = text;
    this.limit = limit;
    this.account = account;
  }

  /** The query this thread works for, if any. */
  static Optional<RunningQuery> current() {
    return CURRENT.get();
  }

  long id() {
    return id;
  }

  String text() {
    return text;
  }

  /** The longest it may take. */
  Duration limit() {
    return limit;
  }

  Account account() {
    return account;
  }

  Instant started() {
    return started;
  }

  Duration age() {
    return Duration.between(started, Instant.now());
  }

  /** Its work begins in this thread. */
  void enter() {
    meter = Optional.of(Meter.of(Thread.currentThread()));
    CURRENT.set(Optional.of(this));
  }

  /** Its work in this thread has ended. */
  void leave() {
    last = usage();
    meter = Optional.empty();
    CURRENT.remove();
  }

  /**
   * Lets whoever else has work to do go first, where the system knows threads that do (Linux, with
   * the launcher's flags).
   */
  @SuppressWarnings("ThreadPriorityCheck") // nothing depends on it but how long others wait
  void giveWay() {
    meter
        .map(Meter::thread)
        .filter(thread -> thread.getPriority() != Thread.MIN_PRIORITY)
        .ifPresent(thread -> thread.setPriority(Thread.MIN_PRIORITY));
  }

  /** Makes an execution one that can be stopped and is bounded; to be called before it starts. */
  void began(QueryExec execution) {
    BoundedFunctions.install(execution.getContext());
    exec.set(Optional.of(execution));
    check();
  }

  /** What it has used until now. */
  Usage usage() {
    return meter
        .map(
            begun -> {
              Meter now = Meter.of(begun.thread());
              // A thread that has ended has no figures any more.
              return now.cpuNanos() < 0
                  ? last
                  : new Usage(
                      Duration.ofNanos(now.cpuNanos() - begun.cpuNanos()),
                      now.bytes() - begun.bytes());
            })
        .orElse(last);
  }

  /**
   * Throws where it has been told to end; evaluations that look at no signal of ARQ's call it.
   *
   * @throws LimitExceededException with the reason
   */
  void check() {
    if (stopped.get()) {
      throw stop.get().orElseThrow();
    }
  }

  /** Tells it to end; the first reason counts. Never waits for it. */
  void stop(StopReason reason) {
    stop.compareAndSet(Optional.empty(), Optional.of(new LimitExceededException(reason, "")));
    if (stopped.compareAndSet(false, true)) {
      exec.get().ifPresent(RunningQuery::abort);
    }
  }

  /** Why it was told to end, if it was. */
  Optional<LimitExceededException> stopped() {
    return stop.get();
  }

  /** The signal is seen by iterators; what an abort does besides may block, so nobody waits. */
  private static void abort(QueryExec execution) {
    Optional.ofNullable(Context.getCancelSignal(execution.getContext()))
        .ifPresent(signal -> signal.set(true));
    Thread.ofPlatform().daemon().name("sparql-stop").start(execution::abort);
  }
}
