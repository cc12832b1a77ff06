package icc.lod.entity;

import icc.lod.rdf.EntityIri;
import icc.lod.rdf.IriSpace;
import icc.lod.rdf.RdfFormat;
import icc.lod.store.CurrentStore;
import icc.lod.store.Lease;
import icc.lod.view.Addresses;
import icc.lod.view.Edition;
import icc.lod.view.Editions;
import icc.lod.view.Hubs;
import icc.lod.view.JsonLdContexts;
import icc.lod.view.Overview;
import icc.lod.view.Overviews;
import icc.lod.view.PerRelease;
import icc.lod.view.RdfDocument;
import icc.lod.view.Reading;
import icc.lod.view.Representation;
import icc.lod.view.Representation.Html;
import icc.lod.view.Representation.Rdf;
import icc.lod.view.Terms;
import icc.lod.view.Text;
import icc.lod.web.Caching;
import icc.lod.web.Pages;
import icc.lod.web.Preview;
import icc.lod.web.Problem;
import icc.lod.web.PublicUrl;
import icc.lod.web.Request;
import icc.lod.web.Routes;
import icc.lod.web.Visitor;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.graph.Triple;

/**
 * Things and the documents about them (Cool URIs for the Semantic Web): an IRI of the release
 * answers at its own path with 303, its document at {@code /doc/…} in the form asked for.
 *
 * <p>Has a catch-all, so that it must be the last of a server's routes.
 */
public final class EntityRoutes implements Routes {
  private static final int LONGEST_ADDRESS = 8_000;

  private final CurrentStore store;
  private final Editions editions;
  private final Overviews overviews;
  private final Pages pages;
  private final EntityPages entityPages;
  private final PerRelease<Hubs> hubs =
      new PerRelease<>(lease -> Hubs.of(new Reading(lease.store())));
  private final JsonLdContexts contexts = new JsonLdContexts();
  private final WithdrawnRoutes withdrawn;

  /** Documents about what the releases of a store describe. */
  public EntityRoutes(CurrentStore store, Overviews overviews, Pages pages) {
    this(store, overviews, pages, Withdrawals.unrecorded());
  }

  /** The same, where it is known what releases before described. */
  public EntityRoutes(
      CurrentStore store, Overviews overviews, Pages pages, Withdrawals withdrawals) {
    this.withdrawn = new WithdrawnRoutes(withdrawals, overviews, pages);
    this.store = store;
    this.editions = new Editions(store);
    this.overviews = overviews;
    this.pages = pages;
    this.entityPages = new EntityPages(pages);
  }

  /** Counts what is linked most in the current release; until then it is counted when asked for. */
  public void prepare() {
    try (Lease lease = store.lease()) {
      hubs.of(lease);
    }
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get(IriSpace.DOCUMENTS, this::document);
    routes.get(IriSpace.DOCUMENTS + "/*", this::document);
    routes.get(Editions.ROUTE + IriSpace.DOCUMENTS, this::document);
    routes.get(Editions.ROUTE + IriSpace.DOCUMENTS + "/*", this::document);
    routes.get("/*", this::thing);
  }

  private void thing(Context ctx) {
    checkLength(ctx);
    try (Edition edition = editions.current(Request.of(ctx))) {
      Overview overview = overviews.of(edition.lease());
      Reading reading = new Reading(edition.lease().store());
      Finding finding = new Finding(overview, reading, publicUrl());
      String query = Request.of(ctx).query();
      List<EntityIri> candidates = overview.space().candidates(ctx.path(), query);
      Optional<EntityIri> found = finding.first(candidates);
      if (found.isEmpty()) {
        if (!withdrawn.gone(ctx, edition.lease(), candidates)) {
          otherSlashOr404(ctx, edition, finding, ctx.path().substring(1));
        }
        return;
      }
      EntityIri iri = found.get();
      List<Triple> marks = reading.about(List.of(iri.node()), List.of(Terms.DEPRECATED));
      if (withdrawn.marked(ctx, edition.lease(), iri, finding, marks)) {
        return;
      }
      boolean queryIsOfTheIri = iri.text().contains("?");
      String target = publicUrl().absolute(finding.document(iri));
      ctx.header(Header.LINK, "<" + target + ">; rel=\"describedby\"");
      redirect(ctx, 303, queryIsOfTheIri ? target : withQuery(target, query));
    }
  }

