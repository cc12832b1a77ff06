package icc.lod.examples;

import icc.lod.rdf.EntityIri;
import icc.lod.rdf.IriSpace;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The last parts of the addresses of examples, made from the last parts of their IRIs. */
final class Slugs {
  private static final int LONGEST = 100;

  private Slugs() {}

  /** A slug that none of these is yet. */
  static String of(String iri, Set<String> taken) {
    String local = EntityIri.parse(iri).map(EntityIri::localName).orElse(iri);
    String plain = decoded(local).replaceAll("[^\\p{L}\\p{N}._~-]+", "-").replaceAll("^-|-$", "");
    String slug =
        plain.isEmpty() ? "example" : plain.substring(0, Math.min(LONGEST, plain.length()));
    String free = slug;
    for (int i = 2; taken.contains(free); i++) {
      free = slug + "-" + i;
    }
    return free;
  }

  /** As it stands in an address. */
  static String encoded(String slug) {
    return IriSpace.ascii(slug);
  }

  static String decoded(String raw) {
    try {
      return URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      // A stray percent sign: nothing has such a name, or it is meant as it stands.
      return raw;
    }
  }

  /** Those of the slugs that a mistyped one may have meant, nearest first. */
  static List<String> nearest(String wanted, Collection<String> slugs) {
    String lower = wanted.toLowerCase(Locale.ROOT);
    String compared = lower.substring(0, Math.min(LONGEST, lower.length()));
    return slugs.stream()
        .sorted(
            Comparator.comparingInt((String slug) -> distance(compared, slug))
                .thenComparing(slug -> slug))
        .limit(5)
        .toList();
  }

  /** Levenshtein's distance; less for a slug that holds what was typed, or the other way round. */
  private static int distance(String wanted, String slug) {
    String other = slug.toLowerCase(Locale.ROOT);
    int[] above = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= wanted.length(); i++) {
      int[] row = new int[other.length() + 1];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int change = above[j - 1] + (wanted.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(change, Math.min(above[j], row[j - 1]) + 1);
      }
      above = row;
    }
    boolean holds = !wanted.isEmpty() && (other.contains(wanted) || wanted.contains(other));
    return holds ? above[other.length()] / 4 : above[other.length()];
  }
}
