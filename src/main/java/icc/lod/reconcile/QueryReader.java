package icc.lod.reconcile;

import icc.lod.reconcile.ReconcileQuery.Condition;
import icc.lod.reconcile.ReconcileQuery.Quantifier;
import icc.lod.web.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;

/**
 * Reads batches of queries in the forms of 0.2 and of the 1.0 draft.
 *
 * @param schema what types and properties there are
 * @param settings the limits
 */
record QueryReader(Schema schema, ReconcileSettings settings) {
  private static final int MOST_CONDITIONS = 20;
  private static final int MOST_TYPES = 20;
  private static final int LIMIT = 10;
  private static final int HIGHEST_LIMIT = 100;

  /**
   * A batch of 0.2: queries by the names that the answers will have.
   *
   * @throws Problem 400 that names the query at fault, 413 when there are too many
   */
  Map<String, ReconcileQuery> batch(String text) {
    JsonObject json = Json.object(text, "The field 'queries'");
    checkSize(json.keys().size());
    Map<String, ReconcileQuery> queries = new LinkedHashMap<>();
    int at = 0;
    for (String key : json.keys()) {
      queries.put(key, guarded(json.get(key), key, at++, this::query));
    }
    return queries;
  }

  /** A batch of the draft: a list of queries. */
  List<ReconcileQuery> draft(String text) {
    JsonObject json = Json.object(text, "The body");
    JsonValue list = json.get("queries");
    if (list == null || !list.isArray()) {
      throw Problem.badRequest("The body has no list 'queries'.");
    }
    JsonArray array = list.getAsArray();
    checkSize(array.size());
    List<ReconcileQuery> queries = new ArrayList<>();
    for (JsonValue each : array) {
      String at = Integer.toString(queries.size());
      queries.add(guarded(each, at, queries.size(), this::draftQuery));
    }
    return queries;
  }

  private void checkSize(int size) {
    if (size > settings.batchSize()) {
      throw Problem.of(
              413,
              "Content too large",
              "The batch has %d queries: send at most %d at a time, as the manifest says."
                  .formatted(size, settings.batchSize()))
          .with("batchSize", settings.batchSize());
    }
  }

  private static ReconcileQuery guarded(
      JsonValue json,
      String key,
      int at,
      java.util.function.Function<JsonObject, ReconcileQuery> reading) {
    try {
      if (!json.isObject()) {
        throw new QueryFields.Wrong("it is not an object");
      }
      return reading.apply(json.getAsObject());
    } catch (QueryFields.Wrong e) {
      throw Problem.badRequest("Query '" + key + "' is wrong: " + e.getMessage() + ".")
          .with("query", key)
          .with("index", at);
    }
  }

  private ReconcileQuery query(JsonObject json) {
    List<String> names =
        json.hasKey("query") ? List.of(QueryFields.name(json.get("query"))) : List.of();
    List<Condition> conditions = new ArrayList<>();
    for (JsonValue each : QueryFields.list(json, "properties", MOST_CONDITIONS)) {
      JsonObject property = QueryFields.object(each, "a property");
      String pid =
          Json.string(property, "pid")
              .orElseThrow(() -> new QueryFields.Wrong("a property has no text 'pid'"));
      if (!property.hasKey("v")) {
        throw new QueryFields.Wrong("the property '" + pid + "' has no value 'v'");
      }
      conditions.add(
          new Condition(
              pid, path(pid), QueryFields.values(property.get("v")), Quantifier.ANY, false));
    }
    if (names.isEmpty() && conditions.isEmpty()) {
      throw new QueryFields.Wrong("it has neither a 'query' nor 'properties'");
    }
    Json.string(json, "type_strict")
        .filter(strict -> !Set.of("any", "should", "all").contains(strict))
        .ifPresent(
            strict -> {
              throw new QueryFields.Wrong(
                  "'type_strict' is any, should or all, not '" + strict + "'");
            });
    return new ReconcileQuery(names, List.of(), types(json), conditions, limit(json));
  }

