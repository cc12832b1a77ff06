package icc.lod.entity;

import icc.lod.store.Release;
import java.time.ZoneOffset;
import java.util.Locale;

/**
 * How to cite a thing as this release describes it: its stable address, never the page's. Public,
 * for the template engine reads it.
 *
 * @param apa in the style of the APA, seventh edition, section 10.9 (data sets)
 * @param bibtex as a BibTeX entry
 * @param release whose state it is
 * @param memento where this state stays, as long as the release is kept
 */
public record Citation(String apa, String bibtex, String release, String memento) {

  static Citation of(String iri, String title, String publisher, Release release, String memento) {
    String date = release.created().atZone(ZoneOffset.UTC).toLocalDate().toString();
    String year = date.substring(0, 4);
    String apa =
        "%s. (%s). %s (release %d, %s) [Data set]. %s"
            .formatted(publisher, year, title, release.number(), date, iri);
    String bibtex =
        """
        @misc{%s,
          title        = {%s},
          author       = {{%s}},
          year         = {%s},
          version      = {release %d},
          date         = {%s},
          howpublished = {\\url{%s}}
        }"""
            .formatted(
                key(iri, release.number()),
                tex(title),
                tex(publisher),
                year,
                release.number(),
                date,
                iri.replace("{", "%7B").replace("}", "%7D"));
    return new Citation(apa, bibtex, Integer.toString(release.number()), memento);
  }

  private static String key(String iri, int release) {
    String local = iri.replaceAll("[/#]+$", "").replaceAll(".*[/#:]", "");
    String ascii = local.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9-]+", "");
    return (ascii.isEmpty() ? "thing" : ascii) + "-release-" + release;
  }

  private static String tex(String text) {
    return text.replaceAll("[\\\\{}]", " ").replaceAll("([&%$#_])", "\\\\$1");
  }
}
