package icc.lod.app;

import icc.lod.store.CurrentStore;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Switches the store when the pointer moves. One thread of its own. */
final class Follower implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Follower.class);
  private static final long MILLIS = 250;

  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("release-follower").factory());
  private final CurrentStore store;
  private final Runnable switched;

  private Follower(CurrentStore store, Runnable switched) {
    this.store = store;
    this.switched = switched;
  }

  /** Follows the pointer; after each switch runs what is to be ready before somebody asks. */
  static Follower start(CurrentStore store, Runnable switched) {
    Follower follower = new Follower(store, switched);
    var ignored =
        follower.clock.scheduleWithFixedDelay(
            follower::look, MILLIS, MILLIS, TimeUnit.MILLISECONDS);
    return follower;
  }

  /** A release that cannot be opened must not end the following: the next one may be whole. */
  private void look() {
    try {
      if (store.refresh()) {
        switched.run();
      }
    } catch (RuntimeException e) {
      LOG.error("The release the pointer names cannot be opened; serving the one before", e);
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
