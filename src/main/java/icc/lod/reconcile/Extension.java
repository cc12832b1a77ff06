package icc.lod.reconcile;

import icc.lod.rdf.EntityIri;
import icc.lod.search.StoredThing;
import icc.lod.view.Text;
import icc.lod.web.Problem;
import icc.lod.web.Visitor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonNumber;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** Values of properties for things that were linked (API 0.2, "Data Extension"). */
final class Extension {
  private static final int MOST_PROPERTIES = 50;
  private static final String DATE_TIME =
      "-?([1-9]\\d*)?\\d{4}-(1[0-2]|0[1-9])-(3[01]|0[1-9]|[12]\\d)"
          + "T(2[0-3]|[01]\\d):([0-5]\\d):([0-5]\\d)(\\.\\d+)?(Z|[+-](2[0-3]|[01]\\d):[0-5]\\d)?";

  /** What is wanted of each thing. */
  private record Wanted(String id, PropertyPath path, Schema.Term term, Settings settings) {}

  private record Settings(int limit, boolean languages, boolean iris) {}

  private final List<String> ids;
  private final List<Wanted> wanted;

  private Extension(List<String> ids, List<Wanted> wanted) {
    this.ids = ids;
    this.wanted = wanted;
  }

  /**
   * Reads what is wanted.
   *
   * @throws Problem 400 that says what is wrong, 413 when it is too much
   */
  static Extension read(String text, String what, Schema schema, ReconcileSettings settings) {
    JsonObject json = Json.object(text, what);
    JsonArray ids = array(json, "ids");
    JsonArray properties = array(json, "properties");
    if (ids.size() > settings.batchSize() || properties.size() > MOST_PROPERTIES) {
      throw Problem.of(
          413,
          "Content too large",
          "Ask for at most %d things and %d properties at a time."
              .formatted(settings.batchSize(), MOST_PROPERTIES));
    }
    List<String> things = new ArrayList<>();
    for (JsonValue id : ids) {
      things.add(
          Json.scalar(id)
              .filter(iri -> EntityIri.parse(iri).isPresent())
              .orElseThrow(
                  () ->
                      Problem.badRequest(
                              "The id number " + things.size() + " is not the IRI of a thing.")
                          .with("index", things.size())));
    }
    List<Wanted> wanted = new ArrayList<>();
    for (JsonValue property : properties) {
      wanted.add(wanted(property, wanted.size(), schema));
    }
    return new Extension(things, wanted);
  }

  private static JsonArray array(JsonObject json, String member) {
    JsonValue value = json.get(member);
    if (value == null || !value.isArray()) {
      throw Problem.badRequest("A data extension has a list '" + member + "'.");
    }
    return value.getAsArray();
  }

  private static Wanted wanted(JsonValue json, int at, Schema schema) {
    String id = json.isObject() ? Json.string(json.getAsObject(), "id").orElse("") : "";
    PropertyPath path =
        schema
            .path(id)
            .orElseThrow(
                () ->
                    Problem.badRequest(
                            "Property number "
                                + at
                                + " is not one of this release;"
                                + " /reconcile/suggest/property lists them.")
                        .with("index", at));
    JsonValue settings = json.getAsObject().get("settings");
    String last = path.last().property().getURI();
    Schema.Term term =
        schema.property(last).orElseGet(() -> new Schema.Term(last, List.of(), false));
    return new Wanted(id, path, term, settings(settings));
  }

  private static Settings settings(JsonValue json) {
    if (json == null || !json.isObject()) {
      return new Settings(0, false, false);
    }
    JsonObject object = json.getAsObject();
    String limit = text(object, "limit").replaceFirst("\\.0$", "");
    return new Settings(
        limit.matches("\\d{1,6}") ? Integer.parseInt(limit) : 0,
        isOn(object, "languages"),
        isOn(object, "iris"));
  }

  private static boolean isOn(JsonObject object, String member) {
    return List.of("true", "on", "1").contains(text(object, member));
  }

  private static String text(JsonObject object, String member) {
    return Optional.ofNullable(object.get(member)).flatMap(Json::scalar).orElse("");
  }

