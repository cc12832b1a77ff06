package icc.lod.web;

import java.util.List;
import java.util.Optional;

/** Proactive content negotiation by media type (RFC 9110, section 12.5.1). */
public final class Negotiation {

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
    return accept.isEmpty() ? offers.stream().map(Offer::value).findFirst() : Optional.empty();
  }
}
