package icc.lod.entity;

import icc.lod.rdf.EntityIri;
import icc.lod.rdf.IriSpace;
import icc.lod.rdf.RdfFormat;
import icc.lod.store.CurrentStore;
import icc.lod.store.Lease;
import icc.lod.view.Addresses;
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
  private final CurrentStore store;
  private final Overviews overviews;
  private final Pages pages;
  private final EntityPages entityPages;
  private final PerRelease<Hubs> hubs =
      new PerRelease<>(lease -> Hubs.of(new Reading(lease.store())));
  private final JsonLdContexts contexts = new JsonLdContexts();
  private final WithdrawnRoutes withdrawn;

  /** Documents about what the current release of a store describes. */
  public EntityRoutes(CurrentStore store, Overviews overviews, Pages pages) {
    this(store, overviews, pages, Withdrawals.unrecorded());
  }

  /** The same, where it is known what releases before described. */
  public EntityRoutes(
      CurrentStore store, Overviews overviews, Pages pages, Withdrawals withdrawals) {
    this.withdrawn = new WithdrawnRoutes(withdrawals, overviews, pages);
    this.store = store;
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
    routes.get("/*", this::thing);
  }

  private void thing(Context ctx) {
    try (Lease lease = store.lease()) {
      Overview overview = overviews.of(lease);
      Reading reading = new Reading(lease.store());
      Finding finding = new Finding(overview, reading, publicUrl());
      String query = Request.of(ctx).query();
      List<EntityIri> candidates = overview.space().candidates(ctx.path(), query);
      Optional<EntityIri> found = finding.first(candidates);
      if (found.isEmpty()) {
        if (!withdrawn.gone(ctx, lease, candidates)) {
          otherSlashOr404(ctx, finding, ctx.path().substring(1));
        }
        return;
      }
      EntityIri iri = found.get();
      List<Triple> marks = reading.about(List.of(iri.node()), List.of(Terms.DEPRECATED));
      if (withdrawn.marked(ctx, lease, iri, finding, marks)) {
        return;
      }
      boolean queryIsOfTheIri = iri.text().contains("?");
      String target = publicUrl().absolute(finding.document(iri));
      ctx.header(Header.LINK, "<" + target + ">; rel=\"describedby\"");
      redirect(ctx, 303, queryIsOfTheIri ? target : withQuery(target, query));
    }
  }

  private void document(Context ctx) {
    Visitor visitor = pages.visitor(ctx);
    try (Lease lease = store.lease()) {
      String release = lease.release().tag();
      IriSpace space = new IriSpace(lease.release().base());
      List<DocumentRequest> ways = DocumentRequest.of(Request.of(ctx), space);
      for (DocumentRequest way : ways) {
        if (way.acceptable() && caching(way, ctx, release, visitor).notModified(ctx)) {
          return;
        }
      }
      Overview overview = overviews.of(lease);
      Reading reading = new Reading(lease.store());
      Finding finding = new Finding(overview, reading, publicUrl());
      for (DocumentRequest way : ways) {
        Optional<EntityIri> found = find(way, ctx, finding, reading);
        Optional<String> page = found.flatMap(overview::page);
        if (page.isPresent()) {
          redirect(ctx, 308, elsewhere(way, Request.of(ctx), page.get()));
          return;
        }
        if (found.isPresent()) {
          answer(ctx, lease, new Asked(way, found.get(), overview, visitor));
          return;
        }
      }
      for (DocumentRequest way : ways) {
        if (withdrawn.gone(ctx, lease, way)) {
          return;
        }
      }
      String path = ctx.path();
      otherSlashOr404(
          ctx, finding, path.substring(Math.min(path.length(), IriSpace.DOCUMENTS.length() + 1)));
    }
  }

  /** A request understood. */
  private record Asked(DocumentRequest way, EntityIri iri, Overview overview, Visitor visitor) {}

  private static Optional<EntityIri> find(
      DocumentRequest way, Context ctx, Finding finding, Reading reading) {
    Optional<EntityIri> described = finding.first(way.candidates());
    if (described.isPresent() || !ctx.path().equals(IriSpace.DOCUMENTS)) {
      return described;
    }
    return way.candidates().stream().filter(iri -> reading.mentions(iri.node())).findFirst();
  }

  private void answer(Context ctx, Lease lease, Asked asked) {
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
    Finding finding = new Finding(overview, reading, publicUrl());
    if (withdrawn.marked(ctx, lease, asked.iri(), finding, description.statements(), way)) {
      return;
    }
    if (!way.acceptable()) {
      throw Problem.notAcceptable(
          Representation.all().stream().map(Representation::mediaType).toList());
    }
    Addresses addresses = Addresses.of(List.of(asked.iri().node()), overview, reading, publicUrl());
    String canonical = publicUrl().absolute(addresses.path(asked.iri()));
    DocumentLinks links =
        new DocumentLinks(
            way,
            asked.iri(),
            description.types(),
            canonical,
            overviews.licence(overview),
            publicUrl(),
            pages::answers);
    Caching caching = caching(way, ctx, lease.release().tag(), asked.visitor());
    if (way.form() instanceof Rdf rdf) {
      Map<String, String> prefixes =
          lease.store().read(data -> new HashMap<>(data.prefixes().getMapping()));
      byte[] body =
          compact(rdf, description, lease)
              .orElseGet(() -> RdfDocument.write(description.graph(), prefixes, rdf.format()));
      ctx.header(Header.LINK, links.header());
      caching.send(ctx, contentType(rdf), body);
    } else {
      page(ctx, lease, asked, new Prepared(description, reading, links, caching));
    }
  }

  private Optional<byte[]> compact(Rdf rdf, Description description, Lease lease) {
    return rdf.format() == RdfFormat.JSON_LD
        ? contexts.document(lease.release(), description.graph(), description.iri().node())
        : Optional.empty();
  }

  /** What is read of the thing itself. */
  private record Prepared(
      Description description, Reading reading, DocumentLinks links, Caching caching) {}

  private void page(Context ctx, Lease lease, Asked asked, Prepared prepared) {
    EntityPages.Material material =
        new EntityPages.Material(
            prepared.description(),
            lease.release(),
            asked.overview(),
            hubs.ready(lease),
            prepared.reading(),
            asked.visitor(),
            prepared.links(),
            IncomingRequest.of(Request.of(ctx)));
    EntityPage entity = entityPages.page(material);
    String about = entity.descriptions().stream().map(Text::value).findFirst().orElse("");
    Map<String, Object> model =
        Map.of("entity", entity, "preview", new Preview(entity.title().value(), about));
    ctx.header(Header.LINK, prepared.links().header());
    pages.send(ctx, asked.visitor(), prepared.caching(), "entity/entity", model);
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

  private void otherSlashOr404(Context ctx, Finding finding, String rawPath) {
    String target =
        finding
            .slashVariant(rawPath)
            .orElseThrow(
                () ->
                    Problem.notFound(
                        "The current release says nothing about this address or IRI."));
    String query = Request.of(ctx).query();
    redirect(ctx, 308, withQuery(publicUrl().absolute(target), query));
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

  private Caching caching(DocumentRequest way, Context ctx, String release, Visitor visitor) {
    return way.caching(Request.of(ctx), release, visitor)
        .at(publicUrl().absolute(way.address(way.form())));
  }

  private PublicUrl publicUrl() {
    return pages.publicUrl();
  }
}
