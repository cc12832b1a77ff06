package icc.lod.proof;

import icc.lod.rdf.RdfFormat;
import icc.lod.web.Negotiation;
import icc.lod.web.Negotiation.Offer;
import icc.lod.web.Problem;
import icc.lod.web.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * In what form a proof is asked for.
 *
 * @param name the suffix: {@code html}, {@code json} or that of an RDF syntax
 * @param mediaType without parameters
 * @param byAccept whether the Accept field chose it
 */
record ProofForm(String name, String mediaType, boolean byAccept) {
  static final String HTML = "html";
  static final String JSON = "json";

  /**
   * Reads a request.
   *
   * @throws Problem 400 for an unknown format, 406 when the client takes nothing that exists
   */
  static ProofForm of(Request request) {
    Optional<String> named = request.parameter("format");
    List<Offer<ProofForm>> offers = offers(named.isEmpty());
    if (named.isPresent()) {
      List<String> known = offers.stream().map(offer -> offer.value().name()).distinct().toList();
      return offers.stream()
          .filter(o -> o.value().name().equals(named.get()) || o.mediaType().equals(named.get()))
          .map(Offer::value)
          .findFirst()
          .orElseThrow(
              () ->
                  Problem.badRequest(
                          "There is no format '" + named.get() + "' here: use one of " + known)
                      .with("available", known));
    }
    return Negotiation.best(request.accept(), offers)
        .orElseThrow(
            () -> Problem.notAcceptable(offers.stream().map(Offer::mediaType).distinct().toList()));
  }

  private static List<Offer<ProofForm>> offers(boolean byAccept) {
    List<Offer<ProofForm>> offers = new ArrayList<>();
    offers.add(new Offer<>("text/html", new ProofForm(HTML, "text/html", byAccept)));
    offers.add(new Offer<>("application/xhtml+xml", new ProofForm(HTML, "text/html", byAccept)));
    offers.add(new Offer<>("application/json", new ProofForm(JSON, "application/json", byAccept)));
    for (RdfFormat format : RdfFormat.values()) {
      ProofForm form = new ProofForm(format.suffix(), format.mediaType(), byAccept);
      offers.add(new Offer<>(format.mediaType(), form));
      format.aliases().forEach(alias -> offers.add(new Offer<>(alias, form)));
    }
    return offers;
  }

  /** All names, the page's last: what a page links. */
  static List<String> others() {
    List<String> names = new ArrayList<>(List.of(JSON));
    for (RdfFormat format : RdfFormat.values()) {
      names.add(format.suffix());
    }
    return names;
  }

  /** What people call a form. */
  static String label(String name) {
    return RdfFormat.bySuffix(name)
        .map(f -> f == RdfFormat.JSON_LD ? "JSON-LD" : f.lang().getLabel())
        .orElse("JSON");
  }

  String contentType() {
    return mediaType.startsWith("text/") ? mediaType + "; charset=utf-8" : mediaType;
  }
}
