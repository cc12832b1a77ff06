package icc.lod.changes;

import icc.lod.changes.ChangeViews.Difference;
import icc.lod.changes.FeedRoutes.Asked;
import icc.lod.rdf.EntityIri;
import icc.lod.rdf.RdfFormat;
import icc.lod.statements.NQuads;
import icc.lod.statements.SortedGraph;
import icc.lod.store.Lease;
import icc.lod.web.Caching;
import icc.lod.web.Pages;
import icc.lod.web.Problem;
import icc.lod.web.Request;
import icc.lod.web.Routes;
import icc.lod.web.Visitor;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What happened to one entity, in each release that changed it: at {@code /history?iri=}. */
final class HistoryRoutes implements Routes {
  static final String PATH = "/history";

  /** More releases than this are on further pages. */
  static final int MOST = 20;

  private final Changes changes;
  private final Pages pages;

  HistoryRoutes(Changes changes) {
    this.changes = changes;
    this.pages = changes.pages();
  }

  /** Where the history of an entity is. */
  static String address(EntityIri iri) {
    return PATH + ChangeViews.parameter(iri);
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get(PATH, this::history);
  }

  private void history(Context ctx) {
    Request request = Request.of(ctx);
    Asked asked = Asked.of(request, ReleaseRoutes.SYNTAXES, true);
    EntityIri iri = iri(request);
    int page = Part.asked(request);
    try (Lease lease = changes.lease()) {
      Optional<RdfFormat> format = asked.format();
      String name = Integer.toHexString(iri.text().hashCode()) + "-" + page;
      Caching caching = asked.caching(Caching.of(lease.release().tag(), "history", name));
      if (format.isPresent()) {
        rdf(ctx, lease, new Wanted(iri, page), format.get(), caching);
      } else {
        html(ctx, lease, new Wanted(iri, page), caching);
      }
    }
  }

  private static EntityIri iri(Request request) {
    Optional<String> text = request.parameter("iri");
    return text.flatMap(EntityIri::parse)
        .orElseThrow(
            () ->
                Problem.badRequest(
                    text.isEmpty()
                        ? "Say of which thing: " + PATH + "?iri=https://…"
                        : "Not an absolute IRI: " + text.get()));
  }

  private record Wanted(EntityIri iri, int page) {
    String none() {
      return page == 1
          ? "No release has ever said anything about this IRI."
          : "The history of this IRI has no page " + page + ".";
    }
  }

  /** A part of a history: what happened, the last first. */
  private record Read(List<Difference> history, Part part) {}

  private void rdf(Context ctx, Lease lease, Wanted wanted, RdfFormat format, Caching caching) {
    Caching told = caching.and(format.suffix());
    if (told.answered(ctx)) {
      return;
    }
    Names names = Names.of(lease.release().base());
    Read read = read(lease, wanted);
    read.part().link().ifPresent(link -> ctx.res().addHeader(Header.LINK, link));
    byte[] body = SortedGraph.write(ReleaseGraph.history(read.history(), names), format);
    String type = format.mediaType();
    told.send(ctx, type.startsWith("text/") ? type + "; charset=utf-8" : type, body);
  }

  private void html(Context ctx, Lease lease, Wanted wanted, Caching caching) {
    Visitor visitor = pages.visitor(ctx);
    Caching told = caching.and(visitor.key());
    if (visitor.vary(told).answered(ctx)) {
      return;
    }
    Read read = read(lease, wanted);
    List<ChangeView> views = new ChangeViews(changes, lease, visitor).views(read.history());
    String query = wanted.page() == 1 ? "&" : "&page=" + wanted.page() + "&";
    Map<String, Object> model =
        Map.of(
            "history", views,
            "thing", views.get(0).entity(),
            "part", read.part(),
            "forms",
                ReleasePage.Form.all(
                    ReleaseRoutes.SYNTAXES, pages.publicUrl().path(address(wanted.iri())) + query));
    pages.send(ctx, visitor, told, "changes/history", model);
  }

  private Read read(Lease lease, Wanted wanted) {
    Log log = changes.log(lease);
    String written = NQuads.written(wanted.iri().node());
    String entity = written.substring(1, written.length() - 1);
    List<Member> members = log.history(entity, (wanted.page() - 1) * MOST, MOST + 1);
    List<Difference> history =
        members.stream()
            .limit(MOST)
            .flatMap(
                member ->
                    log.release(member.at().release()).stream()
                        .map(release -> ChangeViews.difference(log, member, release)))
            .toList();
    if (history.isEmpty()) {
      throw Problem.notFound(wanted.none());
    }
    String address = pages.publicUrl().path(address(wanted.iri()));
    return new Read(history, Part.of(wanted.page(), members.size() > MOST, address));
  }
}
