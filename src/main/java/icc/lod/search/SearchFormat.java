package icc.lod.search;

import icc.lod.rdf.RdfFormat;
import icc.lod.web.Negotiation.Offer;
import icc.lod.web.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A form in which hits are served.
 *
 * @param name what {@code ?format=} says
 * @param syntax the RDF syntax, if it is one
 */
record SearchFormat(String name, String mediaType, Optional<RdfFormat> syntax) {
  static final SearchFormat PAGE = new SearchFormat("html", "text/html", Optional.empty());
  static final SearchFormat JSON = new SearchFormat("json", "application/json", Optional.empty());
  static final SearchFormat CSV = new SearchFormat("csv", "text/csv", Optional.empty());

  /** Every form, in the server's order of preference. */
  static List<SearchFormat> all() {
    List<SearchFormat> all = new ArrayList<>(List.of(PAGE, JSON, CSV));
    for (RdfFormat syntax : RdfFormat.values()) {
      if (syntax != RdfFormat.TRIG && syntax != RdfFormat.N_QUADS) {
        all.add(new SearchFormat(syntax.suffix(), syntax.mediaType(), Optional.of(syntax)));
      }
    }
    return all;
  }

  /** Under all media types that clients ask for. */
  static List<Offer<SearchFormat>> offers() {
    List<Offer<SearchFormat>> offers = new ArrayList<>();
    for (SearchFormat format : all()) {
      offers.add(new Offer<>(format.mediaType(), format));
      format
          .syntax()
          .ifPresent(s -> s.aliases().forEach(alias -> offers.add(new Offer<>(alias, format))));
    }
    offers.add(new Offer<>("application/xhtml+xml", PAGE));
    return offers;
  }

  /**
   * The form that {@code ?format=} names, by name or media type.
   *
   * @throws Problem 400 when there is none
   */
  static SearchFormat named(String name) {
    String lower = name.strip().toLowerCase(Locale.ROOT);
    List<String> known = all().stream().map(SearchFormat::name).toList();
    return all().stream()
        .filter(format -> format.name().equals(lower) || format.mediaType().equals(lower))
        .findFirst()
        .orElseThrow(
            () ->
                Problem.badRequest("There is no format '" + name + "': use one of " + known)
                    .with("available", known));
  }

  /** Text types have another default than UTF-8. */
  String contentType() {
    return mediaType.startsWith("text/") ? mediaType + "; charset=utf-8" : mediaType;
  }
}
