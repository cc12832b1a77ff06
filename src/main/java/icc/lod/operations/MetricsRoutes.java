package icc.lod.operations;

import icc.lod.web.Problem;
import icc.lod.web.Routes;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;

/** {@code /metrics}: the figures of this process, for Prometheus and OpenMetrics. */
public final class MetricsRoutes implements Routes {
  static final String PATH = "/metrics";

  private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";
  private static final String OPEN_METRICS =
      "application/openmetrics-text; version=1.0.0; charset=utf-8";

  /** What proxies add to what they pass on. */
  private static final List<String> PASSED_ON =
      List.of("Forwarded", "Via", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP");

  private final Metrics metrics;
  private final boolean open;
  private final Optional<Operators> operators;

  /** Figures for this machine and these operators, or if they are open for anybody. */
  public MetricsRoutes(Metrics metrics, boolean open, Optional<Operators> operators) {
    this.metrics = metrics;
    this.open = open;
    this.operators = operators;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get(PATH, this::send);
  }

  private void send(Context ctx) {
    if (!open && !local(ctx)) {
      admit(ctx);
    }
    String accept = String.valueOf(ctx.header(Header.ACCEPT));
    String type = accept.contains("application/openmetrics-text") ? OPEN_METRICS : PROMETHEUS;
    ctx.header(Header.CACHE_CONTROL, "no-store").header(Header.VARY, Header.ACCEPT);
    ctx.contentType(type).result(metrics.text(type));
  }

  private void admit(Context ctx) {
    Optional<String> authorization = Optional.ofNullable(ctx.header(Header.AUTHORIZATION));
    if (operators.isEmpty() || authorization.isEmpty()) {
      throw Problem.of(
          403,
          "Not for everybody",
          "The figures are for whoever runs this service: ask on its own machine, past the proxy;"
              + " with a token for 'metrics'; or let it start with --public-metrics.");
    }
    operators.get().admit(authorization, ctx.req().getRemoteAddr(), Scope.METRICS);
  }

  private static boolean local(Context ctx) {
    try {
      // A literal address: nothing is looked up.
      return InetAddress.getByName(ctx.req().getRemoteAddr()).isLoopbackAddress()
          && PASSED_ON.stream().allMatch(name -> ctx.header(name) == null);
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
