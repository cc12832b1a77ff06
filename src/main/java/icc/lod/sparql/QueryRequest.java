package icc.lod.sparql;

import icc.lod.web.Problem;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.jena.irix.IRIException;
import org.apache.jena.irix.IRIx;

/**
 * A query operation as the protocol describes it (SPARQL 1.1 Protocol, section 2.1).
 *
 * @param text the query; empty when the request asks for the endpoint's description
 * @param defaultGraphs graphs that make up the default graph; with {@code namedGraphs} they
 *     override what the query says
 * @param namedGraphs graphs that GRAPH can name
 * @param format what {@code format=} or one of its aliases asks for
 * @param accept the values of all Accept fields
 * @param timeout a lower time limit, as asked for
 */
record QueryRequest(
    Optional<String> text,
    List<String> defaultGraphs,
    List<String> namedGraphs,
    Optional<String> format,
    List<String> accept,
    Optional<Duration> timeout) {

  /** Aliases that clients of other servers send. */
  private static final List<String> FORMAT = List.of("format", "output", "results");

  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String QUERY = "application/sparql-query";
  private static final String UPDATE = "application/sparql-update";

  /** Reads a request by any of the ways of section 2.1, or a problem that says what is wrong. */
  static QueryRequest read(Context ctx, SparqlSettings settings) {
    Parameters address = Parameters.decode(Optional.ofNullable(ctx.queryString()).orElse(""));
    if (ctx.method().name().equals("GET")) {
      return of(ctx, address, address.one("query"), settings);
    }
    String type = mediaType(ctx);
    return switch (type) {
      case FORM -> form(ctx, Parameters.decode(body(ctx, settings)), settings);
      case QUERY -> direct(ctx, address, settings);
      case UPDATE -> throw readOnly();
      // Section 2.1.2 wants a type, but a POST whose query is in the address leaves no doubt.
      case "" -> of(ctx, address, address.one("query"), settings);
      default ->
          throw Problem.of(
                  415,
                  "Unsupported media type",
                  "Send the query as " + QUERY + " or as " + FORM + ".")
              .header("Accept-Query", QUERY);
    };
  }

  private static QueryRequest form(Context ctx, Parameters form, SparqlSettings settings) {
    if (form.one("query").isEmpty() && !form.has("update")) {
      throw Problem.badRequest("The form has no parameter 'query'.");
    }
    return of(ctx, form, form.one("query"), settings);
  }

  private static QueryRequest direct(Context ctx, Parameters address, SparqlSettings settings) {
    if (address.has("query")) {
      throw Problem.badRequest("The query is both in the body and in the address; send it once.");
    }
    String text = body(ctx, settings);
    if (text.isBlank()) {
      throw Problem.badRequest("The body holds no query.");
    }
    return of(ctx, address, Optional.of(text), settings);
  }

  private static QueryRequest of(
      Context ctx, Parameters parameters, Optional<String> text, SparqlSettings settings) {
    if (parameters.has("update")) {
      throw readOnly();
    }
    List<String> defaultGraphs = graphs(parameters, "default-graph-uri");
    List<String> namedGraphs = graphs(parameters, "named-graph-uri");
    boolean described = text.isEmpty() && !parameters.has("query");
    if (text.isEmpty() && (!described || !defaultGraphs.isEmpty() || !namedGraphs.isEmpty())) {
      throw Problem.badRequest("The parameter 'query' is missing or empty.");
    }
    text.ifPresent(query -> measure(query.length(), settings));
    List<String> accept = Collections.list(ctx.req().getHeaders("Accept"));
    return new QueryRequest(
        text, defaultGraphs, namedGraphs, format(parameters), accept, timeout(parameters));
  }

  private static Optional<String> format(Parameters parameters) {
    List<String> asked = new ArrayList<>();
    FORMAT.forEach(name -> parameters.one(name).ifPresent(asked::add));
    if (asked.stream().distinct().count() > 1) {
      throw Problem.badRequest("Two formats are asked for, " + asked + "; ask for one.");
    }
    return asked.stream().findFirst();
  }

  private static Optional<Duration> timeout(Parameters parameters) {
    Optional<String> seconds = parameters.one("timeout");
    if (seconds.isPresent() && !seconds.get().matches("\\d{1,6}(\\.\\d{1,3})?")) {
      throw Problem.badRequest("'timeout' takes seconds, such as 5 or 0.5, not " + seconds.get());
    }
    return seconds.map(s -> Duration.ofMillis(Math.max(1, (long) (Double.parseDouble(s) * 1000))));
  }

  private static List<String> graphs(Parameters parameters, String name) {
    List<String> graphs = parameters.all(name).stream().filter(iri -> !iri.isEmpty()).toList();
    for (String iri : graphs) {
      if (!absolute(iri)) {
        throw Problem.badRequest("'" + name + "' takes an absolute IRI, not " + iri);
      }
    }
    return graphs;
  }

  private static boolean absolute(String iri) {
    try {
      return IRIx.create(iri).isAbsolute();
    } catch (IRIException e) {
      return false;
    }
  }

  private static String mediaType(Context ctx) {
    String field = Optional.ofNullable(ctx.req().getContentType()).orElse("");
    String type = field.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    boolean utf8 =
        !field.toLowerCase(Locale.ROOT).contains("charset")
            || field.toLowerCase(Locale.ROOT).matches(".*charset\\s*=\\s*\"?(utf-8|us-ascii).*");
    if (!utf8) {
      throw Problem.of(415, "Unsupported media type", "The body must be UTF-8, not " + field);
    }
    return type;
  }

  /** The body as text; read bounded, so that nobody can send us out of memory. */
  private static String body(Context ctx, SparqlSettings settings) {
    try {
      // Percent-encoding makes three bytes of one.
      byte[] bytes = ctx.req().getInputStream().readNBytes(settings.queryBytes() * 3 + 1);
      measure(bytes.length / 3, settings);
      return Parameters.utf8(bytes);
    } catch (IOException e) {
      throw Problem.badRequest("The body broke off.");
    }
  }

  private static void measure(int length, SparqlSettings settings) {
    if (length > settings.queryBytes()) {
      throw Problem.of(
              413, "Content too large", "A query may have " + settings.queryBytes() + " bytes.")
          .with("limit", settings.queryBytes());
    }
  }

  private static Problem readOnly() {
    return Problem.of(
        403,
        "Read-only",
        "This endpoint answers queries and takes no updates: a release never changes.");
  }
}
