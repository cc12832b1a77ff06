package icc.lod.search;

import icc.lod.view.Text;
import icc.lod.web.Visitor;
import java.util.List;
import org.apache.jena.graph.Node;
import org.roaringbitmap.buffer.ImmutableRoaringBitmap;

/**
 * A value that a facet can have.
 *
 * @param key its name in addresses
 * @param identity what it is: an IRI, a year, a text, true or false
 * @param terms the nodes of the data that say it
 * @param names its labels
 * @param things how many things have it
 * @param rows where it is said: things, or rows of the facet's hop
 */
record FacetValue(
    String key,
    String identity,
    List<Node> terms,
    List<Node> names,
    int things,
    ImmutableRoaringBitmap rows) {

  /** What a visitor reads; what yes and no are called is told by whoever shows it. */
  Text text(Visitor visitor, FacetType type) {
    return type == FacetType.THING
        ? KindNames.text(names, identity, visitor)
        : Text.plain(identity);
  }

  /** Within a facet a value is told by what it is; comparing bitmaps would take long. */
  @Override
  public boolean equals(Object other) {
    return other instanceof FacetValue value && value.identity.equals(identity);
  }

  @Override
  public int hashCode() {
    return identity.hashCode();
  }
}
