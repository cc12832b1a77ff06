package icc.lod.sparql;

import org.apache.jena.query.QueryCancelledException;

/**
 * Thrown inside an evaluation that has to end. It is a cancellation to ARQ, which takes any other
 * exception in an expression for an error of that expression: the row would be left out and the
 * answer would look whole.
 */
final class LimitExceededException extends QueryCancelledException {
  private static final long serialVersionUID = 1L;

  private final StopReason reason;
  private final String what;

  /**
   * An end.
   *
   * @param what what grew too large, as a sentence; empty where the reason says all
   */
  LimitExceededException(StopReason reason, String what) {
    this.reason = reason;
    this.what = what;
  }

  StopReason reason() {
    return reason;
  }

  String what() {
    return what;
  }
}
