package icc.lod.linking;

import icc.lod.rdf.RdfFormat;
import icc.lod.web.Negotiation;
import icc.lod.web.Negotiation.Offer;
import icc.lod.web.Problem;
import icc.lod.web.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A form in which identifiers and links are answered. */
enum LinkForm {
  HTML("html", "text/html", "HTML"),
  JSON("json", "application/json", "JSON"),
  JSON_LD("jsonld", "application/ld+json", "JSON-LD"),
  TURTLE("ttl", "text/turtle", "Turtle"),
  N_TRIPLES("nt", "application/n-triples", "N-Triples"),
  CSV("csv", "text/csv", "CSV"),
  /** SSSOM/TSV (Simple Standard for Sharing Ontology Mappings, 1.0). */
  SSSOM("sssom", "text/tab-separated-values", "SSSOM");

  /** Of a lookup: for programs first, which ask without saying how. */
  static final List<LinkForm> OF_LOOKUP = List.of(JSON, HTML, JSON_LD, TURTLE, N_TRIPLES, CSV);

  /** Of one link set. */
  static final List<LinkForm> OF_SET = List.of(HTML, TURTLE, JSON_LD, N_TRIPLES, CSV, SSSOM);

  /** Of the list of all link sets. */
  static final List<LinkForm> OF_LIST = List.of(HTML, TURTLE, JSON_LD, N_TRIPLES);

  private final String suffix;
  private final String mediaType;
  private final String title;

  LinkForm(String suffix, String mediaType, String title) {
    this.suffix = suffix;
    this.mediaType = mediaType;
    this.title = title;
  }

  /** A form, and whether the Accept field chose it. */
  record Chosen(LinkForm form, boolean byAccept) {}

  /**
   * The form that is asked for.
   *
   * @throws Problem 400 for a name that is none, 406 when the client takes nothing of what exists
   */
  static Chosen of(Request request, List<LinkForm> all) {
    Optional<String> named = request.parameter("format").filter(text -> !text.isBlank());
    if (named.isPresent()) {
      String wanted = named.get().strip().toLowerCase(Locale.ROOT);
      List<String> names = all.stream().map(LinkForm::suffix).toList();
      return all.stream()
          .filter(form -> form.suffix.equals(wanted) || form.mediaType.equals(wanted))
          .findFirst()
          .map(form -> new Chosen(form, false))
          .orElseThrow(
              () ->
                  Problem.badRequest(
                          "There is no format '" + named.get() + "': use one of " + names)
                      .with("available", names));
    }
    List<Offer<LinkForm>> offers = new ArrayList<>();
    all.forEach(form -> offers.add(new Offer<>(form.mediaType, form)));
    if (all.contains(HTML)) {
      offers.add(new Offer<>("application/xhtml+xml", HTML));
    }
    return Negotiation.best(request.accept(), offers)
        .map(form -> new Chosen(form, true))
        .orElseThrow(() -> Problem.notAcceptable(all.stream().map(LinkForm::mediaType).toList()));
  }

  String suffix() {
    return suffix;
  }

  String mediaType() {
    return mediaType;
  }

  String title() {
    return title;
  }

  String contentType() {
    return switch (this) {
      case CSV -> mediaType + "; charset=utf-8; header=present";
      case JSON, JSON_LD, N_TRIPLES -> mediaType;
      default -> mediaType + "; charset=utf-8";
    };
  }

  Optional<RdfFormat> syntax() {
    return RdfFormat.byMediaType(mediaType);
  }
}
