package icc.lod.examples;

import icc.lod.rdf.EntityIri;
import icc.lod.view.Link;
import icc.lod.view.Literals;
import icc.lod.view.PageText;
import icc.lod.view.Value.Literal;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;

/**
 * A cell of an answer. A page has a thousand, and a template reads each part of a record slowly: so
 * this has few, and none that its kind does not need.
 *
 * @param kind {@code text}, {@code tagged}, {@code time} or {@code link}
 * @param text what is read
 * @param lang its language, when that is not the page's
 * @param detail the tag beside a tagged text, the form for machines of a time, a link's IRI
 * @param href where it leads
 * @param outside a link's own address elsewhere on the Web, or empty
 */
record Cell(String kind, String text, String lang, String detail, String href, String outside) {
  /** A longer text is cut, and ends in dots: the files have it whole. */
  private static final int LONGEST = 600;

  /** The cell of a column in a row; empty where the row has nothing. */
  static Cell of(Binding row, Var column, PageText names, Literals literals) {
    if (!row.contains(column)) {
      return text("");
    }
    Node node = row.get(column);
    if (node.isLiteral()) {
      return literal(literals.literal(node));
    }
    if (EntityIri.of(node).isEmpty() && !node.isBlank()) {
      return text(node.toString());
    }
    Link link = names.link(node);
    return link.href().isEmpty()
        ? text(link.text().value())
        : new Cell(
            "link",
            link.text().value(),
            link.text().lang(),
            link.iri(),
            link.href(),
            link.outside());
  }

  private static Cell literal(Literal literal) {
    String whole = literal.text().value();
    String text = whole.length() > LONGEST ? whole.substring(0, LONGEST) + " …" : whole;
    String lang = literal.text().lang();
    if (!literal.href().isEmpty()) {
      return new Cell("link", text, "", literal.href(), literal.href(), "");
    }
    if (!literal.machine().isEmpty()) {
      return new Cell("time", text, "", literal.machine(), "", "");
    }
    String tag = lang.isEmpty() ? literal.datatype() : lang;
    return tag.isEmpty() ? text(text) : new Cell("tagged", text, lang, tag, "", "");
  }

  private static Cell text(String text) {
    return new Cell("text", text, "", "", "", "");
  }
}
