package icc.lod.app;

import icc.lod.store.CurrentStore;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Switches the store when the pointer moves, closes past releases that nobody reads, and makes
 * ready what is to be ready before somebody asks. A thread of its own looks at the pointer; others
 * may ask to be up to date at once.
 */
final class Follower implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Follower.class);
  private static final long MILLIS = 250;

  /** Who comes as the server begins needs all of the machine, and more of it than anybody after. */
  private static final long LEAD_MILLIS = 1_500;

  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("release-follower").factory());
  private final CurrentStore store;
  private final Runnable prepare;
  private boolean unprepared;
  private String fault = "";

  /**
   * What will follow the pointer.
   *
   * @param prepare what to do after each switch
   * @param unprepared whether the store has a release already, for which that is still to be done
   */
  Follower(CurrentStore store, Runnable prepare, boolean unprepared) {
    this.store = store;
    this.prepare = prepare;
    this.unprepared = unprepared;
  }

  /**
   * Follows the pointer from now on. What is prepared at a start waits for the first visitors and
   * gives way to all after.
   */
  void start() {
    long lead = unprepared ? LEAD_MILLIS : 0;
    var unusedFirst =
        clock.schedule(
            () ->
                Thread.ofPlatform()
                    .daemon()
                    .name("first-look")
                    .priority(Thread.MIN_PRIORITY)
                    .start(this::look),
            lead,
            TimeUnit.MILLISECONDS);
    var unused =
        clock.scheduleWithFixedDelay(this::look, lead + MILLIS, MILLIS, TimeUnit.MILLISECONDS);
  }

  /**
   * Switches to what the pointer names now; back when that is current, and ready if it was not
   * before.
   */
  synchronized void follow() {
    if (store.refresh()) {
      unprepared = false;
      prepare.run();
    }
  }

  /** The same, back when all is ready that a start left for later. */
  synchronized void prepare() {
    follow();
    if (unprepared) {
      unprepared = false;
      prepare.run();
    }
  }

  /** A release that cannot be opened must not end the following: the next one may be whole. */
  private synchronized void look() {
    try {
      prepare();
      store.past().tidy();
      fault = "";
    } catch (RuntimeException e) {
      // Tried again at every look, and told once.
      if (!fault.equals(e.toString())) {
        fault = e.toString();
        LOG.error("The release the pointer names cannot be opened; serving the one before", e);
      }
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
