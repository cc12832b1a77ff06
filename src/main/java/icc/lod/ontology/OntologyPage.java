package icc.lod.ontology;

import icc.lod.ontology.ShapesPage.Form;
import icc.lod.ontology.ShapesPage.Shape;
import icc.lod.view.Text;
import java.util.List;

/**
 * What the page of the vocabulary shows. Public, for the template engine reads it.
 *
 * @param ontologies the ontologies that define terms
 * @param figures how many terms there are of each kind, with their sections
 * @param diagram the classes as SVG, or empty
 * @param notes what the diagram leaves out
 * @param sections the terms that the release defines
 * @param reused the terms of other vocabularies that it uses
 * @param versions what changed in which version
 * @param search what was searched for, or empty
 * @param rules whether there are shapes
 * @param context whether there is a JSON-LD context
 * @param left how many terms are not listed on any page
 */
public record OntologyPage(
    List<Header> ontologies,
    List<Figure> figures,
    String diagram,
    List<Phrase> notes,
    List<Section> sections,
    List<Reused> reused,
    List<Version> versions,
    String search,
    Paging paging,
    long left,
    boolean rules,
    boolean context,
    List<Form> forms,
    String canonical) {

  /** What an ontology says of itself. */
  public record Header(
      Phrase name, List<Text> titles, List<Text> descriptions, String iri, List<Fact> facts) {}

  /** A number of terms. */
  public record Figure(String text, long count, String anchor) {}

  /** A property of something with its values, one after the other. */
  public record Fact(Phrase property, Phrase values) {}

  /** The terms of one kind. */
  public record Section(String anchor, String title, List<Entry> entries) {}

  /**
   * A term.
   *
   * @param labels in the visitor's language, then in the others
   * @param definitions the same
   * @param kind what it is, in words
   * @param uses how much it is used, in words
   * @param example one thing or statement, or nothing
   * @param concepts of a scheme
   */
  public record Entry(
      String anchor,
      List<Text> labels,
      List<Text> definitions,
      String iri,
      String kind,
      Phrase uses,
      List<Phrase> example,
      List<Fact> facts,
      List<Shape> shapes,
      List<Concept> concepts) {}

  /** A concept of a scheme and those below it. */
  public record Concept(Phrase name, List<Concept> narrower) {}

  /** A vocabulary of others and its terms in use. */
  public record Reused(String anchor, String namespace, List<Entry> entries) {}

  /** A version and its changes. */
  public record Version(Text name, List<Phrase> facts, List<Phrase> changes) {}

  /** Where in a long list this page is; empty links where there is no page. */
  public record Paging(int page, int pages, String previous, String next) {}
}
