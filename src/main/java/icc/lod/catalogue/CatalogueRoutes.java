package icc.lod.catalogue;

import icc.lod.rdf.RdfFormat;
import icc.lod.store.Lease;
import icc.lod.view.Edition;
import icc.lod.view.Editions;
import icc.lod.view.Representation;
import icc.lod.web.Caching;
import icc.lod.web.Pages;
import icc.lod.web.Preview;
import icc.lod.web.PublicUrl;
import icc.lod.web.Request;
import icc.lod.web.Routes;
import icc.lod.web.Visitor;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.jena.graph.Graph;

/**
 * The descriptions of what is published: the DCAT-AP catalogue at {@code /catalog}, VoID at {@code
 * /.well-known/void} (RFC 8615; VoID, section 7.2), each as a page and in RDF syntaxes.
 */
public final class CatalogueRoutes implements Routes {
  private final Serving serving;
  private final Pages pages;
  private final List<Routes> others;

  /**
   * All addresses of this feature.
   *
   * @param languages those of the pages
   */
  public CatalogueRoutes(Serving serving, List<String> languages) {
    this.serving = serving;
    this.pages = serving.pages();
    this.others =
        List.of(
            new DumpRoutes(serving),
            new SitemapRoutes(serving, languages),
            new LinksetRoutes(serving));
  }

  @Override
  public void addTo(RoutesConfig routes) {
    String past = Editions.ROUTE + Names.CATALOGUE;
    routes.get(Names.CATALOGUE, ctx -> catalogue(ctx, ""));
    routes.get(past, ctx -> catalogue(ctx, ""));
    others.forEach(other -> other.addTo(routes));
    routes.get(Names.VOID, ctx -> voidDocument(ctx, ""));
    for (Representation form : Representation.all()) {
      String suffix = form.suffix();
      routes.get(Names.CATALOGUE + "." + suffix, ctx -> catalogue(ctx, suffix));
      routes.get(past + "." + suffix, ctx -> catalogue(ctx, suffix));
      routes.get(Names.VOID + "." + suffix, ctx -> voidDocument(ctx, suffix));
    }
  }

  /** A description asked for: at which address, of what, how it is made and which page shows it. */
  private record Asked(
      String path, String name, String query, Form form, Function<Holdings, Graph> making) {
    String address(String suffix) {
      return path + "." + suffix + query;
    }
  }

  private void catalogue(Context ctx, String suffix) {
    try (Edition edition = serving.edition(Request.of(ctx))) {
      Form form = Form.of(edition.request(), suffix);
      Lease lease = edition.lease();
      Site site = site(ctx, edition);
      Holdings holdings = serving.documents().holdings(lease);
      Optional<HydraPages> page =
          HydraPages.of(edition.request(), DcatCatalogue.datasets(holdings).size());
      if (form.syntax().isEmpty()) {
        cataloguePage(ctx, edition, site, form);
        return;
      }
      Asked asked =
          page.map(
                  p ->
                      new Asked(
                          Names.CATALOGUE,
                          "page " + p.number(),
                          "?page=" + p.number(),
                          form,
                          held -> p.graph(held, site)))
              .orElseGet(
                  () ->
                      new Asked(
                          Names.CATALOGUE,
                          "catalogue",
                          "",
                          form,
                          held -> serving.documents().catalogue(lease, site)));
      send(ctx, edition, site, asked, form.syntax().get());
    }
  }

  private void voidDocument(Context ctx, String suffix) {
    Form form = Form.of(Request.of(ctx), suffix);
    try (Edition edition = serving.edition(Request.of(ctx))) {
      Site site = site(ctx, edition);
      if (form.syntax().isEmpty()) {
        voidPage(ctx, edition, site, form);
        return;
      }
      Asked asked = new Asked(Names.VOID, "void", "", form, held -> VoidDescription.of(held, site));
      send(ctx, edition, site, asked, form.syntax().get());
    }
  }

