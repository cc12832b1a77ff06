package icc.lod.reconcile;

import icc.lod.web.Problem;
import icc.lod.web.SentJson;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonException;
import org.apache.jena.atlas.json.JsonNumber;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonParseException;
import org.apache.jena.atlas.json.JsonValue;

/** JSON as clients send it: read with a limit of depth, and told where it is wrong. */
final class Json {
  private static final int DEEPEST = 20;

  private Json() {}

  /**
   * Reads an object.
   *
   * @param what the thing that is read, for the error
   * @throws Problem 400 when it is none
   */
  static JsonObject object(String text, String what) {
    if (depth(text) > DEEPEST) {
      throw Problem.badRequest(what + " is nested deeper than " + DEEPEST + " levels.");
    }
    if (text.isBlank()) {
      throw Problem.badRequest(what + " is empty; it is a JSON object.");
    }
    try {
      JsonValue value = SentJson.parse(text);
      if (value.isObject()) {
        return value.getAsObject();
      }
    } catch (JsonParseException e) {
      throw Problem.badRequest(
          "%s is not JSON: see line %d, column %d.".formatted(what, e.getLine(), e.getColumn()));
    } catch (JsonException e) {
      throw Problem.badRequest(what + " is not JSON; perhaps its end is missing.");
    }
    throw Problem.badRequest(what + " is not a JSON object; it starts with a brace.");
  }

  /** The parser calls itself for each level, and an error of the machine is no answer. */
  private static int depth(String text) {
    int depth = 0;
    int deepest = 0;
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted) {
        if (c == '\\') {
          i++;
        } else if (c == '"') {
          quoted = false;
        }
      } else if (c == '"') {
        quoted = true;
      } else if (c == '[' || c == '{') {
        deepest = Math.max(deepest, ++depth);
      } else if (c == ']' || c == '}') {
        depth--;
      }
    }
    return deepest;
  }

  /** A string member, if it is there and one. */
  static Optional<String> string(JsonObject object, String member) {
    return Optional.ofNullable(object.get(member))
        .filter(JsonValue::isString)
        .map(value -> value.getAsString().value());
  }

  /** A value that is written as text, number or truth. */
  static Optional<String> scalar(JsonValue value) {
    if (value.isString()) {
      return Optional.of(value.getAsString().value());
    }
    if (value.isNumber()) {
      return Optional.of(value.getAsNumber().value().toString());
    }
    return value.isBoolean() ? Optional.of(value.toString()) : Optional.empty();
  }

  /** A number without needless digits. */
  static JsonValue number(double value) {
    return value == Math.rint(value) ? JsonNumber.value((long) value) : JsonNumber.value(value);
  }

  static byte[] bytes(JsonObject json) {
    return (JSON.toStringFlat(json) + "\n").getBytes(StandardCharsets.UTF_8);
  }
}
