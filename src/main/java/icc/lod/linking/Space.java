package icc.lod.linking;

import icc.lod.rdf.EntityIri;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How IRIs of others look: what comes before the code and what after it. {@code
 * https://sws.geonames.org/702550/} is the code 702550 in the space of {@code
 * https://sws.geonames.org/} and {@code /}.
 */
record Space(String before, String after) {
  private static final Pattern TAIL = Pattern.compile("([^/#?=]+)([/#]?)$");

  /** An IRI taken apart. */
  record Parts(Space space, String code) {}

  /** The space and the code of an IRI that has one. */
  static Optional<Parts> of(String iri) {
    var matcher = TAIL.matcher(iri);
    if (!root(iri).isPresent() || !matcher.find() || matcher.start() < root(iri).get().length()) {
      return Optional.empty();
    }
    return Optional.of(
        new Parts(
            new Space(iri.substring(0, matcher.start()), matcher.group(2)), matcher.group(1)));
  }

  /** The IRI of a code. */
  String iri(String code) {
    return before + code + after;
  }

  /** Scheme and authority of a Web address, in lower case, with a slash at the end. */
  static Optional<String> root(String iri) {
    int start = iri.startsWith("http://") ? 7 : iri.startsWith("https://") ? 8 : 0;
    int end = start;
    while (end < iri.length() && "/?#".indexOf(iri.charAt(end)) < 0) {
      end++;
    }
    return start > 0 && end > start
        ? Optional.of(iri.substring(0, end).toLowerCase(Locale.ROOT) + "/")
        : Optional.empty();
  }

  /** The last two labels of the host: whose it is, whatever the machine is called. */
  static String owner(String iri) {
    String host = root(iri).map(Space::host).orElse("");
    String[] labels = host.split("\\.", -1);
    return labels.length <= 2 ? host : labels[labels.length - 2] + "." + labels[labels.length - 1];
  }

  /** The host of a root. */
  static String host(String root) {
    return root.replaceAll("^https?://|/$", "");
  }

  /** What kinds of characters a code has, in which order: {@code Q36036} is like {@code DK050}. */
  static String shape(String code) {
    return code.replaceAll("\\p{L}+", "A").replaceAll("\\p{N}+", "9");
  }

  /** All that may be a code in an address: its segments, values and fragment, last first. */
  static List<String> codes(String iri) {
    List<String> codes = new ArrayList<>();
    String rest = root(iri).map(root -> iri.substring(root.length() - 1)).orElse(iri);
    for (String segment : rest.split("[/?#&=:]+", -1)) {
      String plain = EntityIri.parse("x:" + segment).map(ok -> segment).orElse("");
      if (!plain.isEmpty()) {
        codes.add(0, plain);
        int dot = plain.indexOf('.');
        if (dot > 0) {
          codes.add(plain.substring(0, dot));
        }
      }
    }
    return codes;
  }
}
