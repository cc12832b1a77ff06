package icc.lod.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;

/**
 * The OpenAPI document as a page shows it.
 *
 * @param origin the address that paths are appended to
 */
record ApiPage(String title, String text, String origin, List<Group> groups) {
  /** Operations of one kind. */
  record Group(String id, String text, List<Operation> operations) {}

  /**
   * A method of an address.
   *
   * @param bodies media types of the request body
   */
  record Operation(
      String id,
      String method,
      String path,
      String summary,
      String text,
      List<Parameter> parameters,
      List<String> bodies,
      List<Response> responses,
      List<Attempt> attempts) {}

  /** A parameter; {@code values} are all it may have, if that is a list. */
  record Parameter(
      String name, boolean inPath, boolean required, String text, List<String> values) {}

  /** A status that may be answered. */
  record Response(String status, String text, List<String> types) {}

  /** An example request and the status it is answered with. */
  record Attempt(String command, String status) {}

  /** Reads a filled document. */
  static ApiPage of(JsonObject document) {
    String origin = document.get("servers").getAsArray().get(0).getAsObject().getString("url");
    List<Group> groups = new ArrayList<>();
    for (JsonValue value : document.get("tags").getAsArray()) {
      JsonObject tag = value.getAsObject();
      groups.add(
          new Group(
              tag.getString("name"),
              text(tag, "description"),
              operations(document, tag.getString("name"), origin)));
    }
    JsonObject info = document.getObj("info");
    return new ApiPage(text(info, "title"), text(info, "description"), origin, groups);
  }

  private static List<Operation> operations(JsonObject document, String tag, String origin) {
    JsonObject components = document.getObj("components");
    List<Operation> operations = new ArrayList<>();
    document
        .getObj("paths")
        .forEach(
            (path, item) ->
                item.getAsObject()
                    .forEach(
                        (method, value) -> {
                          JsonObject operation = value.getAsObject();
                          String own =
                              operation.get("tags").getAsArray().get(0).getAsString().value();
                          if (own.equals(tag)) {
                            operations.add(operation(path, method, operation, components, origin));
                          }
                        }));
    return operations;
  }

  private static Operation operation(
      String path, String method, JsonObject operation, JsonObject components, String origin) {
    List<Parameter> parameters = new ArrayList<>();
    for (JsonValue reference : array(operation, "parameters")) {
      parameters.add(parameter(resolved(reference, components)));
    }
    List<Response> responses = new ArrayList<>();
    operation
        .getObj("responses")
        .forEach((status, value) -> responses.add(response(status, resolved(value, components))));
    List<Attempt> attempts = new ArrayList<>();
    for (JsonValue attempt : array(operation, "x-try")) {
      JsonObject object = attempt.getAsObject();
      attempts.add(new Attempt(command(object, origin), object.get("status").toString()));
    }
    List<String> bodies =
        operation.hasKey("requestBody")
            ? List.copyOf(operation.getObj("requestBody").getObj("content").keys())
            : List.of();
    return new Operation(
        operation.getString("operationId"),
        method.toUpperCase(Locale.ROOT),
        path,
        text(operation, "summary"),
        text(operation, "description"),
        parameters,
        bodies,
        responses,
        attempts);
  }

  private static Parameter parameter(JsonObject parameter) {
    boolean inPath = parameter.getString("in").equals("path");
    List<String> values = new ArrayList<>();
    for (JsonValue value : array(parameter.getObj("schema"), "enum")) {
      values.add(value.getAsString().value());
    }
    return new Parameter(
        parameter.getString("name"),
        inPath,
        inPath || parameter.hasKey("required"),
        text(parameter, "description"),
        values);
  }

  private static Response response(String status, JsonObject response) {
    List<String> types =
        response.hasKey("content") ? List.copyOf(response.getObj("content").keys()) : List.of();
    return new Response(status, text(response, "description"), types);
  }

  /** A line for a shell; {@code -i} where the body alone would not tell the answer. */
  private static String command(JsonObject attempt, String origin) {
    StringBuilder line = new StringBuilder("curl -s");
    if (attempt.getNumber("status").intValue() != 200) {
      line.append("i");
    }
    if (attempt.hasKey("accept")) {
      line.append(" -H 'Accept: ").append(attempt.getString("accept")).append('\'');
    }
    if (attempt.hasKey("form")) {
      line.append(" --data-urlencode '").append(attempt.getString("form")).append('\'');
    }
    if (attempt.hasKey("body")) {
      line.append(" -H 'Content-Type: ").append(attempt.getString("type")).append('\'');
      line.append(" --data-binary '").append(attempt.getString("body")).append('\'');
    }
    String address = origin + attempt.getString("address");
    return line.append(" '").append(address.replace("'", "%27")).append('\'').toString();
  }

  private static JsonObject resolved(JsonValue value, JsonObject components) {
    JsonObject object = value.getAsObject();
    if (!object.hasKey("$ref")) {
      return object;
    }
    List<String> steps = List.of(object.getString("$ref").split("/", -1));
    return components.getObj(steps.get(2)).getObj(steps.get(3));
  }

  private static JsonArray array(JsonObject object, String name) {
    return object.hasKey(name) ? object.get(name).getAsArray() : new JsonArray();
  }

  private static String text(JsonObject object, String name) {
    return object.hasKey(name) ? object.getString(name) : "";
  }
}
