package icc.lod.search;

import icc.lod.store.Lease;
import icc.lod.view.Overviews;
import icc.lod.web.Caching;
import icc.lod.web.Pages;
import icc.lod.web.Problem;
import icc.lod.web.Request;
import icc.lod.web.Routes;
import icc.lod.web.Visitor;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Browsing: the kinds of things, and each kind narrowed down by its facets, as page and as data.
 */
public final class BrowseRoutes implements Routes {
  private static final String PATH = "/browse";

  /** Parameters that are no facets. */
  static final Set<String> SCALARS = Set.of("sort", "page", "format", "lang");

  private final FacetIndexes indexes;
  private final Overviews overviews;
  private final Pages pages;

  /** Browsing of what these indexes hold. */
  public BrowseRoutes(FacetIndexes indexes, Overviews overviews, Pages pages) {
    this.indexes = indexes;
    this.overviews = overviews;
    this.pages = pages;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get(PATH, this::kinds);
    routes.get(PATH + "/{kind}", this::kind);
  }

  private void kinds(Context ctx) {
    Request request = Request.of(ctx);
    Visitor visitor = pages.visitor(ctx);
    BrowseRequest.only(request, Set.of("format", "lang"));
    BrowseFormat.of(request, List.of(BrowseFormat.HTML));
    try (Lease lease = indexes.store().lease()) {
      Caching caching =
          visitor.vary(
              negotiated(Caching.of(lease.release().tag(), "kinds", visitor.key()), request)
                  .decidedBy(lease.release().tag()));
      if (!caching.answered(ctx)) {
        BrowseKinds page =
            BrowseKinds.of(
                indexes.of(lease), visitor, pages.publicUrl(), BrowseRequest.language(request));
        String canonical = pages.publicUrl().absolute(PATH);
        ctx.header(Header.LINK, "<" + canonical + ">; rel=\"canonical\"");
        pages.send(
            ctx, visitor, caching, "search/kinds", Map.of("kinds", page, "canonical", canonical));
      }
    }
  }

  private void kind(Context ctx) {
    Request request = Request.of(ctx);
    Visitor visitor = pages.visitor(ctx);
    try (Lease lease = indexes.store().lease()) {
      FacetIndex index = indexes.of(lease);
      String slug = ctx.pathParam("kind");
      Kind kind = index.kind(slug).orElseThrow(() -> unknown(slug));
      BrowseRequest asked = BrowseRequest.read(request, index.of(kind), SCALARS);
      BrowseFormat format = BrowseFormat.of(request, BrowseFormat.all());
      BrowseAddress address =
          new BrowseAddress(
              PATH + "/" + kind.slug(), "", BrowseRequest.language(request), pages.publicUrl());
      String state = address.canonical(asked.selection(), asked.sort(), asked.page());
      Caching caching =
          negotiated(
                  Caching.of(
                      lease.release().tag(),
                      Integer.toHexString(state.hashCode()),
                      format.suffix(),
                      format.named() ? visitor.key() : ""),
                  request)
              .decidedBy(lease.release().tag());
      caching = format.named() ? visitor.vary(caching) : caching;
      if (!caching.answered(ctx)) {
        BrowseSite site = BrowseSite.of(lease, indexes, overviews, pages, visitor);
        answer(ctx, site, asked, address, format, caching);
      }
    }
  }

  private void answer(
      Context ctx,
      BrowseSite site,
      BrowseRequest asked,
      BrowseAddress address,
      BrowseFormat format,
      Caching caching) {
    if (format == BrowseFormat.HTML) {
      BrowsePage page = new BrowsePages(site, asked, address).page();
      ctx.header(Header.LINK, "<" + page.canonical() + ">; rel=\"canonical\"");
      pages.send(ctx, site.visitor(), caching, "search/browse", Map.of("browse", page));
      return;
    }
    long total = asked.selection().things().getLongCardinality();
    long count = BrowseFiles.pages(total, asked.page());
    byte[] body = new BrowseFiles(site, asked).bytes(format);
    ctx.header(Header.LINK, links(asked, address, format, count));
    caching
        .at(address.format(asked.selection(), asked.sort(), format, asked.page()))
        .send(ctx, format.contentType(), body);
  }

  private static String links(
      BrowseRequest asked, BrowseAddress address, BrowseFormat format, long count) {
    List<String> links = new ArrayList<>();
    links.add("<" + address.canonical(asked.selection(), asked.sort(), 0) + ">; rel=\"canonical\"");
    BrowseFiles.links(asked.page(), count)
        .forEach(
            (relation, page) ->
                links.add(
                    "<"
                        + address.format(asked.selection(), asked.sort(), format, page)
                        + ">; rel=\""
                        + relation
                        + "\""));
    return String.join(", ", links);
  }

  /** The same with the request field that chose the format. */
  static Caching negotiated(Caching caching, Request request) {
    return request.parameter("format").isPresent() ? caching : caching.vary(Header.ACCEPT);
  }

  static Problem unknown(String slug) {
    return Problem.notFound(
        "There is no kind '" + BrowseRequest.shown(slug) + "': /browse lists all there are.");
  }
}
