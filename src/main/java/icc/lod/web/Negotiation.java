package icc.lod.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Proactive content negotiation by media type (RFC 9110, section 12.5.1).
 *
 * <p>Of the ranges that match an offer the most specific one gives its weight. A range with
 * parameters matches no offer, since offers have none; excepted are parameters that a server may
 * disregard ({@code charset}: everything here is UTF-8; {@code profile} and {@code version}:
 * hints). Malformed members are ignored; a field with no usable member counts as absent.
 */
public final class Negotiation {
  private static final Set<String> HINTS = Set.of("charset", "profile", "version");

  /**
   * Something that can be served.
   *
   * @param mediaType without parameters, in lower case
   */
  public record Offer<T>(String mediaType, T value) {}

  private Negotiation() {}

  /**
   * The offer the client likes best, empty when it accepts none; ties go to the earlier offer.
   *
   * @param accept the values of all Accept header fields; an empty list accepts anything
   */
  public static <T> Optional<T> best(List<String> accept, List<Offer<T>> offers) {
    List<Weighted> ranges = Weighted.parse(accept);
    if (ranges.isEmpty()) {
      return offers.stream().map(Offer::value).findFirst();
    }
    Optional<T> best = Optional.empty();
    int bestWeight = 0;
    for (Offer<T> offer : offers) {
      int weight = weight(ranges, offer.mediaType());
      if (weight > bestWeight) {
        bestWeight = weight;
        best = Optional.of(offer.value());
      }
    }
    return best;
  }

  /** The weight of the most specific range; of equally specific ones the highest. */
  private static int weight(List<Weighted> ranges, String mediaType) {
    int specificity = 0;
    int weight = 0;
    for (Weighted range : ranges) {
      int specific = specificity(range, mediaType);
      if (specific > specificity) {
        specificity = specific;
        weight = range.weight();
      } else if (specific > 0 && specific == specificity) {
        weight = Math.max(weight, range.weight());
      }
    }
    return weight;
  }

  private static int specificity(Weighted range, String mediaType) {
    if (!onlyHints(range.parameters())) {
      return 0;
    }
    if (range.value().equals(mediaType)) {
      return 3;
    }
    if (range.value().equals(mediaType.substring(0, mediaType.indexOf('/')) + "/*")) {
      return 2;
    }
    // A lone star is not in the grammar, but HttpURLConnection sends it.
    return range.value().equals("*/*") || range.value().equals("*") ? 1 : 0;
  }

  private static boolean onlyHints(Map<String, String> parameters) {
    return HINTS.containsAll(parameters.keySet());
  }
}
