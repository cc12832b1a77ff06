package icc.lod.operations;

import icc.lod.web.Problem;
import icc.lod.web.Routes;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonNumber;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code /admin}: publishing, going back to an older release, queries at work; for holders of a
 * token only. Each action is one line of the log: who, what, how it ended.
 */
public final class AdminRoutes implements Routes {
  private static final Logger LOG = LoggerFactory.getLogger(AdminRoutes.class);
  private static final double NANOS = 1e9;

  private final Operators operators;
  private final Steering steering;
  private final RunningQueries queries;

  /** An action that gives what to answer, or nothing. */
  @FunctionalInterface
  private interface Action {
    Optional<JsonValue> run(Context ctx);
  }

  /** Routes for these operators over these things. */
  public AdminRoutes(Operators operators, Steering steering, RunningQueries queries) {
    this.operators = operators;
    this.steering = steering;
    this.queries = queries;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.post("/admin/publish", ctx -> run(ctx, Scope.PUBLISH, "publish", this::publish));
    routes.post(
        "/admin/rollback/{release}", ctx -> run(ctx, Scope.ROLLBACK, "rollback", this::rollback));
    routes.get("/admin/queries", ctx -> run(ctx, Scope.QUERIES, "list", this::list));
    routes.delete("/admin/queries/{id}", ctx -> run(ctx, Scope.QUERIES, "end", this::end));
  }

  private void run(Context ctx, Scope scope, String action, Action what) {
    String name = "nobody";
    String outcome = "failed";
    try {
      Optional<String> authorization = Optional.ofNullable(ctx.header(Header.AUTHORIZATION));
      name = operators.admit(authorization, ctx.req().getRemoteAddr(), scope);
      Optional<JsonValue> answer = what.run(ctx);
      outcome = "done";
      ctx.header(Header.CACHE_CONTROL, "no-store").status(answer.isPresent() ? 200 : 204);
      answer.ifPresent(json -> ctx.contentType("application/json").result(JSON.toString(json)));
    } catch (Problem problem) {
      outcome = Integer.toString(problem.status());
      throw problem;
    } finally {
      LOG.atInfo()
          .addKeyValue("by", name)
          .addKeyValue("action", action)
          .addKeyValue("on", about(ctx))
          .addKeyValue("outcome", outcome)
          .addKeyValue("id", ctx.res().getHeader("X-Request-Id"))
          .log("admin");
    }
  }

  /** The number in the address; anything else could be written to forge a line. */
  private static String about(Context ctx) {
    return ctx.pathParamMap().values().stream()
        .filter(value -> value.matches("\\d{1,18}"))
        .findFirst()
        .orElse("-");
  }

  private Optional<JsonValue> publish(Context ctx) {
    return told(steering.publish("true".equals(ctx.queryParam("force"))));
  }

  private Optional<JsonValue> rollback(Context ctx) {
    return told(steering.rollback((int) number(ctx, "release", Integer.MAX_VALUE)));
  }

  private static Optional<JsonValue> told(Steering.Result result) {
    if (result.refused()) {
      throw Problem.of(
              422, "Refused", "Nothing was changed: mend what is found in the sources, then again.")
          .with("findings", result.findings());
    }
    JsonObject json = new JsonObject();
    json.put("outcome", result.outcome());
    json.put("release", result.release());
    JsonArray findings = new JsonArray();
    result.findings().forEach(findings::add);
    json.put("findings", findings);
    return Optional.of(json);
  }

  private Optional<JsonValue> list(Context ctx) {
    JsonArray all = new JsonArray();
    for (RunningQueries.Running query : queries.running()) {
      JsonObject json = new JsonObject();
      json.put("id", query.id());
      json.put("seconds", seconds(Duration.between(query.started(), Instant.now())));
      json.put("cpuSeconds", seconds(query.cpu()));
      json.put("bytes", query.bytes());
      json.put("ending", query.ending());
      json.put("query", query.query());
      all.add(json);
    }
    return Optional.of(all);
  }

  private Optional<JsonValue> end(Context ctx) {
    long id = number(ctx, "id", Long.MAX_VALUE);
    if (!queries.end(id)) {
      throw Problem.notFound("No query of this id is at work; it may have ended already.");
    }
    return Optional.empty();
  }

  private static JsonValue seconds(Duration time) {
    return JsonNumber.value(time.toNanos() / NANOS);
  }

  private static long number(Context ctx, String name, long most) {
    String text = ctx.pathParam(name);
    if (!text.matches("\\d{1,18}") || Long.parseLong(text) > most) {
      throw Problem.badRequest("This is no number: " + text);
    }
    return Long.parseLong(text);
  }
}
