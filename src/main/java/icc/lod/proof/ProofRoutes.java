package icc.lod.proof;

import icc.lod.rdf.RdfFormat;
import icc.lod.statements.SortedGraph;
import icc.lod.store.CurrentStore;
import icc.lod.store.Release;
import icc.lod.view.Editions;
import icc.lod.web.Caching;
import icc.lod.web.Pages;
import icc.lod.web.Problem;
import icc.lod.web.Request;
import icc.lod.web.Routes;
import icc.lod.web.Visitor;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.io.IOException;
import java.util.Map;

/** The proof of each release at {@code /releases/{n}/proof}: a page, JSON, or RDF. */
public final class ProofRoutes implements Routes {
  private final Editions editions;
  private final Pages pages;

  /** The proofs of the releases of a store. */
  public ProofRoutes(CurrentStore store, Pages pages) {
    this.editions = new Editions(store);
    this.pages = pages;
  }

  /** Where the proof of a release is. */
  static String path(int release) {
    return "/releases/" + release + "/proof";
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get(Editions.ROUTE + "/proof", this::proof);
  }

  private void proof(Context ctx) throws IOException {
    Release release = editions.named(ctx.pathParam("release"));
    ProofForm form = ProofForm.of(Request.of(ctx));
    Proof proof =
        Proof.read(release.folder())
            .orElseThrow(
                () ->
                    Problem.notFound(
                        "Release " + release.number() + " was made before releases were proved."));
    if (form.name().equals(ProofForm.HTML)) {
      page(ctx, release, proof, form);
      return;
    }
    Caching caching = caching(form, release.tag(), "proof", form.name());
    if (caching.answered(ctx)) {
      return;
    }
    byte[] body =
        RdfFormat.bySuffix(form.name())
            .map(format -> SortedGraph.write(graph(release, proof), format))
            .orElseGet(proof::bytes);
    caching.send(ctx, form.contentType(), body);
  }

  private org.apache.jena.graph.Graph graph(Release release, Proof proof) {
    return ProofGraph.of(release, proof, pages.languages(), pages::text);
  }

  private void page(Context ctx, Release release, Proof proof, ProofForm form) {
    Visitor visitor = pages.visitor(ctx);
    Caching caching = caching(form, release.tag(), "proof", visitor.key());
    if (visitor.vary(caching).answered(ctx)) {
      return;
    }
    ProofPage page = ProofPage.of(release, proof, pages, visitor);
    pages.send(ctx, visitor, caching, "proof/proof", Map.of("proof", page));
  }

  private static Caching caching(ProofForm form, String... parts) {
    Caching caching = Caching.of(parts);
    return form.byAccept() ? caching.vary(Header.ACCEPT) : caching;
  }
}
