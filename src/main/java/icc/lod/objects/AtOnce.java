package icc.lod.objects;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Several transfers at once: most of the time of a small one is waiting. */
final class AtOnce {
  private static final int MOST = 8;

  private AtOnce() {}

  /** What is done to each. */
  @FunctionalInterface
  interface Transfer<T> {
    void run(T each) throws IOException;
  }

  /** Does the same to all; the first failure ends it once those under way have ended. */
  static <T> void each(Collection<T> all, Transfer<T> transfer) throws IOException {
    try (ExecutorService pool =
        Executors.newFixedThreadPool(MOST, Thread.ofVirtual().name("transfer-", 0).factory())) {
      List<Future<?>> running = new ArrayList<>();
      for (T each : all) {
        running.add(
            pool.submit(
                () -> {
                  transfer.run(each);
                  return each;
                }));
      }
      for (Future<?> one : running) {
        try {
          one.get();
        } catch (ExecutionException e) {
          pool.shutdownNow();
          throw new IOException(
              e.getCause() instanceof IOException ? e.getCause().getMessage() : "" + e.getCause(),
              e);
        } catch (InterruptedException e) {
          pool.shutdownNow();
          Thread.currentThread().interrupt();
          throw new IOException("Stopped before all was transferred", e);
        }
      }
    }
  }
}
