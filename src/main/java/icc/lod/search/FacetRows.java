package icc.lod.search;

import icc.lod.view.Terms;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/** The things in between that a hop leads to: row by row, from which thing one gets there. */
final class FacetRows {
  private final FacetHop hop;
  private final Map<String, FacetTally> tallies = new HashMap<>();
  private int[] things = new int[64];
  private int size;

  FacetRows(FacetHop hop) {
    this.hop = hop;
  }

  FacetHop hop() {
    return hop;
  }

  void add(FacetTally tally) {
    tallies.put(tally.candidate().path().last().property(), tally);
  }

  /** Takes a row for a thing, unless what is in between is of another class. */
  void read(int thing, List<Triple> between) {
    if (!hop.through().isEmpty() && between.stream().noneMatch(this::isOfClass)) {
      return;
    }
    if (size == things.length) {
      things = Arrays.copyOf(things, size * 2);
    }
    things[size] = thing;
    for (Triple triple : between) {
      FacetTally tally = tallies.get(triple.getPredicate().getURI());
      if (tally != null) {
        tally.add(thing, size, triple.getObject());
      }
    }
    size++;
  }

  private boolean isOfClass(Triple triple) {
    Node object = triple.getObject();
    return triple.getPredicate().equals(Terms.TYPE)
        && object.isURI()
        && object.getURI().equals(hop.through());
  }

  /** The thing of each row, ascending. */
  int[] things() {
    return Arrays.copyOf(things, size);
  }
}
