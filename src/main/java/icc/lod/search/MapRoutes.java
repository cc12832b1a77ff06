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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The map of all things with a position, and the same as GeoJSON (RFC 7946). */
public final class MapRoutes implements Routes {
  private static final String MAP = "/map";
  private static final String PLACES = "/places.geojson";

  private final FacetIndexes indexes;
  private final Overviews overviews;
  private final Pages pages;

  /** A map of what these indexes hold. */
  public MapRoutes(FacetIndexes indexes, Overviews overviews, Pages pages) {
    this.indexes = indexes;
    this.overviews = overviews;
    this.pages = pages;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get(MAP, this::map);
    routes.get(PLACES, this::places);
  }

  private void map(Context ctx) {
    Request request = Request.of(ctx);
    Visitor visitor = pages.visitor(ctx);
    BrowseFormat.of(request, List.of(BrowseFormat.HTML));
    try (Lease lease = indexes.store().lease()) {
      Optional<BrowseRequest> kind = kind(request, indexes.of(lease), Set.of());
      BrowseAddress address = address(MAP, kind, request);
      Caching caching = caching("map", lease, request, visitor);
      if (caching.answered(ctx)) {
        return;
      }
      BrowseSite site = BrowseSite.of(lease, indexes, overviews, pages, visitor);
      MapPlaces places = places(site.index(), kind, MapBounds.WORLD, visitor);
      MapPage page = new MapPages(site, kind, address, BrowseRequest.page(request)).page(places);
      ctx.header(Header.LINK, "<" + page.canonical() + ">; rel=\"canonical\"");
      pages.send(ctx, visitor, caching, "search/places", Map.of("map", page));
    }
  }

  private void places(Context ctx) {
    Request request = Request.of(ctx);
    Visitor visitor = pages.visitor(ctx);
    BrowseFormat format = BrowseFormat.of(request, List.of(BrowseFormat.GEO_JSON));
    MapBounds bounds = MapBounds.of(request);
    long page = BrowseRequest.page(request);
    try (Lease lease = indexes.store().lease()) {
      Optional<BrowseRequest> kind = kind(request, indexes.of(lease), Set.of("bbox"));
      Caching caching = caching("places", lease, request, visitor);
      if (caching.answered(ctx)) {
        return;
      }
      BrowseSite site = BrowseSite.of(lease, indexes, overviews, pages, visitor);
      MapPlaces places = places(site.index(), kind, bounds, visitor);
      long count = BrowseFiles.pages(places.total(), page);
      PlacesJson json = new PlacesJson(site);
      places
          .slice((Math.max(1, page) - 1) * BrowseFiles.MOST, BrowseFiles.MOST)
          .forEach(slice -> json.things(slice.index(), slice.ids()));
      if (page > 0 && page < count) {
        ctx.header(Header.LINK, "<" + next(request, page + 1) + ">; rel=\"next\"");
      }
      caching.send(ctx, format.contentType(), json.bytes());
    }
  }

  /** The same request for another page. */
  private String next(Request request, long page) {
    String query = request.query().replaceAll("(^|&)page=[^&]*", "");
    String separator = query.isEmpty() || query.startsWith("&") ? "" : "&";
    return pages.publicUrl().absolute(PLACES + "?page=" + page + separator + query);
  }

  private static MapPlaces places(
      FacetIndex index, Optional<BrowseRequest> kind, MapBounds bounds, Visitor visitor) {
    return kind.map(k -> MapPlaces.of(k.selection(), bounds, visitor.language()))
        .orElseGet(() -> MapPlaces.all(index, bounds, visitor.language()));
  }

  /**
   * What is asked of a kind, if one is named.
   *
   * @throws Problem 404 for a kind that does not exist or has no places
   */
  private static Optional<BrowseRequest> kind(Request request, FacetIndex index, Set<String> more) {
    Set<String> others = new HashSet<>(Set.of("kind", "page", "format", "lang"));
    others.addAll(more);
    Optional<String> slug = BrowseRequest.one(request, "kind");
    if (slug.isEmpty()) {
      BrowseRequest.only(request, others);
      return Optional.empty();
    }
    Kind kind = index.kind(slug.get()).orElseThrow(() -> BrowseRoutes.unknown(slug.get()));
    if (kind.places() == 0) {
      throw Problem.notFound("Nothing of the kind '" + kind.slug() + "' has a position.");
    }
    return Optional.of(BrowseRequest.read(request, index.of(kind), others));
  }

  private BrowseAddress address(String path, Optional<BrowseRequest> kind, Request request) {
    String slug = kind.map(k -> k.selection().index().kind().slug()).orElse("");
    return new BrowseAddress(path, slug, BrowseRequest.language(request), pages.publicUrl());
  }

  private static Caching caching(String what, Lease lease, Request request, Visitor visitor) {
    String asked = Integer.toHexString(request.query().hashCode());
    Caching caching =
        Caching.of(lease.release().tag(), what, asked, visitor.key())
            .decidedBy(lease.release().tag());
    return visitor.vary(BrowseRoutes.negotiated(caching, request));
  }
}
