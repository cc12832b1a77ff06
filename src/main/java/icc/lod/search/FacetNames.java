package icc.lod.search;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What facets and their values are called in addresses: after the property, with the thing in
 * between before it ({@code participation.in-phase}); values after their local name, or by IRI when
 * two share that.
 */
final class FacetNames {
  private FacetNames() {}

  /** Names of facets by path; none is one of those reserved, none is given twice. */
  static Map<FacetPath, String> of(List<FacetUse> uses, Set<String> reserved) {
    Set<String> taken = new HashSet<>(reserved);
    Map<FacetPath, String> names = new HashMap<>();
    uses.stream()
        .map(use -> use.tally().candidate().path())
        .sorted()
        .forEach(path -> names.put(path, KindSlugs.free(name(path), taken)));
    return names;
  }

  private static String name(FacetPath path) {
    String last = part(path.last().property()) + (path.last().inverse() ? "-of" : "");
    return path.hops().stream().map(hop -> middle(hop) + "." + last).findFirst().orElse(last);
  }

  /** What leads back is named after the class it leads to, what leads on after the property. */
  private static String middle(FacetHop hop) {
    boolean byClass = hop.step().inverse() && !hop.through().isEmpty();
    return part(byClass ? hop.through() : hop.step().property());
  }

  private static String part(String iri) {
    return KindSlugs.kebab(KindSlugs.localName(iri));
  }

  /** Keys of values by what makes them values. */
  static Map<String, String> keys(FacetType type, List<String> identities) {
    Map<String, Long> uses =
        identities.stream()
            .collect(Collectors.groupingBy(KindSlugs::localName, Collectors.counting()));
    Map<String, String> keys = new HashMap<>();
    for (String identity : identities) {
      String local = KindSlugs.localName(identity);
      boolean alone = type == FacetType.THING && uses.getOrDefault(local, 0L) == 1;
      keys.put(identity, alone ? local : identity);
    }
    return keys;
  }
}