  /** API 0.2: rows by id, values by property. */
  JsonObject stable(Facts facts, Naming naming, Visitor visitor) {
    JsonObject rows = new JsonObject();
    for (String id : ids) {
      JsonObject row = new JsonObject();
      for (Wanted each : wanted) {
        row.put(each.id(), values(id, each, facts, naming, visitor));
      }
      rows.put(id, row);
    }
    return answer(rows, naming);
  }

  /** 1.0-draft: rows in order. */
  JsonObject draft(Facts facts, Naming naming, Visitor visitor) {
    JsonArray rows = new JsonArray();
    for (String id : ids) {
      JsonArray properties = new JsonArray();
      for (Wanted each : wanted) {
        JsonObject property = new JsonObject();
        property.put("id", each.id());
        property.put("values", values(id, each, facts, naming, visitor));
        properties.add(property);
      }
      JsonObject row = new JsonObject();
      row.put("id", id);
      row.put("properties", properties);
      rows.add(row);
    }
    return answer(rows, naming);
  }

  private JsonObject answer(JsonValue rows, Naming naming) {
    JsonArray meta = new JsonArray();
    for (Wanted each : wanted) {
      JsonObject property = new JsonObject();
      property.put("id", each.id());
      property.put("name", naming.term(each.term()).value());
      meta.add(property);
    }
    JsonObject json = new JsonObject();
    json.put("meta", meta);
    json.put("rows", rows);
    return json;
  }

  private static JsonArray values(
      String id, Wanted wanted, Facts facts, Naming naming, Visitor visitor) {
    List<Node> nodes = wanted.path().values(facts.graph(), NodeFactory.createURI(id));
    List<Node> tagged = nodes.stream().filter(Extension::isTagged).toList();
    Optional<Node> best =
        wanted.settings().languages() ? Optional.empty() : visitor.languages().best(tagged);
    JsonArray values = new JsonArray();
    for (Node node : nodes) {
      boolean other = best.isPresent() && isTagged(node) && !node.equals(best.get());
      boolean full = wanted.settings().limit() > 0 && values.size() >= wanted.settings().limit();
      if (!other && !full && !node.isBlank()) {
        values.add(value(node, wanted.settings(), facts, naming));
      }
    }
    return values;
  }

  private static boolean isTagged(Node node) {
    return node.isLiteral() && !node.getLiteralLanguage().isEmpty();
  }

  private static JsonObject value(Node node, Settings settings, Facts facts, Naming naming) {
    JsonObject json = new JsonObject();
    if (node.isLiteral()) {
      literal(node, json);
      return json;
    }
    Optional<StoredThing> thing = facts.thing(node);
    // Things of others are in another identifier space, and no service can be named for them.
    if (thing.isEmpty() || settings.iris()) {
      json.put("str", node.getURI());
    } else {
      Text name = naming.name(node.getURI(), thing);
      json.put("id", node.getURI());
      json.put("name", name.value());
    }
    return json;
  }

  private static void literal(Node node, JsonObject json) {
    String text = node.getLiteralLexicalForm();
    String type = node.getLiteralDatatypeURI().replaceFirst(".*#", "");
    switch (type) {
      case "integer", "int", "long", "short", "nonNegativeInteger", "positiveInteger" -> {
        if (text.matches("[+-]?\\d{1,18}")) {
          json.put("int", JsonNumber.value(Long.parseLong(text)));
          return;
        }
      }
      case "decimal", "double", "float" -> {
        if (text.matches("[+-]?\\d{0,15}\\.?\\d{1,15}([eE][+-]?\\d{1,2})?")) {
          json.put("float", JsonNumber.value(Double.parseDouble(text)));
          return;
        }
      }
      case "date", "dateTime" -> {
        String full = type.equals("date") ? text.replaceFirst("Z$", "") + "T00:00:00Z" : text;
        if (full.matches(DATE_TIME)) {
          json.put("date", full);
          return;
        }
      }
      default -> {}
    }
    json.put("str", text);
  }
}
