package icc.lod.fragments;

import icc.lod.view.Link;
import icc.lod.view.Value;
import java.util.List;

/**
 * A fragment as people read it. Public, for the template engine reads it.
 *
 * @param fields the pattern, as the form has it
 * @param first place of the first statement shown, from 1; 0 when there is none
 * @param previous the page before, or empty
 * @param next the page after, or empty
 * @param all everything, without the pattern
 */
public record FragmentPage(
    List<Field> fields,
    boolean bound,
    long total,
    long first,
    long last,
    List<Line> lines,
    String previous,
    String next,
    String all,
    List<Form> forms) {

  public FragmentPage {
    fields = List.copyOf(fields);
    lines = List.copyOf(lines);
    forms = List.copyOf(forms);
  }

  /** One of the four parts of the pattern. */
  public record Field(String name, String value) {}

  /** A statement. */
  public record Line(Cell subject, Cell predicate, Cell object, List<Cell> graphs) {}

  /**
   * A term.
   *
   * @param narrow the statements that have it in this place, or empty where that is no term
   */
  public record Cell(Value value, String narrow) {
    /** Shorthand for templates. */
    public String kind() {
      return value.kind();
    }

    /** The thing it is. */
    public Link link() {
      return ((Value.Thing) value).link();
    }
  }

  /** The same as data. */
  public record Form(String href, String name, String mediaType) {}
}
