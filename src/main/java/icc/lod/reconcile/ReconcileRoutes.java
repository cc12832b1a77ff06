package icc.lod.reconcile;

import icc.lod.rdf.EntityIri;
import icc.lod.search.StoredThing;
import icc.lod.store.Lease;
import icc.lod.view.Addresses;
import icc.lod.view.Reading;
import icc.lod.view.Text;
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
import java.util.Set;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;

/**
 * The Reconciliation Service API: 0.2 at {@code /reconcile}, and the routes of the 1.0 draft below
 * it. Thread-safe.
 */
public final class ReconcileRoutes implements Routes {
  static final String PATH = "/reconcile";
  private static final String JSON = "application/json";
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final int SUGGESTIONS = 10;
  private static final int MOST_SUGGESTIONS = 100;
  private static final int LONGEST_PREFIX = 300;

  /** Pages of any site, such as OpenRefine's at its own port, may show a preview. */
  private static final String FRAMED =
      "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none';"
          + " frame-ancestors *";

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
    routes.get(PATH + "/suggest/{kind}", this::suggest);
    routes.get(PATH + "/flyout/{kind}", this::flyout);
    routes.get(PATH + "/preview", this::preview);
    routes.post(PATH + "/extend", this::extend);
    routes.get(PATH + "/extend/propose", this::propose);
  }

  /** What one request works with. */
  private record Work(Context ctx, Visitor visitor, Lease lease) {}

  /** Does some work with the release that is current. */
  @FunctionalInterface
  private interface Working {
    void on(Work work) throws IOException;
  }

  private void work(Context ctx, Working working) throws IOException {
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
    if (!caching.notModified(work.ctx())) {
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

  private Answers answers(Work work, Naming naming) {
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

  private void propose(Context ctx) throws IOException {
    work(ctx, work -> cached(work, "propose", JSON, () -> proposals(work)));
  }

  private JsonObject proposals(Work work) {
    Schema schema = reconciliation.of(work.lease()).schema();
    String asked = Optional.ofNullable(work.ctx().queryParam("type")).orElse("");
    Set<String> types = types(schema, asked);
    int limit = number(work.ctx(), "limit", 1000, 1000);
    List<Schema.Term> terms =
        reconciliation.with(
            work.lease(), (known, facts) -> Proposals.of(types, schema, facts.graph()));
    Naming naming = new Naming(work.visitor(), reconciliation.of(work.lease()));
    JsonArray properties = new JsonArray();
    terms.stream().limit(limit).forEach(term -> properties.add(described(term, naming)));
    JsonObject json = new JsonObject();
    json.put("properties", properties);
    json.put("type", asked);
    json.put("limit", limit);
    return json;
  }

  private static Set<String> types(Schema schema, String asked) {
    return asked.isBlank()
        ? Set.of()
        : schema
            .type(asked)
            .map(schema::withNarrower)
            .orElseThrow(
                () ->
                    Problem.badRequest(
                        "There is no type '"
                            + asked
                            + "' in this release; "
                            + PATH
                            + "/suggest/type lists them."));
  }

  private void suggest(Context ctx) throws IOException {
    String kind = kind(ctx);
    String prefix = Optional.ofNullable(ctx.queryParam("prefix")).orElse("").strip();
    if (prefix.length() > LONGEST_PREFIX) {
      throw Problem.badRequest("The prefix is longer than " + LONGEST_PREFIX + " characters.");
    }
    int offset = number(ctx, ctx.queryParam("offset") == null ? "cursor" : "offset", 0, 10_000);
    int limit = Math.max(1, number(ctx, "limit", SUGGESTIONS, MOST_SUGGESTIONS));
    Suggestions suggestions = new Suggestions(prefix, offset, limit);
    work(ctx, work -> cached(work, kind, JSON, () -> suggested(work, kind, suggestions)));
  }

  private JsonObject suggested(Work work, String kind, Suggestions suggestions) {
    JsonArray result = new JsonArray();
    reconciliation.with(
        work.lease(),
        (known, facts) -> {
          Naming naming = new Naming(work.visitor(), known);
          if (kind.equals("entity")) {
            String type = Optional.ofNullable(work.ctx().queryParam("type")).orElse("");
            Set<String> types = types(known.schema(), type);
            suggestions
                .things(types, known, facts.names(), facts.graph())
                .forEach(thing -> result.add(described(thing, naming, answers(work, naming))));
          } else {
            suggestions
                .terms(kind.equals("type") ? known.schema().types() : known.schema().properties())
                .forEach(term -> result.add(described(term, naming)));
          }
          return result.size();
        });
    JsonObject json = new JsonObject();
    json.put("result", result);
    return json;
  }

  private static JsonObject described(Schema.Term term, Naming naming) {
    JsonObject json = new JsonObject();
    json.put("id", term.iri());
    json.put("name", naming.term(term).value());
    json.put("description", naming.description(term).orElse(term.iri()));
    return json;
  }

  private static JsonObject described(StoredThing thing, Naming naming, Answers answers) {
    JsonObject json = new JsonObject();
    json.put("id", thing.node().getURI());
    json.put("name", naming.name(thing).value());
    json.put("description", naming.description(thing));
    json.put("notable", answers.types(naming.told(thing)));
    return json;
  }

  private void flyout(Context ctx) throws IOException {
    String kind = kind(ctx);
    String id = Optional.ofNullable(ctx.queryParam("id")).orElse("");
    work(
        ctx,
        work ->
            cached(
                work,
                "flyout-" + kind,
                JSON,
                () -> {
                  JsonObject json = new JsonObject();
                  json.put("id", id);
                  json.put(
                      "html",
                      kind.equals("entity") ? glance(work, id).html() : told(work, kind, id));
                  return json;
                }));
  }

  private String told(Work work, String kind, String id) {
    Knowledge knowledge = reconciliation.of(work.lease());
    Naming naming = new Naming(work.visitor(), knowledge);
    Schema.Term term =
        (kind.equals("type") ? knowledge.schema().type(id) : knowledge.schema().property(id))
            .orElseThrow(() -> Problem.notFound("This release has no " + kind + " '" + id + "'."));
    Text name = naming.term(term);
    return new Glance(
            term.iri(), name, term.iri(), naming.description(term).orElse(""), "", List.of())
        .html();
  }

  private void preview(Context ctx) throws IOException {
    String id = Optional.ofNullable(ctx.queryParam("id")).orElse("");
    work(
        ctx,
        work -> {
          Caching caching = caching(work, "preview");
          if (!caching.notModified(ctx)) {
            Glance glance = glance(work, id);
            ctx.header(Header.CONTENT_SECURITY_POLICY, FRAMED);
            Map<String, Object> model = Map.of("glance", glance);
            pages.send(ctx, work.visitor(), bare(work, "preview"), "reconcile/preview", model);
          }
        });
  }

  private Glance glance(Work work, String id) {
    EntityIri iri =
        EntityIri.parse(id)
            .orElseThrow(
                () -> Problem.badRequest("The id '" + id + "' is not the IRI of a thing."));
    Reading reading = new Reading(work.lease().store());
    String href =
        Addresses.of(
                List.of(iri.node()),
                reconciliation.of(work.lease()).overview(),
                reading,
                pages.publicUrl())
            .link(iri);
    return reconciliation
        .with(
            work.lease(),
            (known, facts) ->
                facts
                    .thing(iri.node())
                    .map(
                        thing ->
                            Glance.of(
                                thing, known, facts, new Naming(work.visitor(), known), href)))
        .orElseThrow(() -> Problem.notFound("This release describes no thing <" + id + ">."));
  }

  private static String kind(Context ctx) {
    String kind = ctx.pathParam("kind");
    if (!Set.of("entity", "type", "property").contains(kind)) {
      throw Problem.notFound("There are suggestions of entity, type and property, not of " + kind);
    }
    return kind;
  }

  private static int number(Context ctx, String name, int otherwise, int most) {
    String text = Optional.ofNullable(ctx.queryParam(name)).orElse("").strip();
    if (text.isEmpty()) {
      return otherwise;
    }
    if (!text.matches("\\d{1,9}")) {
      throw Problem.badRequest("The " + name + " '" + text + "' is not a number.");
    }
    return Math.min(Integer.parseInt(text), most);
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

  private void cached(
      Work work, String what, String type, java.util.function.Supplier<JsonObject> making) {
    Caching caching = caching(work, what);
    if (!caching.notModified(work.ctx())) {
      caching.send(work.ctx(), type, Json.bytes(making.get()));
    }
  }

  private Caching caching(Work work, String what) {
    return work.visitor().vary(bare(work, what));
  }

  /** Without what chose the language: pages add that themselves. */
  private Caching bare(Work work, String what) {
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
