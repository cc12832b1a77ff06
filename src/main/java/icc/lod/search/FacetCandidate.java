package icc.lod.search;

import java.util.List;
import org.apache.jena.graph.Node;

/**
 * A path that may make a facet.
 *
 * @param path where it leads
 * @param names what a shape calls it, for properties without a label; may be empty
 */
record FacetCandidate(FacetPath path, List<Node> names) {
  FacetCandidate {
    names = List.copyOf(names);
  }
}
