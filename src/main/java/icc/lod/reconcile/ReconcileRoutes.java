package icc.lod.reconcile;

import icc.lod.store.Lease;
import icc.lod.web.Caching;
import icc.lod.web.Pages;
import icc.lod.web.Problem;
import icc.lod.web.Routes;
import icc.lod.web.Visitor;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.atlas.json.JsonObject;

/**
 * The Reconciliation Service API: 0.2 at {@code /reconcile}, and the routes of the 1.0 draft below
 * it. Thread-safe.
 */
public final class ReconcileRoutes implements Routes {
  static final String PATH = "/reconcile";
  static final String JSON = "application/json";
  private static final String FORM = "application/x-www-form-urlencoded";

  private final Reconciliation reconciliation;
  private final Pages pages;
  private final ReconcileSettings settings;

  public ReconcileRoutes(Reconciliation reconciliation, Pages pages, ReconcileSettings settings) {
    this.reconciliation = reconciliation;
    this.pages = pages;
    this.settings = settings;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get(PATH, this::get);
    routes.post(PATH, this::post);
    routes.post(PATH + "/match", this::match);
    routes.post(PATH + "/extend", this::extend);
    new SuggestRoutes(this, reconciliation, pages).addTo(routes);
  }

  /** What one request works with. */
  record Work(Context ctx, Visitor visitor, Lease lease) {}

  /** Does some work with the release that is current. */
  @FunctionalInterface
  interface Working {
    void on(Work work) throws IOException;
  }

  void work(Context ctx, Working working) throws IOException {
    Visitor visitor = pages.visitor(ctx);
    ctx.header(Header.CONTENT_LANGUAGE, visitor.language());
    try (Lease lease = reconciliation.store().lease()) {
      working.on(new Work(ctx, visitor, lease));
    }
  }

  private void get(Context ctx) throws IOException {
    Optional<String> queries = Optional.ofNullable(ctx.queryParam("queries"));
    Optional<String> extend = Optional.ofNullable(ctx.queryParam("extend"));
    if (queries.isEmpty() && extend.isEmpty() && ctx.queryParam("query") != null) {
      throw Problem.badRequest(
          "One query by itself was the way of version 0.1; send queries={\"q0\":{\"query\":\"…\"}}.");
    }
    work(
        ctx,
        work -> {
          if (queries.isPresent()) {
            cached(work, "batch", JSON, () -> batch(work, queries.get()));
          } else if (extend.isPresent()) {
            cached(work, "extend", JSON, () -> extended(work, extend.get(), "The field 'extend'"));
          } else {
            manifest(work);
          }
        });
  }

  private void manifest(Work work) {
    ManifestVersion version =
        ManifestVersion.accepted(
            java.util.Collections.list(work.ctx().req().getHeaders(Header.ACCEPT)));
    Caching caching =
        caching(work, "manifest-" + version + Integer.toHexString(origin(work.ctx()).hashCode()))
            .vary(Header.ACCEPT);
    if (!caching.answered(work.ctx())) {
      Manifest manifest = manifestOf(work);
      JsonObject json = version == ManifestVersion.DRAFT ? manifest.draft() : manifest.stable();
      caching.send(work.ctx(), version.contentType(), Json.bytes(json));
    }
  }

  private Manifest manifestOf(Work work) {
    Knowledge knowledge = reconciliation.of(work.lease());
    Naming naming = new Naming(work.visitor(), knowledge);
    String base = work.lease().release().base();
    return new Manifest(
        pages.siteName(work.visitor()),
        origin(work.ctx()),
        base,
        knowledge.schemaSpace(base),
        work.visitor().byAddress() ? work.visitor().language() : "",
        Integer.toString(work.lease().release().number()),
        knowledge.defaultTypes(),
        settings,
        answers(work, naming),
        key -> pages.text(work.visitor(), key));
  }

  Answers answers(Work work, Naming naming) {
    return new Answers(naming, work.visitor(), key -> pages.text(work.visitor(), key));
  }

