package icc.lod.web;

import icc.lod.rdf.Digests;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Style sheets, images and scripts out of the class path: {@code /static/<package>/…} of our own
 * and {@code /webjars/…} of others. Pages link them with a hash of their content, and with that
 * hash they are kept for ever. Thread-safe.
 */
final class Assets implements Routes {
  /** What its files answer at; no addresses of a feature. */
  static final List<String> PATHS = List.of("/static/*", "/webjars/*", "/favicon.ico");

  /** Raw request paths are compared, never decoded: no other character reaches the class loader. */
  private static final Pattern SAFE =
      Pattern.compile("/(static|webjars)(/[A-Za-z0-9_@-][A-Za-z0-9._@-]*)+");

  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("css", "text/css; charset=utf-8"),
          Map.entry("js", "text/javascript; charset=utf-8"),
          Map.entry("mjs", "text/javascript; charset=utf-8"),
          Map.entry("json", "application/json"),
          Map.entry("geojson", "application/geo+json"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("png", "image/png"),
          Map.entry("ico", "image/x-icon"),
          Map.entry("txt", "text/plain; charset=utf-8"),
          Map.entry("woff2", "font/woff2"));

  private static final class Asset {
    final byte[] content;
    final String hash;

    Asset(byte[] content) {
      this.content = content;
      this.hash = hashOf(content);
    }
  }

  private final Map<String, Asset> known = new ConcurrentHashMap<>();

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/static/*", ctx -> send(ctx, ctx.path()));
    routes.get("/webjars/*", ctx -> send(ctx, ctx.path()));
    // Browsers and others ask for it unbidden; the pages link the drawing.
    routes.get("/favicon.ico", ctx -> send(ctx, "/static/web/icon.png"));
  }

  /** The address of a file with its hash. */
  String versioned(String path) {
    Asset asset =
        find(path).orElseThrow(() -> new IllegalStateException("There is no file " + path));
    return path + "?v=" + asset.hash;
  }

  private void send(Context ctx, String path) {
    Asset asset =
        find(path).orElseThrow(() -> Problem.notFound("There is no file at this address."));
    boolean exact = asset.hash.equals(ctx.queryParam("v"));
    Caching.of(asset.hash)
        .control(exact ? Caching.FOREVER : Caching.REVALIDATE)
        .send(ctx, type(path), asset.content);
  }

  private Optional<Asset> find(String path) {
    Asset asset = known.get(path);
    if (asset != null) {
      return Optional.of(asset);
    }
    if (!SAFE.matcher(path).matches()) {
      return Optional.empty();
    }
    String resource = path.startsWith("/webjars/") ? "/META-INF/resources" + path : path;
    try (InputStream in = Assets.class.getResourceAsStream(resource)) {
      // A folder of a jar opens as an empty stream, so a name without an ending is no file.
      if (in == null || path.lastIndexOf('.') < path.lastIndexOf('/')) {
        return Optional.empty();
      }
      Asset read = new Asset(in.readAllBytes());
      known.put(path, read);
      return Optional.of(read);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + resource, e);
    }
  }

  private static String type(String path) {
    String ending = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return TYPES.getOrDefault(ending, "application/octet-stream");
  }

  private static String hashOf(byte[] content) {
    return HexFormat.of().formatHex(Digests.sha256().digest(content), 0, 8);
  }
}
