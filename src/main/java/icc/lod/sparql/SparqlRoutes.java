package icc.lod.sparql;

import icc.lod.store.CurrentStore;
import icc.lod.store.Lease;
import icc.lod.web.Caching;
import icc.lod.web.Pages;
import icc.lod.web.Problem;
import icc.lod.web.Routes;
import icc.lod.web.Visitor;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryException;
import org.apache.jena.shared.OperationDeniedException;
import org.apache.jena.sparql.exec.QueryExecResult;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code /sparql}: queries by GET, POST and QUERY (RFC 10008), and the endpoint's description. */
public final class SparqlRoutes implements Routes {
  /** The address of the endpoint. */
  static final String PATH = "/sparql";

  private static final Logger LOG = LoggerFactory.getLogger(SparqlRoutes.class);

  private final CurrentStore store;
  private final SparqlSettings settings;
  private final Pages pages;
  private final Endpoints endpoints = new Endpoints();

  /** An endpoint over the current release of a store. */
  public SparqlRoutes(CurrentStore store, SparqlSettings settings, Pages pages) {
    this.store = store;
    this.settings = settings;
    this.pages = pages;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get(PATH, this::answer);
    routes.post(PATH, this::answer);
    routes.query(PATH, this::answer);
  }

  private void answer(Context ctx) {
    ctx.header("Accept-Query", "application/sparql-query");
    QueryRequest request = QueryRequest.read(ctx, settings);
    try (Lease lease = store.lease()) {
      ctx.header("ICC-Release", Integer.toString(lease.release().number()));
      if (request.text().isEmpty()) {
        new DescriptionPage(endpoints, settings, pages).answer(ctx, lease, request);
      } else {
        query(ctx, lease, request, request.text().get());
      }
    }
  }

  private void query(Context ctx, Lease lease, QueryRequest request, String text) {
    Query query = QueryText.parse(text, endpoints.of(lease).prefixes());
    Form form = Form.of(query, request);
    Visitor visitor = pages.visitor(ctx);
    Caching caching = caching(lease, request, form, visitor);
    boolean cacheable = ctx.method().name().equals("GET") && !QueryText.varies(text);
    if (cacheable && caching.notModified(ctx)) {
      return;
    }
    Caching sent = cacheable ? caching : caching.control("no-store");
    AnswerStream out = new AnswerStream(ctx, sent, form.contentType(), settings.bufferBytes());
    Duration limit = limit(request);
    ReadOnlyQuery.Writer writer =
        result -> {
          write(ctx, new Answered(request, query, form, visitor, sent), result, out);
        };
    try {
      endpoints.execute(
          lease,
          new FusekiRequest(ctx.req(), request),
          ctx.res(),
          new ReadOnlyQuery(limit, writer));
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      fail(ctx, out, e, limit);
    }
  }

  /** What an answer is made of. */
  private record Answered(
      QueryRequest request, Query query, Form form, Visitor visitor, Caching caching) {}

  private void write(Context ctx, Answered answered, QueryExecResult result, AnswerStream out)
      throws IOException {
    switch (answered.form()) {
      case Form.Rows rows -> ResultWriter.rows(result, rows.format(), out);
      case Form.Triples triples ->
          ResultWriter.graph(result, answered.query(), triples.format(), out);
      case Form.Page page -> {
        Map<String, Object> model = ResultPage.model(answered.request(), answered.query(), result);
        pages.send(ctx, answered.visitor(), answered.caching(), "sparql/result", model);
        return;
      }
    }
    out.complete();
  }

  private Duration limit(QueryRequest request) {
    return request
        .timeout()
        .filter(asked -> asked.compareTo(settings.queryTimeout()) < 0)
        .orElse(settings.queryTimeout());
  }

  private static Caching caching(Lease lease, QueryRequest request, Form form, Visitor visitor) {
    String asked = request.text() + "\n" + request.defaultGraphs() + "\n" + request.namedGraphs();
    boolean page = form instanceof Form.Page;
    String reader = page ? visitor.key() : "";
    Caching caching = Caching.of(lease.release().tag(), digest(asked), form.key(), reader);
    if (request.format().isEmpty()) {
      caching = caching.vary("Accept");
    }
    return page && visitor.byHeader() ? caching.vary("Accept-Language") : caching;
  }

  /** What cannot be a status any more must not look whole: the connection is cut. */
  private static void fail(Context ctx, AnswerStream out, Throwable fault, Duration limit) {
    if (out.started()) {
      LOG.warn("A result broke off after it was begun: {}", fault.toString());
      ServletContextRequest.getServletContextRequest(ctx.req()).getServletChannel().abort(fault);
      ctx.skipRemainingHandlers();
      return;
    }
    throw problem(fault, limit);
  }

  private static RuntimeException problem(Throwable fault, Duration limit) {
    return switch (fault) {
      case Problem problem -> problem;
      case QueryCancelledException e ->
          Problem.of(
                  503,
                  "Time limit reached",
                  "The query was ended after "
                      + limit.toMillis() / 1000.0
                      + " s, its limit. Ask for less, or take the whole data with icc export.")
              .header("Retry-After", "60")
              .with("limitSeconds", limit.toMillis() / 1000.0);
      case StackOverflowError e ->
          Problem.badRequest("The query recurses too deeply; shorten its paths and nesting.");
      case OutOfMemoryError e ->
          Problem.unavailable("The query needs more memory than there is; ask for less.", 60);
      case OperationDeniedException e -> Problem.of(403, "Refused", String.valueOf(e.getMessage()));
      case QueryException e -> Problem.badRequest("The query fails: " + e.getMessage());
      case UncheckedIOException e -> e;
      case RuntimeException e -> e;
      default -> new IllegalStateException(fault);
    };
  }

  private static String digest(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Formats an answer to a query can take, for links on pages. */
  static List<String> formats(boolean graph) {
    return graph ? List.of("ttl", "jsonld", "nt", "rdf") : List.of("json", "xml", "csv", "tsv");
  }
}
