package icc.lod.search;

import icc.lod.view.Position;
import icc.lod.view.Positions;
import icc.lod.view.Terms;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.roaringbitmap.buffer.MutableRoaringBitmap;

/** What is noted of each thing of a kind besides facets: links, a date, a position. */
final class KindFacts {
  private final Graph graph;
  private final int rank;
  private final Map<String, Integer> ranks;
  private final int[] links;
  private final String[] dates;
  private final MutableRoaringBitmap placed = new MutableRoaringBitmap();
  private final MutableRoaringBitmap primary = new MutableRoaringBitmap();
  private double[] positions = new double[64];

  /**
   * Facts of a kind.
   *
   * @param rank of the kind among all
   * @param ranks those of all classes: a place is shown as one of its first kind
   */
  KindFacts(Graph graph, int size, int rank, Map<String, Integer> ranks) {
    this.graph = graph;
    this.rank = rank;
    this.ranks = ranks;
    this.links = new int[size];
    this.dates = new String[size];
    Arrays.fill(dates, "");
  }

  /** Takes note of a thing. */
  void read(int id, Node thing, List<Triple> about, int linked, List<String> dateProperty) {
    links[id] = linked;
    for (Triple triple : about) {
      Node object = triple.getObject();
      if (dateProperty.contains(triple.getPredicate().getURI())
          && FacetType.of(object).filter(FacetType.YEAR::equals).isPresent()
          && object.getLiteralLexicalForm().compareTo(dates[id]) > 0) {
        dates[id] = object.getLiteralLexicalForm();
      }
    }
    place(id, thing, about);
  }

  private void place(int id, Node thing, List<Triple> about) {
    List<Triple> geometries = new ArrayList<>();
    for (Triple triple : about) {
      if (triple.getPredicate().equals(Terms.HAS_GEOMETRY) && !triple.getObject().isLiteral()) {
        graph.find(triple.getObject(), Terms.AS_WKT, Node.ANY).forEachRemaining(geometries::add);
      }
    }
    List<Position> found = Positions.of(thing, about, geometries);
    // The geometry of a place is no place of its own.
    if (found.isEmpty() || graph.contains(Node.ANY, Terms.HAS_GEOMETRY, thing)) {
      return;
    }
    int at = placed.getCardinality() * 2;
    if (at == positions.length) {
      positions = Arrays.copyOf(positions, at * 2);
    }
    positions[at] = Double.parseDouble(found.get(0).latitude());
    positions[at + 1] = Double.parseDouble(found.get(0).longitude());
    placed.add(id);
    OptionalInt first =
        about.stream()
            .filter(t -> t.getPredicate().equals(Terms.TYPE) && t.getObject().isURI())
            .mapToInt(t -> ranks.getOrDefault(t.getObject().getURI(), Integer.MAX_VALUE))
            .min();
    if (first.orElse(rank) >= rank) {
      primary.add(id);
    }
  }

  MutableRoaringBitmap placed() {
    return placed;
  }

  /** The places whose first kind this is. */
  MutableRoaringBitmap primary() {
    return primary;
  }

  /** Latitude and longitude in turn, of the placed things in order. */
  double[] positions() {
    return positions;
  }

  boolean dated() {
    return Arrays.stream(dates).anyMatch(date -> !date.isEmpty());
  }

  /** The numbers of the things, newest first, those without a date last. */
  int[] newest() {
    return order(Comparator.comparing((Integer id) -> dates[id]).reversed());
  }

  /** The numbers of the things, those first that most links lead to. */
  int[] mostLinked() {
    return order(Comparator.comparing((Integer id) -> -links[id]));
  }

  private int[] order(Comparator<Integer> comparator) {
    return IntStream.range(0, links.length)
        .boxed()
        .sorted(comparator.thenComparing(id -> id))
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
