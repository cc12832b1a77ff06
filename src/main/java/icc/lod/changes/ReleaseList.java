package icc.lod.changes;

import icc.lod.view.Literals;
import icc.lod.view.Value;
import icc.lod.web.Pages;
import icc.lod.web.Problem;
import icc.lod.web.Visitor;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The list of releases, as a page shows it. Public, for the template engine reads it.
 *
 * @param rows the last first
 * @param part which they are of all
 */
public record ReleaseList(List<Row> rows, Part part) {
  /** A page of people reads no more. */
  static final int MOST = 100;

  /**
   * A release.
   *
   * @param kept whether its data is still there
   */
  public record Row(
      int number,
      String href,
      Value.Literal instant,
      String triples,
      String created,
      String changed,
      String deleted,
      boolean kept) {}

  static ReleaseList of(
      List<Summary> releases, Set<Integer> kept, int page, Pages pages, Visitor visitor) {
    Literals literals = new Literals(pages, visitor);
    NumberFormat format =
        NumberFormat.getIntegerInstance(Locale.forLanguageTag(visitor.language()));
    List<Row> rows =
        releases.reversed().stream()
            .skip((page - 1L) * MOST)
            .limit(MOST)
            .map(release -> row(release, kept, pages, literals, format))
            .toList();
    if (page > 1 && rows.isEmpty()) {
      throw Problem.notFound("The list of releases has no page " + page + ".");
    }
    boolean more = releases.size() > (long) page * MOST;
    String address = pages.publicUrl().path(ReleaseRoutes.PATH);
    return new ReleaseList(rows, Part.of(page, more, address));
  }

  private static Row row(
      Summary release, Set<Integer> kept, Pages pages, Literals literals, NumberFormat format) {
    Summary.Counts counts = release.counts();
    return new Row(
        release.number(),
        pages.publicUrl().path(ReleaseRoutes.PATH + "/" + release.number()),
        literals.literal(Words.instant(release.instant())),
        format.format(release.triples()),
        format.format(counts.created()),
        format.format(counts.changed()),
        format.format(counts.deleted()),
        kept.contains(release.number()));
  }
}
