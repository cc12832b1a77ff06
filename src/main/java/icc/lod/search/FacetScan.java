package icc.lod.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/** Follows the paths of candidates from one thing after the other, and counts where they lead. */
final class FacetScan {
  /** More properties than these no kind of thing has in earnest. */
  private static final int MOST_PROPERTIES = 150;

  private static final int MOST_KEPT = 10_000;

  private final Graph graph;
  private final boolean discovering;
  private final int mostIncoming;
  private final Map<FacetPath, FacetTally> tallies = new TreeMap<>();
  private final Map<String, FacetTally> along = new HashMap<>();
  private final Map<String, FacetTally> against = new HashMap<>();
  private final Map<FacetHop, FacetRows> hops = new LinkedHashMap<>();
  private final Map<Node, List<Triple>> between =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Node, List<Triple>> eldest) {
          return size() > MOST_KEPT;
        }
      };

  /**
   * A scan for some candidates.
   *
   * @param discovering whether every property met becomes a candidate
   * @param mostIncoming how many links to a thing are followed at most
   */
  FacetScan(
      Graph graph, Collection<FacetCandidate> candidates, boolean discovering, int mostIncoming) {
    this.graph = graph;
    this.discovering = discovering;
    this.mostIncoming = mostIncoming;
    candidates.forEach(this::add);
  }

  private void add(FacetCandidate candidate) {
    FacetPath path = candidate.path();
    FacetTally tally = new FacetTally(candidate);
    if (tallies.putIfAbsent(path, tally) != null) {
      return;
    }
    if (path.isDirect()) {
      (path.last().inverse() ? against : along).put(path.last().property(), tally);
    } else {
      hops.computeIfAbsent(path.hops().get(0), FacetRows::new).add(tally);
    }
  }

  /**
   * Follows all paths from a thing.
   *
   * @param outgoing the triples with it as subject
   * @return how many triples have it as object, as far as they are followed
   */
  int read(int id, Node thing, List<Triple> outgoing) {
    for (Triple triple : outgoing) {
      if (triple.getPredicate().isURI()) {
        discover(triple.getPredicate().getURI());
        count(along, triple.getPredicate().getURI(), id, triple.getObject());
        follow(id, triple, triple.getObject(), false);
      }
    }
    int links = 0;
    Iterator<Triple> incoming = graph.find(Node.ANY, Node.ANY, thing);
    while (incoming.hasNext() && links < mostIncoming) {
      Triple triple = incoming.next();
      links++;
      count(against, triple.getPredicate().getURI(), id, triple.getSubject());
      follow(id, triple, triple.getSubject(), true);
    }
    return links;
  }

  private void discover(String property) {
    if (discovering
        && along.size() < MOST_PROPERTIES
        && !along.containsKey(property)
        && FacetType.writable(property)) {
      add(new FacetCandidate(FacetPath.direct(FacetStep.along(property)), List.of()));
    }
  }

  private static void count(Map<String, FacetTally> tallies, String property, int id, Node value) {
    FacetTally tally = tallies.get(property);
    if (tally != null) {
      tally.add(id, id, value);
    }
  }

  private void follow(int id, Triple triple, Node middle, boolean inverse) {
    for (FacetRows rows : hops.values()) {
      FacetStep step = rows.hop().step();
      if (step.inverse() == inverse && step.takes(triple) && !middle.isLiteral()) {
        rows.read(id, between.computeIfAbsent(middle, m -> about(graph, m)));
      }
    }
  }

  /** The triples with a subject. */
  static List<Triple> about(Graph graph, Node subject) {
    List<Triple> triples = new ArrayList<>();
    graph.find(subject, Node.ANY, Node.ANY).forEachRemaining(triples::add);
    return triples;
  }

  List<FacetTally> tallies() {
    return List.copyOf(tallies.values());
  }

  /** The rows of each hop. */
  Map<FacetHop, FacetRows> hops() {
    return hops;
  }
}
