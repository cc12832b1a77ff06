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
 * @param kinds what it is, each with the page that lists its like
 * @param facts what tells most of it at a glance
 * @param rows what is said of it
 * @param terms the hash IRIs that the same document describes
 * @param allTerms how many those are, if not all are shown
 * @param relations the things that relate it with others, arranged
 * @param incoming what else links to it
 * @param graphs the named graphs that say so
 * @param sources where it is known from
 * @param positions at most one
 * @param elsewhere the same thing in data of others
 * @param forms the document in other forms
 * @param jsonLd schema.org's view of it, safe inside a script element
 * @param query address of a query about it, or empty
 * @param history what each release changed of it, or empty
 */
public record EntityPage(
    String iri,
    Text title,
    List<Text> descriptions,
    List<Kind> kinds,
    List<Row> facts,
    List<Row> rows,
    List<Term> terms,
    long allTerms,
    Relations relations,
    List<Group> incoming,
    List<Link> graphs,
    List<Link> sources,
    List<Position> positions,
    List<Elsewhere.Authority> elsewhere,
    Citation citation,
    List<DocumentLinks.Form> forms,
    String canonical,
    String jsonLd,
    String query,
    String history) {

  /** A class of the thing, and where its instances are listed. */
  public record Kind(Link link, String href) {}

  /** What relates the thing with others. */
  public record Relations(
      ObservationCharts figures,
      List<MembershipTables.Grouping> groupings,
      List<MembershipTables.Table> tables,
      Timeline timeline,
      Neighbourhood neighbourhood) {}

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
