package icc.lod.tools;

import icc.lod.web.Caching;
import icc.lod.web.Pages;
import icc.lod.web.Problem;
import icc.lod.web.Routes;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/** The tools for language models at {@code /mcp}, and {@code /llms.txt}. Thread-safe. */
public final class ToolRoutes implements Routes {
  static final String PATH = "/mcp";

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private final ToolServer server;
  private final Pages pages;

  /** Tools of a site. */
  public ToolRoutes(Tools tools, Pages pages) {
    this.server = new ToolServer(tools);
    this.pages = pages;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.post(PATH, this::call);
    routes.get(PATH, ToolRoutes::noStream);
    routes.get("/llms.txt", this::signpost);
  }

  /** Without sessions there is no stream to open, and the protocol wants that said so. */
  private static void noStream(Context ctx) {
    throw Problem.of(
            405,
            "Method not allowed",
            "Programs use these tools by POST (Model Context Protocol, streamable HTTP).")
        .header(Header.ALLOW, "POST, OPTIONS");
  }

  private void call(Context ctx) throws Exception {
    String origin = String.valueOf(ctx.header(Header.ORIGIN));
    if (ctx.header(Header.ORIGIN) != null && !allowed(origin)) {
      throw Problem.of(
          403,
          "Origin refused",
          "Pages of " + origin + " may not use these tools; programs send no Origin.");
    }
    ctx.header(Header.CACHE_CONTROL, "no-store");
    ctx.req()
        .setAttribute(
            ToolServer.ASKING, new Asking(ctx.req(), ctx.res(), pages.visitor(ctx), origin(ctx)));
    server.servlet().service(ctx.req(), ctx.res());
  }

  private boolean allowed(String origin) {
    try {
      URI uri = URI.create(origin.toLowerCase(Locale.ROOT));
      String own = pages.publicUrl().text().toLowerCase(Locale.ROOT);
      return LOOPBACK.contains(String.valueOf(uri.getHost()))
          || (!own.isEmpty() && same(uri, URI.create(own)));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean same(URI one, URI other) {
    return String.valueOf(one.getScheme()).equals(other.getScheme())
        && String.valueOf(one.getAuthority()).equals(other.getAuthority());
  }

  private void signpost(Context ctx) {
    String text = LlmsText.of(pages, pages.visitor(ctx), origin(ctx));
    String tag = Integer.toHexString(text.hashCode());
    Caching.of("llms", tag)
        .send(ctx, "text/markdown; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
  }

  private String origin(Context ctx) {
    return pages.publicUrl().whole(ctx.scheme() + "://" + ctx.host());
  }
}
