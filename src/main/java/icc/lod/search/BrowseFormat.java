package icc.lod.search;

import icc.lod.rdf.RdfFormat;
import icc.lod.web.Negotiation;
import icc.lod.web.Negotiation.Offer;
import icc.lod.web.Problem;
import icc.lod.web.Request;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A form in which a selection of things is answered; the order is the server's preference. */
enum BrowseFormat {
  HTML("HTML", "html", "text/html"),
  TURTLE("Turtle", "ttl", "text/turtle"),
  JSON_LD("JSON-LD", "jsonld", "application/ld+json"),
  N_TRIPLES("N-Triples", "nt", "application/n-triples"),
  /** RFC 4180. */
  CSV("CSV", "csv", "text/csv"),
  /** RFC 7946. */
  GEO_JSON("GeoJSON", "geojson", "application/geo+json");

  private final String label;
  private final String suffix;
  private final String mediaType;

  BrowseFormat(String label, String suffix, String mediaType) {
    this.label = label;
    this.suffix = suffix;
    this.mediaType = mediaType;
  }

  String label() {
    return label;
  }

  /** What {@code ?format=} says. */
  String suffix() {
    return suffix;
  }

  String mediaType() {
    return mediaType;
  }

  /** The whole Content-Type field. */
  String contentType() {
    return switch (this) {
      case HTML, TURTLE -> mediaType + "; charset=utf-8";
      case CSV -> mediaType + "; charset=utf-8; header=present";
      default -> mediaType;
    };
  }

  /** The RDF syntax, if it is one. */
  Optional<RdfFormat> syntax() {
    return RdfFormat.byMediaType(mediaType);
  }

  /** Whether it shows names, so that the visitor's language matters. */
  boolean named() {
    return syntax().isEmpty();
  }

  /**
   * The form a request asks for.
   *
   * @throws Problem 400 for a format that does not exist, 406 when none is acceptable
   */
  static BrowseFormat of(Request request, List<BrowseFormat> available) {
    Optional<String> asked = request.parameter("format");
    if (asked.isEmpty()) {
      return Negotiation.best(request.accept(), offers(available))
          .orElseThrow(
              () ->
                  Problem.notAcceptable(available.stream().map(BrowseFormat::mediaType).toList()));
    }
    String lower = asked.get().strip().toLowerCase(Locale.ROOT);
    List<String> known = available.stream().map(BrowseFormat::suffix).toList();
    return available.stream()
        .filter(format -> format.suffix.equals(lower) || format.mediaType.equals(lower))
        .findFirst()
        .orElseThrow(
            () ->
                Problem.badRequest(
                        "There is no format '"
                            + BrowseRequest.shown(asked.get())
                            + "': use one of "
                            + known)
                    .with("available", known));
  }

  static List<BrowseFormat> all() {
    return List.of(values());
  }

  private static List<Offer<BrowseFormat>> offers(List<BrowseFormat> available) {
    List<Offer<BrowseFormat>> offers = new ArrayList<>();
    for (BrowseFormat format : available) {
      offers.add(new Offer<>(format.mediaType, format));
      format.aliases().forEach(alias -> offers.add(new Offer<>(alias, format)));
    }
    return offers;
  }

  private List<String> aliases() {
    return switch (this) {
      case HTML -> List.of("application/xhtml+xml");
      case GEO_JSON -> List.of("application/json");
      default ->
          Arrays.stream(RdfFormat.values())
              .filter(syntax -> syntax.mediaType().equals(mediaType))
              .flatMap(syntax -> syntax.aliases().stream())
              .toList();
    };
  }
}
