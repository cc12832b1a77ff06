package icc.lod.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;

/**
 * The descriptions of all addresses, without their words (OpenAPI 3.1.1, section 4.8).
 *
 * <p>A path template stands for the route of the same shape, whatever its parameters are called;
 * where that is another, {@code x-routes} names it, and an ending {@code .*} stands for any suffix.
 */
final class Descriptions {
  private static final String RESOURCE = "/api/openapi.json";
  private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");

  private final String text;

  private Descriptions(String text) {
    this.text = text;
  }

  static Descriptions load() {
    try (InputStream in = Descriptions.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("There is no " + RESOURCE);
      }
      return new Descriptions(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + RESOURCE, e);
    }
  }

  /** A copy of the document with the paths and operations that these routes answer. */
  JsonObject of(Set<String> routes) {
    JsonObject document = JSON.parse(text);
    JsonObject paths = document.getObj("paths");
    for (String path : Set.copyOf(paths.keys())) {
      JsonObject item = paths.getObj(path);
      for (String method : Set.copyOf(item.keys())) {
        if (METHODS.contains(method)
            && routes.stream().noneMatch(route -> describes(path, item, method, route))) {
          item.remove(method);
        }
      }
      item.remove("x-routes");
      if (item.isEmpty()) {
        paths.remove(path);
      }
    }
    prune(document);
    return document;
  }

  /** The routes that no description covers. */
  Set<String> undescribed(Collection<String> routes) {
    JsonObject paths = JSON.parse(text).getObj("paths");
    Set<String> left = new TreeSet<>(routes);
    for (String path : paths.keys()) {
      JsonObject item = paths.getObj(path);
      for (String method : item.keys()) {
        left.removeIf(route -> METHODS.contains(method) && describes(path, item, method, route));
      }
    }
    return left;
  }

  private static boolean describes(String path, JsonObject item, String method, String route) {
    int space = route.indexOf(' ');
    if (!methods(item.getObj(method), method).contains(route.substring(0, space))) {
      return false;
    }
    String pattern = shape(route.substring(space + 1));
    if (!item.hasKey("x-routes")) {
      return shape(path).equals(pattern);
    }
    for (JsonValue value : item.get("x-routes").getAsArray()) {
      String other = value.getAsString().value();
      boolean suffixes = other.endsWith(".*");
      String stem = suffixes ? other.substring(0, other.length() - 1) : other;
      boolean same =
          suffixes
              ? pattern.startsWith(stem) && pattern.indexOf('/', stem.length()) < 0
              : shape(other).equals(pattern);
      if (same) {
        return true;
      }
    }
    return false;
  }

  /** OpenAPI 3.1 has no place for a method such as QUERY: {@code x-also} names it. */
  private static Set<String> methods(JsonObject operation, String method) {
    Set<String> methods = new TreeSet<>();
    methods.add(method.toUpperCase(Locale.ROOT));
    if (operation.hasKey("x-also")) {
      operation.get("x-also").getAsArray().forEach(also -> methods.add(also.getAsString().value()));
    }
    return methods;
  }

  /** {@code /doc/{path}}, {@code /doc/<path>} and {@code /doc/*} are of one shape. */
  private static String shape(String pattern) {
    return pattern.replaceAll("\\{[^}]*}|<[^>]*>", "*");
  }

  /** Takes out what only the missing paths used. */
  private static void prune(JsonObject document) {
    String used = document.getObj("paths").toString();
    JsonObject components = document.getObj("components");
    for (String kind : Set.of("parameters", "responses")) {
      JsonObject all = components.getObj(kind);
      Set.copyOf(all.keys()).stream()
          .filter(name -> !used.contains("\"#/components/" + kind + "/" + name + "\""))
          .forEach(all::remove);
    }
    Set<String> tags = new TreeSet<>();
    document.getObj("paths").forEach((path, item) -> tags(item.getAsObject()).forEach(tags::add));
    document
        .get("tags")
        .getAsArray()
        .removeIf(tag -> !tags.contains(tag.getAsObject().getString("name")));
  }

  private static Set<String> tags(JsonObject item) {
    Set<String> tags = new TreeSet<>();
    item.forEach(
        (method, operation) ->
            operation
                .getAsObject()
                .get("tags")
                .getAsArray()
                .forEach(tag -> tags.add(tag.getAsString().value())));
    return tags;
  }
}
