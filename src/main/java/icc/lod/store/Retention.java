package icc.lod.store;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which releases are kept: the newest, the current one, and all that are cited.
 *
 * @param newest how many of the newest
 */
public record Retention(int newest) {
  /** Nothing is ever removed. */
  public static final Retention ALL = new Retention(Integer.MAX_VALUE);

  /** Enough to go back a while, at a bounded price. */
  public static final Retention DEFAULT = new Retention(20);

  private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

  public Retention {
    if (newest < 1) {
      throw new IllegalArgumentException("At least one release is kept, not " + newest);
    }
  }

  /**
   * Removes what is not kept. Only for the holder of {@link PublishLock}.
   *
   * @return the numbers of those removed
   */
  public List<Integer> apply(Releases releases, Instant now) throws IOException {
    Citations citations = new Citations(releases.state());
    releases.finishRemovals(citations, now);
    List<Release> all = releases.all();
    Optional<Integer> current = releases.current().map(Release::number);
    Set<Integer> cited = citations.releases();
    List<Integer> removed = new ArrayList<>();
    for (Release release : all.subList(0, Math.max(0, all.size() - newest))) {
      int number = release.number();
      if (!current.equals(Optional.of(number))
          && !cited.contains(number)
          && releases.remove(number, citations, now)) {
        removed.add(number);
      }
    }
    // What is damaged is left for the operator to look at, until it would have gone anyway.
    for (int damaged : releases.damaged().keySet()) {
      if (damaged <= removed.stream().mapToInt(n -> n).max().orElse(0)) {
        releases.remove(damaged, citations, now);
      }
    }
    if (!removed.isEmpty()) {
      LOG.info("Removed releases {}: the last {} and those cited are kept", removed, newest);
    }
    return removed;
  }
}
