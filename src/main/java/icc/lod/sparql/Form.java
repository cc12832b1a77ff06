package icc.lod.sparql;

import icc.lod.rdf.RdfFormat;
import icc.lod.web.Negotiation;
import icc.lod.web.Negotiation.Offer;
import icc.lod.web.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.query.Query;

/** The form an answer takes: chosen among those the query form allows (Protocol, section 2.1.5). */
sealed interface Form {
  /** Rows or a truth value. */
  record Rows(RowFormat format) implements Form {}

  /** A graph. */
  record Triples(RdfFormat format) implements Form {}

  /** A page for people. */
  record Page() implements Form {}

  /** The Content-Type field. */
  default String contentType() {
    return switch (this) {
      case Rows rows -> rows.format().contentType();
      case Triples triples ->
          triples.format() == RdfFormat.TURTLE
              ? "text/turtle; charset=utf-8"
              : triples.format().mediaType();
      case Page page -> "text/html; charset=utf-8";
    };
  }

  /** The short name in {@code format=}. */
  default String key() {
    return switch (this) {
      case Rows rows -> rows.format().key();
      case Triples triples -> triples.format().suffix();
      case Page page -> "html";
    };
  }

  /**
   * Chooses for a query.
   *
   * @throws Problem 400 when {@code format=} names none that fits, 406 when Accept takes none
   */
  static Form of(Query query, QueryRequest request) {
    boolean graph = query.isConstructType() || query.isDescribeType();
    List<Offer<Form>> offers = graph ? graphOffers(query) : rowOffers();
    return choose(offers, request.format(), request.accept());
  }

  /** Chooses for the description of the endpoint: a graph, or the page with the query form. */
  static Form ofDescription(QueryRequest request) {
    List<Offer<Form>> offers = new ArrayList<>();
    for (RdfFormat format : RdfFormat.values()) {
      add(offers, format.mediaType(), format.aliases(), new Triples(format));
    }
    page(offers);
    return choose(offers, request.format(), request.accept());
  }

  private static Form choose(
      List<Offer<Form>> offers, Optional<String> asked, List<String> accept) {
    Map<String, Form> byKey = new LinkedHashMap<>();
    offers.forEach(offer -> byKey.putIfAbsent(offer.value().key(), offer.value()));
    if (asked.isPresent()) {
      String key = asked.get().toLowerCase(Locale.ROOT);
      return Optional.ofNullable(byKey.get(key))
          .or(() -> byType(offers, key))
          .orElseThrow(
              () ->
                  Problem.badRequest(
                          "The format '"
                              + asked.get()
                              + "' does not fit here: use one of "
                              + String.join(", ", byKey.keySet())
                              + ".")
                      .with("available", List.copyOf(byKey.keySet())));
    }
    return Negotiation.best(accept, offers)
        .orElseThrow(
            () ->
                Problem.notAcceptable(
                    byKey.values().stream().map(f -> f.contentType().split(";", 2)[0]).toList()));
  }

  private static Optional<Form> byType(List<Offer<Form>> offers, String type) {
    // A plus sign in an address is a space to form decoding.
    String plus = type.replace(' ', '+');
    return offers.stream().filter(o -> o.mediaType().equals(plus)).map(Offer::value).findFirst();
  }

  private static List<Offer<Form>> rowOffers() {
    List<Offer<Form>> offers = new ArrayList<>();
    for (RowFormat format : RowFormat.values()) {
      add(offers, format.mediaType(), format.aliases(), new Rows(format));
    }
    page(offers);
    return offers;
  }

  private static List<Offer<Form>> graphOffers(Query query) {
    List<Offer<Form>> offers = new ArrayList<>();
    for (RdfFormat format : RdfFormat.values()) {
      if (format.quads() || !query.isConstructQuad()) {
        add(offers, format.mediaType(), format.aliases(), new Triples(format));
      }
    }
    page(offers);
    return offers;
  }

  private static void add(
      List<Offer<Form>> offers, String mediaType, List<String> aliases, Form form) {
    offers.add(new Offer<>(mediaType, form));
    aliases.forEach(alias -> offers.add(new Offer<>(alias, form)));
  }

  private static void page(List<Offer<Form>> offers) {
    add(offers, "text/html", List.of("application/xhtml+xml"), new Page());
  }
}
