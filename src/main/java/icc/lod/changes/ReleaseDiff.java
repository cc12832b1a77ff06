package icc.lod.changes;

import icc.lod.changes.ChangeViews.Difference;
import icc.lod.store.Release;
import icc.lod.web.Problem;
import java.util.List;
import java.util.Optional;

/**
 * A page of what a release changed.
 *
 * @param summary in figures; empty where the log does not have it
 * @param before the release that it is compared with
 * @param page which part, from one
 * @param entities those of the part
 */
record ReleaseDiff(
    Release release,
    Optional<Summary> summary,
    Optional<Summary> before,
    int page,
    List<Difference> entities) {

  /**
   * Reads a part.
   *
   * @throws Problem 404 when there is no such part
   */
  static ReleaseDiff of(Log log, Release release, int page) {
    Optional<Summary> summary = log.release(release.number());
    List<Difference> entities =
        summary.stream()
            .flatMap(known -> log.block(known, page).stream())
            .map(member -> ChangeViews.difference(log, member, summary.get()))
            .toList();
    if (page > 1 && entities.isEmpty()) {
      throw Problem.notFound("What this release changed has no page " + page + ".");
    }
    return new ReleaseDiff(release, summary, summary.flatMap(log::before), page, entities);
  }

  /** How many entities changed in all. */
  long total() {
    return summary.map(known -> known.counts().total()).orElse(0L);
  }

  boolean hasNext() {
    return total() > (long) page * Register.BLOCK;
  }
}