  /** What the answer's headers repeat must fit into them. */
  private static void checkLength(Context ctx) {
    if (Request.of(ctx).address().length() > LONGEST_ADDRESS) {
      throw Problem.of(414, "URI too long", "No document has an address as long as this one.");
    }
  }

  private void document(Context ctx) {
    checkLength(ctx);
    Visitor visitor = pages.visitor(ctx);
    try (Edition edition = editions.of(Request.of(ctx))) {
      IriSpace space = new IriSpace(edition.release().base());
      List<DocumentRequest> ways = DocumentRequest.of(edition.request(), space);
      for (DocumentRequest way : ways) {
        if (way.acceptable() && caching(way, edition, visitor).answered(ctx)) {
          return;
        }
      }
      Overview overview = overviews.of(edition.lease());
      Reading reading = new Reading(edition.lease().store());
      Finding finding = new Finding(overview, reading, edition.within(publicUrl()));
      String path = edition.request().path();
      for (DocumentRequest way : ways) {
        Optional<EntityIri> found = find(way, path, finding, reading);
        // The pages of the vocabulary are those of the current release.
        Optional<String> page = edition.bound() ? Optional.empty() : found.flatMap(overview::page);
        if (page.isPresent()) {
          redirect(ctx, 308, elsewhere(way, edition.request(), page.get()));
          return;
        }
        if (found.isPresent()) {
          answer(ctx, edition, new Asked(way, found.get(), overview, visitor));
          return;
        }
      }
      for (DocumentRequest way : ways) {
        if (withdrawn.gone(ctx, edition.lease(), way)) {
          return;
        }
      }
      otherSlashOr404(
          ctx,
          edition,
          finding,
          path.substring(Math.min(path.length(), IriSpace.DOCUMENTS.length() + 1)));
    }
  }

  /** A request understood. */
  private record Asked(DocumentRequest way, EntityIri iri, Overview overview, Visitor visitor) {}

  private static Optional<EntityIri> find(
      DocumentRequest way, String path, Finding finding, Reading reading) {
    Optional<EntityIri> described = finding.first(way.candidates());
    if (described.isPresent() || !path.equals(IriSpace.DOCUMENTS)) {
      return described;
    }
    return way.candidates().stream().filter(iri -> reading.mentions(iri.node())).findFirst();
  }

  private void answer(Context ctx, Edition edition, Asked asked) {
    Lease lease = edition.lease();
    Overview overview = asked.overview();
    Reading reading = new Reading(lease.store());
    DocumentRequest way = settled(asked, reading);
    List<EntityIri> terms = overview.terms(asked.iri());
    boolean page = way.form() instanceof Html;
    boolean tooMany = page && terms.size() > Addresses.MOST_ANCHORS;
    Description description =
        page
            ? Description.read(asked.iri(), tooMany ? List.of() : terms, reading)
            : Description.withLabels(asked.iri(), terms, reading);
    PublicUrl within = edition.within(publicUrl());
    Finding finding = new Finding(overview, reading, within);
    if (withdrawn.marked(ctx, lease, asked.iri(), finding, description.statements(), way)) {
      return;
    }
    if (!way.acceptable()) {
      throw Problem.notAcceptable(
          Representation.all().stream().map(Representation::mediaType).toList());
    }
    Addresses addresses = Addresses.of(List.of(asked.iri().node()), overview, reading, within);
    DocumentLinks links = links(way, edition, asked, description, addresses);
    Caching caching = caching(way, edition, asked.visitor());
    if (way.form() instanceof Rdf rdf) {
      Map<String, String> prefixes =
          lease.store().read(data -> new HashMap<>(data.prefixes().getMapping()));
      byte[] body =
          compact(rdf, description, lease)
              .orElseGet(() -> RdfDocument.write(description.graph(), prefixes, rdf.format()));
      ctx.header(Header.LINK, links.header());
      caching.send(ctx, contentType(rdf), body);
    } else {
      page(ctx, edition, asked, new Prepared(description, reading, links, caching));
    }
  }

