package icc.lod.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/**
 * What visitors do: search, narrow down, look at the map, ask, share; by mouse, keys, no scripts.
 */
@ExtendWith(Visitors.class)
final class PortalIT {
  private static final String COUNT =
      "SELECT ?type (COUNT(?thing) AS ?things) { ?thing a ?type } GROUP BY ?type"
          + " ORDER BY DESC(?things) LIMIT 8";

  @Test
  void search_completesByKeyboard(Browser browser) {
    browser.open("/?lang=en");
    browser.visible("form.search input[name=q]").sendKeys("lwow");
    browser.visible("[role=option]");
    browser.focused().sendKeys(Keys.ARROW_DOWN, Keys.ENTER);
    browser.await(d -> browser.address().contains("lviv"));
    assertThat(browser.one("h1").getText()).isEqualTo("Lviv");
  }

  @Test
  void facet_narrowsAndTheAddressKeepsIt(Browser browser) {
    browser.open("/browse/city?lang=en");
    String before = browser.address();
    browser.visible("nav.facets li a").click();
    browser.await(d -> !browser.address().equals(before));
    String narrowed = browser.address();
    String found = browser.one("main").getText();
    browser.go(narrowed);
    assertThat(browser.one("main").getText()).isEqualTo(found);
    browser.all("a[rel=nofollow][aria-label^='Remove']").get(0).click();
    browser.await(d -> !browser.address().equals(narrowed));
  }

  @Test
  void map_opensACardThatLeadsToThePlace(Browser browser) {
    browser.open("/map?kind=city&lang=en");
    WebElement pin = browser.visible(".map-pin");
    browser.script("arguments[0].focus()", pin);
    pin.sendKeys(Keys.ENTER);
    String href = browser.visible(".leaflet-popup a[href*='/doc/']").getDomAttribute("href");
    assertThat(href).contains("/doc/");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void language_isKeptForTheVisit(Browser browser) {
    browser.open("/doc/city/lviv");
    browser.visible("nav.languages a[hreflang=uk]").click();
    browser.await(d -> "uk".equals(browser.one("html").getDomAttribute("lang")));
    assertThat(browser.one("h1").getText()).isEqualTo("Львів");
    browser.go("/browse");
    assertThat(browser.one("html").getDomAttribute("lang")).isEqualTo("uk");
  }

  @Test
  void desk_asksDrawsAndShares(Browser browser) {
    browser.open("/sparql?lang=en");
    browser.visible(".CodeMirror");
    browser.script(
        "document.querySelector('.CodeMirror').CodeMirror.setValue(arguments[0])", COUNT);
    browser.one("#run").click();
    browser.visible("table.results tbody tr");
    browser.await(d -> browser.all("table.results tbody tr").size() == 8);
    assertThat(browser.one("#status").getText()).contains("8");
    browser.await(d -> browser.one("#tab-chart").isEnabled());
    browser.one("#tab-chart").click();
    browser.visible("#view-chart canvas");
    browser.one("#share").click();
    String link = browser.visible("#share-link").getDomProperty("href");
    assertThat(link).contains("/q/");
    browser.go(link.substring(browser.origin().length()));
    assertThat(browser.visible("#results").getText()).isNotEmpty();
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void keyboardAlone_reachesTheContent(Browser browser) {
    browser.open("/?lang=en");
    browser.one("body").sendKeys(Keys.TAB);
    assertThat(browser.focused().getDomAttribute("class")).isEqualTo("skip");
    browser.focused().sendKeys(Keys.ENTER);
    assertThat(browser.focused().getDomAttribute("id")).isEqualTo("main");
    browser.focused().sendKeys(Keys.TAB);
    WebElement first = browser.focused();
    assertThat(browser.one("main").findElements(By.cssSelector("a, button"))).contains(first);
    first.sendKeys(Keys.ENTER);
    browser.await(d -> !browser.address().startsWith("/?"));
  }

  @Test
  void withoutScripts_everythingAnswers(Browser browser) {
    browser.open("/");
    browser.scripts(false);
    try {
      browser.go("/search?q=lwow&lang=en");
      browser.one("main a[href*='/doc/city/lviv']").click();
      assertThat(browser.one("h1").getText()).isEqualTo("Lviv");
      browser.go("/sparql?lang=en&query=" + URLEncoder.encode(COUNT, StandardCharsets.UTF_8));
      assertThat(browser.all("table.results tbody tr")).hasSize(8);
      browser.go("/map?lang=en");
      assertThat(browser.all("main li a[href*='/doc/']")).hasSizeGreaterThan(20);
    } finally {
      browser.scripts(true);
    }
  }
}
