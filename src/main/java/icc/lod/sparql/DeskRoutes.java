package icc.lod.sparql;

import icc.lod.rdf.EntityIri;
import icc.lod.store.CurrentStore;
import icc.lod.store.Lease;
import icc.lod.view.Edition;
import icc.lod.view.Editions;
import icc.lod.view.Overview;
import icc.lod.view.PerRelease;
import icc.lod.view.Snippet;
import icc.lod.web.Caching;
import icc.lod.web.Negotiation;
import icc.lod.web.Negotiation.Offer;
import icc.lod.web.Pages;
import icc.lod.web.Problem;
import icc.lod.web.PublicUrl;
import icc.lod.web.Request;
import icc.lod.web.Routes;
import icc.lod.web.SentJson;
import icc.lod.web.Visitor;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonException;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.apache.jena.graph.Node;

/**
 * What the query desk asks the server besides queries: words to complete with, names for IRIs,
 * programs, short links. Thread-safe.
 */
final class DeskRoutes implements Routes {
  static final String SHORT = "/q/";

  private static final String TERMS = SparqlRoutes.PATH + "/terms.json";
  private static final String LABELS = SparqlRoutes.PATH + "/labels";
  private static final String CODE = SparqlRoutes.PATH + "/code";

  private static final String JSON_TYPE = "application/json";
  private static final int MOST_IRIS = 500;
  private static final int LABELS_BYTES = 512 << 10;

  /** Browsers, proxies and our own server take addresses of this length. */
  static final int LONGEST_ADDRESS = 6000;

  private final CurrentStore current;
  private final Editions editions;
  private final SparqlSettings settings;
  private final Pages pages;
  private final Desk desk;
  private final SavedQueries saved;
  private final QueryReader reading;
  private final Function<Lease, Overview> overviews;
  private final Function<Lease, ReleaseNotes> notes;
  private final PerRelease<byte[]> terms;

  DeskRoutes(
      CurrentStore current,
      SparqlSettings settings,
      Pages pages,
      Desk desk,
      SavedQueries saved,
      QueryReader reading,
      Function<Lease, Overview> overviews,
      Function<Lease, ReleaseNotes> notes) {
    this.current = current;
    this.editions = new Editions(current);
    this.settings = settings;
    this.pages = pages;
    this.desk = desk;
    this.saved = saved;
    this.reading = reading;
    this.overviews = overviews;
    this.notes = notes;
    this.terms =
        new PerRelease<>(lease -> TermList.json(lease, overviews.apply(lease), notes.apply(lease)));
  }

  @Override
  public void addTo(RoutesConfig routes) {
    for (String root : List.of("", Editions.ROUTE)) {
      routes.get(root + TERMS, this::terms);
      routes.post(root + LABELS, this::labels);
      routes.post(root + CODE, this::code);
    }
    routes.post(Desk.LINKS, this::keep);
    routes.get(SHORT + "{hash}", this::open);
  }

  /** Makes the words of a release. */
  void prepare(Lease lease) {
    terms.of(lease);
  }

  /** Answers a problem by the desk with the query in it, so that it can be mended at once. */
  void explain(Context ctx, String query, Problem problem) {
    Visitor visitor = pages.visitor(ctx);
    Map<String, Object> model;
    try (Edition edition = editions.of(Request.of(ctx))) {
      ReleaseNotes known = notes.apply(edition.lease());
      Map<String, Object> desked = desk.at(edition).failed(query, problem, known);
      model = edition.model(desked, pages.publicUrl());
    }
    pages.sendProblem(ctx, visitor, problem, Desk.TEMPLATE, model);
  }

  /** Whether a client would rather read a page than JSON. */
  static boolean likesPages(Context ctx) {
    List<Offer<Boolean>> offers =
        List.of(new Offer<>(JSON_TYPE, false), new Offer<>("text/html", true));
    return Negotiation.best(Request.of(ctx).accept(), offers).orElse(false);
  }

  private void terms(Context ctx) {
    try (Edition edition = editions.of(Request.of(ctx))) {
      Caching caching = edition.data(Caching.of(edition.release().tag(), "terms"));
      if (!caching.answered(ctx)) {
        caching.send(ctx, JSON_TYPE, terms.of(edition.lease()));
      }
    }
  }

  private void labels(Context ctx) throws IOException {
    Visitor visitor = pages.visitor(ctx);
    Set<Node> iris = iris(ctx);
    JsonObject labels = new JsonObject();
    try (Edition edition = editions.of(Request.of(ctx))) {
      Lease lease = edition.lease();
      PublicUrl within = edition.within(pages.publicUrl());
      Names names = Names.of(iris, lease.store(), overviews.apply(lease), visitor, within);
      for (Node iri : iris) {
        JsonObject entry = new JsonObject();
        names
            .label(iri)
            .ifPresent(
                label -> {
                  entry.put("label", label.value());
                  entry.put("lang", label.lang());
                });
        entry.put("href", names.href(iri));
        labels.put(iri.getURI(), entry);
      }
    }
    JsonObject answer = new JsonObject();
    answer.put("labels", labels);
    ctx.header(Header.CONTENT_LANGUAGE, visitor.language());
    send(ctx, 200, answer);
  }

