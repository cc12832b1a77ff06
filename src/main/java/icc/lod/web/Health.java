package icc.lod.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;

/**
 * What a balancer asks: {@code /health/live} (the process answers) and {@code /health/ready} (what
 * it needs answers too, and it is not about to stop).
 */
public final class Health implements Routes {
  /** Finds out whether something works; throws when it does not. */
  @FunctionalInterface
  public interface Check {
    void run() throws Exception;
  }

  private final Check ready;

  /** Health of a server that needs what the check looks at. */
  public Health(Check ready) {
    this.ready = ready;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/health/live", Health::up);
    routes.get("/health/ready", this::ready);
  }

  private void ready(Context ctx) {
    if (Admission.leaving(ctx)) {
      throw Problem.unavailable("Not ready: the server is stopping", 5).asExpected();
    }
    try {
      ready.run();
    } catch (Exception e) {
      // Balancers ask every second; what is wrong is logged when somebody needs it.
      throw Problem.unavailable("Not ready: " + e.getMessage(), 5).asExpected();
    }
    up(ctx);
  }

  private static void up(Context ctx) {
    ctx.header(Header.CACHE_CONTROL, "no-store");
    ctx.contentType("application/json").result("{\"status\":\"up\"}\n");
  }
}
