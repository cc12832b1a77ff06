package icc.lod.sparql;

import icc.lod.sparql.Endpoints.ReleaseEndpoint;
import icc.lod.store.Lease;
import icc.lod.web.Caching;
import icc.lod.web.Pages;
import icc.lod.web.Visitor;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.RDFWriter;

/** What a request without a query gets: the service description, or the query form for people. */
final class DescriptionPage {
  private final Endpoints endpoints;
  private final SparqlSettings settings;
  private final Pages pages;

  DescriptionPage(Endpoints endpoints, SparqlSettings settings, Pages pages) {
    this.endpoints = endpoints;
    this.settings = settings;
    this.pages = pages;
  }

  void answer(Context ctx, Lease lease, QueryRequest request) {
    Form form = Form.ofDescription(request);
    Visitor visitor = pages.visitor(ctx);
    String[] parts = {lease.release().tag(), "description", form.key(), visitor.key()};
    Caching caching = Caching.of(parts);
    caching = request.format().isEmpty() ? caching.vary("Accept") : caching;
    if (form instanceof Form.Page && visitor.byHeader()) {
      caching = caching.vary("Accept-Language");
    }
    if (caching.notModified(ctx)) {
      return;
    }
    ReleaseEndpoint endpoint = endpoints.of(lease);
    switch (form) {
      case Form.Triples triples -> {
        Graph graph = ServiceDescription.of(address(ctx), lease.release(), endpoint.graphs());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RDFWriter.source(graph).format(triples.format().writer()).output(out);
        caching.send(ctx, form.contentType(), out.toByteArray());
      }
      case Form.Rows rows -> throw new IllegalStateException("a description has no rows");
      case Form.Page page ->
          pages.send(ctx, visitor, caching, "sparql/query", model(endpoint, lease));
    }
  }

  private Map<String, Object> model(ReleaseEndpoint endpoint, Lease lease) {
    return Map.of(
        "query", ResultPage.FIRST_QUERY,
        "prefixes", endpoint.prefixes(),
        "graphs", endpoint.graphs(),
        "triples", lease.release().triples(),
        "seconds", settings.queryTimeout().toMillis() / 1000.0,
        "rowFormats", SparqlRoutes.formats(false),
        "graphFormats", SparqlRoutes.formats(true));
  }

  /** The endpoint's own address; as asked for where no public one is configured. */
  private String address(Context ctx) {
    return pages.publicUrl().text().isEmpty()
        ? ctx.scheme() + "://" + ctx.host() + SparqlRoutes.PATH
        : pages.publicUrl().absolute(SparqlRoutes.PATH);
  }
}
