package icc.lod.web;

import io.javalin.config.Key;
import io.javalin.http.Context;
import io.javalin.router.InternalRouter;
import java.util.Set;
import java.util.TreeSet;

/** What a server answers: the patterns its features registered. */
public final class RouteList {
  static final Key<RouteList> KEY = new Key<>("routes");

  private final InternalRouter router;

  RouteList(InternalRouter router) {
    this.router = router;
  }

  /** The routes of the server that a request came to. */
  public static RouteList of(Context ctx) {
    return ctx.appData(KEY);
  }

  /** Methods and patterns, such as {@code GET /doc/*}; without the files pages are made of. */
  public Set<String> patterns() {
    Set<String> patterns = new TreeSet<>();
    router.allHttpHandlers().stream()
        .map(parsed -> parsed.endpoint)
        .filter(endpoint -> endpoint.method.isHttpMethod())
        .filter(endpoint -> !Assets.PATHS.contains(endpoint.path))
        .forEach(endpoint -> patterns.add(endpoint.method.name() + " " + endpoint.path));
    return patterns;
  }
}