  private void post(Context ctx) throws IOException {
    String type = type(ctx);
    if (!type.equals(FORM)) {
      throw unsupported(type, FORM, "JSON goes to " + PATH + "/match and " + PATH + "/extend");
    }
    Map<String, String> form = Body.form(body(ctx, 3 * settings.bodyBytes()));
    work(
        ctx,
        work -> {
          if (form.containsKey("queries")) {
            send(work, batch(work, form.getOrDefault("queries", "")));
          } else if (form.containsKey("extend")) {
            send(work, extended(work, form.getOrDefault("extend", ""), "The field 'extend'"));
          } else {
            throw Problem.badRequest("The form has neither 'queries' nor 'extend'.");
          }
        });
  }

  private void match(Context ctx) throws IOException {
    String body = json(ctx);
    work(
        ctx,
        work -> {
          Knowledge knowledge = reconciliation.of(work.lease());
          List<ReconcileQuery> queries = new QueryReader(knowledge.schema(), settings).draft(body);
          List<List<Candidate>> results = reconciliation.match(work.lease(), queries);
          send(work, answers(work, new Naming(work.visitor(), knowledge)).draft(results));
        });
  }

  private void extend(Context ctx) throws IOException {
    String body = json(ctx);
    work(
        ctx,
        work -> {
          Extension extension = extension(work, body, "The body");
          send(
              work,
              reconciliation.with(
                  work.lease(),
                  (known, facts) ->
                      extension.draft(facts, new Naming(work.visitor(), known), work.visitor())));
        });
  }

  private JsonObject batch(Work work, String text) {
    Knowledge knowledge = reconciliation.of(work.lease());
    Map<String, ReconcileQuery> queries = new QueryReader(knowledge.schema(), settings).batch(text);
    List<List<Candidate>> results =
        reconciliation.match(work.lease(), List.copyOf(queries.values()));
    return answers(work, new Naming(work.visitor(), knowledge)).batch(queries.keySet(), results);
  }

  private JsonObject extended(Work work, String text, String what) {
    Extension extension = extension(work, text, what);
    return reconciliation.with(
        work.lease(),
        (known, facts) ->
            extension.stable(facts, new Naming(work.visitor(), known), work.visitor()));
  }

  private Extension extension(Work work, String text, String what) {
    return Extension.read(text, what, reconciliation.of(work.lease()).schema(), settings);
  }

  private String json(Context ctx) throws IOException {
    String type = type(ctx);
    if (!type.equals(JSON) && !type.matches("application/[a-z0-9.+-]+\\+json")) {
      throw unsupported(type, JSON, "forms go to " + PATH);
    }
    return body(ctx, settings.bodyBytes());
  }

  private static String body(Context ctx, int most) throws IOException {
    if (ctx.contentLength() > most) {
      throw Body.tooLong(most);
    }
    return Body.text(Body.bytes(ctx.bodyInputStream(), most));
  }

  private static String type(Context ctx) {
    return Optional.ofNullable(ctx.contentType())
        .orElse("")
        .split(";", 2)[0]
        .strip()
        .toLowerCase(Locale.ROOT);
  }

  private static Problem unsupported(String type, String wanted, String more) {
    return Problem.of(
            415,
            "Unsupported media type",
            "The Content-Type is '%s'; send %s (%s).".formatted(type, wanted, more))
        .with("available", List.of(wanted));
  }

  private static void send(Work work, JsonObject json) {
    work.ctx().header(Header.CACHE_CONTROL, "no-store");
    work.ctx().contentType(JSON).result(Json.bytes(json));
  }

  void cached(Work work, String what, String type, java.util.function.Supplier<JsonObject> making) {
    Caching caching = caching(work, what);
    if (!caching.answered(work.ctx())) {
      caching.send(work.ctx(), type, Json.bytes(making.get()));
    }
  }

  Caching caching(Work work, String what) {
    return work.visitor().vary(bare(work, what));
  }

  /** Without what chose the language: pages add that themselves. */
  Caching bare(Work work, String what) {
    String asked = String.valueOf(work.ctx().queryString());
    return Caching.of(
        work.lease().release().tag(),
        "reconcile",
        what,
        Integer.toHexString(asked.hashCode()) + asked.length(),
        work.visitor().key());
  }

  private String origin(Context ctx) {
    String configured = pages.publicUrl().text();
    return configured.isEmpty() ? ctx.scheme() + "://" + ctx.host() : configured;
  }
}
