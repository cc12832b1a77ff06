package icc.lod.statements;

import java.nio.charset.StandardCharsets;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.XSD;

/**
 * Statements as lines of canonical N-Quads (RDF 1.2 N-Quads, section 3; RDFC-1.0, section 5),
 * without the line feed.
 */
public final class NQuads {
  private static final String XSD_STRING = XSD.xstring.getURI();
  private static final String NEVER_IN_IRI = "<>\"{}|^`\\";

  private NQuads() {}

  /** A statement of the default graph. */
  public static byte[] line(Triple triple) {
    return start(triple).append('.').toString().getBytes(StandardCharsets.UTF_8);
  }

  /** A statement of a named graph. */
  public static byte[] line(Triple triple, Node graph) {
    StringBuilder line = start(triple);
    term(graph, line);
    return line.append(" .").toString().getBytes(StandardCharsets.UTF_8);
  }

  /** A term as it stands in a line. */
  public static String written(Node node) {
    StringBuilder text = new StringBuilder();
    term(node, text);
    return text.toString();
  }

  private static StringBuilder start(Triple triple) {
    StringBuilder line = new StringBuilder(160);
    term(triple.getSubject(), line);
    term(triple.getPredicate(), line.append(' '));
    term(triple.getObject(), line.append(' '));
    return line.append(' ');
  }

  private static void term(Node node, StringBuilder out) {
    if (node.isURI()) {
      iri(node.getURI(), out);
    } else if (node.isBlank()) {
      out.append("_:").append(node.getBlankNodeLabel());
    } else if (node.isLiteral()) {
      literal(node, out);
    } else {
      Triple triple = node.getTriple();
      out.append("<<( ").append(start(triple)).append(")>>");
    }
  }

  private static void iri(String iri, StringBuilder out) {
    out.append('<');
    int done = 0;
    for (int i = 0; i < iri.length(); i++) {
      char c = iri.charAt(i);
      if (c <= ' ' || NEVER_IN_IRI.indexOf(c) >= 0) {
        unicode(c, out.append(iri, done, i));
        done = i + 1;
      }
    }
    out.append(iri, done, iri.length()).append('>');
  }

  private static void literal(Node node, StringBuilder out) {
    out.append('"');
    String text = node.getLiteralLexicalForm();
    int done = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c == '"' || c == '\\' || c == 0x7f) {
        escape(c, out.append(text, done, i));
        done = i + 1;
      }
    }
    out.append(text, done, text.length()).append('"');
    String language = node.getLiteralLanguage();
    if (!language.isEmpty()) {
      out.append('@').append(language);
      if (node.getLiteralBaseDirection() != null) {
        out.append("--").append(node.getLiteralBaseDirection().direction());
      }
    } else if (!node.getLiteralDatatypeURI().equals(XSD_STRING)) {
      iri(node.getLiteralDatatypeURI(), out.append("^^"));
    }
  }

  private static void escape(char c, StringBuilder out) {
    switch (c) {
      case '\b' -> out.append("\\b");
      case '\t' -> out.append("\\t");
      case '\n' -> out.append("\\n");
      case '\f' -> out.append("\\f");
      case '\r' -> out.append("\\r");
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      default -> unicode(c, out);
    }
  }

  private static void unicode(char c, StringBuilder out) {
    out.append("\\u00")
        .append(Character.toUpperCase(Character.forDigit(c >> 4, 16)))
        .append(Character.toUpperCase(Character.forDigit(c & 15, 16)));
  }
}