  private DocumentLinks links(
      DocumentRequest way,
      Edition edition,
      Asked asked,
      Description description,
      Addresses addresses) {
    return new DocumentLinks(
        way,
        asked.iri(),
        description.types(),
        publicUrl().absolute(addresses.path(asked.iri())),
        overviews.licence(asked.overview()),
        edition.within(publicUrl()),
        // Link sets are of the current release.
        path -> pages.answers(path) && !(edition.bound() && path.equals("/linkset")));
  }

  private Optional<byte[]> compact(Rdf rdf, Description description, Lease lease) {
    return rdf.format() == RdfFormat.JSON_LD
        ? contexts.document(lease.release(), description.graph(), description.iri().node())
        : Optional.empty();
  }

  /** What is read of the thing itself. */
  private record Prepared(
      Description description, Reading reading, DocumentLinks links, Caching caching) {}

  private void page(Context ctx, Edition edition, Asked asked, Prepared prepared) {
    EntityPages.Material material =
        new EntityPages.Material(
            prepared.description(),
            edition.release(),
            asked.overview(),
            hubs.ready(edition.lease()),
            prepared.reading(),
            asked.visitor(),
            prepared.links(),
            IncomingRequest.of(edition.request()));
    EntityPage entity = entityPages.page(material);
    String about = entity.descriptions().stream().map(Text::value).findFirst().orElse("");
    Map<String, Object> model =
        Map.of("entity", entity, "preview", new Preview(entity.title().value(), about));
    ctx.header(Header.LINK, prepared.links().header());
    pages.send(
        ctx,
        asked.visitor(),
        prepared.caching(),
        "entity/entity",
        edition.model(model, publicUrl()));
  }

  private static DocumentRequest settled(Asked asked, Reading reading) {
    DocumentRequest way = asked.way();
    List<EntityIri> rivals = way.suffixRivals(asked.overview().space());
    return reading.described(rivals.stream().map(EntityIri::node).toList()).isEmpty()
        ? way
        : way.withoutSuffixes();
  }

  /** Text types have another default; the others are UTF-8 by definition or say so themselves. */
  static String contentType(Rdf rdf) {
    String type = rdf.format().mediaType();
    return type.startsWith("text/") ? type + "; charset=utf-8" : type;
  }

  /** The same form of a document that has a page of its own. */
  private String elsewhere(DocumentRequest way, Request request, String page) {
    String suffix = "." + way.form().suffix();
    boolean bySuffix = !request.path().equals(way.address()) && request.path().endsWith(suffix);
    String query =
        Arrays.stream(request.query().split("&"))
            .filter(part -> !part.startsWith("iri="))
            .collect(Collectors.joining("&"));
    return withQuery(publicUrl().absolute(bySuffix ? page + suffix : page), query);
  }

  private void otherSlashOr404(Context ctx, Edition edition, Finding finding, String rawPath) {
    String target =
        finding
            .slashVariant(rawPath)
            .orElseThrow(
                () ->
                    Problem.notFound(
                        (edition.bound()
                                ? "Release " + edition.release().number()
                                : "The current release")
                            + " says nothing about this address or IRI."));
    String query = edition.request().query();
    redirect(ctx, 308, withQuery(edition.within(publicUrl()).absolute(target), query));
  }

  private static String withQuery(String target, String query) {
    return query.isEmpty() ? target : target + (target.contains("?") ? "&" : "?") + query;
  }

  private static void redirect(Context ctx, int status, String target) {
    ctx.status(status).header(Header.LOCATION, target);
    ctx.header(Header.CACHE_CONTROL, Caching.REVALIDATE);
    ctx.res().setHeader(Header.CONTENT_TYPE, null);
    ctx.result(new byte[0]);
  }

  private Caching caching(DocumentRequest way, Edition edition, Visitor visitor) {
    boolean page = way.form() instanceof Html;
    String tag = page ? edition.pageTag() : edition.release().tag();
    Caching caching =
        way.caching(edition.request(), tag, visitor)
            .at(edition.within(publicUrl()).absolute(way.address(way.form())));
    Caching told = page ? caching : edition.data(caching);
    // Which releases are kept decides about those of the past, too.
    return edition.bound() ? told : told.decidedBy(edition.release().tag());
  }

  private PublicUrl publicUrl() {
    return pages.publicUrl();
  }
}
