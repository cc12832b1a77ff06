package icc.lod.sparql;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import icc.lod.web.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Reads queries. Programs ask the same again and again, and reading was a third of the work of an
 * answer that is in memory: what was read lately is known by its text. One of a megabyte takes half
 * a second of a processor, before it is known whether it may be asked at all, and nothing stops the
 * parser meanwhile: long ones are read one after the other, behind all else that has work to do.
 * Thread-safe.
 */
final class QueryReader {
  /** In characters: what people and programs write is shorter. */
  static final int LONG = 16 * 1024;

  /** About what an entry weighs besides its text. */
  private static final int ENTRY = 100;

  /** Each who waits holds a thread of the server. */
  static final int MOST_WAITING = 8;

  /** For its turn: about so much later than its limit a query may end. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /** Before large queries, behind all else. */
  private static final int PRIORITY = Thread.MIN_PRIORITY + 1;

  /** Characters of the texts that are known; what is read of a text takes about ten times that. */
  private static final int KNOWN = 512 * 1024;

  private final Semaphore turn = new Semaphore(1, true);
  private final Cache<Asked, SparqlQuery> known =
      Caffeine.newBuilder()
          .maximumWeight(KNOWN)
          .weigher((Asked asked, SparqlQuery query) -> asked.text().length() + ENTRY)
          .build();

  /** All that decides what is read. */
  private record Asked(
      String text, List<String> defaultGraphs, List<String> namedGraphs, String base) {}

  /**
   * Reads a query, see {@link SparqlQuery#read}. Others may be given the same: it is not to be
   * changed.
   *
   * @throws Problem 503 when it could not be read soon
   */
  SparqlQuery read(SparqlRequest request, String base, Map<String, String> prefixes) {
    if (request.query().length() <= LONG) {
      Asked asked =
          new Asked(request.query(), request.defaultGraphs(), request.namedGraphs(), base);
      return known.get(asked, text -> SparqlQuery.read(request, base, prefixes));
    }
    if (turn.getQueueLength() >= MOST_WAITING) {
      throw Lanes.busy();
    }
    try {
      if (!turn.tryAcquire(PATIENCE.toNanos(), TimeUnit.NANOSECONDS)) {
        throw Lanes.busy();
      }
      long limit = request.timeout().toNanos();
      return begin(request, base, prefixes).get(limit, TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Problem.unavailable("The server is stopping.", 5);
    } catch (TimeoutException e) {
      throw Lanes.busy();
    } catch (ExecutionException e) {
      throw unwrapped(e);
    }
  }

  /** The turn ends when the reading really does, waited for or not. */
  private CompletableFuture<SparqlQuery> begin(
      SparqlRequest request, String base, Map<String, String> prefixes) {
    CompletableFuture<SparqlQuery> result = new CompletableFuture<>();
    Thread.ofPlatform()
        .daemon()
        .name("sparql-read")
        .priority(PRIORITY)
        .start(
            () -> {
              try {
                result.complete(SparqlQuery.read(request, base, prefixes));
              } catch (RuntimeException | Error e) {
                result.completeExceptionally(e);
              } finally {
                turn.release();
              }
            });
    return result;
  }

  private static RuntimeException unwrapped(ExecutionException fault) {
    if (fault.getCause() instanceof Error error) {
      throw error;
    }
    return fault.getCause() instanceof RuntimeException ours
        ? ours
        : new CompletionException(fault);
  }
}
