package icc.lod.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonNumber;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonString;
import org.apache.jena.atlas.json.JsonValue;

/** The JSON form of a problem (RFC 9457, section 3). */
final class ProblemJson {
  static final String MEDIA_TYPE = "application/problem+json";

  private ProblemJson() {}

  /**
   * UTF-8 bytes. The instance is this one occurrence (RFC 9457, section 3.1.5): the address asked
   * for and the id, which leads to our log.
   */
  static byte[] bytes(Problem problem, String path, String requestId) {
    JsonObject json = new JsonObject();
    json.put("type", "about:blank");
    json.put("title", problem.title());
    json.put("status", problem.status());
    json.put("detail", problem.detail());
    json.put("instance", path + "#" + requestId);
    json.put("requestId", requestId);
    for (Map.Entry<String, Object> member : problem.members().entrySet()) {
      json.put(member.getKey(), value(member.getValue()));
    }
    return (JSON.toString(json) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static JsonValue value(Object value) {
    return switch (value) {
      case Integer number -> JsonNumber.value(number);
      case Long number -> JsonNumber.value(number);
      case List<?> list -> {
        JsonArray array = new JsonArray();
        list.forEach(item -> array.add(String.valueOf(item)));
        yield array;
      }
      default -> new JsonString(String.valueOf(value));
    };
  }
}
