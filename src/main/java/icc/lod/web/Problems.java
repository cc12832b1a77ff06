package icc.lod.web;

import icc.lod.web.Negotiation.Offer;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpResponseException;
import io.javalin.router.EndpointNotFound;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one place where exceptions become answers: JSON for machines, a page for people. */
final class Problems implements Routes {
  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
  private static final List<Offer<Boolean>> OFFERS =
      List.of(
          new Offer<>(ProblemJson.MEDIA_TYPE, false),
          new Offer<>("application/json", false),
          new Offer<>("text/html", true),
          new Offer<>("application/xhtml+xml", true));

  /** Headers of the answer that was meant to be. */
  private static final List<String> STALE =
      List.of(
          Header.ETAG,
          Header.LAST_MODIFIED,
          Header.CONTENT_LOCATION,
          Header.CONTENT_ENCODING,
          Header.LINK,
          "Memento-Datetime",
          "Transfer-Encoding");

  /** In characters; nobody types a longer name into an address. */
  private static final int MOST_WORDS = 100;

  private final Pages pages;
  private final Faults faults;
  private final Nearest nearest;

  Problems(Pages pages, Faults faults, Nearest nearest) {
    this.pages = pages;
    this.faults = faults;
    this.nearest = nearest;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.exception(Exception.class, (fault, ctx) -> answer(ctx, problem(fault, ctx)));
    // Otherwise Javalin's own mapping of these is the more specific one.
    routes.exception(HttpResponseException.class, (fault, ctx) -> answer(ctx, problem(fault, ctx)));
  }

  private Problem problem(Exception fault, Context ctx) {
    Optional<Problem> known = known(fault);
    if (ctx.res().isCommitted()) {
      String why = fault.toString();
      LOG.warn("Answer {} was broken off: {} {}: {}", id(ctx), ctx.method(), ctx.path(), why);
    } else if (known.isEmpty()) {
      LOG.error("Request {} failed: {} {}", id(ctx), ctx.method(), ctx.path(), fault);
    } else if (known.get().expected()) {
      LOG.debug("Request {}: {} {}: {}", id(ctx), ctx.method(), ctx.path(), fault.getMessage());
    } else if (known.get().status() >= 500) {
      LOG.warn("Request {}: {} {}: {}", id(ctx), ctx.method(), ctx.path(), fault.getMessage());
    }
    return known.orElseGet(Problems::unexpected);
  }

  private Optional<Problem> known(Exception fault) {
    if (fault instanceof Problem problem) {
      return Optional.of(problem);
    }
    if (fault instanceof EndpointNotFound) {
      return Optional.of(Problem.notFound("Nothing is at this address."));
    }
    if (fault instanceof HttpResponseException e && e.getStatus() < 500) {
      return Optional.of(Problem.of(e.getStatus(), title(e), String.valueOf(e.getMessage())));
    }
    if (fault instanceof IOException && fault.getCause() instanceof TimeoutException) {
      return Optional.of(
          Problem.of(408, "Request timeout", "The body of the request came too slowly."));
    }
    return faults.problem(fault);
  }

  static Problem unexpected() {
    return Problem.of(
        500, "Internal server error", "This is our fault; the request id leads us to it.");
  }

  private static String title(HttpResponseException e) {
    return io.javalin.http.HttpStatus.forStatus(e.getStatus()).getMessage();
  }

  private void answer(Context ctx, Problem problem) {
    if (ctx.res().isCommitted()) {
      BrokenOff.now(ctx.req());
      return;
    }
    forget(ctx);
    TrafficLog.reason(ctx, problem);
    ctx.res().setContentLengthLong(-1);
    ctx.status(problem.status()).header(Header.CACHE_CONTROL, "no-store");
    ctx.header(Header.VARY, Header.ACCEPT + ", " + Header.ACCEPT_LANGUAGE);
    problem.headers().forEach(ctx::header);
    if (Leftover.of(ctx.req())) {
      ctx.header(Header.CONNECTION, "close");
    }
    List<String> accept = Collections.list(ctx.req().getHeaders(Header.ACCEPT));
    boolean page = Negotiation.best(accept, OFFERS).orElse(false);
    byte[] body = page ? html(ctx, problem) : json(ctx, problem);
    ctx.contentType(page ? Pages.CONTENT_TYPE : ProblemJson.MEDIA_TYPE);
    ctx.res().setContentLengthLong(body.length);
    ctx.result(body);
  }

  /** Takes back what was said of the answer that was meant to be. */
  static void forget(Context ctx) {
    for (String stale : STALE) {
      ctx.res().setHeader(stale, null);
    }
  }

  private static byte[] json(Context ctx, Problem problem) {
    return ProblemJson.bytes(problem, ctx.path(), id(ctx));
  }

  private byte[] html(Context ctx, Problem problem) {
    Visitor visitor = visitor(ctx);
    String key = "problem." + problem.status();
    String why = key + "." + problem.members().getOrDefault("reason", "") + ".";
    Map<String, Object> members = new TreeMap<>(problem.members());
    // It chose the texts of the page already.
    members.remove("reason");
    String words = problem.status() == 404 ? words(ctx) : "";
    Map<String, Object> model =
        Map.of(
            "words", words,
            "nearest", nearest(words, visitor),
            "problem", problem,
            "members", members,
            "requestId", id(ctx),
            "title",
                pages
                    .find(visitor, why + "title")
                    .or(() -> pages.find(visitor, key + ".title"))
                    .orElse(problem.title()),
            "help",
                pages
                    .find(visitor, why + "help")
                    .or(() -> pages.find(visitor, key + ".help"))
                    .orElse(""),
            "wait", problem.headers().getOrDefault(Header.RETRY_AFTER, ""));
    return pages.render(ctx, visitor, "web/problem", model);
  }

  /** What the end of the address says, or of the IRI asked for. */
  private static String words(Context ctx) {
    String asked = Optional.ofNullable(ctx.queryParam("iri")).orElse(ctx.path());
    String trimmed = asked.replaceAll("[/#]+$", "").replaceAll("\\.(html|ttl|jsonld|nt|rdf)$", "");
    String last =
        trimmed.substring(Math.max(trimmed.lastIndexOf('/'), trimmed.lastIndexOf('#')) + 1);
    try {
      last = URLDecoder.decode(last.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      // A stray percent sign stays.
    }
    String words = last.replaceAll("[-_.+]+", " ").strip();
    return words.length() > MOST_WORDS ? "" : words;
  }

  /** The page about a problem must not become one. */
  private List<Nearest.Name> nearest(String words, Visitor visitor) {
    if (words.isEmpty()) {
      return List.of();
    }
    try {
      return nearest.to(words, visitor);
    } catch (RuntimeException e) {
      LOG.warn("Nothing near could be looked for: {}", e.toString());
      return List.of();
    }
  }

  private Visitor visitor(Context ctx) {
    try {
      return pages.visitor(ctx);
    } catch (Problem badLanguage) {
      // The page that says so needs a language all the same.
      return pages.defaultVisitor();
    }
  }

  static String id(Context ctx) {
    return String.valueOf(ctx.req().getAttribute(RequestId.NAME));
  }
}
