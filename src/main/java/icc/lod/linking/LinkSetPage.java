package icc.lod.linking;

import icc.lod.view.Link;
import icc.lod.view.Text;
import java.util.List;

/**
 * Link sets as people read them. Public, for the template engine reads it.
 *
 * @param targets all of them, or the one the page is about
 * @param forms the same as data
 */
public record LinkSetPage(List<Target> targets, List<Text> kinds, List<LookupPage.Form> forms) {
  public LinkSetPage {
    targets = List.copyOf(targets);
    kinds = List.copyOf(kinds);
    forms = List.copyOf(forms);
  }

  /**
   * The links to one target.
   *
   * @param examples the first links
   */
  public record Target(
      String name,
      String href,
      String total,
      List<Property> properties,
      List<Coverage> coverage,
      List<Example> examples) {}

  /** How many links a property makes. */
  public record Property(Link link, String count) {}

  /**
   * How many things of a kind have a link.
   *
   * @param missing the first of those that have none
   * @param query address of the query for all that have none
   */
  public record Coverage(
      Text kind,
      String linked,
      String all,
      String percent,
      long lacking,
      List<Link> missing,
      String query) {}

  /** A link. */
  public record Example(Link thing, String target, Identifier about) {}
}
