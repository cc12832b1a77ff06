package icc.lod.sparql;

import icc.lod.web.Problem;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The parameters of a query string or a form, in order and decoded strictly: what is not well
 * formed is refused, since a repaired query would be another query.
 */
record Parameters(Map<String, List<String>> values) {

  /** Reads {@code a=1&b=2}, percent-coded in a character set. */
  static Parameters parse(byte[] encoded, Charset charset) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    String pairs = new String(encoded, StandardCharsets.ISO_8859_1);
    for (String pair : pairs.split("&", -1)) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        String value = equals < 0 ? "" : pair.substring(equals + 1);
        values
            .computeIfAbsent(decode(name, charset), n -> new ArrayList<>())
            .add(decode(value, charset));
      }
    }
    return new Parameters(values);
  }

  /** These and others. */
  Parameters and(Parameters others) {
    Map<String, List<String>> both = new LinkedHashMap<>();
    for (Parameters each : List.of(this, others)) {
      each.values.forEach((n, v) -> both.computeIfAbsent(n, x -> new ArrayList<>()).addAll(v));
    }
    return new Parameters(both);
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  /** Whether there is nothing but these. */
  boolean only(Set<String> names) {
    return names.containsAll(values.keySet());
  }

  /** All values that say something: forms of some clients send every parameter, empty ones too. */
  List<String> all(String name) {
    return values.getOrDefault(name, List.of()).stream().filter(v -> !v.isBlank()).toList();
  }

  /** The one value of several names for the same thing; 400 when they contradict each other. */
  Optional<String> one(String... names) {
    Set<String> said = new LinkedHashSet<>();
    for (String name : names) {
      said.addAll(all(name));
    }
    if (said.size() > 1) {
      throw Problem.badRequest(
          "The parameter " + String.join("/", names) + " has several values: " + said + ".");
    }
    return said.stream().findFirst();
  }

  private static String decode(String coded, Charset charset) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(coded.length());
    for (int i = 0; i < coded.length(); i++) {
      char c = coded.charAt(i);
      if (c == '%') {
        bytes.write(octet(digit(coded, i + 1), digit(coded, i + 2)));
        i += 2;
      } else {
        bytes.write(c == '+' ? ' ' : c);
      }
    }
    return text(bytes.toByteArray(), charset);
  }

  private static int digit(String coded, int at) {
    return at < coded.length() ? Character.digit(coded.charAt(at), 16) : -1;
  }

  private static int octet(int high, int low) {
    if (high < 0 || low < 0) {
      throw Problem.badRequest("A percent sign is not followed by two hexadecimal digits.");
    }
    return high << 4 | low;
  }

  /** Decodes text; 400 when the bytes are none in this character set. */
  static String text(byte[] bytes, Charset charset) {
    try {
      return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw Problem.badRequest("The request is not well-formed " + charset.name() + ".");
    }
  }
}
