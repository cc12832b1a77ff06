package icc.lod.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;

/** The OpenAPI document in one language: structure, words, and examples of one release. */
final class ApiDocument {
  private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z]+)}");

  /**
   * What a document is filled with.
   *
   * @param texts messages by key
   * @param samples what example requests are about
   * @param languages those of the site
   * @param origin the address that paths are appended to
   */
  record Filling(
      Function<String, Optional<String>> texts,
      Map<String, String> samples,
      List<String> languages,
      String origin) {}

  private final JsonObject document;
  private final Filling filling;

  private ApiDocument(JsonObject document, Filling filling) {
    this.document = document;
    this.filling = filling;
  }

  /** Fills a document without words; it is changed. */
  static JsonObject fill(JsonObject document, Filling filling) {
    ApiDocument filled = new ApiDocument(document, filling);
    filled.heading();
    filled.operations();
    filled.components();
    return document;
  }

  private void heading() {
    JsonObject info = document.getObj("info");
    word(info, "title", "api.info.title");
    word(info, "description", "api.info.description");
    document.get("servers").getAsArray().get(0).getAsObject().put("url", filling.origin());
    for (JsonValue tag : document.get("tags").getAsArray()) {
      JsonObject object = tag.getAsObject();
      word(object, "description", "api.tag." + object.getString("name"));
    }
  }

  private void operations() {
    document
        .getObj("paths")
        .forEach(
            (path, item) -> item.getAsObject().forEach((method, o) -> operation(o.getAsObject())));
  }

  private void operation(JsonObject operation) {
    String key = "api.op." + operation.getString("operationId");
    word(operation, "summary", key);
    word(operation, "description", key + ".more");
    JsonArray tries = new JsonArray();
    for (JsonValue value : operation.get("x-try").getAsArray()) {
      JsonObject attempt = value.getAsObject();
      JsonValue needs = attempt.remove("needs");
      boolean there = needs == null || filling.samples().containsKey(needs.getAsString().value());
      filled(attempt.getString("address"))
          .filter(address -> there)
          .ifPresent(
              address -> {
                attempt.put("address", address);
                tries.add(attempt);
              });
    }
    operation.put("x-try", tries);
  }

  private void components() {
    JsonObject components = document.getObj("components");
    for (String kind : List.of("parameters", "responses", "headers", "securitySchemes")) {
      String key = "api." + kind.substring(0, kind.length() - 1) + ".";
      components
          .getObj(kind)
          .forEach((name, value) -> word(value.getAsObject(), "description", key + name));
    }
    components.getObj("parameters").forEach((name, value) -> parameter(value.getAsObject()));
  }

  private void parameter(JsonObject parameter) {
    if (parameter.hasKey("example") && parameter.get("example").isString()) {
      Optional<String> example = filled(parameter.getString("example"));
      parameter.remove("example");
      example.ifPresent(text -> parameter.put("example", text));
    }
    JsonObject schema = parameter.getObj("schema");
    if (parameter.getString("name").equals("lang")) {
      JsonArray languages = new JsonArray();
      filling.languages().forEach(languages::add);
      schema.put("enum", languages);
    }
  }

  private void word(JsonObject object, String member, String key) {
    filling.texts().apply(key).ifPresent(text -> object.put(member, text));
  }

  /** A text with its places filled; none when the release has nothing to fill one with. */
  private Optional<String> filled(String text) {
    List<String> missing = new ArrayList<>();
    String filled =
        PLACE
            .matcher(text)
            .replaceAll(
                place -> {
                  String value = filling.samples().get(place.group(1));
                  if (value == null) {
                    missing.add(place.group(1));
                    return "";
                  }
                  return Matcher.quoteReplacement(value);
                });
    return missing.isEmpty() ? Optional.of(filled) : Optional.empty();
  }
}
