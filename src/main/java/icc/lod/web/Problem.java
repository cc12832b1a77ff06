package icc.lod.web;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An answer that is an error, as RFC 9457 describes it: thrown by whoever finds it, written as JSON
 * for machines and as a page for people.
 */
public final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String title;
  private final boolean expected;
  private final transient Map<String, String> headers;
  private final transient Map<String, Object> members;

  private Problem(
      int status,
      String title,
      String detail,
      boolean expected,
      Map<String, String> headers,
      Map<String, Object> members) {
    // Thrown to say what to answer, not where it was found: no stack trace.
    super(detail, null, false, false);
    this.status = status;
    this.title = title;
    this.expected = expected;
    this.headers = Map.copyOf(headers);
    this.members = Map.copyOf(members);
  }

  /** A problem of this HTTP status; the detail is one sentence that says how to mend it. */
  public static Problem of(int status, String title, String detail) {
    return new Problem(status, title, detail, false, Map.of(), Map.of());
  }

  /** 400: the request is wrong in a way its sender can mend. */
  public static Problem badRequest(String detail) {
    return of(400, "Bad request", detail);
  }

  /** 404: the store answered that there is nothing. */
  public static Problem notFound(String detail) {
    return of(404, "Not found", detail);
  }

  /** 406: nothing of what exists is acceptable; lists what exists. */
  public static Problem notAcceptable(List<String> available) {
    return of(406, "Not acceptable", "This exists as " + String.join(", ", available) + ".")
        .with("available", available);
  }

  /** 503: something behind this server does not answer now. */
  public static Problem unavailable(String detail, int retryAfterSeconds) {
    return of(503, "Service unavailable", detail)
        .header("Retry-After", Integer.toString(retryAfterSeconds));
  }

  /** The same problem with one more response header. */
  public Problem header(String name, String value) {
    Map<String, String> more = new TreeMap<>(headers);
    more.put(name, value);
    return new Problem(status, title, detail(), expected, more, members);
  }

  /** The same problem with an extension member (RFC 9457, section 3.2). */
  public Problem with(String member, Object value) {
    Map<String, Object> more = new TreeMap<>(members);
    more.put(member, value);
    return new Problem(status, title, detail(), expected, headers, more);
  }

  /**
   * The same problem as a state that is meant to be and will pass, such as a start: it is no news
   * for the log, however many ask.
   */
  public Problem asExpected() {
    return new Problem(status, title, detail(), true, headers, members);
  }

  /** Whether it is meant to be, and so no fault to log. */
  boolean expected() {
    return expected;
  }

  /** The HTTP status code. */
  public int status() {
    return status;
  }

  /** A short, stable summary. */
  public String title() {
    return title;
  }

  /** What happened and how to mend it. */
  public String detail() {
    return String.valueOf(getMessage());
  }

  /** Response headers that belong to it, such as {@code Retry-After} or {@code Allow}. */
  public Map<String, String> headers() {
    return headers;
  }

  /** Extension members; values are strings, numbers or lists of strings. */
  public Map<String, Object> members() {
    return members;
  }
}
