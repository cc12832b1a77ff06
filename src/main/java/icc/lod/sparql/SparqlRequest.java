package icc.lod.sparql;

import icc.lod.rdf.EntityIri;
import icc.lod.web.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One query operation as asked (SPARQL 1.1 Protocol, section 2.1).
 *
 * @param query its text
 * @param defaultGraphs IRIs of the graphs merged into the default graph
 * @param namedGraphs IRIs of the named graphs
 * @param format the result format asked for by parameter, empty for none
 * @param timeout how long it may take
 */
record SparqlRequest(
    String query,
    List<String> defaultGraphs,
    List<String> namedGraphs,
    String format,
    Duration timeout) {

  private static final String[] FORMAT = {"format", "output", "results"};

  /** A GET with nothing but these asks what the service is (Service Description, section 2). */
  private static final Set<String> NO_QUERY = Set.of("format", "output", "results", "lang");

  SparqlRequest {
    defaultGraphs = List.copyOf(defaultGraphs);
    namedGraphs = List.copyOf(namedGraphs);
  }

  /** The parameters in the address. */
  static Parameters address(HttpServletRequest request) {
    String query = Optional.ofNullable(request.getQueryString()).orElse("");
    return Parameters.parse(query.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  /** All that is said of the format; some clients say it three times, each in two ways. */
  static String format(Parameters parameters) {
    Set<String> said = new LinkedHashSet<>();
    for (String name : FORMAT) {
      said.addAll(parameters.all(name));
    }
    return String.join("\n", said);
  }

  /** Whether a request asks for the service, not for an answer of it. */
  static boolean bare(HttpServletRequest request, Parameters address) {
    return request.getMethod().equals("GET") && address.only(NO_QUERY);
  }

  /**
   * Reads a request that must hold a query.
   *
   * @throws Problem 400, 403, 413, 415 when it holds none that can be answered
   */
  static SparqlRequest read(HttpServletRequest request, Parameters address, SparqlSettings settings)
      throws IOException {
    if (request.getMethod().equals("GET")) {
      return of(address, settings);
    }
    RequestBody body = RequestBody.read(request, settings.maxQueryBytes());
    if (body.form()) {
      // Section 2.1.2 knows parameters in the body alone; those in the address are not ignored.
      return of(address.and(body.parameters()), settings);
    }
    if (address.has("query")) {
      throw Problem.badRequest("There are two queries, one in the address and one in the body.");
    }
    return of(body.text(), address, settings);
  }

  /** 403: the only answer to updates. */
  static Problem readOnly() {
    return Problem.of(
        403, "Read-only", "This endpoint is read-only: it answers queries and takes no updates.");
  }

  private static SparqlRequest of(Parameters parameters, SparqlSettings settings) {
    List<String> queries = parameters.values().getOrDefault("query", List.of());
    if (queries.isEmpty() && !parameters.has("update")) {
      throw Problem.badRequest("There is no query: send one in the parameter 'query'.");
    }
    if (queries.size() > 1) {
      throw Problem.badRequest("There are " + queries.size() + " queries: send exactly one.");
    }
    return of(queries.isEmpty() ? "" : queries.get(0), parameters, settings);
  }

  private static SparqlRequest of(String query, Parameters parameters, SparqlSettings settings) {
    if (parameters.has("update")) {
      throw readOnly();
    }
    if (query.isBlank()) {
      throw Problem.badRequest("The query is empty.");
    }
    if (query.getBytes(StandardCharsets.UTF_8).length > settings.maxQueryBytes()) {
      throw RequestBody.tooLong(settings.maxQueryBytes());
    }
    return new SparqlRequest(
        query,
        graphs(parameters, "default-graph-uri"),
        graphs(parameters, "named-graph-uri"),
        format(parameters),
        parameters
            .one("timeout")
            .map(seconds -> timeout(seconds, settings.queryTimeout()))
            .orElse(settings.queryTimeout()));
  }

  private static List<String> graphs(Parameters parameters, String name) {
    List<String> graphs = parameters.all(name);
    for (String graph : graphs) {
      if (EntityIri.parse(graph).isEmpty()) {
        throw Problem.badRequest("The " + name + " '" + graph + "' is not an absolute IRI.");
      }
    }
    return graphs;
  }

  private static Duration timeout(String seconds, Duration limit) {
    try {
      BigDecimal asked = new BigDecimal(seconds.strip());
      BigDecimal most = BigDecimal.valueOf(limit.toMillis()).movePointLeft(3);
      long millis = asked.min(most).movePointRight(3).longValue();
      if (asked.signum() > 0) {
        return Duration.ofMillis(Math.max(1, millis));
      }
    } catch (NumberFormatException e) {
      // Said below, as for numbers that are no time.
    }
    throw Problem.badRequest(
        "The timeout '" + seconds + "' is not a number of seconds above zero, such as 10 or 2.5.");
  }
}
