package icc.lod.ontology;

import icc.lod.view.Text;
import java.util.List;

/** What the page of the shapes shows. Public, for the template engine reads it. */
public record ShapesPage(
    List<Text> titles,
    List<Text> descriptions,
    List<Shape> shapes,
    List<Part> parts,
    List<Form> forms,
    String canonical) {

  /** One form of a document. */
  public record Form(String name, String mediaType, String href) {}

  /**
   * A shape.
   *
   * @param anchor its element, or empty when it has none
   * @param target whom it is for
   * @param clauses what must hold for each of these
   * @param rules what must hold for its properties
   */
  public record Shape(
      String anchor,
      Text label,
      String iri,
      Phrase target,
      List<Phrase> clauses,
      List<Rule> rules) {}

  /**
   * What must hold for the values of one property.
   *
   * @param anchor the element of the property shape, where it is shown first; else empty
   */
  public record Rule(String anchor, Phrase property, Phrase clauses) {}

  /** Something else that the document of the shapes describes. */
  public record Part(String anchor, Text label, String iri) {}
}
