package icc.lod.view;

import java.util.List;

/** A value on a page: a thing, a text, or a nested description. */
public sealed interface Value {
  /** Names which of the three it is, for the template. */
  String kind();

  /** A value that is a thing. */
  record Thing(Link link) implements Value {
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
  record Literal(Text text, String machine, String href, String datatype) implements Value {
    @Override
    public String kind() {
      return "literal";
    }
  }

  /** A value without an address of its own. */
  record Nested(List<Row> rows) implements Value {
    @Override
    public String kind() {
      return "nested";
    }
  }
}
