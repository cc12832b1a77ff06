package icc.lod.catalogue;

import icc.lod.rdf.EntityIri;
import icc.lod.rdf.RdfFormat;
import icc.lod.store.Lease;
import icc.lod.view.Edition;
import icc.lod.view.Editions;
import icc.lod.web.Caching;
import icc.lod.web.FileAnswer;
import icc.lod.web.Negotiation;
import icc.lod.web.Pages;
import icc.lod.web.Problem;
import icc.lod.web.PublicUrl;
import icc.lod.web.Request;
import icc.lod.web.Routes;
import icc.lod.web.Visitor;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;

/** The dumps: their list at {@code /dumps/}, each file and its digest below. */
final class DumpRoutes implements Routes {
  /** Where the list is. */
  static final String PATH = "/dumps/";

  private static final String JSON_TYPE = "application/json";
  private static final String DIGEST = ".sha256";

  private final Serving serving;
  private final Pages pages;

  DumpRoutes(Serving serving) {
    this.serving = serving;
    this.pages = serving.pages();
  }

  @Override
  public void addTo(RoutesConfig routes) {
    for (String root : List.of("", Editions.ROUTE)) {
      routes.get(root + "/dumps", this::slash);
      routes.get(root + PATH, this::list);
      routes.get(root + PATH + "{file}", this::file);
    }
  }

  private void slash(Context ctx) {
    try (Edition edition = serving.edition(Request.of(ctx))) {
      String query = edition.request().query();
      String target = within(edition).absolute(PATH);
      ctx.status(308).header(Header.LOCATION, target + (query.isEmpty() ? "" : "?" + query));
      ctx.header(Header.CACHE_CONTROL, Caching.REVALIDATE);
    }
  }

  private PublicUrl within(Edition edition) {
    return edition.within(pages.publicUrl());
  }

  private Site site(Context ctx, Edition edition) {
    return serving.site(edition, ctx.scheme() + "://" + ctx.host());
  }

  private void list(Context ctx) {
    Request request = Request.of(ctx);
    Optional<String> format = request.parameter("format");
    boolean json =
        format.isPresent()
            ? format.get().equals("json") || format.get().equals(JSON_TYPE)
            : Negotiation.best(request.accept(), offers()).filter(JSON_TYPE::equals).isPresent();
    Form form = json ? Form.page(format.isEmpty()) : Form.of(request, "");
    try (Edition edition = serving.edition(request)) {
      Lease lease = edition.lease();
      Site site = site(ctx, edition);
      Holdings holdings = serving.documents().holdings(lease);
      if (json) {
        byte[] body = json(holdings, site);
        send(ctx, edition, form, new Documents.Body(body), JSON_TYPE, "json");
      } else if (form.syntax().isPresent()) {
        RdfFormat syntax = form.syntax().get();
        Documents.Body body =
            serving
                .documents()
                .of(
                    lease,
                    site,
                    "catalogue",
                    syntax,
                    held -> serving.documents().catalogue(lease, site));
        send(ctx, edition, form, body, Form.contentType(syntax), syntax.suffix());
      } else {
        page(ctx, edition, site, form);
      }
    }
  }

  private static List<Negotiation.Offer<String>> offers() {
    List<Negotiation.Offer<String>> offers = new ArrayList<>();
    for (String type : List.of("text/html", "application/xhtml+xml", JSON_TYPE)) {
      offers.add(new Negotiation.Offer<>(type, type));
    }
    for (RdfFormat format : RdfFormat.values()) {
      offers.add(new Negotiation.Offer<>(format.mediaType(), format.mediaType()));
    }
    return offers;
  }

  private void send(
      Context ctx, Edition edition, Form form, Documents.Body body, String type, String suffix) {
    Caching caching =
        edition.data(
            Caching.of(body.tag()).at(within(edition).absolute(PATH + "?format=" + suffix)));
    (form.byAccept() ? caching.vary(Header.ACCEPT) : caching).send(ctx, type, body.bytes());
  }

