package icc.lod.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A member of a negotiation field (RFC 9110, sections 5.6.6 and 12.4.2).
 *
 * <p>A malformed member is ignored as if it had not been sent, never a 400: intermediaries and old
 * clients send broken ones, and the client still gets something it can read. For the sake of
 * java.net's own {@code HttpURLConnection}, {@code q=.2} counts as {@code q=0.2}.
 *
 * @param value what is asked for, in lower case
 * @param parameters those before the weight, names in lower case
 * @param weight thousandths, 0 to 1000
 */
record Weighted(String value, Map<String, String> parameters, int weight) {
  private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
  private static final Pattern VALUE = Pattern.compile(TOKEN + "(/" + TOKEN + ")?");
  private static final Pattern PARAMETER =
      Pattern.compile("(" + TOKEN + ")=(" + TOKEN + "|\"((?:[^\"\\\\]|\\\\.)*+)\")");
  private static final Pattern WEIGHT = Pattern.compile("0?\\.\\d{1,3}|0\\.?|1(\\.0{0,3})?");

  Weighted {
    parameters = Map.copyOf(parameters);
  }

  /** The well-formed members of all fields of one name, in the order sent. */
  static List<Weighted> parse(List<String> fields) {
    List<Weighted> members = new ArrayList<>();
    for (String field : fields) {
      for (String member : split(field, ',')) {
        member(member).ifPresent(members::add);
      }
    }
    return members;
  }

  private static Optional<Weighted> member(String text) {
    List<String> parts = split(text, ';');
    String value = parts.get(0).strip().toLowerCase(Locale.ROOT);
    if (!VALUE.matcher(value).matches()) {
      return Optional.empty();
    }
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String part : parts.subList(1, parts.size())) {
      Matcher parameter = PARAMETER.matcher(part.strip());
      if (part.isBlank()) {
        continue;
      }
      if (!parameter.matches()) {
        return Optional.empty();
      }
      String name = parameter.group(1).toLowerCase(Locale.ROOT);
      if (name.equals("q")) {
        return weight(parameter.group(2)).map(w -> new Weighted(value, parameters, w));
      }
      parameters.put(name, unquoted(parameter).toLowerCase(Locale.ROOT));
    }
    return Optional.of(new Weighted(value, parameters, 1000));
  }

  private static String unquoted(Matcher parameter) {
    String quoted = parameter.group(3);
    return quoted == null ? parameter.group(2) : quoted.replaceAll("\\\\(.)", "$1");
  }

  private static Optional<Integer> weight(String text) {
    return WEIGHT.matcher(text).matches()
        ? Optional.of((int) Math.round(Double.parseDouble(text) * 1000))
        : Optional.empty();
  }

  /** Splits at a separator that stands outside quoted strings. */
  private static List<String> split(String text, char separator) {
    List<String> parts = new ArrayList<>();
    boolean quoted = false;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted && c == '\\') {
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == separator && !quoted) {
        parts.add(text.substring(start, i));
        start = i + 1;
      }
    }
    parts.add(text.substring(start));
    return parts;
  }
}
