package icc.lod.web;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * What a request is called in the answer, in the log, and by the proxy before us: the id that it
 * came with, when that is one, else a new one.
 */
final class RequestId {
  /** Header of requests and answers, and attribute of requests. */
  static final String NAME = "X-Request-Id";

  /** Those of proxies and balancers: hexadecimal, UUIDs, and no more than a log line bears. */
  private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{7,63}");

  private static final HexFormat HEX = HexFormat.of();

  /** Of 52 bits: of a million requests in a log, two have the same with a chance of 1 in 9,000. */
  private static final int LENGTH = 13;

  private RequestId() {}

  /** The id of a request; what has none yet is given one. */
  static String of(Request request) {
    if (request.getAttribute(NAME) instanceof String known) {
      return known;
    }
    String id = taken(request.getHeaders().get(NAME));
    request.setAttribute(NAME, id);
    return id;
  }

  /** To find a request again, not to keep a secret: chance that costs nothing is good enough. */
  private static String fresh() {
    return HEX.toHexDigits(ThreadLocalRandom.current().nextLong()).substring(0, LENGTH);
  }

  private static String taken(@Nullable String sent) {
    return sent != null && WELL_FORMED.matcher(sent).matches() ? sent : fresh();
  }
}
