package icc.lod.store;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** What the head of an endpoint's answer says of its worth. */
final class EndpointStatus {
  /** The one format that is asked for: it has an end, so that a part is never taken for all. */
  static final String RESULTS = "application/sparql-results+json";

  /** Enough of a text to see what is wrong. */
  private static final int SHOWN = 300;

  private EndpointStatus() {}

  /**
   * Looks at status and header fields.
   *
   * @param body of which a refusal is quoted
   * @throws StoreUnavailableException when the answer is not to be relied on
   * @throws EndpointRefusedException when the endpoint will not answer this question
   */
  static void check(HttpResponse<InputStream> response, InputStream body) {
    int status = response.statusCode();
    if (status != 200) {
      throw refusal(response, body);
    }
    String type = response.headers().firstValue("Content-Type").orElse("").toLowerCase(Locale.ROOT);
    if (!type.startsWith(RESULTS) && !type.startsWith("application/json")) {
      throw fault(
          "answers with %s instead of %s: is it the address of its SPARQL queries?"
              .formatted(type.isEmpty() ? "something" : type, RESULTS));
    }
    cut(response)
        .ifPresent(
            why -> {
              throw fault(why);
            });
  }

  /** Virtuoso gives the first rows as if they were all, and says so in a field of its own. */
  private static Optional<String> cut(HttpResponse<InputStream> response) {
    Optional<String> rows = response.headers().firstValue("X-SPARQL-MaxRows");
    if (rows.isPresent()) {
      return Optional.of(
          "cut its answer off at %s rows; raise that limit (ResultSetMaxRows)"
              .formatted(rows.get()));
    }
    return response
        .headers()
        .firstValue("X-SQL-State")
        .map(state -> "ended its answer early (" + state + ")");
  }

  private static RuntimeException refusal(HttpResponse<InputStream> response, InputStream body) {
    int status = response.statusCode();
    return switch (status) {
      case 301, 302, 303, 307, 308 ->
          fault(
              "has moved to %s; name that address (--store)"
                  .formatted(response.headers().firstValue("Location").orElse("nowhere")));
      case 400, 422, 501 ->
          new EndpointRefusedException(
              "the endpoint that holds the data refuses it: " + text(body));
      case 401, 403 ->
          fault(
              "refuses us (%d); name a user: --store sparql:https://user:password@…"
                  .formatted(status));
      case 404, 405, 406 ->
          fault("answers %d; is it the address of its SPARQL queries (--store)?".formatted(status));
      default -> fault("answers %d: %s".formatted(status, text(body)));
    };
  }

  private static StoreUnavailableException fault(String what) {
    return new StoreUnavailableException(
        "The endpoint that holds the data " + what, new IOException(what));
  }

  private static String text(InputStream body) {
    try (body) {
      String text = new String(body.readNBytes(SHOWN), StandardCharsets.UTF_8);
      return text.isBlank() ? "without a word" : text.strip().replaceAll("\\s+", " ");
    } catch (IOException e) {
      return "without a whole word";
    }
  }
}
