package icc.lod.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of page, in both languages and colour schemes, wide and narrow (WCAG 2.2 AA). */
@ExtendWith(Visitors.class)
final class PagesIT {
  private static final List<String> PAGES =
      List.of(
          "/",
          "/doc/city/lviv",
          "/doc/phase/icc-phase-1",
          "/doc/indicator/ind-city-population",
          "/browse",
          "/browse/city",
          "/search?q=lwow",
          "/search?q=qqqqqqqqqq",
          "/map",
          "/sparql",
          "/sparql?query=SELECT+*+%7B%3Fs+%3Fp+%3Fo%7D+LIMIT+20",
          "/examples",
          "/examples/cities-per-country",
          "/ontology",
          "/shapes",
          "/api",
          "/catalog",
          "/dumps/",
          "/.well-known/void",
          "/link",
          "/lookup",
          "/lookup?uri=Q36036",
          "/linksets",
          "/linksets/www.wikidata.org",
          "/fragments",
          "/ldes",
          "/releases",
          "/releases/1",
          "/releases/1/proof",
          "/history?iri=https://w3id.org/intelligent-cities/id/city/lviv",
          "/timemap/doc/city/lviv",
          "/no-such-page");

  static Stream<Arguments> pages() {
    return PAGES.stream()
        .flatMap(page -> Stream.of("en", "uk").map(language -> Arguments.of(page, language)));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void page_isAccessibleQuietAndFits(String page, String language, Browser browser) {
    browser.open(page + (page.contains("?") ? "&" : "?") + "lang=" + language);
    assertThat(browser.violations()).as("wide, light").isEmpty();
    browser.colours("dark");
    assertThat(browser.violations()).as("wide, dark").isEmpty();
    browser.narrow();
    assertThat(browser.overflow()).as("pixels too wide at 320").isZero();
    assertThat(browser.violations()).as("narrow").isEmpty();
    assertThat(browser.one("html").getDomAttribute("lang")).isEqualTo(language);
    List<String> complaints =
        browser.complaints().stream().filter(line -> !line.contains("/no-such-page")).toList();
    assertThat(complaints).isEmpty();
  }
}
