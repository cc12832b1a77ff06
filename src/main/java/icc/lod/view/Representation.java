package icc.lod.view;

import icc.lod.rdf.RdfFormat;
import icc.lod.web.Negotiation.Offer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A form in which a document is served: a page for people, or one of the RDF syntaxes. */
public sealed interface Representation {
  /** The page. */
  record Html() implements Representation {
    @Override
    public String suffix() {
      return "html";
    }

    @Override
    public String mediaType() {
      return "text/html";
    }

    @Override
    public String name() {
      return "HTML";
    }
  }

  /** The description as RDF. */
  record Rdf(RdfFormat format) implements Representation {
    @Override
    public String suffix() {
      return format.suffix();
    }

    @Override
    public String mediaType() {
      return format.mediaType();
    }

    @Override
    public String name() {
      // Jena's label of this one names the version, which people do not.
      return format == RdfFormat.JSON_LD ? "JSON-LD" : format.lang().getLabel();
    }
  }

  String suffix();

  String mediaType();

  /** What people call it. */
  String name();

  /** Every form, in the server's order of preference. */
  static List<Representation> all() {
    List<Representation> all = new ArrayList<>();
    all.add(new Html());
    for (RdfFormat format : RdfFormat.values()) {
      all.add(new Rdf(format));
    }
    return all;
  }

  /** All forms under all media types that clients ask for. */
  static List<Offer<Representation>> offers() {
    List<Offer<Representation>> offers = new ArrayList<>();
    offers.add(new Offer<>("text/html", new Html()));
    offers.add(new Offer<>("application/xhtml+xml", new Html()));
    for (RdfFormat format : RdfFormat.values()) {
      offers.add(new Offer<>(format.mediaType(), new Rdf(format)));
      format.aliases().forEach(alias -> offers.add(new Offer<>(alias, new Rdf(format))));
    }
    return offers;
  }

  /** The form with this suffix, as it ends an address. */
  static Optional<Representation> bySuffix(String suffix) {
    return all().stream().filter(form -> form.suffix().equals(suffix)).findFirst();
  }

  /** The form that {@code ?format=} names, by suffix or media type. */
  static Optional<Representation> named(String name) {
    String lower = name.strip().toLowerCase(Locale.ROOT);
    return bySuffix(lower)
        .or(
            () ->
                offers().stream()
                    .filter(offer -> offer.mediaType().equals(lower))
                    .map(Offer::value)
                    .findFirst());
  }
}
