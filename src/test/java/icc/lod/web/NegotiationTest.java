package icc.lod.web;

import static org.assertj.core.api.Assertions.assertThat;

import icc.lod.web.Negotiation.Offer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NegotiationTest {
  private static final List<String> TYPES =
      List.of(
          "text/html",
          "text/turtle",
          "application/ld+json",
          "application/n-triples",
          "application/rdf+xml",
          "application/trig",
          "application/n-quads");

  /** A range as a test states it: what it is, and its weight in thousandths. */
  private record Range(String type, int weight) {
    String text() {
      return type + ";q=" + String.format(Locale.ROOT, "%.3f", weight / 1000.0);
    }
  }

  private static List<Offer<String>> offers() {
    return TYPES.stream().map(type -> new Offer<>(type, type)).toList();
  }

  private static Optional<String> best(String... accept) {
    return Negotiation.best(List.of(accept), offers());
  }

  /** What the RFC says, written down as plainly as can be: one look-up per kind of range. */
  private static Optional<String> reference(List<Range> ranges) {
    String best = "";
    int bestWeight = 0;
    for (String type : TYPES) {
      String family = type.substring(0, type.indexOf('/')) + "/*";
      int weight = 0;
      for (String range : List.of("*/*", family, type)) {
        int highest =
            ranges.stream()
                .filter(r -> r.type().equals(range))
                .mapToInt(Range::weight)
                .max()
                .orElse(-1);
        weight = highest < 0 ? weight : highest;
      }
      if (weight > bestWeight) {
        best = type;
        bestWeight = weight;
      }
    }
    return best.isEmpty() ? Optional.empty() : Optional.of(best);
  }

  @Provide
  Arbitrary<List<Range>> ranges() {
    List<String> kinds = new ArrayList<>(TYPES);
    kinds.addAll(List.of("*/*", "text/*", "application/*", "image/*", "image/png"));
    return Combinators.combine(Arbitraries.of(kinds), Arbitraries.of(0, 1, 300, 500, 999, 1000))
        .as(Range::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(6);
  }

  @Property(tries = 2000)
  void anyRanges_chooseAsTheReference(@ForAll("ranges") List<Range> ranges) {
    String joined = String.join(" , ", ranges.stream().map(Range::text).toList());
    assertThat(best(joined)).as(joined).isEqualTo(reference(ranges));
  }

  @Property(tries = 500)
  void severalFields_areOneList(@ForAll("ranges") List<Range> ranges) {
    List<String> fields = ranges.stream().map(Range::text).toList();
    assertThat(Negotiation.best(fields, offers())).isEqualTo(best(String.join(",", fields)));
  }

  @Property(tries = 1000)
  void anyText_neverFails(@ForAll String text) {
    assertThat(Negotiation.best(List.of(text), offers()).isPresent()).isIn(true, false);
  }

  /** Every pair of offers, with weights in all relations and in both orders: 7·6·9·2 cases. */
  @TestFactory
  List<DynamicTest> table() {
    List<DynamicTest> cases = new ArrayList<>();
    int[] weights = {0, 500, 1000};
    for (String one : TYPES) {
      for (String other : TYPES) {
        for (int first : weights) {
          for (int second : weights) {
            if (!one.equals(other)) {
              cases.add(pair(new Range(one, first), new Range(other, second)));
              cases.add(pair(new Range(other, second), new Range(one, first)));
            }
          }
        }
      }
    }
    assertThat(cases).hasSizeGreaterThan(500);
    return cases;
  }

  private static DynamicTest pair(Range first, Range second) {
    String accept = first.text() + ", " + second.text();
    return DynamicTest.dynamicTest(
        accept, () -> assertThat(best(accept)).isEqualTo(reference(List.of(first, second))));
  }

  @Test
  void absent_isAnything() {
    assertThat(best()).hasValue("text/html");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | text/html",
        "text/turtle, application/rdf+xml;q=0.9, */*;q=0.1 | text/turtle",
        "text/html;q=0, */* | text/turtle",
        "text/*;q=0.3, application/ld+json;q=0.2 | text/html",
        "TEXT/Turtle | text/turtle",
        "text/turtle;charset=utf-8 | text/turtle",
        "application/ld+json;profile=\"http://www.w3.org/ns/json-ld#compacted\" | application/ld+json",
        "text/html;level=1, text/turtle;q=0.5 | text/turtle",
        "text/html ; q=0.2 ;ext=1 , text/turtle ; Q=0.4 | text/turtle",
        "text/html;q=2, text/turtle;q=0.1 | text/turtle",
        "text/html;q=abc, text/turtle;q=0.1 | text/turtle",
        "text/html;q=0.1234, text/turtle;q=0.1 | text/turtle",
        ", ,text/turtle,, | text/turtle",
        "image/gif, *; q=.2, */*; q=.2 | text/html",
        "not a type | text/html",
        "*/*;q=0.1, text/turtle | text/turtle",
        "application/*, text/html;q=0.9 | application/ld+json",
      })
  void accept_chooses(String accept, String chosen) {
    assertThat(best(accept)).hasValue(chosen);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"image/png", "*/*;q=0", "text/html;level=1", "text/*;q=0, image/*"})
  void accept_nothingHere(String accept) {
    assertThat(best(accept)).isEmpty();
  }
}
