package icc.lod.entity;

import icc.lod.rdf.EntityIri;
import icc.lod.store.Lease;
import icc.lod.view.Overview;
import icc.lod.view.Overviews;
import icc.lod.view.RdfDocument;
import icc.lod.view.Reading;
import icc.lod.view.Representation;
import icc.lod.view.Representation.Rdf;
import icc.lod.web.Negotiation;
import icc.lod.web.Pages;
import icc.lod.web.Problem;
import icc.lod.web.Request;
import icc.lod.web.Visitor;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Triple;

/**
 * What the addresses of things and documents answer when the thing is withdrawn: 410 in the form
 * that was asked for, as a problem to whom none of them suits.
 */
final class WithdrawnRoutes {
  private final Withdrawals withdrawals;
  private final Overviews overviews;
  private final Pages pages;

  WithdrawnRoutes(Withdrawals withdrawals, Overviews overviews, Pages pages) {
    this.withdrawals = withdrawals;
    this.overviews = overviews;
    this.pages = pages;
  }

  /** Answers for a thing that only releases before described; tells whether there is one. */
  boolean gone(Context ctx, Lease lease, List<EntityIri> candidates) {
    return gone(ctx, lease, candidates, preferred(ctx));
  }

  /** The same for its document. */
  boolean gone(Context ctx, Lease lease, DocumentRequest way) {
    return gone(ctx, lease, way.candidates(), form(way));
  }

  private boolean gone(
      Context ctx, Lease lease, List<EntityIri> candidates, Optional<Representation> form) {
    Optional<Withdrawal> first =
        candidates.stream().flatMap(iri -> withdrawals.gone(lease, iri).stream()).findFirst();
    first.ifPresent(withdrawal -> answer(ctx, lease, withdrawal, form));
    return first.isPresent();
  }

  /**
   * Answers for a thing that the data marks as withdrawn; tells whether it does.
   *
   * @param statements among them those that may mark it
   */
  boolean marked(
      Context ctx, Lease lease, EntityIri iri, Finding finding, List<Triple> statements) {
    return marked(ctx, lease, iri, finding, statements, preferred(ctx));
  }

  /** The same for its document. */
  boolean marked(
      Context ctx,
      Lease lease,
      EntityIri iri,
      Finding finding,
      List<Triple> statements,
      DocumentRequest way) {
    return marked(ctx, lease, iri, finding, statements, form(way));
  }

  private boolean marked(
      Context ctx,
      Lease lease,
      EntityIri iri,
      Finding finding,
      List<Triple> statements,
      Optional<Representation> form) {
    if (!finding.isWithdrawn(iri, statements)) {
      return false;
    }
    List<Triple> known = Description.read(iri, List.of(), new Reading(lease.store())).statements();
    Withdrawal withdrawal = Withdrawal.of(iri, known, withdrawals.marked(lease, iri));
    answer(ctx, lease, withdrawal, form);
    return true;
  }

  /** The form that a client likes best, if it takes any. */
  private static Optional<Representation> preferred(Context ctx) {
    return Negotiation.best(Request.of(ctx).accept(), Representation.offers());
  }

  private static Optional<Representation> form(DocumentRequest way) {
    return way.acceptable() ? Optional.of(way.form()) : Optional.empty();
  }

  private void answer(
      Context ctx, Lease lease, Withdrawal withdrawal, Optional<Representation> form) {
    Overview overview = overviews.of(lease);
    WithdrawnDocument document =
        new WithdrawnDocument(withdrawal, overview, new Reading(lease.store()), pages);
    Problem problem = document.problem();
    if (form.isEmpty()) {
      throw problem;
    }
    if (form.get() instanceof Rdf rdf) {
      Map<String, String> prefixes =
          lease.store().read(data -> new HashMap<>(data.prefixes().getMapping()));
      byte[] body = RdfDocument.write(document.graph(), prefixes, rdf.format());
      problem.headers().forEach(ctx::header);
      ctx.status(410).header(Header.CACHE_CONTROL, "no-store").header(Header.VARY, Header.ACCEPT);
      ctx.contentType(EntityRoutes.contentType(rdf)).result(body);
    } else {
      Visitor visitor = pages.visitor(ctx);
      Map<String, Object> model = Map.of("withdrawn", document.page(visitor));
      pages.sendProblem(ctx, visitor, problem, "entity/withdrawn", model);
    }
  }
}
