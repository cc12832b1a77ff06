package icc.lod.search;

import java.util.List;

/**
 * How one gets from a thing to the values of a facet.
 *
 * @param hops at most one hop through a thing in between
 * @param last the step to the value
 */
record FacetPath(List<FacetHop> hops, FacetStep last) implements Comparable<FacetPath> {
  FacetPath {
    hops = List.copyOf(hops);
  }

  static FacetPath direct(FacetStep step) {
    return new FacetPath(List.of(), step);
  }

  static FacetPath through(FacetHop hop, FacetStep last) {
    return new FacetPath(List.of(hop), last);
  }

  boolean isDirect() {
    return hops.isEmpty();
  }

  @Override
  public int compareTo(FacetPath other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public String toString() {
    return isDirect() ? last.toString() : hops.get(0) + "/" + last;
  }
}
