package icc.lod.search;

import icc.lod.view.Link;
import icc.lod.view.Text;
import java.util.List;

/**
 * The map with its list, as its template shows it. Public, for the template engine reads it.
 *
 * @param kinds the kinds that have places; the first entry is all of them
 * @param panels facets of the kind chosen; at most one
 * @param groups the places, by country or the like, or by kind
 * @param total how many places there are
 * @param places address of the places as GeoJSON
 * @param browse address of the same things as a list with all facts, or empty
 */
public record MapPage(
    List<KindChoice> kinds,
    List<FacetPanel> panels,
    List<Group> groups,
    long total,
    long first,
    long last,
    String previous,
    String next,
    String canonical,
    String places,
    String browse) {

  /** A kind with places; no text stands for all. */
  public record KindChoice(List<Text> text, long count, String href, boolean current) {}

  /** Places that belong together; no text where nothing ties them. */
  public record Group(List<Text> text, List<Link> places) {}
}
