package icc.lod.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.Header;
import io.javalin.router.InternalRouter;
import java.util.Set;
import java.util.TreeSet;

/**
 * Answers that follow from the list of routes: OPTIONS and CORS preflights, 405 with Allow, and 308
 * when an address has a slash too many or too few at its end.
 */
final class Options implements Routes {
  private static final String REQUEST_HEADERS =
      "Accept, Accept-Language, Accept-Encoding, Accept-Datetime, Authorization, Content-Type, "
          + "If-Match, If-None-Match, If-Modified-Since, Prefer, Range, X-Requested-With";

  private final InternalRouter router;
  private final PublicUrl publicUrl;

  Options(InternalRouter router, PublicUrl publicUrl) {
    this.router = router;
    this.publicUrl = publicUrl;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.before(this::before);
  }

  private void before(Context ctx) {
    String path = ctx.path();
    TrafficLog.route(ctx, pattern(ctx.method(), path));
    Set<String> allowed = allowed(path);
    if (ctx.method().equals(HandlerType.OPTIONS) && !allowed.isEmpty()) {
      options(ctx, String.join(", ", allowed));
    } else if (allowed.isEmpty() || allowed.contains(ctx.method().name())) {
      slash(ctx, path);
    } else {
      throw Problem.of(
              405, "Method not allowed", "This address answers " + String.join(", ", allowed) + ".")
          .header(Header.ALLOW, String.join(", ", allowed));
    }
  }

  private static void options(Context ctx, String allowed) {
    ctx.status(204).header(Header.ALLOW, allowed);
    ctx.header("Access-Control-Allow-Methods", allowed);
    ctx.header("Access-Control-Allow-Headers", REQUEST_HEADERS);
    ctx.header("Access-Control-Max-Age", "86400");
    ctx.res().setHeader(Header.CONTENT_TYPE, null);
    ctx.skipRemainingHandlers();
  }

  /** Only addresses of features: what lies behind the catch-all knows its own slashes. */
  private void slash(Context ctx, String path) {
    if (path.equals("/") || !ctx.method().equals(HandlerType.GET) || own(path)) {
      return;
    }
    String other = path.endsWith("/") ? path.substring(0, path.length() - 1) : path + "/";
    if (!other.isEmpty() && own(other)) {
      String query = ctx.queryString() == null ? "" : "?" + ctx.queryString();
      ctx.status(308).header(Header.LOCATION, publicUrl.absolute(other) + query);
      ctx.skipRemainingHandlers();
    }
  }

  /** Whether a feature answers there, other than by its catch-all. */
  boolean own(String path) {
    return router.findHttpHandlerEntries(HandlerType.GET, path).stream()
        .anyMatch(entry -> !entry.endpoint.path.equals("/*"));
  }

  /** Never the path itself, of which there are endlessly many. */
  private String pattern(HandlerType method, String path) {
    HandlerType asked = method.equals(HandlerType.OPTIONS) ? HandlerType.GET : method;
    return router.findHttpHandlerEntries(asked, path).stream()
        .map(entry -> entry.endpoint.path)
        .findFirst()
        .orElse(Exchange.NO_ROUTE);
  }

  private Set<String> allowed(String path) {
    Set<String> methods = new TreeSet<>();
    for (HandlerType type : HandlerType.values()) {
      if (type.isHttpMethod() && router.hasHttpHandlerEntry(type, path)) {
        methods.add(type.name());
      }
    }
    if (!methods.isEmpty()) {
      methods.add("OPTIONS");
    }
    if (methods.contains("GET")) {
      methods.add("HEAD");
    }
    return methods;
  }
}
