package icc.lod.search;

import icc.lod.view.Link;
import icc.lod.view.Text;
import java.util.List;

/**
 * A kind's page, as its template shows it. Public, for the template engine reads it.
 *
 * @param kind the class
 * @param descriptions what it means; at most one
 * @param all how many things are of it
 * @param total how many are chosen
 * @param first number of the first thing shown, counting from 1
 * @param pages how many pages there are
 * @param previous address of the page before, or empty
 * @param next address of the page after, or empty
 * @param map address of the same on the map, or empty
 * @param query the SPARQL query that finds the same things, or empty
 * @param queryHref where to change it
 */
public record BrowsePage(
    Link kind,
    List<Text> descriptions,
    FacetPanel panel,
    List<Sort> sorts,
    List<Item> items,
    long all,
    long total,
    long first,
    long page,
    long pages,
    String previous,
    String next,
    String canonical,
    String map,
    List<Form> forms,
    long most,
    String query,
    String queryHref) {

  /** A thing in the list. */
  public record Item(Link link, List<Text> descriptions, List<Fact> facts) {}

  /** What the list tells of a thing. */
  public record Fact(Text label, List<Text> values, boolean more) {}

  /** An order of the list. */
  public record Sort(String name, String href, boolean current) {}

  /** The same as data. */
  public record Form(String name, String mediaType, String href) {}

  /** Number of the last thing shown. */
  public long last() {
    return first + items.size() - 1;
  }
}
