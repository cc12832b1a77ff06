package icc.lod.fragments;

import icc.lod.store.Lease;
import icc.lod.view.PerRelease;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.jena.sparql.core.Quad;

/**
 * How many statements of a release match a pattern, exactly. Thread-safe.
 *
 * <p>What is counted quickly is counted again; the rest is kept. A statement matches eight patterns
 * at most, and each that is kept has {@value #LARGE} matches: so there can only be few.
 */
final class FragmentCounts {
  private static final long LARGE = 20_000;

  private final PerRelease<Map<Quad, Long>> kept =
      new PerRelease<>(lease -> new ConcurrentHashMap<>());

  long of(FragmentRequest request, Lease lease) {
    if (request.impossible()) {
      return 0;
    }
    Quad pattern = request.pattern();
    Map<Quad, Long> known = kept.of(lease);
    Long before = known.get(pattern);
    if (before != null) {
      return before;
    }
    long count = lease.store().count(pattern);
    if (count >= LARGE) {
      known.put(pattern, count);
    }
    return count;
  }
}
