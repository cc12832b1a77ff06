package icc.lod.catalogue;

import icc.lod.rdf.RdfFormat;
import icc.lod.view.Representation;
import icc.lod.web.Negotiation;
import icc.lod.web.Problem;
import icc.lod.web.Request;
import java.util.List;
import java.util.Optional;

/**
 * In what form a description is asked for.
 *
 * @param representation the page or an RDF syntax
 * @param byAccept whether the Accept field chose it
 */
record Form(Representation representation, boolean byAccept) {
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
      return Representation.bySuffix(suffix)
          .map(form -> new Form(form, false))
          .orElseThrow(() -> Problem.notFound("There is no form of this document named so."));
    }
    if (asked.isPresent()) {
      List<String> known = Representation.all().stream().map(Representation::suffix).toList();
      return Representation.named(asked.get())
          .map(form -> new Form(form, false))
          .orElseThrow(
              () ->
                  Problem.badRequest(
                          "There is no format '" + asked.get() + "': use one of " + known)
                      .with("available", known));
    }
    return Negotiation.best(request.accept(), Representation.offers())
        .map(form -> new Form(form, true))
        .orElseThrow(
            () ->
                Problem.notAcceptable(
                    Representation.all().stream().map(Representation::mediaType).toList()));
  }

  /** The page. */
  static Form page(boolean byAccept) {
    return new Form(new Representation.Html(), byAccept);
  }

  /** The RDF syntax; empty for the page. */
  Optional<RdfFormat> syntax() {
    return representation instanceof Representation.Rdf rdf
        ? Optional.of(rdf.format())
        : Optional.empty();
  }

  /** The Content-Type field of an RDF syntax. */
  static String contentType(RdfFormat format) {
    return format.mediaType() + (format.mediaType().startsWith("text/") ? "; charset=utf-8" : "");
  }
}
