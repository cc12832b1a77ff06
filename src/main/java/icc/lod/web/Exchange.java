package icc.lod.web;

import java.time.Duration;

/**
 * One request and its answer, as far as they may be counted and logged: neither who asked nor what
 * for.
 *
 * @param id of the request, which the answer carries too
 * @param method as sent
 * @param route the pattern that matched, such as {@code /doc/*}; {@link #NO_ROUTE} for none
 * @param status of the answer
 * @param reason why it is no success, in a word of ours; empty for none
 * @param time from the first byte of the request to the last of the answer
 * @param bytes of the answer's body, as sent
 * @param whole whether the answer reached its end
 * @param conditional whether the client had a copy and asked for news
 */
public record Exchange(
    String id,
    String method,
    String route,
    int status,
    String reason,
    Duration time,
    long bytes,
    boolean whole,
    boolean conditional) {
  /** The route of what reached none: a broken request, a refused one. */
  public static final String NO_ROUTE = "none";
}
