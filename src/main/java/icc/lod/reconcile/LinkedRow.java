package icc.lod.reconcile;

import icc.lod.view.Text;
import java.util.List;
import java.util.Locale;

/**
 * A row of a table with what its name means. Public, for the template engine reads it.
 *
 * @param candidates best first
 */
public record LinkedRow(List<String> cells, String name, List<Choice> candidates) {
  /**
   * A thing that the name may mean.
   *
   * @param kind what it is, in words; or empty
   */
  public record Choice(String iri, Text label, String kind, double score, boolean match) {
    /** As people write it: without a needless decimal. */
    public String points() {
      return score == Math.rint(score)
          ? Long.toString(Math.round(score))
          : String.format(Locale.ROOT, "%.1f", score);
    }
  }

  public LinkedRow {
    cells = List.copyOf(cells);
    candidates = List.copyOf(candidates);
  }

  static LinkedRow of(List<String> cells, String name, List<Candidate> found, Naming naming) {
    return new LinkedRow(
        cells,
        name,
        found.stream()
            .map(
                candidate ->
                    new Choice(
                        candidate.thing().node().getURI(),
                        naming.name(candidate.thing()),
                        naming.kind(candidate.thing()),
                        candidate.score(),
                        candidate.match()))
            .toList());
  }

  /** Whether the first may be taken without looking. */
  public boolean match() {
    return !candidates.isEmpty() && candidates.get(0).match();
  }

  /** All but the first. */
  public List<Choice> others() {
    return candidates.isEmpty() ? List.of() : candidates.subList(1, candidates.size());
  }
}
