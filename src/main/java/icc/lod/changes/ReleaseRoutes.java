package icc.lod.changes;

import icc.lod.changes.FeedRoutes.Asked;
import icc.lod.rdf.RdfFormat;
import icc.lod.statements.SortedGraph;
import icc.lod.store.Lease;
import icc.lod.store.Release;
import icc.lod.web.Caching;
import icc.lod.web.Modified;
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
import java.util.Set;
import java.util.function.Supplier;
import org.apache.jena.graph.Graph;

/**
 * The releases at {@code /releases}, and at {@code /releases/{n}} what each changed: a page, or
 * RDF. The name of a release leads there.
 */
final class ReleaseRoutes implements Routes {
  static final String PATH = "/releases";

  static final List<RdfFormat> SYNTAXES = List.of(RdfFormat.values());

  private final Changes changes;
  private final Pages pages;

  ReleaseRoutes(Changes changes) {
    this.changes = changes;
    this.pages = changes.pages();
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get(PATH, this::list);
    routes.get(PATH + "/{n}", this::release);
    routes.get("/id/release/{n}", this::name);
  }

  private void list(Context ctx) {
    Asked asked = Asked.of(Request.of(ctx), SYNTAXES, true);
    try (Lease lease = changes.lease()) {
      Names names = Names.of(lease.release().base());
      List<Summary> releases = changes.log(lease).releases();
      if (!asked.html()) {
        send(ctx, lease, asked, "list", () -> ReleaseGraph.list(releases, names));
        return;
      }
      Visitor visitor = pages.visitor(ctx);
      Set<Integer> kept = changes.numbers();
      int page = Part.asked(Request.of(ctx));
      // Releases are removed and cited while the same one is current.
      Modified.unknown(ctx);
      String those = Integer.toHexString(kept.hashCode());
      Caching caching =
          asked.caching(
              Caching.of(lease.release().tag(), "releases", those + "-" + page, visitor.key()));
      if (visitor.vary(caching).answered(ctx)) {
        return;
      }
      Map<String, Object> model =
          Map.of(
              "list", ReleaseList.of(releases, kept, page, pages, visitor),
              "forms", forms(PATH, ""));
      pages.send(ctx, visitor, caching, "changes/releases", model);
    }
  }

  private void release(Context ctx) {
    Request request = Request.of(ctx);
    Release release = kept(ctx.pathParam("n"));
    Asked asked = Asked.of(request, SYNTAXES, true);
    int page = Part.asked(request);
    try (Lease lease = changes.lease()) {
      Log log = changes.log(lease, release.number());
      ReleaseDiff diff = ReleaseDiff.of(log, release, page);
      if (!asked.html()) {
        Names names = Names.of(release.base());
        part(diff).link().ifPresent(link -> ctx.res().addHeader(Header.LINK, link));
        send(
            ctx,
            lease,
            asked,
            release.number() + "-" + page,
            () -> ReleaseGraph.of(log, diff, names));
        return;
      }
      html(ctx, lease, asked, diff);
    }
  }

  private void html(Context ctx, Lease lease, Asked asked, ReleaseDiff diff) {
    Visitor visitor = pages.visitor(ctx);
    String name = "release-" + diff.release().number() + "-" + diff.page();
    Caching caching = asked.caching(Caching.of(lease.release().tag(), name, visitor.key()));
    if (visitor.vary(caching).answered(ctx)) {
      return;
    }
    String path = PATH + "/" + diff.release().number();
    ReleasePage page =
        new ReleasePages(changes, lease, visitor)
            .page(diff, forms(path, diff.page() == 1 ? "" : "page=" + diff.page() + "&"));
    pages.send(ctx, visitor, caching, "changes/release", Map.of("release", page));
  }

  private Part part(ReleaseDiff diff) {
    String address = pages.publicUrl().absolute(PATH + "/" + diff.release().number());
    return Part.of(diff.page(), diff.hasNext(), address);
  }

  private List<ReleasePage.Form> forms(String path, String query) {
    return ReleasePage.Form.all(SYNTAXES, pages.publicUrl().path(path) + "?" + query);
  }

  private void send(Context ctx, Lease lease, Asked asked, String name, Supplier<Graph> making) {
    RdfFormat format = asked.syntax();
    Caching caching =
        asked.caching(Caching.of(lease.release().tag(), "changes", name, format.suffix()));
    if (!caching.answered(ctx)) {
      String type = format.mediaType();
      caching.send(
          ctx,
          type.startsWith("text/") ? type + "; charset=utf-8" : type,
          SortedGraph.write(making.get(), format));
    }
  }

  /**
   * A release that is there.
   *
   * @throws Problem 404 for one that never was, 410 for one that is not kept
   */
  private Release kept(String number) {
    if (!number.matches("[1-9]\\d{0,8}")) {
      throw never(number);
    }
    int wanted = Integer.parseInt(number);
    Optional<Release> there = changes.releases().byNumber(wanted);
    if (there.isEmpty() && wanted < changes.releases().nextNumber()) {
      List<String> kept =
          changes.releases().all().stream()
              .map(release -> pages.publicUrl().absolute(PATH + "/" + release.number()))
              .toList();
      throw Problem.of(
              410,
              "Gone",
              "Release " + wanted + " is no longer kept; what it changed is in the feed.")
          .with("kept", kept)
          .with("feed", pages.publicUrl().absolute(FeedAddress.page(wanted, 1)))
          .with("reason", "release");
    }
    return there.orElseThrow(() -> never(number));
  }

  private static Problem never(String number) {
    return Problem.notFound(
        "There never was a release '" + number + "': " + PATH + " lists them all.");
  }

  private void name(Context ctx) {
    String number = ctx.pathParam("n");
    if (!number.matches("[1-9]\\d{0,8}")
        || Integer.parseInt(number) >= changes.releases().nextNumber()) {
      throw never(number);
    }
    ctx.status(303)
        .header(Header.LOCATION, pages.publicUrl().absolute(PATH + "/" + number))
        .header(Header.CACHE_CONTROL, Caching.REVALIDATE);
    // A redirect has no body, and so no type.
    ctx.res().setHeader(Header.CONTENT_TYPE, null);
    ctx.result(new byte[0]);
  }
}
