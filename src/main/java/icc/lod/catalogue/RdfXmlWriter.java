package icc.lod.catalogue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.impl.Util;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.XSD;

/**
 * Writes statements as RDF/XML (RDF 1.1 XML Syntax, section 2): a description a subject, an element
 * a statement. Statements come ordered by subject and are written at once.
 */
final class RdfXmlWriter {
  private final OutputStream out;
  private final Map<String, String> prefixes;
  private Node subject = Node.ANY;

  /**
   * Starts a document.
   *
   * @param prefixes from namespace to prefix, for every property to come
   */
  RdfXmlWriter(OutputStream out, Map<String, String> prefixes) throws IOException {
    this.out = out;
    this.prefixes = prefixes;
    StringBuilder head = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rdf:RDF");
    prefixes.forEach(
        (namespace, prefix) ->
            head.append("\n  xmlns:")
                .append(prefix)
                .append("=\"")
                .append(attribute(namespace))
                .append('"'));
    text(head.append(">\n").toString());
  }

  /** Names for the namespaces of these properties; empty when one is no XML name. */
  static Map<String, String> prefixes(Iterable<String> properties) {
    Map<String, String> prefixes = new TreeMap<>();
    for (String property : properties) {
      prefixes.put(property.substring(0, Util.splitNamespaceXML(property)), "");
    }
    prefixes.remove(RDF.getURI());
    int number = 0;
    for (Map.Entry<String, String> entry : prefixes.entrySet()) {
      number++;
      entry.setValue("p" + number);
    }
    prefixes.put(RDF.getURI(), "rdf");
    return prefixes;
  }

  /** Whether XML can hold a statement: names for properties, characters for texts. */
  static boolean fits(Triple triple) {
    String property = triple.getPredicate().getURI();
    Node object = triple.getObject();
    return Util.splitNamespaceXML(property) < property.length()
        && !object.isTripleTerm()
        && (!object.isLiteral() || characters(object.getLiteralLexicalForm()));
  }

  private static boolean characters(String text) {
    return text.codePoints()
        .allMatch(
            c ->
                c == 9
                    || c == 10
                    || c == 13
                    || (c >= 0x20 && c != 0xfffe && c != 0xffff && (c < 0xd800 || c > 0xdfff)));
  }

  void statement(Triple triple) throws IOException {
    StringBuilder xml = new StringBuilder(200);
    if (!triple.getSubject().equals(subject)) {
      if (!subject.equals(Node.ANY)) {
        xml.append("</rdf:Description>\n");
      }
      subject = triple.getSubject();
      xml.append("<rdf:Description ").append(resource("about", subject)).append(">\n");
    }
    String property = triple.getPredicate().getURI();
    int split = Util.splitNamespaceXML(property);
    String name = prefixes.get(property.substring(0, split)) + ":" + property.substring(split);
    xml.append("  <").append(name);
    Node object = triple.getObject();
    if (object.isLiteral()) {
      xml.append(kind(object)).append('>').append(content(object.getLiteralLexicalForm()));
      xml.append("</").append(name).append(">\n");
    } else {
      xml.append(' ').append(resource("resource", object)).append("/>\n");
    }
    text(xml.toString());
  }

  void finish() throws IOException {
    text(subject.equals(Node.ANY) ? "</rdf:RDF>\n" : "</rdf:Description>\n</rdf:RDF>\n");
  }

  private static String resource(String attribute, Node node) {
    return node.isBlank()
        ? "rdf:nodeID=\"" + attribute(node.getBlankNodeLabel()) + '"'
        : "rdf:" + attribute + "=\"" + attribute(node.getURI()) + '"';
  }

  private static String kind(Node literal) {
    if (!literal.getLiteralLanguage().isEmpty()) {
      return " xml:lang=\"" + literal.getLiteralLanguage() + '"';
    }
    String datatype = literal.getLiteralDatatypeURI();
    return datatype.equals(XSD.xstring.getURI())
        ? ""
        : " rdf:datatype=\"" + attribute(datatype) + '"';
  }

  private static String content(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\r", "&#13;");
  }

  private static String attribute(String text) {
    return content(text).replace("\"", "&quot;");
  }

  private void text(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }
}
