package icc.lod.app;

import icc.lod.store.StoreUnavailableException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.ToIntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks once what is often asked, in a thread that gives way to all others. */
final class Rehearsing implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Rehearsing.class);

  /** The first visitors come first. */
  private static final long LEAD_SECONDS = 3;

  private final Thread thread;
  private final CountDownLatch closed = new CountDownLatch(1);

  /**
   * What will rehearse.
   *
   * @param prepared returns when the current release is ready
   * @param ask asks while it is wanted, and tells how many queries were answered
   */
  Rehearsing(Runnable prepared, ToIntFunction<BooleanSupplier> ask) {
    this.thread =
        Thread.ofPlatform()
            .daemon()
            .name("rehearsal")
            .priority(Thread.MIN_PRIORITY)
            .unstarted(() -> rehearse(prepared, ask));
  }

  void start() {
    thread.start();
  }

  /** Whatever goes wrong here is told to those who ask the same. */
  private void rehearse(Runnable prepared, ToIntFunction<BooleanSupplier> ask) {
    try {
      if (closed.await(LEAD_SECONDS, TimeUnit.SECONDS)) {
        return;
      }
      prepared.run();
      LOG.debug("{} queries rehearsed", ask.applyAsInt(() -> closed.getCount() > 0));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (StoreUnavailableException e) {
      LOG.debug("Nothing to rehearse with: {}", e.getMessage());
    } catch (RuntimeException e) {
      LOG.warn("The rehearsal of queries was broken off: {}", e.toString());
    }
  }

  @Override
  public void close() {
    closed.countDown();
  }
}
