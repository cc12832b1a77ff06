package icc.lod.past;

import icc.lod.store.CurrentStore;
import icc.lod.store.Release;
import icc.lod.view.Editions;
import icc.lod.view.Mementos;
import icc.lod.view.Overviews;
import icc.lod.view.States;
import icc.lod.web.Caching;
import icc.lod.web.Pages;
import icc.lod.web.Problem;
import icc.lod.web.Request;
import icc.lod.web.Routes;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.Header;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Time gates ({@code /timegate/…}, RFC 7089, section 4) and time maps, and what documents,
 * catalogue and dumps say of their past states. Thread-safe.
 */
public final class PastRoutes implements Routes {
  private static final String GATE = "/timegate";
  private static final Pattern FILE = Pattern.compile("(/releases/[^/]+)?/dumps/[^/]+");
  private static final Set<Integer> WITH_A_BODY = Set.of(200, 206, 304);

  private final Pages pages;
  private final Editions editions;
  private final Originals originals;
  private final TimeMapRoutes timeMaps;

  /**
   * Past states of what the releases of a store hold.
   *
   * @param states what can be told of releases that are not open
   */
  public PastRoutes(CurrentStore store, Overviews overviews, Pages pages, States states) {
    this.pages = pages;
    this.editions = new Editions(store);
    this.originals = new Originals(store, overviews, states);
    this.timeMaps = new TimeMapRoutes(pages, originals);
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.before(this::before);
    routes.after(this::after);
    routes.get(GATE + "/*", this::gate);
    timeMaps.addTo(routes);
  }

  private void gate(Context ctx) {
    go(
        ctx,
        Originals.original(Request.of(ctx), GATE, pages.publicUrl(), String.valueOf(ctx.host())));
  }

  /** Sends on to the state asked for; to the newest when none is. */
  private void go(Context ctx, Request original) {
    ctx.header(Header.VARY, Request.ACCEPT_DATETIME);
    Optional<Instant> instant = Mementos.asked(original);
    Mementos mementos = originals.mementos(original);
    Release chosen =
        instant.flatMap(mementos::at).or(mementos::last).orElseThrow(IllegalStateException::new);
    ctx.status(302).header(Header.LOCATION, pages.publicUrl().absolute(mementos.path(chosen)));
    ctx.header(Header.CACHE_CONTROL, Caching.REVALIDATE);
    ctx.header(Header.LINK, String.join(", ", mementos.links(pages.publicUrl(), chosen)));
    ctx.res().setHeader(Header.CONTENT_TYPE, null);
    ctx.result(new byte[0]);
  }

  /** An original that is asked for a past state; and the files of a release, sent as they come. */
  private void before(Context ctx) {
    Request request = Request.of(ctx);
    boolean asksForPast =
        ctx.method().equals(HandlerType.GET)
            && !request.acceptDatetime().isEmpty()
            && Originals.knows(request.path())
            && !request.path().equals("/sparql");
    if (asksForPast) {
      go(ctx, request);
      ctx.skipRemainingHandlers();
    } else if (FILE.matcher(request.path()).matches()) {
      announce(ctx, request);
    } else if (inside(request).isPresent() && ctx.method().equals(HandlerType.GET)) {
      ctx.header("X-Robots-Tag", "noindex");
    }
  }

  private void after(Context ctx) {
    Request request = Request.of(ctx);
    if (WITH_A_BODY.contains(ctx.statusCode())
        && ctx.method().equals(HandlerType.GET)
        && !ctx.res().isCommitted()
        && !Caching.isReady(ctx)
        && !request.path().endsWith("/sparql")
        && !FILE.matcher(request.path()).matches()
        && ctx.res().getHeader(Mementos.DATETIME) == null) {
      announce(ctx, request);
    }
  }

  private void announce(Context ctx, Request request) {
    try {
      Optional<String> inside = inside(request);
      if (inside.isPresent()) {
        Release release = editions.named(request.path().split("/", 4)[2]);
        Mementos mementos = originals.mementos(request.at(inside.get()));
        ctx.header(Mementos.DATETIME, Mementos.date(release.created()));
        add(ctx, mementos.links(pages.publicUrl(), release));
        ctx.header("X-Robots-Tag", "noindex");
      } else if (Originals.knows(request.path())) {
        add(ctx, new Mementos(request.address(), List.of()).ways(pages.publicUrl()));
      }
    } catch (Problem none) {
      // Headers about an answer are no reason to refuse it.
    }
  }

  private static void add(Context ctx, List<String> links) {
    ctx.res().addHeader(Header.LINK, String.join(", ", links));
  }

  /** The path within a past release, where it has past states. */
  private static Optional<String> inside(Request request) {
    String[] parts = request.path().split("/", 4);
    return parts.length == 4 && parts[1].equals("releases")
        ? Optional.of("/" + parts[3]).filter(Originals::knows)
        : Optional.empty();
  }
}
