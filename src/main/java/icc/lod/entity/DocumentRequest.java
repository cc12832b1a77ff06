package icc.lod.entity;

import icc.lod.rdf.EntityIri;
import icc.lod.rdf.IriSpace;
import icc.lod.view.Representation;
import icc.lod.web.Caching;
import icc.lod.web.Negotiation;
import icc.lod.web.Problem;
import icc.lod.web.Request;
import icc.lod.web.Visitor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One way to understand a request for a document: about which things it may be, in which form.
 *
 * @param address the document's address without suffix
 * @param candidates the things it may be about, best first
 * @param form the form to serve
 * @param chosen how the form was chosen
 */
record DocumentRequest(
    String address, List<EntityIri> candidates, Representation form, Chosen chosen) {

  /** Who or what chose the form. */
  enum Chosen {
    /** The address or {@code ?format=} names it. */
    BY_ADDRESS,
    /** The Accept field prefers it. */
    BY_ACCEPT,
    /** Nobody: what the client accepts does not exist. */
    BY_NOBODY
  }

  /**
   * The ways to understand a request. An address that ends in a suffix may be that of a thing whose
   * IRI ends so, which comes first, or of one form of another thing's document.
   *
   * @throws Problem 400 for an unknown format or an IRI that is none
   */
  static List<DocumentRequest> of(Request request, IriSpace space) {
    if (request.path().equals(IriSpace.DOCUMENTS)) {
      EntityIri iri = parameter(request);
      return List.of(chosen(request, IriSpace.parameterised(iri), List.of(iri)));
    }
    String raw = request.path().substring(IriSpace.DOCUMENTS.length() + 1);
    List<DocumentRequest> ways = new ArrayList<>();
    ways.add(chosen(request, address(raw), space.documentCandidates(raw)));
    int dot = raw.lastIndexOf('.');
    if (dot >= 0 && request.parameter("format").isEmpty()) {
      String stem = raw.substring(0, dot);
      Representation.bySuffix(raw.substring(dot + 1))
          .map(form -> byAddress(address(stem), space.documentCandidates(stem), form))
          .ifPresent(ways::add);
    }
    return ways;
  }

  private static EntityIri parameter(Request request) {
    Optional<String> text = request.parameter("iri");
    return text.flatMap(EntityIri::parse)
        .orElseThrow(
            () ->
                Problem.badRequest(
                    text.isEmpty()
                        ? "Say which IRI: /doc?iri=https://…"
                        : "Not an absolute IRI: " + text.get()));
  }

  private static DocumentRequest chosen(
      Request request, String address, List<EntityIri> candidates) {
    Optional<String> asked = request.parameter("format");
    if (asked.isPresent()) {
      return byAddress(address, candidates, format(asked.get()));
    }
    Optional<Representation> best = Negotiation.best(request.accept(), Representation.offers());
    return new DocumentRequest(
        address,
        candidates,
        best.orElse(new Representation.Html()),
        best.isPresent() ? Chosen.BY_ACCEPT : Chosen.BY_NOBODY);
  }

  private static Representation format(String name) {
    List<String> known = Representation.all().stream().map(Representation::suffix).toList();
    return Representation.named(name)
        .orElseThrow(
            () ->
                Problem.badRequest("There is no format '" + name + "': use one of " + known)
                    .with("available", known));
  }

  private static DocumentRequest byAddress(
      String address, List<EntityIri> candidates, Representation form) {
    return new DocumentRequest(address, candidates, form, Chosen.BY_ADDRESS);
  }

  private static String address(String raw) {
    return IriSpace.DOCUMENTS + "/" + IriSpace.ascii(raw);
  }

  boolean acceptable() {
    return chosen != Chosen.BY_NOBODY;
  }

  /** Where the document is in just one form. */
  String address(Representation one) {
    String last = "format=" + one.suffix();
    if (address.endsWith("?")) {
      return address + last;
    }
    return address.contains("?") ? address + "&" + last : address + "." + one.suffix();
  }

  /** The things that would be taken first at the addresses with suffixes. */
  List<EntityIri> suffixRivals(IriSpace space) {
    if (address.contains("?")) {
      return List.of();
    }
    String raw = address.substring(IriSpace.DOCUMENTS.length() + 1);
    return Representation.all().stream()
        .flatMap(one -> space.documentCandidates(raw + "." + one.suffix()).stream())
        .toList();
  }

  /** The same, with the forms at {@code ?format=} since their addresses with suffixes are taken. */
  DocumentRequest withoutSuffixes() {
    return new DocumentRequest(address + "?", candidates, form, chosen);
  }

  /** What caches must know: the parts that told this answer from others are in its tag. */
  Caching caching(Request request, String release, Visitor visitor) {
    String asked = Integer.toHexString((address + " " + request.query()).hashCode());
    boolean page = form instanceof Representation.Html;
    Caching caching =
        page
            ? Caching.of(release, asked, form.suffix(), visitor.key())
            : Caching.of(release, asked, form.suffix());
    if (chosen == Chosen.BY_ACCEPT) {
      caching = caching.vary("Accept");
    }
    return page ? visitor.vary(caching) : caching;
  }
}
