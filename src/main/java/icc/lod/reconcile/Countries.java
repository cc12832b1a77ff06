package icc.lod.reconcile;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;

/**
 * Codes of countries by their names in every language that Java knows (CLDR): tables name countries
 * in the language of who wrote them, data seldom in more than two. Thread-safe.
 */
final class Countries {
  private static final class Names {
    static final Map<String, String> CODES = read();

    private static Map<String, String> read() {
      Map<String, String> codes = new HashMap<>();
      for (String language : Locale.getISOLanguages()) {
        Locale in = Locale.of(language);
        for (String code : Locale.getISOCountries()) {
          String name = Locale.of("", code).getDisplayCountry(in);
          if (!name.equals(code)) {
            codes.putIfAbsent(name.toLowerCase(Locale.ROOT), code);
          }
        }
      }
      return Map.copyOf(codes);
    }
  }

  private Countries() {}

  /** The code of the country that a text names (ISO 3166-1, two letters). */
  static Optional<String> code(String name) {
    String code = Names.CODES.get(name.strip().toLowerCase(Locale.ROOT));
    return Optional.ofNullable(code);
  }

  /** The code of the country that a text names, or is a code of. */
  static Optional<String> of(String text) {
    String code = text.strip().toUpperCase(Locale.ROOT);
    if (Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).contains(code)) {
      return Optional.of(code);
    }
    return Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA3).contains(code)
        ? Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).stream()
            .filter(two -> longer(two).equals(Optional.of(code)))
            .findFirst()
        : code(text);
  }

  /** The code of three letters for one of two. */
  static Optional<String> longer(String code) {
    try {
      return Optional.of(Locale.of("", code).getISO3Country()).filter(iso3 -> !iso3.isEmpty());
    } catch (MissingResourceException e) {
      return Optional.empty();
    }
  }
}
