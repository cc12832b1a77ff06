package icc.lod.view;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.JsonLdOptions;
import com.apicatalog.jsonld.compaction.Compaction;
import com.apicatalog.jsonld.context.ActiveContext;
import com.apicatalog.jsonld.processor.ProcessingRuntime;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import jakarta.json.JsonWriter;
import jakarta.json.JsonWriterFactory;
import jakarta.json.stream.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.system.jsonld.JenaToTitanium;
import org.apache.jena.sparql.core.DatasetGraphFactory;

/**
 * Writes graphs as compact JSON-LD (JSON-LD 1.1 Processing Algorithms, section 6.1) in the terms of
 * one context, of which each document carries the part it uses. Thread-safe.
 */
final class CompactJsonLd {
  private static final String CONTEXT = "@context";
  private static final String GRAPH = "@graph";
  private static final String ID = "@id";
  private static final JsonWriterFactory WRITERS =
      Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true));

  private final JsonObject terms;
  private final ActiveContext context;

  /**
   * Takes the terms of a context.
   *
   * @param context the value of {@code @context}
   * @throws JsonLdError when the context is wrong or asks for another by its address
   */
  CompactJsonLd(JsonObject context) throws JsonLdError {
    this.terms = context;
    this.context =
        new ActiveContext(ProcessingRuntime.of(offline())).newContext().create(context, null);
    // Made lazily otherwise, by whichever threads come first.
    this.context.createInverseContext();
  }

  /**
   * Writes a graph, the node it is about first.
   *
   * @throws JsonLdError when an IRI in it would be taken for a shortened one
   */
  byte[] write(Graph graph, Node about) throws JsonLdError {
    JsonArray expanded = JenaToTitanium.convert(DatasetGraphFactory.wrap(graph), offline());
    List<JsonValue> nodes = new ArrayList<>(expanded);
    nodes.sort(
        Comparator.comparing((JsonValue node) -> !id(node).equals(about.toString()))
            .thenComparing(CompactJsonLd::id));
    JsonValue compact =
        Compaction.with(context)
            .compactArrays(true)
            .compact(Json.createArrayBuilder(nodes).build());
    JsonObjectBuilder document = Json.createObjectBuilder().add(CONTEXT, used(compact));
    if (compact instanceof JsonObject object) {
      object.forEach(document::add);
    } else {
      document.add(GRAPH, compact);
    }
    return bytes(document.build());
  }

  private static String id(JsonValue node) {
    return node.asJsonObject().getString(ID, "");
  }

  /** The part of the context without which the document would mean something else. */
  private JsonObject used(JsonValue document) {
    Set<String> seen = new HashSet<>();
    Deque<JsonValue> open = new ArrayDeque<>(List.of(document));
    while (!open.isEmpty()) {
      for (String text : texts(open.pop())) {
        int colon = text.indexOf(':');
        for (String name : List.of(text, colon < 0 ? text : text.substring(0, colon))) {
          JsonValue definition = terms.get(name);
          if (definition != null && seen.add(name)) {
            open.push(definition);
          }
        }
      }
    }
    JsonObjectBuilder used = Json.createObjectBuilder();
    terms.forEach(
        (name, definition) -> {
          if (name.startsWith("@") || seen.contains(name)) {
            used.add(name, definition);
          }
        });
    return used.build();
  }

  /** All names and strings in a piece of JSON. */
  private static Set<String> texts(JsonValue value) {
    Set<String> texts = new HashSet<>();
    Deque<JsonValue> open = new ArrayDeque<>(List.of(value));
    while (!open.isEmpty()) {
      switch (open.pop()) {
        case JsonObject object -> {
          texts.addAll(object.keySet());
          open.addAll(object.values());
        }
        case JsonArray array -> open.addAll(array);
        case jakarta.json.JsonString string -> texts.add(string.getString());
        default -> {}
      }
    }
    return texts;
  }

  private static byte[] bytes(JsonStructure json) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonWriter writer = WRITERS.createWriter(out)) {
      writer.write(json);
    }
    out.write('\n');
    return out.toByteArray();
  }

  private static JsonLdOptions offline() {
    JsonLdOptions options = new JsonLdOptions();
    options.setDocumentLoader(
        (uri, ignored) -> {
          throw new JsonLdError(
              JsonLdErrorCode.LOADING_REMOTE_CONTEXT_FAILED, "No context is fetched: " + uri);
        });
    return options;
  }
}
