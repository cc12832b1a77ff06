package icc.lod.linking;

import icc.lod.linking.LinkSurvey.Target;
import icc.lod.store.Lease;
import icc.lod.view.Reading;
import icc.lod.web.Caching;
import icc.lod.web.Pages;
import icc.lod.web.Problem;
import icc.lod.web.Request;
import icc.lod.web.Routes;
import icc.lod.web.Visitor;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/** The links to others, by target: {@code /linksets} and each below it. Thread-safe. */
public final class LinkSetRoutes implements Routes {
  static final String PATH = "/linksets";

  private final Links links;
  private final Pages pages;

  /** Link sets of the current release. */
  public LinkSetRoutes(Links links, Pages pages) {
    this.links = links;
    this.pages = pages;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get(PATH, this::list);
    routes.get(PATH + "/{target}", this::one);
  }

  private void list(Context ctx) {
    LinkForm.Chosen chosen = LinkForm.of(Request.of(ctx), LinkForm.OF_LIST);
    Visitor visitor = pages.visitor(ctx);
    try (Lease lease = links.store().lease()) {
      Caching caching = caching(ctx, lease, "all", chosen, visitor);
      if (caching.answered(ctx)) {
        return;
      }
      if (chosen.form() == LinkForm.HTML) {
        LinkSetPage page = new LinkSetPages(links, lease, pages, visitor).list();
        pages.send(ctx, visitor, caching, "linking/linksets", Map.of("links", page));
        return;
      }
      LinkSurvey survey = links.of(lease);
      caching.send(
          ctx,
          chosen.form().contentType(),
          documents(ctx, lease)
              .rdf(survey.targets(), List.of(), chosen.form().syntax().orElseThrow()));
    }
  }

  private void one(Context ctx) {
    LinkForm.Chosen chosen = LinkForm.of(Request.of(ctx), LinkForm.OF_SET);
    Visitor visitor = pages.visitor(ctx);
    try (Lease lease = links.store().lease()) {
      String name = ctx.pathParam("target");
      LinkSurvey survey = links.of(lease);
      Target target = survey.target(name).orElseThrow(() -> unknown(name, survey));
      Caching caching = caching(ctx, lease, name, chosen, visitor);
      if (caching.answered(ctx)) {
        return;
      }
      if (chosen.form() == LinkForm.HTML) {
        LinkSetPage page = new LinkSetPages(links, lease, pages, visitor).one(target);
        pages.send(ctx, visitor, caching, "linking/linkset", Map.of("links", page));
        return;
      }
      caching.send(
          ctx, chosen.form().contentType(), data(ctx, lease, target, chosen.form(), visitor));
    }
  }

  private byte[] data(Context ctx, Lease lease, Target target, LinkForm form, Visitor visitor) {
    LinkRows rows = new LinkRows(links.of(lease), lease, visitor);
    LinkSetDocuments documents = documents(ctx, lease);
    List<Triple> all = rows.links(target);
    return switch (form) {
      case CSV -> documents.csv(rows.rows(all));
      case SSSOM ->
          Sssom.of(
              rows.rows(rows.mappings(all)),
              documents.address() + "/" + target.name() + "?format=" + form.suffix(),
              documents.licence(),
              lease.release(),
              documents.prefixes());
      default ->
          documents.rdf(List.of(target), withIdentifiers(all, lease), form.syntax().orElseThrow());
    };
  }

  /** The links, and what the identifiers that hold the same say of them. */
  private List<Triple> withIdentifiers(List<Triple> all, Lease lease) {
    Set<Triple> statements = new HashSet<>(all);
    LinkSurvey survey = links.of(lease);
    Set<Node> subjects = new HashSet<>();
    for (Triple link : all) {
      if (!survey.terms().mappings().contains(link.getPredicate())) {
        subjects.add(link.getSubject());
      }
    }
    Reading reading = new Reading(lease.store());
    Set<Node> identifiers = new HashSet<>();
    reading
        .about(subjects, survey.terms().identifies())
        .forEach(triple -> identifiers.add(triple.getSubject()));
    statements.addAll(reading.about(identifiers));
    return List.copyOf(statements);
  }

  private static Problem unknown(String name, LinkSurvey survey) {
    return Problem.notFound(
            "There is no link set '" + name + "' here: " + PATH + " lists all there are.")
        .with("available", survey.targets().stream().map(Target::name).toList());
  }

  private LinkSetDocuments documents(Context ctx, Lease lease) {
    return new LinkSetDocuments(
        origin(ctx) + PATH,
        links.licence(lease),
        lease.release(),
        new Reading(lease.store()).prefixes());
  }

  private Caching caching(
      Context ctx, Lease lease, String name, LinkForm.Chosen chosen, Visitor visitor) {
    boolean data = chosen.form().syntax().isPresent();
    Caching caching =
        Caching.of(
            lease.release().tag(),
            "linkset",
            Integer.toHexString((origin(ctx) + " " + name).hashCode()),
            chosen.form().suffix(),
            data ? "" : visitor.key());
    caching = chosen.byAccept() ? caching.vary(Header.ACCEPT) : caching;
    return data ? caching : visitor.vary(caching);
  }

  private String origin(Context ctx) {
    return pages.publicUrl().whole(ctx.scheme() + "://" + ctx.host());
  }
}
