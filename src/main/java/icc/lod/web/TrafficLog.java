package icc.lod.web;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;

/** Tells of every answer, those of Jetty itself included: a header too large, a broken line. */
final class TrafficLog implements RequestLog {
  private static final String ROUTE = "icc.lod.web.route";
  private static final String REASON = "icc.lod.web.reason";

  private final Traffic traffic;

  TrafficLog(Traffic traffic) {
    this.traffic = traffic;
  }

  /** Notes the pattern that a request matched. */
  static void route(Context ctx, String pattern) {
    ctx.attribute(ROUTE, pattern);
  }

  /** Notes the pattern that a request would have matched. */
  static void route(Request request, String pattern) {
    request.setAttribute(ROUTE, pattern);
  }

  /** The pattern that a request matched. */
  static String route(Request request) {
    return attribute(request, ROUTE, Exchange.NO_ROUTE);
  }

  /** Notes why a request is not answered as it was meant to be. */
  static void reason(Context ctx, Problem problem) {
    Optional.ofNullable(problem.members().get("reason"))
        .ifPresent(reason -> ctx.attribute(REASON, reason.toString()));
  }

  @Override
  public void log(Request request, Response response) {
    traffic.ended(
        new Exchange(
            RequestId.of(request),
            request.getMethod(),
            route(request),
            response.getStatus(),
            attribute(request, REASON, ""),
            Duration.ofNanos(System.nanoTime() - request.getBeginNanoTime()),
            request.getMethod().equals("HEAD") ? 0 : Response.getContentBytesWritten(response),
            request.getAttribute(Admission.BROKEN) == null,
            request.getHeaders().contains(HttpHeader.IF_NONE_MATCH)));
  }

  private static String attribute(Request request, String name, String otherwise) {
    Object value = request.getAttribute(name);
    return value == null ? otherwise : value.toString();
  }
}
