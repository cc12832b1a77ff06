package icc.lod.sparql;

import icc.lod.web.Problem;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.apache.jena.query.QueryBuildException;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryParseException;

/** What a query's failure means to who asked. */
final class Failures {
  private static final int RETRY_SECONDS = 30;

  private Failures() {}

  /**
   * The exception to answer with: a problem where the limits of the service or the query are the
   * cause, else the failure itself.
   */
  static Exception of(Throwable failure, Duration limit) {
    return switch (failure) {
      case QueryCancelledException e -> timeout(limit);
      case TimeoutException e -> timeout(limit);
      case StackOverflowError e ->
          exceeded("The query, or a path in the data it follows, is nested too deeply.");
      case OutOfMemoryError e -> exceeded("The query needs more memory than there is for it.");
      case QueryParseException e -> refused(e);
      case QueryBuildException e -> refused(e);
      case Exception e -> e;
      default -> new IllegalStateException("A query failed", failure);
    };
  }

  private static Problem timeout(Duration limit) {
    String seconds = SparqlRoutes.seconds(limit);
    return Problem.unavailable(
            "The query was stopped after " + seconds + " s, its time limit. Ask for less.",
            RETRY_SECONDS)
        .with("reason", "timeout")
        .with("limitSeconds", seconds);
  }

  /** No Retry-After: it would fail again. */
  private static Problem exceeded(String detail) {
    return Problem.of(503, "Query too demanding", detail).with("reason", "limit-exceeded");
  }

  private static Problem refused(RuntimeException e) {
    return Problem.badRequest("The query cannot be answered: " + e.getMessage());
  }
}
