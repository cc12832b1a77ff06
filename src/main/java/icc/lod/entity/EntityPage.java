package icc.lod.entity;

import icc.lod.view.Link;
import icc.lod.view.Position;
import icc.lod.view.Row;
import icc.lod.view.Text;
import java.util.List;

/**
 * A page about a thing, as its template shows it. Public, for the template engine reads it.
 *
 * @param iri the thing's IRI
 * @param title its name
 * @param descriptions at most one
 * @param types what it is
 * @param rows what is said of it
 * @param terms the hash IRIs that the same document describes
 * @param allTerms how many those are, if not all are shown
 * @param incoming what links to it
 * @param graphs the named graphs that say so
 * @param sources where it is known from
 * @param positions at most one
 * @param forms the document in other forms
 * @param jsonLd schema.org's view of it, safe inside a script element
 * @param query address of a query about it, or empty
 */
public record EntityPage(
    String iri,
    Text title,
    List<Text> descriptions,
    List<Link> types,
    List<Row> rows,
    List<Term> terms,
    long allTerms,
    List<Group> incoming,
    List<Link> graphs,
    List<Link> sources,
    List<Position> positions,
    List<DocumentLinks.Form> forms,
    String canonical,
    String jsonLd,
    String query) {

  /** A hash IRI of the document, in a section of its own. */
  public record Term(String anchor, Link link, List<Text> descriptions, List<Row> rows) {}

  /** Things that link here by one property; the addresses of other pages may be empty. */
  public record Group(
      Link property,
      String kind,
      String anchor,
      long total,
      long first,
      long last,
      List<Link> items,
      String previous,
      String next) {}
}
