package icc.lod.operations;

import icc.lod.web.KnownClient;
import icc.lod.web.Routes;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.util.Optional;

/**
 * Tells by their tokens the clients who may use more than others, wherever they ask. Who sends none
 * is counted by address, as everybody is without tokens.
 */
public final class TokenRoutes implements Routes {
  private final Operators operators;

  /** Those of the same file as operators'. */
  public TokenRoutes(Operators operators) {
    this.operators = operators;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.before(this::before);
  }

  private void before(Context ctx) {
    String path = ctx.path();
    // What is for operators only asks for a token itself.
    if (ctx.header(Header.AUTHORIZATION) != null
        && !path.startsWith("/admin/")
        && !path.equals(MetricsRoutes.PATH)) {
      operators
          .holder(
              Optional.ofNullable(ctx.header(Header.AUTHORIZATION)),
              ctx.req().getRemoteAddr(),
              Scope.QUERY)
          .ifPresent(holder -> KnownClient.is(holder, ctx.req()));
    }
  }
}
