package icc.lod.ontology;

import icc.lod.store.CurrentStore;
import icc.lod.store.Lease;
import icc.lod.view.JsonLdContexts;
import icc.lod.web.Caching;
import icc.lod.web.Problem;
import icc.lod.web.PublicUrl;
import icc.lod.web.Routes;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * JSON-LD contexts (JSON-LD 1.1, section 3.1): {@code /context/v1.jsonld} for ever, and {@code
 * /context.jsonld} for the newest version.
 */
public final class ContextRoutes implements Routes {
  private static final String MEDIA_TYPE = "application/ld+json";

  private final CurrentStore store;
  private final PublicUrl publicUrl;

  /** The contexts in the folder {@code context} of the current release. */
  public ContextRoutes(CurrentStore store, PublicUrl publicUrl) {
    this.store = store;
    this.publicUrl = publicUrl;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/context.jsonld", this::newest);
    routes.get("/context/*", this::version);
  }

  private void newest(Context ctx) throws IOException {
    try (Lease lease = store.lease()) {
      Path file = JsonLdContexts.newest(lease.release()).orElseThrow(ContextRoutes::none);
      Caching caching = Caching.of(lease.release().tag(), "context");
      send(ctx, caching.at(publicUrl.absolute("/context/" + file.getFileName())), file);
    }
  }

  private void version(Context ctx) throws IOException {
    String name = ctx.path().substring("/context/".length());
    if (!JsonLdContexts.isVersion(name)) {
      throw none();
    }
    try (Lease lease = store.lease()) {
      Caching caching = Caching.of(lease.release().tag(), name).control(Caching.FOREVER);
      send(ctx, caching, lease.release().contexts().resolve(name));
    }
  }

  private static void send(Context ctx, Caching caching, Path file) throws IOException {
    if (caching.answered(ctx)) {
      return;
    }
    try {
      caching.send(ctx, MEDIA_TYPE, Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      throw none();
    }
  }

  private static Problem none() {
    return Problem.notFound("The current release has no such JSON-LD context.");
  }
}
