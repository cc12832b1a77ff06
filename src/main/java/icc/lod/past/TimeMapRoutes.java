package icc.lod.past;

import icc.lod.past.Originals.Held;
import icc.lod.view.Mementos;
import icc.lod.web.Caching;
import icc.lod.web.Modified;
import icc.lod.web.Negotiation;
import icc.lod.web.Negotiation.Offer;
import icc.lod.web.Pages;
import icc.lod.web.Problem;
import icc.lod.web.PublicUrl;
import icc.lod.web.Request;
import icc.lod.web.Routes;
import icc.lod.web.Visitor;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Time maps at {@code /timemap/…}: what past states an address has, as links, JSON and a page. Its
 * own parameters are {@code as}, {@code map} and {@code lang}; all others are the original's.
 */
final class TimeMapRoutes implements Routes {
  private static final String MAP = "/timemap";
  private static final String JSON_TYPE = "application/json";
  private static final String HTML = "text/html";
  private static final String PLAIN = "https?://[A-Za-z0-9._:\\[\\]-]{1,260}";
  private static final List<String> TYPES = List.of(TimeMap.LINKS, JSON_TYPE, HTML);
  private static final List<Offer<String>> OFFERS =
      List.of(
          new Offer<>(TimeMap.LINKS, TimeMap.LINKS),
          new Offer<>(JSON_TYPE, JSON_TYPE),
          new Offer<>(HTML, HTML),
          new Offer<>("application/xhtml+xml", HTML));

  private final Pages pages;
  private final Originals originals;

  TimeMapRoutes(Pages pages, Originals originals) {
    this.pages = pages;
    this.originals = originals;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get(MAP + "/*", this::map);
  }

  private void map(Context ctx) {
    Request request = Request.of(ctx);
    Optional<String> as = request.parameter("as");
    String type = as.map(TimeMapRoutes::named).orElseGet(() -> best(request));
    Request original =
        Originals.original(stripped(request), MAP, pages.publicUrl(), String.valueOf(ctx.host()));
    Mementos mementos = originals.mementos(original);
    List<Held> held = originals.held(original);
    TimeMap map = new TimeMap(mementos, held, page(request, held.size()));
    Visitor visitor = pages.visitor(ctx);
    boolean html = type.equals(HTML);
    String key =
        held.get(held.size() - 1).release().tag()
            + "-"
            + Integer.toHexString(
                held.stream()
                    .map(one -> one.release().number() + one.digest())
                    .collect(Collectors.joining(" "))
                    .hashCode());
    // Which releases are kept is no matter of the current one.
    Modified.unknown(ctx);
    Caching caching =
        html
            ? visitor.vary(Caching.of(key, "map", pageTag(map), visitor.key()))
            : Caching.of(key, "map", type, pageTag(map), site(ctx).text());
    caching = as.isPresent() ? caching : caching.vary(Header.ACCEPT);
    if (caching.answered(ctx)) {
      return;
    }
    if (html) {
      Map<String, Object> model = Map.of("map", shown(map, visitor));
      pages.send(ctx, visitor, caching, "past/timemap", model);
    } else {
      boolean json = type.equals(JSON_TYPE);
      caching.send(ctx, type, json ? map.json(site(ctx)) : map.links(site(ctx)));
    }
  }

  private static String pageTag(TimeMap map) {
    return map.page() + Integer.toHexString(map.mementos().address().hashCode());
  }

  private static String best(Request request) {
    return Negotiation.best(request.accept(), OFFERS)
        .orElseThrow(() -> Problem.notAcceptable(TYPES));
  }

  private static String named(String name) {
    return switch (name) {
      case "link", TimeMap.LINKS -> TimeMap.LINKS;
      case "json", JSON_TYPE -> JSON_TYPE;
      case "html", HTML -> HTML;
      default ->
          throw Problem.badRequest("There is no format '" + name + "': use link, json or html")
              .with("available", List.of("link", "json", "html"));
    };
  }

  /** The request for the original: without what is asked of the map. */
  private static Request stripped(Request request) {
    String query =
        Arrays.stream(request.query().split("&"))
            .filter(part -> !part.matches("(as|map|lang)=.*"))
            .collect(Collectors.joining("&"));
    return new Request(request.path(), query, request.parameters(), request.accept(), List.of());
  }

  private static int page(Request request, int total) {
    String page = request.parameter("map").orElse("1");
    if (!page.matches("[1-9][0-9]{0,8}")) {
      throw Problem.badRequest("A page is a number from 1 on, not '" + page + "'.");
    }
    int pages = Math.max(1, (total + TimeMap.SIZE - 1) / TimeMap.SIZE);
    if (Integer.parseInt(page) > pages) {
      throw Problem.notFound("This time map has pages 1 to " + pages + ".");
    }
    return Integer.parseInt(page);
  }

  private TimeMapPage shown(TimeMap map, Visitor visitor) {
    PublicUrl site = pages.publicUrl();
    String language = visitor.byAddress() ? "lang=" + visitor.language() : "";
    List<TimeMapPage.Row> rows = new ArrayList<>();
    List<Held> all = map.held();
    for (Held one : map.shown().reversed()) {
      rows.add(
          new TimeMapPage.Row(
              one.release().number(),
              one.release().created().toString().replaceFirst("T(..:..).*", " $1"),
              with(site.path(map.mementos().path(one.release())), language),
              map.changed(one),
              one.equals(all.get(all.size() - 1))));
    }
    return new TimeMapPage(
        map.mementos().address(),
        with(site.path(map.mementos().address()), language),
        all.size(),
        rows,
        other(map, map.page() - 1, language),
        other(map, map.page() + 1, language));
  }

  private String other(TimeMap map, int page, String language) {
    return page < 1 || page > map.pages()
        ? ""
        : with(pages.publicUrl().path(TimeMap.path(map.mementos(), page)), language);
  }

  private static String with(String address, String parameter) {
    return parameter.isEmpty()
        ? address
        : address + (address.contains("?") ? "&" : "?") + parameter;
  }

  /** In a document that stands alone, links do too. */
  private PublicUrl site(Context ctx) {
    String here = ctx.scheme() + "://" + ctx.host();
    PublicUrl publicUrl = pages.publicUrl();
    return publicUrl.text().isEmpty() && here.matches(PLAIN) ? new PublicUrl(here) : publicUrl;
  }
}
