package icc.lod.fragments;

import icc.lod.store.Lease;
import icc.lod.web.Problem;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;

/**
 * A page of the statements that match a pattern.
 *
 * @param total how many match, on all pages
 * @param statements in the order of the store's index, each with the graphs it stands in; none for
 *     the default graph
 */
record Fragment(FragmentRequest request, long total, List<Statement> statements) {
  /** A statement and the named graphs it stands in. */
  record Statement(Triple triple, List<Node> graphs) {}

  /**
   * Reads a page.
   *
   * @throws Problem 404 when there is no such page
   */
  static Fragment read(FragmentRequest request, long total, Lease lease) {
    long pages = FragmentRequest.pages(total);
    if (request.page() > pages) {
      throw Problem.notFound(
          "There is no page "
              + request.page()
              + ": "
              + total
              + " statements match, on "
              + pages
              + (pages == 1 ? " page." : " pages."));
    }
    if (total == 0) {
      return new Fragment(request, 0, List.of());
    }
    List<Quad> quads =
        lease.store().slice(request.pattern(), request.offset(), FragmentRequest.PAGE_SIZE);
    return new Fragment(
        request,
        total,
        request.anyGraph()
            ? withGraphs(quads, lease)
            : quads.stream().map(quad -> new Statement(quad.asTriple(), named(quad))).toList());
  }

  /** The quads of the page, as the data set has them. */
  List<Quad> quads() {
    List<Quad> quads = new ArrayList<>();
    for (Statement statement : statements) {
      if (statement.graphs().isEmpty()) {
        quads.add(Quad.create(Quad.defaultGraphIRI, statement.triple()));
      }
      statement.graphs().forEach(graph -> quads.add(Quad.create(graph, statement.triple())));
    }
    return quads;
  }

  private static List<Node> named(Quad quad) {
    return quad.isDefaultGraph() ? List.of() : List.of(quad.getGraph());
  }

  private static List<Statement> withGraphs(List<Quad> quads, Lease lease) {
    return lease
        .store()
        .read(
            data -> {
              List<Statement> statements = new ArrayList<>();
              for (Quad quad : quads) {
                List<Node> graphs = new ArrayList<>();
                Iterator<Quad> same =
                    data.findNG(Node.ANY, quad.getSubject(), quad.getPredicate(), quad.getObject());
                same.forEachRemaining(found -> graphs.add(found.getGraph()));
                statements.add(new Statement(quad.asTriple(), graphs));
              }
              return statements;
            });
  }
}
