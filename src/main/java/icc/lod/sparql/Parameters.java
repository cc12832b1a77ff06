package icc.lod.sparql;

import icc.lod.web.Problem;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Parameters of a request, in order, repeated ones kept: {@code application/x-www-form-urlencoded}.
 */
final class Parameters {
  private final Map<String, List<String>> values = new LinkedHashMap<>();

  private Parameters() {}

  /**
   * Decodes a query string or form body.
   *
   * @throws Problem 400 when the encoding is broken: a guess could run another query than was meant
   */
  static Parameters decode(String encoded) {
    Parameters parameters = new Parameters();
    for (String pair : encoded.split("&", -1)) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        String value = equals < 0 ? "" : pair.substring(equals + 1);
        parameters.values.computeIfAbsent(text(name), n -> new ArrayList<>()).add(text(value));
      }
    }
    return parameters;
  }

  /** Bytes as UTF-8 text, or a problem: replacement characters would change the query. */
  static String utf8(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw Problem.badRequest("The request is not UTF-8; encode it so and send it again.");
    }
  }

  List<String> all(String name) {
    return List.copyOf(values.getOrDefault(name, List.of()));
  }

  /** The value of a parameter that may stand once; an empty one counts as absent. */
  Optional<String> one(String name) {
    List<String> all = all(name);
    if (all.size() > 1) {
      throw Problem.badRequest("The parameter '" + name + "' stands here twice; send one.");
    }
    return all.stream().filter(value -> !value.isEmpty()).findFirst();
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  private static String text(String encoded) {
    try {
      // As Latin-1 first, so that the bytes themselves can be held to UTF-8.
      byte[] bytes =
          URLDecoder.decode(encoded, StandardCharsets.ISO_8859_1)
              .getBytes(StandardCharsets.ISO_8859_1);
      boolean plain = encoded.chars().allMatch(c -> c < 0x80);
      return plain ? utf8(bytes) : URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw Problem.badRequest("A percent sign in the request is not followed by two hex digits.");
    }
  }
}
