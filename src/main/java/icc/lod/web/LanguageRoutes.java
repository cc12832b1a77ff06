package icc.lod.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.Header;
import io.javalin.http.SameSite;
import java.util.List;

/**
 * {@code /language?to=uk&back=/path}: where the language links of every page lead. It keeps the
 * choice in a cookie and sends the visitor back.
 *
 * <p>An address with {@code ?lang=} sets no cookie: a link that somebody shared must not change
 * what its reader sees from then on. Neither does a request that another site caused. The way back
 * names the language, so that the choice holds for that page even where cookies are refused.
 */
final class LanguageRoutes implements Routes {
  static final String PATH = "/language";

  private static final int A_YEAR = 365 * 24 * 60 * 60;

  private final PublicUrl publicUrl;
  private final List<String> languages;

  LanguageRoutes(WebSettings settings) {
    this.publicUrl = settings.publicUrl();
    this.languages = settings.languages();
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get(PATH, this::choose);
  }

  private void choose(Context ctx) {
    String language =
        Visitor.siteLanguage(
            String.valueOf(ctx.queryParamAsClass("to", String.class).getOrDefault("")), languages);
    String back = back(ctx);
    String site = String.valueOf(ctx.header("Sec-Fetch-Site"));
    if (!site.equals("cross-site") && !site.equals("same-site")) {
      Cookie cookie = new Cookie(Visitor.COOKIE, language);
      cookie.setPath(publicUrl.prefix() + "/");
      cookie.setMaxAge(A_YEAR);
      cookie.setHttpOnly(true);
      cookie.setSameSite(SameSite.LAX);
      cookie.setSecure(publicUrl.text().startsWith("https:"));
      ctx.cookie(cookie);
    }
    String query = (back.contains("?") ? "&" : "?") + "lang=" + language;
    ctx.status(303).header(Header.LOCATION, publicUrl.absolute(back) + query);
    ctx.header(Header.CACHE_CONTROL, "no-store");
    ctx.res().setHeader(Header.CONTENT_TYPE, null);
    ctx.result(new byte[0]);
  }

  /** A path of this site in ASCII, whatever was asked: never another site's address. */
  private static String back(Context ctx) {
    String asked = ctx.queryParamAsClass("back", String.class).getOrDefault("/");
    return asked.matches("/([!$&-;=?@A-Z_a-z~%]*)") && !asked.startsWith("//") ? asked : "/";
  }
}
