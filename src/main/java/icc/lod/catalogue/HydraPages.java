package icc.lod.catalogue;

import icc.lod.web.Problem;
import icc.lod.web.Request;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

/**
 * The catalogue page by page, for those who ask for pages (Hydra Core Vocabulary, section 5.4):
 * each page names its neighbours, the first no previous and the last no next.
 *
 * @param number from 1
 * @param count of pages
 */
record HydraPages(int number, int count) {
  private static final int SIZE = 10;

  /**
   * The page a request asks for; empty for the whole.
   *
   * @throws Problem 400 when that is no number, 404 when there is no such page
   */
  static Optional<HydraPages> of(Request request, int datasets) {
    Optional<String> asked = request.parameter("page");
    if (asked.isEmpty()) {
      return Optional.empty();
    }
    if (!asked.get().matches("[0-9]{1,9}")) {
      throw Problem.badRequest("A page is a number from 1, not '" + asked.get() + "'.");
    }
    int number = Integer.parseInt(asked.get());
    int count = Math.max(1, (datasets + SIZE - 1) / SIZE);
    if (number < 1 || number > count) {
      throw Problem.notFound("The catalogue has pages 1 to " + count + ".");
    }
    return Optional.of(new HydraPages(number, count));
  }

  Graph graph(Holdings holdings, Site site) {
    List<Node> all = DcatCatalogue.datasets(holdings);
    int from = (number - 1) * SIZE;
    List<Node> shown = all.subList(from, Math.min(all.size(), from + SIZE));
    Graph graph = DcatCatalogue.of(holdings, site, shown);
    Node catalogue = holdings.metadata().catalogue();
    Node view = page(site, number);
    Rdf rdf = new Rdf();
    rdf.type(catalogue, Rdf.HYDRA + "Collection")
        .count(catalogue, Rdf.HYDRA + "totalItems", all.size())
        .add(catalogue, Rdf.HYDRA + "view", view)
        .type(view, Rdf.HYDRA + "PartialCollectionView")
        .add(view, Rdf.HYDRA + "first", page(site, 1))
        .add(view, Rdf.HYDRA + "last", page(site, count));
    if (number > 1) {
      rdf.add(view, Rdf.HYDRA + "previous", page(site, number - 1));
    }
    if (number < count) {
      rdf.add(view, Rdf.HYDRA + "next", page(site, number + 1));
    }
    rdf.graph().find().forEachRemaining(graph::add);
    return graph;
  }

  private static Node page(Site site, int number) {
    return Rdf.iri(site.address(Names.CATALOGUE + "?page=" + number));
  }
}
