package icc.lod.operations;

import java.util.Optional;

/**
 * What the operator sees.
 *
 * @param logFormat how log lines are written
 * @param accessLog whether every request is logged
 * @param publicMetrics whether anybody may read the figures
 * @param tokens of those who may steer; empty for nobody
 * @param following whether another process publishes, and this one only serves
 * @param rehearsing whether the service warms up with queries of its own
 */
public record OperationsSettings(
    LogFormat logFormat,
    boolean accessLog,
    boolean publicMetrics,
    Optional<TokenFile> tokens,
    boolean following,
    boolean rehearsing) {
  /** Lines to read, figures for this machine. */
  public static final OperationsSettings DEFAULT =
      new OperationsSettings(LogFormat.TEXT, true, false, Optional.empty(), false, true);
}
