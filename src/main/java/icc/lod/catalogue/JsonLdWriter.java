package icc.lod.catalogue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonString;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.XSD;

/**
 * Writes statements as JSON-LD in flattened, expanded form (JSON-LD 1.1 API, section 4.7), one node
 * a line. Statements come ordered by graph and subject; one subject is held in memory at a time.
 */
final class JsonLdWriter {
  private final OutputStream out;
  private final List<Triple> subject = new ArrayList<>();
  private Optional<Node> graph = Optional.empty();
  private String separator = "[\n";

  JsonLdWriter(OutputStream out) {
    this.out = out;
  }

  void statement(Triple triple, Optional<Node> in) throws IOException {
    boolean otherGraph = !in.equals(graph);
    if (otherGraph
        || (!subject.isEmpty() && !subject.get(0).getSubject().equals(triple.getSubject()))) {
      node();
    }
    if (otherGraph) {
      endGraph();
      graph = in;
      if (in.isPresent()) {
        text(separator + "{\"@id\":" + JSON.toStringFlat(new JsonString(id(in.get()))));
        separator = ",\"@graph\":[\n";
      }
    }
    subject.add(triple);
  }

  void finish() throws IOException {
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
    JsonObject node = new JsonObject();
    node.put("@id", id(subject.get(0).getSubject()));
    Map<String, JsonArray> values = new LinkedHashMap<>();
    for (Triple triple : subject) {
      boolean type =
          triple.getPredicate().equals(RDF.type.asNode()) && !triple.getObject().isLiteral();
      JsonArray array =
          values.computeIfAbsent(
              type ? "@type" : triple.getPredicate().getURI(), key -> new JsonArray());
      if (type) {
        array.add(id(triple.getObject()));
      } else {
        array.add(value(triple.getObject()));
      }
    }
    values.forEach(node::put);
    subject.clear();
    text(separator + JSON.toStringFlat(node));
    separator = ",\n";
  }

  private static JsonObject value(Node object) {
    JsonObject value = new JsonObject();
    if (!object.isLiteral()) {
      value.put("@id", id(object));
      return value;
    }
    value.put("@value", object.getLiteralLexicalForm());
    if (!object.getLiteralLanguage().isEmpty()) {
      value.put("@language", object.getLiteralLanguage());
      if (object.getLiteralBaseDirection() != null) {
        value.put("@direction", object.getLiteralBaseDirection().direction());
      }
    } else if (!object.getLiteralDatatypeURI().equals(XSD.xstring.getURI())) {
      value.put("@type", object.getLiteralDatatypeURI());
    }
    return value;
  }

  private static String id(Node node) {
    return node.isBlank() ? "_:" + node.getBlankNodeLabel() : node.getURI();
  }

  private void text(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }
}