  private void page(Context ctx, Edition edition, Site site, Form form) {
    Visitor visitor = pages.visitor(ctx);
    Caching caching = Caching.of(edition.pageTag(), "dumps", visitor.key());
    Caching told = form.byAccept() ? caching.vary(Header.ACCEPT) : caching;
    if (visitor.vary(told).answered(ctx)) {
      return;
    }
    Holdings holdings = serving.documents().holdings(edition.lease());
    ctx.header(Header.LINK, "<" + site.address(Names.CATALOGUE) + ">; rel=\"describedby\"");
    Map<String, Object> model =
        Map.of(
            "dumps", DumpsPage.of(holdings, pages, within(edition), visitor),
            "json", within(edition).path(PATH + "?format=json"),
            "catalogue", within(edition).path(Names.CATALOGUE));
    pages.send(ctx, visitor, told, "catalogue/dumps", edition.model(model, pages.publicUrl()));
  }

  private static byte[] json(Holdings holdings, Site site) {
    JsonArray files = new JsonArray();
    for (Dump dump : holdings.dumps()) {
      JsonObject file = new JsonObject();
      file.put("name", dump.name());
      file.put("url", site.address(PATH + dump.name()));
      file.put("contentType", dump.content().mediaType());
      file.put("compression", dump.coding().isEmpty() ? "none" : dump.coding());
      file.put("bytes", dump.bytes());
      file.put("sha256", dump.sha256());
      if (!dump.about().isEmpty()) {
        file.put("about", dump.about());
      }
      files.add(file);
    }
    JsonArray notes = new JsonArray();
    holdings.notes().forEach(notes::add);
    JsonObject list = new JsonObject();
    list.put("release", holdings.release().number());
    list.put("triples", holdings.count("triples"));
    list.put("modified", holdings.dates(holdings.metadata().dataset()).modified());
    list.put("files", files);
    list.put("notes", notes);
    return (JSON.toString(list) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private void file(Context ctx) throws IOException {
    String name = ctx.pathParam("file");
    try (Edition edition = serving.edition(Request.of(ctx))) {
      Holdings holdings = serving.documents().holdings(edition.lease());
      Path folder = ReleaseFiles.dumps(ReleaseFiles.folder(edition.release().folder()));
      // Only names of the list reach the file system.
      Optional<Dump> dump = Dump.named(name, holdings.dumps());
      if (dump.isPresent()) {
        links(ctx, site(ctx, edition), holdings, dump.get());
        answer(folder, dump.get(), holdings.dumps(), control(edition)).send(ctx);
        return;
      }
      String digested =
          name.endsWith(DIGEST) ? name.substring(0, name.length() - DIGEST.length()) : "";
      Dump of =
          Dump.named(digested, holdings.dumps())
              .orElseThrow(
                  () -> Problem.notFound("There is no such dump: see the list at " + PATH + "."));
      byte[] line = (of.sha256() + "  " + of.name() + "\n").getBytes(StandardCharsets.UTF_8);
      Caching.of("digest-" + of.sha256())
          .control(control(edition))
          .send(ctx, "text/plain; charset=utf-8", line);
    }
  }

  /** The files of a past release are what they are for ever. */
  private static String control(Edition edition) {
    return edition.bound() ? Caching.FOREVER : Caching.REVALIDATE;
  }

  private static FileAnswer answer(Path folder, Dump dump, List<Dump> all, String control) {
    Optional<Path> packed =
        dump.coding().isEmpty()
            ? Dump.named(dump.name() + ".gz", all).map(gzip -> folder.resolve(gzip.name()))
            : Optional.empty();
    String type =
        dump.mediaType() + (dump.mediaType().startsWith("text/") ? "; charset=utf-8" : "");
    return new FileAnswer(folder.resolve(dump.name()), packed, type, dump.sha256(), control);
  }

  private static void links(Context ctx, Site site, Holdings holdings, Dump dump) {
    List<String> links = new ArrayList<>();
    links.add("<" + site.address(Names.CATALOGUE) + ">; rel=\"collection\"");
    links.add("<" + site.address(Names.CATALOGUE) + ">; rel=\"describedby\"");
    EntityIri.parse(site.licence())
        .ifPresent(iri -> links.add("<" + iri.ascii() + ">; rel=\"license\""));
    if (dump.content() == Dump.Content.TABLE) {
      links.add(
          "<"
              + site.address(PATH + Tables.METADATA)
              + ">; rel=\"describedby\"; type=\"application/csvm+json\"");
    }
    links.addAll(Linkset.header(site, holdings.metadata().catalogue().getURI()));
    // Past states are linked already.
    ctx.res().addHeader(Header.LINK, String.join(", ", links));
  }
}