  /** What can be an IRI of the release; anything else a query may have made up has no name. */
  private static Set<Node> iris(Context ctx) throws IOException {
    String type = Optional.ofNullable(ctx.contentType()).orElse("");
    if (!type.split(";", 2)[0].strip().equalsIgnoreCase(JSON_TYPE)) {
      throw Problem.of(
          415, "Unsupported media type", "Send {\"iris\": [\"…\"]} as " + JSON_TYPE + ".");
    }
    byte[] body = ctx.req().getInputStream().readNBytes(LABELS_BYTES + 1);
    if (body.length > LABELS_BYTES) {
      throw Problem.of(413, "Content too large", "Send at most " + LABELS_BYTES + " bytes.")
          .with("limitBytes", LABELS_BYTES);
    }
    JsonArray asked = asked(Parameters.text(body, StandardCharsets.UTF_8));
    if (asked.size() > MOST_IRIS) {
      throw Problem.badRequest("These are " + asked.size() + " IRIs: send at most " + MOST_IRIS);
    }
    Set<Node> iris = new LinkedHashSet<>();
    for (JsonValue value : asked) {
      if (value.isString()) {
        EntityIri.parse(value.getAsString().value()).map(EntityIri::node).ifPresent(iris::add);
      }
    }
    return iris;
  }

  private static JsonArray asked(String text) {
    try {
      JsonValue sent = SentJson.parse(text);
      JsonValue iris = sent.isObject() ? sent.getAsObject().get("iris") : null;
      if (iris != null && iris.isArray()) {
        return iris.getAsArray();
      }
    } catch (JsonException e) {
      // Said below.
    }
    throw Problem.badRequest("Send JSON like {\"iris\": [\"https://example.org/a\"]}.");
  }

  private void keep(Context ctx) throws IOException {
    String link = desk.link(saved.keep(judged(ctx).request().query()));
    if (likesPages(ctx)) {
      ctx.header(Header.CACHE_CONTROL, "no-store").header(Header.VARY, Header.ACCEPT);
      ctx.status(303).header(Header.LOCATION, link);
      return;
    }
    JsonObject answer = new JsonObject();
    answer.put("link", link);
    ctx.header(Header.VARY, Header.ACCEPT).header(Header.LOCATION, link);
    send(ctx, 201, answer);
  }

  private void code(Context ctx) throws IOException {
    Judged judged = judged(ctx);
    Desk here;
    try (Edition edition = editions.of(Request.of(ctx))) {
      here = desk.at(edition);
    }
    JsonArray snippets = new JsonArray();
    for (Snippet snippet :
        here.snippets(ctx.req(), judged.request().query(), judged.query().form())) {
      JsonObject each = new JsonObject();
      each.put("id", snippet.id());
      each.put("name", snippet.name());
      each.put("code", snippet.code());
      snippets.add(each);
    }
    JsonObject answer = new JsonObject();
    answer.put("snippets", snippets);
    send(ctx, 200, answer);
  }

  private record Judged(SparqlRequest request, SparqlQuery query) {}

  /** A query that could be asked here: this is no place to keep other texts. */
  private Judged judged(Context ctx) throws IOException {
    Parameters address = SparqlRequest.address(ctx.req());
    SparqlRequest request = SparqlRequest.read(ctx.req(), address, settings);
    try (Lease lease = current.lease()) {
      ReleaseNotes known = notes.apply(lease);
      return new Judged(request, reading.read(request, known.release().base(), known.prefixes()));
    }
  }

  private void open(Context ctx) {
    Visitor visitor = pages.visitor(ctx);
    String query =
        saved
            .find(ctx.pathParam("hash"))
            .orElseThrow(() -> Problem.notFound("No query has this link: was it cut short?"));
    String address =
        desk.publicUrl().path(SparqlRoutes.PATH)
            + "?query="
            + URLEncoder.encode(query, StandardCharsets.UTF_8)
            + (visitor.byAddress() ? "&lang=" + visitor.language() : "");
    if (address.length() <= LONGEST_ADDRESS) {
      ctx.status(303).header(Header.LOCATION, address);
      ctx.header(Header.CACHE_CONTROL, Caching.REVALIDATE);
      return;
    }
    try (Lease lease = current.lease()) {
      ReleaseNotes known = notes.apply(lease);
      Caching caching =
          visitor.vary(Caching.of(known.release().tag(), ctx.pathParam("hash"), visitor.key()));
      if (!caching.answered(ctx)) {
        pages.send(ctx, visitor, caching, Desk.TEMPLATE, desk.written(query, known));
      }
    }
  }

  static void send(Context ctx, int status, JsonObject answer) {
    byte[] body = JSON.toStringFlat(answer).getBytes(StandardCharsets.UTF_8);
    ctx.status(status).header(Header.CACHE_CONTROL, "no-store");
    ctx.contentType(JSON_TYPE);
    ctx.res().setContentLengthLong(body.length);
    ctx.result(body);
  }
}
