package icc.lod.entity;

import icc.lod.entity.HomePage.ClassCount;
import icc.lod.rdf.EntityIri;
import icc.lod.store.CurrentStore;
import icc.lod.store.Lease;
import icc.lod.view.Addresses;
import icc.lod.view.Labels;
import icc.lod.view.Overview;
import icc.lod.view.Overviews;
import icc.lod.view.Reading;
import icc.lod.view.Representation;
import icc.lod.view.Representation.Html;
import icc.lod.view.Terms;
import icc.lod.web.Caching;
import icc.lod.web.Negotiation;
import icc.lod.web.Pages;
import icc.lod.web.Problem;
import icc.lod.web.Request;
import icc.lod.web.Routes;
import icc.lod.web.Visitor;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;

/**
 * The home page: what the release is, what it describes, where to go on. The base IRI has the same
 * path, so that who wants RDF there is sent to its document.
 */
public final class HomeRoutes implements Routes {
  private final CurrentStore store;
  private final Overviews overviews;
  private final Pages pages;

  /** The home page of what a store holds. */
  public HomeRoutes(CurrentStore store, Overviews overviews, Pages pages) {
    this.store = store;
    this.overviews = overviews;
    this.pages = pages;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/", this::home);
  }

  private void home(Context ctx) {
    Visitor visitor = pages.visitor(ctx);
    Optional<Representation> best =
        Negotiation.best(Request.of(ctx).accept(), Representation.offers());
    try (Lease lease = store.lease()) {
      if (best.isPresent() && best.get() instanceof Html) {
        page(ctx, visitor, lease);
        return;
      }
      Overview overview = overviews.of(lease);
      Reading reading = new Reading(lease.store());
      Finding finding = new Finding(overview, reading, pages.publicUrl());
      EntityIri base =
          finding
              .first(overview.space().candidates("/", ""))
              .orElseThrow(() -> Problem.notAcceptable(List.of("text/html")));
      String target = pages.publicUrl().absolute(finding.document(base));
      ctx.status(303).header(Header.LOCATION, target).header(Header.VARY, Header.ACCEPT);
    }
  }

  private void page(Context ctx, Visitor visitor, Lease lease) {
    Caching caching = Caching.of(lease.release().tag(), "home", visitor.key()).vary(Header.ACCEPT);
    if (visitor.byHeader()) {
      caching = caching.vary(Header.ACCEPT_LANGUAGE);
    }
    if (!caching.notModified(ctx)) {
      HomePage home = homePage(visitor, lease);
      pages.send(ctx, visitor, caching, "entity/home", Map.of("home", home));
    }
  }

  private HomePage homePage(Visitor visitor, Lease lease) {
    Overview overview = overviews.of(lease);
    Reading reading = new Reading(lease.store());
    List<Node> nodes = new ArrayList<>(overview.classes().keySet());
    nodes.addAll(overview.introduction());
    List<Node> properties = new ArrayList<>(Terms.LABELS);
    properties.addAll(Terms.DESCRIPTIONS);
    Labels labels = new Labels(visitor);
    labels.learn(reading.about(nodes, properties));
    Addresses addresses = Addresses.of(nodes, overview, reading, pages.publicUrl());
    List<ClassCount> own = new ArrayList<>();
    List<ClassCount> shared = new ArrayList<>();
    List<ClassCount> language = new ArrayList<>();
    overview
        .classes()
        .forEach(
            (node, count) -> {
              boolean ours = EntityIri.of(node).map(overview.space()::covers).orElse(false);
              List<ClassCount> list = isLanguage(node) ? language : ours ? own : shared;
              list.add(classCount(node, count, labels, addresses));
            });
    return new HomePage(
        overview.introduction().stream().map(labels::label).toList(),
        overview.introduction().stream().flatMap(n -> labels.description(n).stream()).toList(),
        lease.release().triples(),
        own.isEmpty() ? shared : own,
        own.isEmpty() ? List.of() : shared,
        language);
  }

  private static ClassCount classCount(Node node, long count, Labels labels, Addresses addresses) {
    EntityIri iri = new EntityIri(node.getURI());
    String page = addresses.href(addresses.path(iri));
    return new ClassCount(page, labels.label(node), iri.text(), count);
  }

  private static boolean isLanguage(Node node) {
    return Terms.LANGUAGES.stream().anyMatch(node.getURI()::startsWith);
  }
}
