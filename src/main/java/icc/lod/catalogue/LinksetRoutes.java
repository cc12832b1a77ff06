package icc.lod.catalogue;

import icc.lod.rdf.EntityIri;
import icc.lod.rdf.IriSpace;
import icc.lod.store.Lease;
import icc.lod.view.Addresses;
import icc.lod.view.Overview;
import icc.lod.view.Reading;
import icc.lod.web.Caching;
import icc.lod.web.Negotiation;
import icc.lod.web.Negotiation.Offer;
import icc.lod.web.Problem;
import icc.lod.web.PublicUrl;
import icc.lod.web.Request;
import icc.lod.web.Routes;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;

/**
 * The link set of anything that has a document here, at {@code /linkset?iri=} (RFC 9264): of a
 * thing, a data set, the catalogue, the VoID document.
 */
final class LinksetRoutes implements Routes {
  static final String PATH = "/linkset";

  private static final String LINK_SETS = "/linksets";

  private static final List<Offer<String>> OFFERS =
      List.of(
          new Offer<>(Linkset.TEXT, Linkset.TEXT),
          new Offer<>(Linkset.JSON_TYPE, Linkset.JSON_TYPE),
          new Offer<>("application/json", Linkset.JSON_TYPE));

  private final Serving serving;

  LinksetRoutes(Serving serving) {
    this.serving = serving;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get(PATH, this::linkset);
  }

  /** An IRI as the value of a parameter. */
  static String encoded(String iri) {
    String parameterised = IriSpace.parameterised(new EntityIri(iri));
    return parameterised.substring(parameterised.indexOf('=') + 1);
  }

  private void linkset(Context ctx) {
    Request request = Request.of(ctx);
    Optional<String> text = request.parameter("iri");
    if (text.isEmpty() && serving.pages().answers(LINK_SETS)) {
      // The links to others, of all things, have addresses of their own.
      ctx.status(303).header(Header.LOCATION, serving.pages().publicUrl().absolute(LINK_SETS));
      return;
    }
    EntityIri iri =
        text.flatMap(EntityIri::parse)
            .orElseThrow(
                () ->
                    Problem.badRequest(
                        text.isEmpty()
                            ? "Say of what: /linkset?iri=https://…"
                            : "Not an absolute IRI: " + text.get()));
    Optional<String> format = request.parameter("format");
    String type = type(request, format);
    try (Lease lease = serving.lease()) {
      Site site = serving.site(lease, ctx.scheme() + "://" + ctx.host());
      Linkset links = links(iri, lease, site);
      Documents.Body body =
          new Documents.Body(type.equals(Linkset.TEXT) ? links.text() : links.json());
      Caching caching = Caching.of(body.tag());
      (format.isEmpty() ? caching.vary(Header.ACCEPT) : caching).send(ctx, type, body.bytes());
    }
  }

  private static String type(Request request, Optional<String> format) {
    if (format.isEmpty()) {
      return Negotiation.best(request.accept(), OFFERS)
          .orElseThrow(() -> Problem.notAcceptable(List.of(Linkset.TEXT, Linkset.JSON_TYPE)));
    }
    return switch (format.get()) {
      case "json", Linkset.JSON_TYPE -> Linkset.JSON_TYPE;
      case "linkset", "text", Linkset.TEXT -> Linkset.TEXT;
      default ->
          throw Problem.badRequest(
                  "There is no format '" + format.get() + "': use one of [json, linkset]")
              .with("available", List.of("json", "linkset"));
    };
  }

  private Linkset links(EntityIri iri, Lease lease, Site site) {
    Holdings holdings = serving.documents().holdings(lease);
    String catalogue = holdings.metadata().catalogue().getURI();
    if (iri.text().equals(catalogue)) {
      return Signposts.catalogue(holdings, site);
    }
    if (iri.text().equals(holdings.names().voidDocument().getURI())) {
      return Signposts.voidDocument(holdings, site);
    }
    Overview overview = serving.overviews().of(lease);
    Reading reading = new Reading(lease.store());
    Node node = iri.node();
    boolean dataset = DcatCatalogue.datasets(holdings).contains(node);
    boolean described = !reading.described(List.of(node)).isEmpty();
    if (!described && overview.terms(iri).isEmpty() && !reading.mentions(node)) {
      if (dataset) {
        return Signposts.catalogue(holdings, site);
      }
      throw Problem.notFound("The current release says nothing about this IRI.");
    }
    Addresses addresses =
        Addresses.of(List.of(node), overview, reading, new PublicUrl(site.origin()));
    return Signposts.thing(iri, addresses.path(iri), reading, holdings, site);
  }
}
