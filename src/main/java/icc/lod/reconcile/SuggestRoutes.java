package icc.lod.reconcile;

import icc.lod.rdf.EntityIri;
import icc.lod.search.StoredThing;
import icc.lod.view.Addresses;
import icc.lod.view.Reading;
import icc.lod.view.Text;
import icc.lod.web.Caching;
import icc.lod.web.Pages;
import icc.lod.web.Problem;
import icc.lod.web.Routes;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;

/**
 * What programs offer while somebody types or looks: suggestions, flyouts, previews, proposals of
 * properties. Thread-safe.
 */
final class SuggestRoutes implements Routes {
  private static final int SUGGESTIONS = 10;
  private static final int MOST_SUGGESTIONS = 100;
  private static final int LONGEST_PREFIX = 300;

  /** Pages of any site, such as OpenRefine's at its own port, may show a preview. */
  private static final String FRAMED =
      "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none';"
          + " frame-ancestors *";

  private final ReconcileRoutes api;
  private final Reconciliation reconciliation;
  private final Pages pages;

  SuggestRoutes(ReconcileRoutes api, Reconciliation reconciliation, Pages pages) {
    this.api = api;
    this.reconciliation = reconciliation;
    this.pages = pages;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get(ReconcileRoutes.PATH + "/suggest/{kind}", this::suggest);
    routes.get(ReconcileRoutes.PATH + "/flyout/{kind}", this::flyout);
    routes.get(ReconcileRoutes.PATH + "/preview", this::preview);
    routes.get(ReconcileRoutes.PATH + "/extend/propose", this::propose);
  }

  private void propose(Context ctx) throws IOException {
    api.work(ctx, work -> api.cached(work, "propose", ReconcileRoutes.JSON, () -> proposals(work)));
  }

  private JsonObject proposals(ReconcileRoutes.Work work) {
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
                            + ReconcileRoutes.PATH
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
    api.work(
        ctx,
        work ->
            api.cached(work, kind, ReconcileRoutes.JSON, () -> suggested(work, kind, suggestions)));
  }

  private JsonObject suggested(ReconcileRoutes.Work work, String kind, Suggestions suggestions) {
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
                .forEach(thing -> result.add(described(thing, naming, api.answers(work, naming))));
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
    api.work(
        ctx,
        work ->
            api.cached(
                work,
                "flyout-" + kind,
                ReconcileRoutes.JSON,
                () -> {
                  JsonObject json = new JsonObject();
                  json.put("id", id);
                  json.put(
                      "html",
                      kind.equals("entity") ? glance(work, id).html() : told(work, kind, id));
                  return json;
                }));
  }

  private String told(ReconcileRoutes.Work work, String kind, String id) {
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
    api.work(
        ctx,
        work -> {
          Caching caching = api.caching(work, "preview");
          if (!caching.answered(ctx)) {
            Glance glance = glance(work, id);
            ctx.header(Header.CONTENT_SECURITY_POLICY, FRAMED);
            Map<String, Object> model = Map.of("glance", glance);
            pages.send(ctx, work.visitor(), api.bare(work, "preview"), "reconcile/preview", model);
          }
        });
  }

  private Glance glance(ReconcileRoutes.Work work, String id) {
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
}
