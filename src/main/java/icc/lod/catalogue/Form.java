package icc.lod.catalogue;

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

/**
 * In what form a description is asked for: as a page or in an RDF syntax.
 *
 * @param syntax the RDF syntax; empty for the page
 * @param byAccept whether the Accept field chose it
 */
record Form(Optional<RdfFormat> syntax, boolean byAccept) {
  private static final String HTML = "html";
  private static final String HTML_TYPE = "text/html";

  /**
   * The form of a request: by suffix, by {@code ?format=}, by the Accept field.
   *
   * @param suffix of the address; empty for none
   * @throws Problem 400 for an unknown format, 404 for an unknown suffix, 406 when the client takes
   *     nothing that exists
   */
  static Form of(Request request, String suffix) {
    Optional<String> asked = request.parameter("format");
    if (!suffix.isEmpty()) {
      return named(suffix)
          .orElseThrow(() -> Problem.notFound("There is no form of this document named so."));
    }
    if (asked.isPresent()) {
      return named(asked.get())
          .orElseThrow(
              () ->
                  Problem.badRequest(
                          "There is no format '" + asked.get() + "': use one of " + suffixes())
                      .with("available", suffixes()));
    }
    return Negotiation.best(request.accept(), offers())
        .orElseThrow(() -> Problem.notAcceptable(mediaTypes()));
  }

  private static Optional<Form> named(String name) {
    String lower = name.strip().toLowerCase(Locale.ROOT);
    if (lower.equals(HTML) || lower.equals(HTML_TYPE)) {
      return Optional.of(new Form(Optional.empty(), false));
    }
    return RdfFormat.bySuffix(lower)
        .or(() -> RdfFormat.byMediaType(lower))
        .map(format -> new Form(Optional.of(format), false));
  }

  private static List<Offer<Form>> offers() {
    List<Offer<Form>> offers = new ArrayList<>();
    offers.add(new Offer<>(HTML_TYPE, new Form(Optional.empty(), true)));
    offers.add(new Offer<>("application/xhtml+xml", new Form(Optional.empty(), true)));
    for (RdfFormat format : RdfFormat.values()) {
      Form form = new Form(Optional.of(format), true);
      offers.add(new Offer<>(format.mediaType(), form));
      format.aliases().forEach(alias -> offers.add(new Offer<>(alias, form)));
    }
    return offers;
  }

  private static List<String> mediaTypes() {
    List<String> types = new ArrayList<>(List.of(HTML_TYPE));
    Arrays.stream(RdfFormat.values()).map(RdfFormat::mediaType).forEach(types::add);
    return types;
  }

  private static List<String> suffixes() {
    List<String> suffixes = new ArrayList<>(List.of(HTML));
    Arrays.stream(RdfFormat.values()).map(RdfFormat::suffix).forEach(suffixes::add);
    return suffixes;
  }

  /** The suffix of an address with just this form. */
  String suffix() {
    return syntax.map(RdfFormat::suffix).orElse(HTML);
  }

  /** The Content-Type field of an RDF syntax. */
  static String contentType(RdfFormat format) {
    return format.mediaType() + (format.mediaType().startsWith("text/") ? "; charset=utf-8" : "");
  }
}
