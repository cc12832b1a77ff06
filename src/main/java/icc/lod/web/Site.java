package icc.lod.web;

import java.util.Map;

/**
 * What every page says about the site.
 *
 * @param release number of the release shown, or empty when there is none
 * @param licence address of the licence of the data, or empty when it is not known
 * @param names what the data calls itself, by language code; the empty code for no language
 */
public record Site(String release, String licence, Map<String, String> names) {
  /** A site that has published nothing yet. */
  public static final Site NONE = new Site("", "");

  public Site {
    names = Map.copyOf(names);
  }

  /** A site whose data has no name for itself. */
  public Site(String release, String licence) {
    this(release, licence, Map.of());
  }

  /** Its name in a language, or in English, or in none; else what is said instead. */
  public String name(String language, String otherwise) {
    for (String code : new String[] {language, "en", ""}) {
      if (names.containsKey(code)) {
        return names.get(code);
      }
    }
    return otherwise;
  }

  /** Who gives the licence, in words, where its address tells. */
  public String licenceName() {
    java.util.regex.Matcher creative =
        java.util.regex.Pattern.compile(
                "https?://creativecommons\\.org/(licenses|publicdomain)/([a-z-]+)/(\\d\\.\\d)/?.*")
            .matcher(licence);
    if (!creative.matches()) {
      return licence;
    }
    String kind =
        creative.group(2).equals("zero")
            ? "0"
            : " " + creative.group(2).toUpperCase(java.util.Locale.ROOT);
    return "CC" + kind + " " + creative.group(3);
  }
}
