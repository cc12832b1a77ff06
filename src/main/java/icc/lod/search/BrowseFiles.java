package icc.lod.search;

import icc.lod.rdf.RdfFormat;
import icc.lod.view.RdfDocument;
import icc.lod.view.Reading;
import icc.lod.web.Problem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;

/**
 * A selection as data: all of it, or a page of it when one is asked for, or a refusal that says how
 * to get it; never a part that looks whole.
 */
final class BrowseFiles {
  /** As many things as are answered at once: their descriptions are held in memory. */
  static final int MOST = 5000;

  private static final int AT_ONCE = 500;

  /** More blank nodes than any description needs. */
  private static final int MOST_BLANK = 50_000;

  private final BrowseSite site;
  private final BrowseRequest request;

  BrowseFiles(BrowseSite site, BrowseRequest request) {
    this.site = site;
    this.request = request;
  }

  /**
   * How many pages of data there are.
   *
   * @throws Problem 413 for more things than are answered at once, 404 for a page beyond the end
   */
  static long pages(long total, long page) {
    if (page == 0 && total > MOST) {
      throw Problem.of(
              413,
              "Too much at once",
              "These are "
                  + total
                  + " things, and at most "
                  + MOST
                  + " are answered at once: choose fewer, or go through them with page=1 and on.")
          .with("total", total)
          .with("limit", MOST);
    }
    return BrowsePages.pages(total, MOST, Math.max(1, page));
  }

  /** The things of the page asked for, or all. */
  List<Integer> ids() {
    FacetSelection selection = request.selection();
    String order = request.sort().isEmpty() ? site.visitor().language() : request.sort();
    long offset = (Math.max(1, request.page()) - 1) * MOST;
    return selection.index().slice(selection.things(), order, offset, MOST);
  }

  byte[] bytes(BrowseFormat format) {
    List<Integer> ids = ids();
    KindIndex index = request.selection().index();
    return switch (format) {
      case CSV -> new BrowseTable(site, index).csv(ids).getBytes(StandardCharsets.UTF_8);
      case GEO_JSON -> {
        PlacesJson json = new PlacesJson(site);
        json.things(index, ids);
        yield json.bytes();
      }
      default -> rdf(ids, format.syntax().orElse(RdfFormat.TURTLE));
    };
  }

  private byte[] rdf(List<Integer> ids, RdfFormat syntax) {
    Graph graph = GraphFactory.createDefaultGraph();
    KindIndex index = request.selection().index();
    Reading reading = site.reading();
    for (int at = 0; at < ids.size(); at += AT_ONCE) {
      List<Integer> part = ids.subList(at, Math.min(at + AT_ONCE, ids.size()));
      describe(BrowseSite.nodes(part.stream().map(index::entry).toList()), reading, graph);
    }
    return RdfDocument.write(graph, new HashMap<>(site.index().prefixes()), syntax);
  }

  /** All triples of things, and those of the blank nodes they lead to. */
  private static void describe(List<Node> things, Reading reading, Graph graph) {
    Set<Node> seen = new HashSet<>();
    List<Node> open = things;
    while (!open.isEmpty() && seen.size() <= MOST_BLANK) {
      List<Node> next = new ArrayList<>();
      for (Triple triple : reading.about(open)) {
        graph.add(triple);
        if (triple.getObject().isBlank() && seen.add(triple.getObject())) {
          next.add(triple.getObject());
        }
      }
      open = next;
    }
  }

  /** Links from one page of data to the others (RFC 8288); empty when there is just one. */
  static Map<String, Long> links(long page, long pages) {
    Map<String, Long> links = new java.util.LinkedHashMap<>();
    if (page > 0 && pages > 1) {
      links.put("first", 1L);
      if (page > 1) {
        links.put("prev", page - 1);
      }
      if (page < pages) {
        links.put("next", page + 1);
      }
      links.put("last", pages);
    }
    return links;
  }
}
