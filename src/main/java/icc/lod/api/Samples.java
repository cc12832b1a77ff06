package icc.lod.api;

import java.util.Map;

/** Finds what example requests can be about. Thread-safe; must not fail. */
@FunctionalInterface
public interface Samples {
  /**
   * What can be asked about a release.
   *
   * @param tag tells releases apart
   * @param values parts of addresses, coded, by what they stand for: {@code thing}, {@code
   *     document}, {@code iri}, {@code example} …; what the release has not is missing
   */
  record OfRelease(String tag, Map<String, String> values) {
    /** Nothing is published. */
    public static final OfRelease NONE = new OfRelease("none", Map.of());

    public OfRelease {
      values = Map.copyOf(values);
    }
  }

  OfRelease current();
}
