package icc.lod.api;

import icc.lod.web.Caching;
import icc.lod.web.Negotiation;
import icc.lod.web.Negotiation.Offer;
import icc.lod.web.Pages;
import icc.lod.web.Problem;
import icc.lod.web.PublicUrl;
import icc.lod.web.Request;
import icc.lod.web.RouteList;
import icc.lod.web.Routes;
import icc.lod.web.Visitor;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;

/** The description of the service: {@code /openapi.json} and its page {@code /api}. */
public final class ApiRoutes implements Routes {
  private static final String DOCUMENT = "/openapi.json";
  private static final String PAGE = "/api";
  private static final String JSON_TYPE = "application/json";
  private static final List<Offer<Boolean>> OFFERS =
      List.of(
          new Offer<>("text/html", true),
          new Offer<>("application/xhtml+xml", true),
          new Offer<>(JSON_TYPE, false));

  private final Descriptions descriptions = Descriptions.load();
  private final Pages pages;
  private final Samples samples;

  /** The description of whatever server these routes are added to. */
  public ApiRoutes(Pages pages, Samples samples) {
    this.pages = pages;
    this.samples = samples;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get(DOCUMENT, this::document);
    routes.get(PAGE, this::page);
    routes.after("/", this::announce);
  }

  private void document(Context ctx) {
    Visitor visitor = pages.visitor(ctx);
    Samples.OfRelease release = samples.current();
    Caching caching = caching(ctx, visitor, release, "json");
    if (!caching.answered(ctx)) {
      ctx.header(Header.CONTENT_LANGUAGE, visitor.language());
      byte[] body = JSON.toString(filled(ctx, visitor, release)).getBytes(StandardCharsets.UTF_8);
      caching.send(ctx, JSON_TYPE, body);
    }
  }

  private void page(Context ctx) {
    Visitor visitor = pages.visitor(ctx);
    Optional<Boolean> best = Negotiation.best(Request.of(ctx).accept(), OFFERS);
    if (best.isEmpty()) {
      throw Problem.notAcceptable(List.of("text/html", JSON_TYPE));
    }
    ctx.header(
        Header.LINK,
        "<%s>; rel=\"alternate\"; type=\"%s\""
            .formatted(publicUrl().absolute(DOCUMENT), JSON_TYPE));
    Samples.OfRelease release = samples.current();
    Caching caching =
        caching(ctx, visitor, release, best.get() ? "html" : "json").vary(Header.ACCEPT);
    if (caching.answered(ctx)) {
      return;
    }
    JsonObject document = filled(ctx, visitor, release);
    if (best.get()) {
      pages.send(ctx, visitor, caching, "api/api", Map.of("api", ApiPage.of(document)));
    } else {
      byte[] body = JSON.toString(document).getBytes(StandardCharsets.UTF_8);
      caching.at(publicUrl().absolute(DOCUMENT)).send(ctx, JSON_TYPE, body);
    }
  }

  /** RFC 8631: the service's description and documentation. */
  private void announce(Context ctx) {
    if (Caching.isReady(ctx)) {
      return;
    }
    ctx.res()
        .addHeader(
            Header.LINK,
            "<%s>; rel=\"service-desc\"; type=\"%s\", <%s>; rel=\"service-doc\"; type=\"text/html\""
                .formatted(publicUrl().absolute(DOCUMENT), JSON_TYPE, publicUrl().absolute(PAGE)));
  }

  private JsonObject filled(Context ctx, Visitor visitor, Samples.OfRelease release) {
    ApiDocument.Filling filling =
        new ApiDocument.Filling(
            key -> text(visitor, key), release.values(), pages.languages(), origin(ctx));
    return ApiDocument.fill(descriptions.of(RouteList.of(ctx).patterns()), filling);
  }

  /** A key that no message has is answered by itself: such a text is left out. */
  private Optional<String> text(Visitor visitor, String key) {
    return Optional.of(pages.text(visitor, key)).filter(text -> !text.equals(key));
  }

  private Caching caching(Context ctx, Visitor visitor, Samples.OfRelease release, String form) {
    String asked = Integer.toHexString((origin(ctx) + ctx.path()).hashCode());
    Caching caching = Caching.of(release.tag(), "api", asked, form, visitor.language());
    return visitor.vary(caching);
  }

  private String origin(Context ctx) {
    return publicUrl().text().isEmpty() ? ctx.scheme() + "://" + ctx.host() : publicUrl().text();
  }

  private PublicUrl publicUrl() {
    return pages.publicUrl();
  }
}
