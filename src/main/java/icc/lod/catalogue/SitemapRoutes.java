package icc.lod.catalogue;

import icc.lod.store.Lease;
import icc.lod.view.PerRelease;
import icc.lod.web.Caching;
import icc.lod.web.Pages;
import icc.lod.web.Problem;
import icc.lod.web.Routes;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The sitemap (sitemaps.org protocol 0.9) of the documents about our own things, one file or an
 * index of several, and {@code robots.txt} (RFC 9309), which names it.
 */
final class SitemapRoutes implements Routes {
  private static final String XML = "application/xml; charset=utf-8";

  /** Pages that are no documents about a thing, where a feature of this server answers them. */
  private static final List<String> PAGES =
      List.of(
          "/",
          "/browse",
          "/map",
          "/examples",
          "/sparql",
          "/ontology",
          "/link",
          "/lookup",
          "/linksets",
          "/fragments",
          "/api",
          Names.CATALOGUE,
          DumpRoutes.PATH,
          "/releases");

  private final Serving serving;
  private final Pages pages;
  private final List<String> languages;
  private final PerRelease<Sitemap> sitemaps =
      new PerRelease<>(lease -> Sitemap.read(ReleaseFiles.folder(lease.release().folder())));

  /**
   * The sitemap of the current release.
   *
   * @param languages those of the pages
   */
  SitemapRoutes(Serving serving, List<String> languages) {
    this.serving = serving;
    this.pages = serving.pages();
    this.languages = List.copyOf(languages);
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/sitemap.xml", this::sitemap);
    routes.get("/sitemap-{number}.xml", this::part);
    routes.get("/robots.txt", this::robots);
  }

  private void sitemap(Context ctx) throws IOException {
    try (Lease lease = serving.lease()) {
      Sitemap sitemap = sitemaps.of(lease);
      Site site = site(ctx, lease);
      Caching caching = caching(sitemap, site, "all");
      if (caching.answered(ctx)) {
        return;
      }
      if (sitemap.parts() > 1) {
        byte[] index = sitemap.index(site).getBytes(StandardCharsets.UTF_8);
        caching.send(ctx, XML, index);
        return;
      }
      write(ctx, sitemap, site, caching, 1);
    }
  }

  private void part(Context ctx) throws IOException {
    String number = ctx.pathParam("number");
    try (Lease lease = serving.lease()) {
      Sitemap sitemap = sitemaps.of(lease);
      boolean exists =
          number.matches("[1-9][0-9]{0,5}") && Integer.parseInt(number) <= sitemap.parts();
      if (!exists || sitemap.parts() == 1) {
        throw Problem.notFound("There is no such part: see /sitemap.xml.");
      }
      Site site = site(ctx, lease);
      Caching caching = caching(sitemap, site, number);
      if (!caching.answered(ctx)) {
        write(ctx, sitemap, site, caching, Integer.parseInt(number));
      }
    }
  }

  private void write(Context ctx, Sitemap sitemap, Site site, Caching caching, int part)
      throws IOException {
    List<String> answered = PAGES.stream().filter(pages::answers).toList();
    caching.stream(
        ctx, XML, out -> sitemap.write(part, answered, pages::answers, site, languages, out));
  }

  private void robots(Context ctx) {
    try (Lease lease = serving.lease()) {
      String prefix = pages.publicUrl().prefix();
      String text =
          """
          User-agent: *
          Disallow: %1$s/sparql?
          Disallow: %1$s/search?
          Disallow: %1$s/linkset?
          Disallow: %1$s/language?

          Sitemap: %2$s
          """
              .formatted(prefix, site(ctx, lease).address("/sitemap.xml"));
      byte[] body = text.getBytes(StandardCharsets.UTF_8);
      Caching.of(new Documents.Body(body).tag()).send(ctx, "text/plain; charset=utf-8", body);
    }
  }

  private static Caching caching(Sitemap sitemap, Site site, String part) {
    return Caching.of(sitemap.tag(), part, Integer.toHexString(site.origin().hashCode()));
  }

  private Site site(Context ctx, Lease lease) {
    return serving.site(lease, ctx.scheme() + "://" + ctx.host());
  }
}
