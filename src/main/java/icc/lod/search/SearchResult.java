package icc.lod.search;

import java.util.List;
import java.util.Map;

/**
 * What a search found.
 *
 * @param total how many things match, of the type asked for
 * @param types how many of all that match have each type, most first
 * @param things those of the page asked for, best first
 * @param how in which way they match
 */
record SearchResult(long total, Map<String, Long> types, List<StoredThing> things, How how) {
  /** How near the things come to what was asked. */
  enum How {
    /** They match all words. */
    ALL,
    /** Few match all words, so that those are among them which would but for typing errors. */
    WIDER,
    /** They would match but for typing errors. */
    NEARLY,
    /** They match some of the words. */
    SOME
  }

  SearchResult {
    things = List.copyOf(things);
  }

  static SearchResult none() {
    return new SearchResult(0, Map.of(), List.of(), How.ALL);
  }
}
