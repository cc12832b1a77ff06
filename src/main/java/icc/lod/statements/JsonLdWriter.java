package icc.lod.statements;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.XSD;

/**
 * Writes statements as JSON-LD in flattened, expanded form (JSON-LD 1.1 API, section 4.7), one node
 * a line. Statements come ordered by graph and subject; one subject is held in memory at a time.
 */
public final class JsonLdWriter {
  private final OutputStream out;
  private final List<Triple> subject = new ArrayList<>();
  private Optional<Node> graph = Optional.empty();
  private String separator = "[\n";

  public JsonLdWriter(OutputStream out) {
    this.out = out;
  }

  public void statement(Triple triple, Optional<Node> in) throws IOException {
    boolean otherGraph = !in.equals(graph);
    if (otherGraph
        || (!subject.isEmpty() && !subject.get(0).getSubject().equals(triple.getSubject()))) {
      node();
    }
    if (otherGraph) {
      endGraph();
      graph = in;
      if (in.isPresent()) {
        StringBuilder start = new StringBuilder(separator).append("{\"@id\":");
        string(id(in.get()), start);
        text(start.toString());
        separator = ",\"@graph\":[\n";
      }
    }
    subject.add(triple);
  }

  public void finish() throws IOException {
    node();
    endGraph();
    text(separator.equals("[\n") ? "[]\n" : "\n]\n");
  }

  private void endGraph() throws IOException {
    if (graph.isPresent()) {
      text("\n]}");
      separator = ",\n";
    }
  }

  private void node() throws IOException {
    if (subject.isEmpty()) {
      return;
    }
    // Statements of one property are neighbours, since they come in order.
    StringBuilder node = new StringBuilder(512).append(separator).append("{\"@id\":");
    string(id(subject.get(0).getSubject()), node);
    String last = "";
    for (Triple triple : subject) {
      boolean type =
          triple.getPredicate().equals(RDF.Nodes.type) && !triple.getObject().isLiteral();
      String key = type ? "@type" : triple.getPredicate().getURI();
      if (key.equals(last)) {
        node.append(',');
      } else {
        node.append(last.isEmpty() ? "," : "],");
        string(key, node);
        node.append(":[");
      }
      last = key;
      if (type) {
        string(id(triple.getObject()), node);
      } else {
        value(triple.getObject(), node);
      }
    }
    subject.clear();
    text(node.append("]}").toString());
    separator = ",\n";
  }

  private static void value(Node object, StringBuilder out) {
    if (!object.isLiteral()) {
      string(id(object), out.append("{\"@id\":"));
      out.append('}');
      return;
    }
    string(object.getLiteralLexicalForm(), out.append("{\"@value\":"));
    if (!object.getLiteralLanguage().isEmpty()) {
      string(object.getLiteralLanguage(), out.append(",\"@language\":"));
      if (object.getLiteralBaseDirection() != null) {
        string(object.getLiteralBaseDirection().direction(), out.append(",\"@direction\":"));
      }
    } else if (!object.getLiteralDatatypeURI().equals(XSD.xstring.getURI())) {
      string(object.getLiteralDatatypeURI(), out.append(",\"@type\":"));
    }
    out.append('}');
  }

  /** A string of JSON (RFC 8259, section 7). */
  private static void string(String text, StringBuilder out) {
    out.append('"');
    int done = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c == '"' || c == '\\') {
        out.append(text, done, i);
        out.append(c < ' ' ? String.format("\\u%04x", (int) c) : "\\" + c);
        done = i + 1;
      }
    }
    out.append(text, done, text.length()).append('"');
  }

  private static String id(Node node) {
    return node.isBlank() ? "_:" + node.getBlankNodeLabel() : node.getURI();
  }

  private void text(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }
}
