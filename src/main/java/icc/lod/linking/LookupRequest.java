package icc.lod.linking;

import icc.lod.web.Problem;
import icc.lod.web.Request;
import icc.lod.web.SentJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.atlas.json.JsonException;
import org.apache.jena.atlas.json.JsonValue;

/**
 * The identifiers somebody asks for: the values of {@code uri}, or a body with one in each line, or
 * a JSON list of texts.
 *
 * @param list whether several were asked for, so that each has a status of its own
 */
record LookupRequest(List<String> asked, boolean list) {
  static final int MOST_BYTES = 1 << 20;

  private static final Set<String> KNOWN = Set.of("uri", "format", "lang");

  LookupRequest {
    asked = List.copyOf(asked);
  }

  /**
   * Reads a request without a body.
   *
   * @throws Problem 400 for what is no list of identifiers
   */
  static LookupRequest of(Request request) {
    return of(values(request.parameters()), false);
  }

  /** Reads the fields of a form. */
  static LookupRequest of(Request request, Map<String, List<String>> form) {
    List<String> all = new ArrayList<>(values(request.parameters()));
    values(form).forEach(value -> all.addAll(lines(value)));
    return of(all, all.size() > 1);
  }

  /** Reads a body. */
  static LookupRequest of(Request request, String body, boolean json) {
    List<String> all = new ArrayList<>(values(request.parameters()));
    all.addAll(json ? texts(body) : lines(body));
    return of(all, true);
  }

  private static LookupRequest of(List<String> all, boolean list) {
    List<String> asked = all.stream().map(String::strip).filter(s -> !s.isEmpty()).toList();
    if (asked.size() > Lookup.MOST) {
      throw Problem.of(
          413,
          "Too many identifiers",
          "These are " + asked.size() + " identifiers: ask for " + Lookup.MOST + " at once.");
    }
    for (String text : asked) {
      if (text.length() > Spelling.LONGEST) {
        throw Problem.badRequest(
            "An identifier of " + text.length() + " characters: " + Spelling.LONGEST + " at most.");
      }
    }
    return new LookupRequest(asked, list || asked.size() > 1);
  }

  private static List<String> values(Map<String, List<String>> parameters) {
    for (String name : parameters.keySet()) {
      if (!KNOWN.contains(name)) {
        throw Problem.badRequest(
            "There is no parameter '" + name + "' here: use uri (as often as you like), format.");
      }
    }
    return parameters.getOrDefault("uri", List.of());
  }

  private static List<String> lines(String text) {
    return text.lines().toList();
  }

  private static List<String> texts(String body) {
    Problem wrong =
        Problem.badRequest("The body is no JSON list of texts, such as [\"Q36036\", \"UALWO\"].");
    try {
      JsonValue json = SentJson.parse(body);
      if (!json.isArray()) {
        throw wrong;
      }
      List<String> texts = new ArrayList<>();
      for (JsonValue value : json.getAsArray()) {
        if (!value.isString()) {
          throw wrong;
        }
        texts.add(value.getAsString().value());
      }
      return texts;
    } catch (JsonException e) {
      throw wrong;
    }
  }
}
