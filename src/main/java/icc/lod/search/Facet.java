package icc.lod.search;

import icc.lod.view.Text;
import icc.lod.web.Visitor;
import java.nio.IntBuffer;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;

/**
 * A way to narrow a kind down: a path and the values at its end.
 *
 * @param name its parameter in addresses
 * @param single whether no thing has two values
 * @param names labels of the property
 * @param middle labels of the thing in between; empty without a hop
 * @param rows the thing of each row of its hop, ascending; empty without a hop
 */
record Facet(
    String name,
    FacetType type,
    boolean single,
    FacetPath path,
    List<Node> names,
    List<Node> middle,
    IntBuffer rows,
    List<FacetValue> values) {

  /** The value an address names by its key, or by what it is. */
  Optional<FacetValue> value(String asked) {
    return values.stream()
        .filter(value -> value.key().equals(asked))
        .findFirst()
        .or(() -> values.stream().filter(value -> value.identity().equals(asked)).findFirst());
  }

  /** What it is called. */
  Text label(Visitor visitor) {
    return KindNames.text(names, path.last().property(), visitor);
  }

  /** What the thing in between is called; none without a hop. */
  List<Text> middle(Visitor visitor) {
    return path.hops().stream()
        .map(hop -> hop.through().isEmpty() ? hop.step().property() : hop.through())
        .map(iri -> KindNames.text(middle, iri, visitor))
        .toList();
  }

  /** Facets of the same group are about the same thing in between. */
  String group() {
    return path.isDirect() ? name : path.hops().get(0).toString();
  }
}