  private ReconcileQuery draftQuery(JsonObject json) {
    List<String> names = new ArrayList<>();
    List<String> ids = new ArrayList<>();
    List<Condition> conditions = new ArrayList<>();
    JsonArray all = QueryFields.list(json, "conditions", MOST_CONDITIONS);
    if (all.isEmpty()) {
      throw new QueryFields.Wrong("it has no list 'conditions' with at least one");
    }
    for (JsonValue each : all) {
      JsonObject condition = QueryFields.object(each, "a condition");
      if (!condition.hasKey("propertyValue")) {
        throw new QueryFields.Wrong("a condition has no 'propertyValue'");
      }
      JsonValue value = condition.get("propertyValue");
      switch (Json.string(condition, "matchType").orElse("")) {
        case "name" ->
            QueryFields.values(value).forEach(v -> names.add(QueryFields.named(v.text())));
        case "id" -> QueryFields.values(value).forEach(v -> ids.add(v.id().orElse(v.text())));
        case "property" -> conditions.add(condition(condition, value));
        default ->
            throw new QueryFields.Wrong("the 'matchType' of a condition is name, id or property");
      }
    }
    return new ReconcileQuery(names, ids, types(json), conditions, limit(json));
  }

  private Condition condition(JsonObject json, JsonValue value) {
    String pid =
        Json.string(json, "propertyId")
            .orElseThrow(
                () -> new QueryFields.Wrong("a condition on a property has no 'propertyId'"));
    JsonValue required = json.get("required");
    if (required != null && !required.isBoolean()) {
      throw new QueryFields.Wrong("'required' is true or false");
    }
    String quantifier = Json.string(json, "matchQuantifier").orElse("any");
    if (!Set.of("any", "all", "none").contains(quantifier)) {
      throw new QueryFields.Wrong(
          "'matchQuantifier' is any, all or none, not '" + quantifier + "'");
    }
    if (json.hasKey("matchQualifier")) {
      throw new QueryFields.Wrong("there are no match qualifiers here; leave 'matchQualifier' out");
    }
    return new Condition(
        pid,
        path(pid),
        QueryFields.values(value),
        Quantifier.valueOf(quantifier.toUpperCase(Locale.ROOT)),
        required != null && required.getAsBoolean().value());
  }

  private PropertyPath path(String pid) {
    return schema
        .path(QueryFields.cut(pid))
        .orElseThrow(
            () ->
                new QueryFields.Wrong(
                    "there is no property '%s' in this release; /reconcile/suggest/property lists them"
                        .formatted(QueryFields.cut(pid))));
  }

  private Set<String> types(JsonObject json) {
    JsonValue value = json.get("type");
    List<String> asked = new ArrayList<>();
    if (value != null && value.isArray()) {
      QueryFields.list(json, "type", MOST_TYPES).forEach(v -> asked.add(type(v)));
    } else if (value != null) {
      asked.add(type(value));
    }
    Set<String> types = new LinkedHashSet<>();
    asked.stream().filter(type -> !type.isBlank()).forEach(type -> types.addAll(narrowed(type)));
    return types;
  }

  /** OpenRefine sends some types as objects. */
  private static String type(JsonValue value) {
    return Json.scalar(value)
        .or(() -> value.isObject() ? Json.string(value.getAsObject(), "id") : Optional.empty())
        .orElseThrow(() -> new QueryFields.Wrong("a 'type' is not a text"));
  }

  private Set<String> narrowed(String asked) {
    return schema
        .type(asked)
        .map(schema::withNarrower)
        .orElseThrow(
            () ->
                new QueryFields.Wrong(
                    "there is no type '%s' in this release; /reconcile/suggest/type lists them"
                        .formatted(QueryFields.cut(asked))));
  }

  private int limit(JsonObject json) {
    JsonValue value = json.get("limit");
    if (value == null || value.isNull()) {
      return LIMIT;
    }
    String text = Json.scalar(value).orElse("").replaceFirst("\\.0$", "");
    if (!text.matches("0*[1-9]\\d{0,8}")) {
      throw new QueryFields.Wrong("'limit' is a number from 1 on");
    }
    return Math.min(Integer.parseInt(text), HIGHEST_LIMIT);
  }
}
