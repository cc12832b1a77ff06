package icc.lod.reconcile;

import icc.lod.rdf.EntityIri;
import icc.lod.reconcile.ReconcileQuery.Asked;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;

/** The members of a query, each checked as it is read. */
final class QueryFields {
  private static final int LONGEST = 500;
  private static final int MOST_VALUES = 50;

  /** A fault in one query of a batch, which the problem will name. */
  static final class Wrong extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Wrong(String what) {
      super(what, null, false, false);
    }
  }

  private QueryFields() {}

  static List<Asked> values(JsonValue json) {
    List<Asked> values = new ArrayList<>();
    if (json.isArray()) {
      if (json.getAsArray().size() > MOST_VALUES) {
        throw new Wrong("a property has more than " + MOST_VALUES + " values");
      }
      json.getAsArray().forEach(each -> values.add(value(each)));
    } else {
      values.add(value(json));
    }
    return values;
  }

  static Asked value(JsonValue json) {
    if (json.isObject()) {
      String id =
          Json.string(json.getAsObject(), "id")
              .orElseThrow(() -> new Wrong("a value that is an object has no 'id'"));
      return EntityIri.parse(id).isPresent()
          ? new Asked(id, Optional.of(id))
          : Asked.of(shortened(id));
    }
    return Asked.of(
        shortened(
            Json.scalar(json)
                .orElseThrow(() -> new Wrong("a value is neither text, number nor truth"))));
  }

  static String shortened(String text) {
    if (text.length() > LONGEST) {
      throw new Wrong("a value is longer than " + LONGEST + " characters");
    }
    return text;
  }

  static String name(JsonValue json) {
    return named(Json.scalar(json).orElseThrow(() -> new Wrong("its 'query' is not a text")));
  }

  static String named(String name) {
    if (name.isBlank()) {
      throw new Wrong("its name is empty");
    }
    if (name.length() > LONGEST) {
      throw new Wrong(
          "its name has %d characters, and none is longer than %d"
              .formatted(name.length(), LONGEST));
    }
    return name;
  }

  static JsonArray list(JsonObject json, String member, int most) {
    JsonValue value = json.get(member);
    if (value == null || value.isNull()) {
      return new JsonArray();
    }
    if (!value.isArray()) {
      throw new Wrong("'" + member + "' is not a list");
    }
    if (value.getAsArray().size() > most) {
      throw new Wrong("'" + member + "' has more than " + most + " entries");
    }
    return value.getAsArray();
  }

  static JsonObject object(JsonValue json, String what) {
    if (!json.isObject()) {
      throw new Wrong(what + " is not an object");
    }
    return json.getAsObject();
  }

  static String cut(String text) {
    return text.length() <= 200 ? text : text.substring(0, 200) + "…";
  }
}
