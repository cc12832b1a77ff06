package icc.lod.search;

import icc.lod.rdf.EntityIri;
import java.text.Normalizer;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Names for addresses out of IRIs: the local name in kebab case, that of a word of others with its
 * prefix before it. Of several that would be the same, the first by IRI has it and the others are
 * numbered.
 */
final class KindSlugs {
  private KindSlugs() {}

  /** Slugs of classes, own ones first served. */
  static Map<String, String> of(
      Collection<String> classes, Predicate<String> own, Map<String, String> prefixes) {
    List<String> sorted =
        classes.stream()
            .sorted(Comparator.comparing(own.negate()::test).thenComparing(iri -> iri))
            .toList();
    Map<String, String> slugs = new LinkedHashMap<>();
    Set<String> taken = new HashSet<>();
    for (String iri : sorted) {
      String local = kebab(localName(iri));
      String slug = own.test(iri) ? local : prefixed(iri, local, prefixes);
      slugs.put(iri, free(slug, taken));
    }
    return slugs;
  }

  /** The name itself, or with a number after it when it is taken; it is taken then. */
  static String free(String name, Set<String> taken) {
    String free = name;
    for (int number = 2; !taken.add(free); number++) {
      free = name + "-" + number;
    }
    return free;
  }

  /** {@code LocalGreenDeal} as {@code local-green-deal}, in ASCII. */
  static String kebab(String name) {
    String plain = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    String kebab =
        plain
            .replaceAll("([a-z0-9])([A-Z])", "$1-$2")
            .replaceAll("([A-Z])([A-Z][a-z])", "$1-$2")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-+|-+$", "");
    return kebab.isEmpty() ? "x" + Integer.toHexString(name.hashCode()) : kebab;
  }

  static String localName(String iri) {
    return EntityIri.parse(iri).map(EntityIri::localName).orElse(iri);
  }

  private static String prefixed(String iri, String local, Map<String, String> prefixes) {
    return prefixes.entrySet().stream()
        .filter(entry -> !entry.getKey().isEmpty() && iri.startsWith(entry.getValue()))
        .max(
            Comparator.comparing((Map.Entry<String, String> entry) -> entry.getValue().length())
                .thenComparing(Map.Entry.comparingByKey()))
        .map(entry -> kebab(entry.getKey()) + "-" + local)
        .orElse(local);
  }
}
