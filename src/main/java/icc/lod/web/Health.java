package icc.lod.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.util.List;
import java.util.function.Supplier;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;

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
  private final Supplier<List<String>> incidents;

  /** Health of a server that needs what the check looks at. */
  public Health(Check ready) {
    this(ready, List::of);
  }

  /**
   * Health of a server that needs what the check looks at.
   *
   * @param incidents what befell it and was got round, for the operator to read
   */
  public Health(Check ready, Supplier<List<String>> incidents) {
    this.ready = ready;
    this.incidents = incidents;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/health/live", ctx -> up(ctx, List.of()));
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
    up(ctx, incidents.get());
  }

  private static void up(Context ctx, List<String> incidents) {
    JsonObject body = new JsonObject();
    body.put("status", "up");
    if (!incidents.isEmpty()) {
      JsonArray told = new JsonArray();
      incidents.forEach(told::add);
      body.put("incidents", told);
    }
    ctx.header(Header.CACHE_CONTROL, "no-store");
    ctx.contentType("application/json").result(JSON.toStringFlat(body) + "\n");
  }
}
