package icc.lod.fragments;

import icc.lod.rdf.EntityIri;
import icc.lod.web.Problem;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * A term as the value of a parameter: an IRI, bare or in angle brackets; {@code "text"}, {@code
 * "text"@en}, {@code "1"^^http://…}; a variable such as {@code ?x}, or nothing, for any term.
 */
final class TermParameter {
  private static final Pattern VARIABLE = Pattern.compile("[?$][\\p{L}\\p{N}_]*");
  private static final Pattern LITERAL =
      Pattern.compile(
          "(?s)\"(?<text>.*)\"(?:@(?<lang>[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*)"
              + "|\\^\\^<?(?<type>[^\"<>\\s]+)>?)?");
  private static final int SHOWN = 80;

  private TermParameter() {}

  /**
   * Reads a value.
   *
   * @throws Problem 400 when it is no term
   */
  static Node read(String name, String value) {
    String text = value.strip();
    if (text.isEmpty() || VARIABLE.matcher(text).matches()) {
      return Node.ANY;
    }
    if (text.startsWith("_:")) {
      throw Problem.badRequest(
          "The "
              + name
              + " is a blank node, which means nothing outside its document: leave it out"
              + " to match anything, or give an IRI.");
    }
    Matcher literal = LITERAL.matcher(text);
    if (literal.matches()) {
      return literal(name, literal);
    }
    String iri =
        text.startsWith("<") && text.endsWith(">") ? text.substring(1, text.length() - 1) : text;
    return EntityIri.parse(iri).map(EntityIri::node).orElseThrow(() -> wrong(name, text));
  }

  /** How {@link #read} would have it. */
  static String write(Node term) {
    if (term.isURI()) {
      return term.getURI();
    }
    String text = '"' + term.getLiteralLexicalForm() + '"';
    if (!term.getLiteralLanguage().isEmpty()) {
      return text + "@" + term.getLiteralLanguage();
    }
    String type = term.getLiteralDatatypeURI();
    return type.endsWith("XMLSchema#string") ? text : text + "^^" + type;
  }

  private static Node literal(String name, Matcher literal) {
    String text = literal.group("text");
    if (literal.group("lang") != null) {
      return NodeFactory.createLiteralLang(text, literal.group("lang"));
    }
    String type = literal.group("type");
    if (type == null) {
      return NodeFactory.createLiteralString(text);
    }
    if (EntityIri.parse(type).isEmpty()) {
      throw wrong(name, literal.group());
    }
    return NodeFactory.createLiteralDT(text, TypeMapper.getInstance().getSafeTypeByName(type));
  }

  private static Problem wrong(String name, String text) {
    String shown = text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    return Problem.badRequest(
        "The "
            + name
            + " '"
            + shown
            + "' is no RDF term: write an absolute IRI (https://…), a literal (\"text\","
            + " \"text\"@en, \"1\"^^http://www.w3.org/2001/XMLSchema#integer), or ?x for any.");
  }
}
