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
  static Exception of(Throwable failure, RunningQuery query) {
    // What was stopped may fail in ways of its own: the reason it was stopped for is the reason.
    return query
        .stopped()
        .filter(stop -> !(failure instanceof Problem))
        .map(stop -> (Exception) stopped(stop, query))
        .orElseGet(() -> own(failure, query));
  }

  private static Problem stopped(LimitExceededException stop, RunningQuery query) {
    return switch (stop.reason()) {
      case TIME -> timeout(query.limit());
      case CPU -> exceeded("It worked longer than its time limit.");
      case MEMORY -> exceeded("It asked for more memory than a query may.");
      case SIZE -> exceeded(stop.what());
      case BUSY -> Lanes.busy();
      case BUDGET -> Accounts.usedUp(query.account());
      case HEAP ->
          Problem.unavailable(
                  "The query was ended because memory is short, and it asked for most. Ask for"
                      + " less.",
                  RETRY_SECONDS)
              .with("reason", "limit-exceeded");
      case CLIENT, OPERATOR ->
          Problem.unavailable("The query was ended by the operator.", RETRY_SECONDS)
              .with("reason", "ended");
    };
  }

  private static Exception own(Throwable failure, RunningQuery query) {
    return switch (failure) {
      case LimitExceededException e -> stopped(e, query);
      case QueryCancelledException e -> timeout(query.limit());
      case TimeoutException e -> timeout(query.limit());
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