  private void send(Context ctx, Edition edition, Site site, Asked asked, RdfFormat format) {
    Lease lease = edition.lease();
    Documents.Body body = serving.documents().of(lease, site, asked.name(), format, asked.making());
    PublicUrl within = edition.within(pages.publicUrl());
    Caching caching =
        edition.data(Caching.of(body.tag()).at(within.absolute(asked.address(format.suffix()))));
    if (asked.form().byAccept()) {
      caching = caching.vary(Header.ACCEPT);
    }
    Holdings holdings = serving.documents().holdings(lease);
    ctx.header(Header.LINK, links(site, asked.path(), iri(holdings, asked.path())));
    caching.send(ctx, Form.contentType(format), body.bytes());
  }

  /** The document's forms, its link set, its licence (RFC 8288). */
  private static String links(Site site, String path, String iri) {
    StringBuilder links = new StringBuilder();
    links.append('<').append(site.origin()).append(path).append(">; rel=\"canonical\"");
    for (RdfFormat format : RdfFormat.values()) {
      links
          .append(", <")
          .append(site.address(path + "." + format.suffix()))
          .append(">; rel=\"alternate\"; type=\"")
          .append(format.mediaType())
          .append('"');
    }
    Linkset.header(site, iri).forEach(link -> links.append(", ").append(link));
    return links.toString();
  }

  /** What the document at a path is the description of. */
  private static String iri(Holdings holdings, String path) {
    return path.equals(Names.CATALOGUE)
        ? holdings.metadata().catalogue().getURI()
        : holdings.names().voidDocument().getURI();
  }

  private void cataloguePage(Context ctx, Edition edition, Site site, Form form) {
    Visitor visitor = pages.visitor(ctx);
    PublicUrl within = edition.within(pages.publicUrl());
    Caching caching =
        page(edition, site, "catalogue", visitor, form)
            .at(within.absolute(Names.CATALOGUE + ".html"));
    if (visitor.vary(caching).answered(ctx)) {
      return;
    }
    Holdings holdings = serving.documents().holdings(edition.lease());
    Graph graph = serving.documents().catalogue(edition.lease(), site);
    CataloguePage page = CataloguePages.page(holdings, graph, site, pages, within, visitor);
    ctx.header(Header.LINK, links(site, Names.CATALOGUE, iri(holdings, Names.CATALOGUE)));
    String about = page.descriptions().isEmpty() ? "" : page.descriptions().get(0).value();
    Map<String, Object> model =
        Map.of(
            "catalogue",
            page,
            "files",
            within.path(DumpRoutes.PATH),
            "preview",
            new Preview(page.title().value(), about));
    pages.send(
        ctx, visitor, caching, "catalogue/catalogue", edition.model(model, pages.publicUrl()));
  }

  private void voidPage(Context ctx, Edition edition, Site site, Form form) {
    Visitor visitor = pages.visitor(ctx);
    Caching caching =
        page(edition, site, "void", visitor, form)
            .at(pages.publicUrl().absolute(Names.VOID + ".html"));
    if (visitor.vary(caching).answered(ctx)) {
      return;
    }
    Holdings holdings = serving.documents().holdings(edition.lease());
    VoidPage page = VoidPage.of(holdings, visitor);
    ctx.header(Header.LINK, links(site, Names.VOID, iri(holdings, Names.VOID)));
    pages.send(ctx, visitor, caching, "catalogue/void", Map.of("counts", page, "forms", forms()));
  }

  private List<CataloguePage.Link> forms() {
    return List.of(RdfFormat.values()).stream()
        .map(
            format ->
                new CataloguePage.Link(
                    icc.lod.view.Text.plain(
                        format == RdfFormat.JSON_LD ? "JSON-LD" : format.lang().getLabel()),
                    pages.publicUrl().path(Names.VOID + "." + format.suffix())))
        .toList();
  }

  private static Caching page(Edition edition, Site site, String name, Visitor visitor, Form form) {
    String origin = Integer.toHexString(site.key().hashCode());
    Caching caching = Caching.of(edition.pageTag(), name, origin, visitor.key());
    return form.byAccept() ? caching.vary(Header.ACCEPT) : caching;
  }

  private Site site(Context ctx, Edition edition) {
    return serving.site(edition, ctx.scheme() + "://" + ctx.host());
  }
}
