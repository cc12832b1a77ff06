package icc.lod.entity;

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

  /**
   * A link to the page of a thing.
   *
   * @param outside the thing's own address, when that is elsewhere on the Web; or empty
   */
  public record Link(String href, Text text, String iri, String outside) {}

  /** A property with its values; {@code more} are not shown, and the query gives them all. */
  public record Row(Link property, List<Value> values, long more) {}

  /** A value: a thing, a text, or a nested description. */
  public sealed interface Value {
    /** Names which of the three it is, for the template. */
    String kind();
  }

  /** A value that is a thing. */
  public record Thing(Link link) implements Value {
    @Override
    public String kind() {
      return "thing";
    }
  }

  /**
   * A value that is a literal.
   *
   * @param machine the form for machines of a date, or empty
   * @param href where it leads, if it is an address; or empty
   * @param datatype its datatype, if that is not shown by the form; or empty
   */
  public record Literal(Text text, String machine, String href, String datatype) implements Value {
    @Override
    public String kind() {
      return "literal";
    }
  }

  /** A value without an address of its own. */
  public record Nested(List<Row> rows) implements Value {
    @Override
    public String kind() {
      return "nested";
    }
  }

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

  /** A place on the map. */
  public record Position(String latitude, String longitude, String href) {}
}
