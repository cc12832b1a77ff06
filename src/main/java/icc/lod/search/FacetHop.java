package icc.lod.search;

/**
 * The way to a thing in between, such as the participation that ties a city to a phase. Facets with
 * the same hop are about the same thing in between: who asks for mentors and for phase 2 gets the
 * cities that were mentors in phase 2.
 *
 * @param step how to get there
 * @param through the class of the thing in between; empty for any
 */
record FacetHop(FacetStep step, String through) {
  @Override
  public String toString() {
    return step + "/[" + through + "]";
  }
}
