package icc.lod.catalogue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.atlas.io.StringWriterI;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.out.NodeFormatterTTL;
import org.apache.jena.riot.out.NodeToLabel;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.XSD;

/**
 * Writes statements as Turtle or TriG, a block a subject, in the very bytes of Jena's {@link
 * RDFFormat#TRIG_BLOCKS}, which looks at each character of each term several times and took most of
 * the time of these dumps. Here terms are written as they are unless something in them is to be
 * escaped or abbreviated: that is left to Jena.
 */
final class TurtleWriter {
  private static final int LONG_SUBJECT = 20;
  private static final int LONG_PROPERTY = 30;
  private static final int SHORT_PROPERTY = 6;
  private static final int INDENT = 8;
  private static final int GAP = 2;
  private static final int MOST_KEPT = 10_000;
  private static final String NEVER_PLAIN = "<>\"{}|^`\\\u007f";

  /** A property as written, and how wide a column for it is, or nothing when it is too long. */
  private record Property(String text, int width) {}

  private final OutputStream out;
  private final PrefixMap prefixes = PrefixMapFactory.create();
  private final NodeFormatterTTL formatter =
      new NodeFormatterTTL(null, prefixes, NodeToLabel.createScopeByDocument());
  private final boolean typeByName;
  private final Map<Node, String> iris = new HashMap<>();
  private final Map<Node, Property> properties = new HashMap<>();
  private final List<Triple> batch = new ArrayList<>();
  private final StringBuilder text = new StringBuilder(4096);
  private Node graph = Node.ANY;
  private Node written = Node.ANY;
  private boolean begun;

  /** Starts a document with prefixes. */
  TurtleWriter(OutputStream out, Map<String, String> prefixes) throws IOException {
    this.out = out;
    this.begun = !prefixes.isEmpty();
    this.typeByName = prefixes.containsValue(RDF.getURI());
    prefixes.forEach(this.prefixes::add);
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    StreamRDF stream = StreamRDFWriter.getWriterStream(head, RDFFormat.TRIG_BLOCKS);
    stream.start();
    prefixes.forEach(stream::prefix);
    stream.finish();
    head.writeTo(out);
  }

  /** All statements about one thing, as Turtle. */
  void triples(List<Triple> statements) throws IOException {
    blankLine();
    block(statements, 0);
    text.append(" .\n");
    flush();
  }

  /**
   * A statement of a graph, as TriG; those of a graph come together, and in it those of a subject.
   */
  void quad(Node in, Triple statement) throws IOException {
    boolean same =
        in.equals(graph)
            && !batch.isEmpty()
            && batch.get(0).getSubject().equals(statement.getSubject());
    if (!same) {
      quads();
      graph = in;
    }
    batch.add(statement);
  }

  void finish() throws IOException {
    quads();
    endGraph();
    flush();
  }

  private void quads() throws IOException {
    if (batch.isEmpty()) {
      return;
    }
    int indent = Quad.isDefaultGraph(graph) ? 2 : 4;
    if (graph.equals(written)) {
      text.append(" .\n");
      spaces(indent);
    } else {
      endGraph();
      startGraph(indent);
    }
    block(batch, indent);
    batch.clear();
    flush();
  }

  private void startGraph(int indent) {
    blankLine();
    written = graph;
    if (Quad.isDefaultGraph(graph)) {
      text.append("{ ");
    } else {
      term(graph);
      text.append(" {\n");
      spaces(indent);
    }
  }

  private void endGraph() {
    if (!written.equals(Node.ANY)) {
      text.append(" .\n}\n");
      written = Node.ANY;
    }
  }

  private void blankLine() {
    if (begun) {
      text.append('\n');
    }
    begun = true;
  }

  /** The statements about a thing, up to the stop; the indentation of its first line is written. */
  private void block(List<Triple> statements, int indent) {
    int start = text.length();
    term(statements.get(0).getSubject());
    int column = indent + text.length() - start;
    int inner = indent + INDENT;
    if (column > LONG_SUBJECT) {
      text.append('\n');
      column = 0;
    }
    int gap = column == 0 ? inner : Math.max(GAP, inner - column);
    spaces(gap);
    column += gap;
    int width = width(statements);
    for (int i = 0; i < statements.size(); i++) {
      if (i > 0) {
        text.append(";\n");
        spaces(inner);
        column = inner;
      }
      String property = property(statements.get(i).getPredicate()).text();
      text.append(property);
      spaces(Math.max(0, inner + width - column - property.length()) + GAP);
      term(statements.get(i).getObject());
    }
  }

  private int width(List<Triple> statements) {
    int width = SHORT_PROPERTY;
    for (Triple statement : statements) {
      width = Math.max(width, property(statement.getPredicate()).width());
    }
    return width;
  }

  private Property property(Node node) {
    return properties.computeIfAbsent(node, this::newProperty);
  }

  private Property newProperty(Node node) {
    boolean keyword = !typeByName && RDF.Nodes.type.equals(node);
    String abbreviated = prefixes.abbreviate(node.getURI());
    int width =
        abbreviated == null ? node.getURI().length() + 2 : keyword ? 1 : abbreviated.length();
    return new Property(keyword ? "a" : iri(node), width > LONG_PROPERTY ? 0 : width);
  }

  private void term(Node node) {
    if (node.isURI()) {
      text.append(iri(node));
    } else if (!node.isLiteral() || !literal(node)) {
      text.append(formatted(node));
    }
  }

  private String iri(Node node) {
    String known = iris.get(node);
    if (known != null) {
      return known;
    }
    String uri = node.getURI();
    String made =
        isPlain(uri, ' ') && prefixes.abbrev(uri) == null ? "<" + uri + ">" : formatted(node);
    if (iris.size() < MOST_KEPT) {
      iris.put(node, made);
    }
    return made;
  }

  /** Writes a literal, unless something about it is special. */
  private boolean literal(Node node) {
    String lexical = node.getLiteralLexicalForm();
    String language = node.getLiteralLanguage();
    String datatype = node.getLiteralDatatypeURI();
    boolean xsd = datatype.startsWith(XSD.NS) && !datatype.equals(XSD.xstring.getURI());
    if (xsd || node.getLiteralBaseDirection() != null || !isPlain(lexical, (char) 0x1f)) {
      return false;
    }
    text.append('"').append(lexical).append('"');
    if (!language.isEmpty()) {
      text.append('@').append(language);
    } else if (!datatype.equals(XSD.xstring.getURI())) {
      text.append("^^").append(iri(NodeFactory.createURI(datatype)));
    }
    return true;
  }

  private static boolean isPlain(String text, char last) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c <= last || (c < 0x80 && NEVER_PLAIN.indexOf(c) >= 0)) {
        return false;
      }
    }
    return true;
  }

  private String formatted(Node node) {
    StringWriterI one = new StringWriterI();
    formatter.format(one, node);
    return one.toString();
  }

  private void spaces(int count) {
    text.repeat(' ', count);
  }

  private void flush() throws IOException {
    out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    text.setLength(0);
  }
}
