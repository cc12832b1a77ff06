package icc.lod.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What every page of the site must hold to, whatever it shows. */
public final class PageChecks {
  private PageChecks() {}

  /** One main heading, headings in order, unique ids, labelled parts, nothing inline. */
  public static void assertSound(String html) {
    List<Integer> levels = new ArrayList<>();
    all("<h([1-6])[ >]", html).forEach(m -> levels.add(Integer.parseInt(m.group(1))));
    assertThat(levels).as("main headings").containsOnlyOnce(1);
    assertThat(levels.get(0)).as("first heading").isEqualTo(1);
    for (int i = 1; i < levels.size(); i++) {
      assertThat(levels.get(i)).as("heading " + i).isLessThanOrEqualTo(levels.get(i - 1) + 1);
    }
    Set<String> ids = new HashSet<>();
    all(" id=\"([^\"]*)\"", html)
        .forEach(m -> assertThat(ids.add(m.group(1))).as("id " + m.group(1)).isTrue());
    all(" aria-labelledby=\"([^\"]*)\"", html)
        .forEach(m -> assertThat(ids).as("labels").contains(m.group(1)));
    all("(?s)<table>(.*?)</table>", html)
        .forEach(
            m -> {
              assertThat(m.group(1)).contains("<caption");
              all("<th[ >][^>]*", m.group(1))
                  .forEach(th -> assertThat(th.group()).contains("scope="));
            });
    all("<svg[^>]*", html.replaceAll("(?s)(<svg class=\"bars\"[^>]*>)(<svg[^>]*>)+", "$1"))
        .filter(m -> !m.group().contains(" y=\""))
        .forEach(m -> assertThat(m.group()).containsAnyOf("aria-hidden", "aria-labelledby"));
    assertThat(html).doesNotContain(" style=\"", "<style", " onclick", "javascript:");
    all("<script([^>]*)>", html)
        .forEach(m -> assertThat(m.group(1)).containsAnyOf(" src=", "application/ld+json"));
    assertThat(html).contains("<html lang=\"", "<title>", "<main id=\"main\"", "name=\"viewport\"");
  }

  private static java.util.stream.Stream<MatchResult> all(String pattern, String html) {
    return Pattern.compile(pattern).matcher(html).results();
  }
}
