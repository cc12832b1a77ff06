package icc.lod.ontology;

import icc.lod.ontology.ShapesPage.Form;
import icc.lod.view.Representation;
import icc.lod.view.Representation.Html;
import icc.lod.view.Representation.Rdf;
import icc.lod.web.Caching;
import icc.lod.web.Negotiation;
import icc.lod.web.Problem;
import icc.lod.web.PublicUrl;
import icc.lod.web.Request;
import icc.lod.web.Visitor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * In which form a document at a fixed address was asked for: its suffix, {@code ?format=} or Accept
 * say so.
 *
 * @param path the document's address without suffix
 * @param form the form to serve
 * @param byAccept whether the Accept field chose it
 */
record DocumentForm(String path, Representation form, boolean byAccept) {

  /**
   * Reads a request.
   *
   * @throws Problem 400 for an unknown format, 406 when nothing is acceptable
   */
  static DocumentForm of(Request request, String path) {
    String suffix = request.path().substring(path.length());
    if (!suffix.isEmpty()) {
      return Representation.bySuffix(suffix.substring(1))
          .map(form -> new DocumentForm(path, form, false))
          .orElseThrow(() -> Problem.notFound("This document has no such form."));
    }
    Optional<String> asked = request.parameter("format");
    if (asked.isPresent()) {
      List<String> known = Representation.all().stream().map(Representation::suffix).toList();
      return Representation.named(asked.get())
          .map(form -> new DocumentForm(path, form, false))
          .orElseThrow(
              () ->
                  Problem.badRequest(
                          "There is no format '" + asked.get() + "': use one of " + known)
                      .with("available", known));
    }
    return Negotiation.best(request.accept(), Representation.offers())
        .map(form -> new DocumentForm(path, form, true))
        .orElseThrow(
            () ->
                Problem.notAcceptable(
                    Representation.all().stream().map(Representation::mediaType).toList()));
  }

  boolean page() {
    return form instanceof Html;
  }

  Optional<Rdf> rdf() {
    return form instanceof Rdf rdf ? Optional.of(rdf) : Optional.empty();
  }

  Caching caching(Request request, String release, Visitor visitor, PublicUrl publicUrl) {
    String asked = Integer.toHexString((path + " " + request.query()).hashCode());
    Caching caching =
        page()
            ? Caching.of(release, asked, form.suffix(), visitor.key())
            : Caching.of(release, asked, form.suffix());
    caching = caching.decidedBy(release).at(publicUrl.absolute(path + "." + form.suffix()));
    if (byAccept) {
      caching = caching.vary("Accept");
    }
    return page() && visitor.byHeader() ? caching.vary("Accept-Language") : caching;
  }

  /** Every form that exists, each at an address of its own. */
  List<Form> forms(PublicUrl publicUrl, boolean rdf) {
    return Representation.all().stream()
        .filter(one -> rdf || one instanceof Html)
        .map(
            one ->
                new Form(
                    one.name(), one.mediaType(), publicUrl.absolute(path + "." + one.suffix())))
        .toList();
  }

  /** The Link field (RFC 8288). */
  String links(PublicUrl publicUrl, boolean rdf) {
    List<String> links = new ArrayList<>();
    links.add("<" + publicUrl.absolute(path) + ">; rel=\"canonical\"");
    for (Form one : forms(publicUrl, rdf)) {
      String type = ">; type=\"" + one.mediaType() + "\"; rel=\"";
      links.add("<" + one.href() + type + "alternate\"");
      if (page() && !one.mediaType().equals("text/html")) {
        links.add("<" + one.href() + type + "describedby\"");
      }
    }
    return String.join(", ", links);
  }
}
