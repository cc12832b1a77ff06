package icc.lod.web;

import static org.assertj.core.api.Assertions.assertThat;

import icc.lod.Fuzz;
import icc.lod.web.Negotiation.Offer;
import java.util.List;
import net.jqwik.api.Example;

final class NegotiationFuzzTest {
  private static final List<Offer<String>> OFFERS =
      List.of(
          new Offer<>("text/html", "html"),
          new Offer<>("text/turtle", "ttl"),
          new Offer<>("application/ld+json", "jsonld"));

  @Example
  void anyField_givesAnOfferOrNone() {
    Fuzz.run(
        "negotiation",
        Fuzz.texts(
            List.of(
                "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8",
                "application/ld+json;profile=\"http://www.w3.org/ns/json-ld#compacted\"",
                "text/turtle;charset=\"utf-8\\\"\";q=.3;level=1"),
            "text/html",
            "text/turtle",
            "*/*",
            "text/*",
            ";q=",
            "0",
            "1",
            "1.000",
            "0.5",
            ".5",
            "1.",
            "2",
            "-1",
            ",",
            ";",
            "=",
            "\"",
            "\\",
            "/",
            "*",
            ";q=0",
            "gzip",
            "q",
            " ",
            "\t"),
        field -> {
          Negotiation.best(List.of(field), OFFERS)
              .ifPresent(best -> assertThat(best).isIn("html", "ttl", "jsonld"));
          assertThat(Negotiation.best(List.of(field, "text/turtle"), OFFERS)).isNotEmpty();
          for (Weighted range : Weighted.parse(List.of(field))) {
            assertThat(range.weight()).isBetween(0, 1000);
          }
        });
  }
}
