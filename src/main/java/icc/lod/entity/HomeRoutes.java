package icc.lod.entity;

import icc.lod.rdf.EntityIri;
import icc.lod.store.CurrentStore;
import icc.lod.store.Lease;
import icc.lod.view.Overview;
import icc.lod.view.Overviews;
import icc.lod.view.PerRelease;
import icc.lod.view.Reading;
import icc.lod.view.Representation;
import icc.lod.view.Representation.Html;
import icc.lod.view.Text;
import icc.lod.web.Caching;
import icc.lod.web.Negotiation;
import icc.lod.web.Pages;
import icc.lod.web.Preview;
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
import java.util.concurrent.ConcurrentHashMap;

/**
 * The home page: what the release is, what it describes, where to go on. The base IRI has the same
 * path, so that who wants RDF there is sent to its document.
 */
public final class HomeRoutes implements Routes {
  private static final int MOST_KEPT = 32;

  private final CurrentStore store;
  private final Overviews overviews;
  private final Pages pages;
  private final HomePages homePages;
  private final PerRelease<Kept> portraits;

  /** The portrait of a release, and what it made for the languages that most ask for. */
  private record Kept(Portrait portrait, Map<String, HomePage> pages) {}

  /** The home page of what a store holds. */
  public HomeRoutes(CurrentStore store, Overviews overviews, Pages pages) {
    this.store = store;
    this.overviews = overviews;
    this.pages = pages;
    this.homePages = new HomePages(pages);
    this.portraits =
        new PerRelease<>(
            lease ->
                new Kept(
                    Portrait.of(lease, overviews.of(lease), pages.publicUrl()),
                    new ConcurrentHashMap<>()));
  }

  /** Makes what the home page of the current release is made from, before somebody asks. */
  public void prepare() {
    try (Lease lease = store.lease()) {
      portraits.of(lease);
    }
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/", this::home);
  }

  private void home(Context ctx) {
    Visitor visitor = pages.visitor(ctx);
    Optional<Representation> best =
        Negotiation.best(Request.of(ctx).accept(), Representation.offers());
    try (Lease lease = store.lease()) {
      if (best.isPresent() && best.get() instanceof Html) {
        page(ctx, visitor, lease);
        return;
      }
      Overview overview = overviews.of(lease);
      Reading reading = new Reading(lease.store());
      Finding finding = new Finding(overview, reading, pages.publicUrl());
      EntityIri base =
          finding
              .first(overview.space().candidates("/", ""))
              .orElseThrow(() -> Problem.notAcceptable(List.of("text/html")));
      String target = pages.publicUrl().absolute(finding.document(base));
      ctx.status(303).header(Header.LOCATION, target).header(Header.VARY, Header.ACCEPT);
    }
  }

  private void page(Context ctx, Visitor visitor, Lease lease) {
    Caching caching =
        visitor.vary(
            Caching.of(lease.release().tag(), "home", visitor.key())
                .decidedBy(lease.release().tag())
                .vary(Header.ACCEPT));
    if (!caching.answered(ctx)) {
      HomePage home = homePage(lease, visitor);
      String title = home.titles().stream().map(Text::value).findFirst().orElse("");
      String about = home.descriptions().stream().map(Text::value).findFirst().orElse("");
      pages.send(
          ctx,
          visitor,
          caching,
          "entity/home",
          Map.of("home", home, "preview", new Preview(title, about)));
    }
  }

  private HomePage homePage(Lease lease, Visitor visitor) {
    Kept kept = portraits.of(lease);
    HomePage known = kept.pages().get(visitor.key());
    if (known != null) {
      return known;
    }
    HomePage made = homePages.page(kept.portrait(), lease.release(), visitor);
    if (kept.pages().size() < MOST_KEPT) {
      kept.pages().put(visitor.key(), made);
    }
    return made;
  }
}
