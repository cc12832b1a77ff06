package icc.lod.reconcile;

import icc.lod.search.NameMatch;
import icc.lod.search.NameMatch.How;
import icc.lod.search.Spelling;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A name as it stands in somebody's table: perhaps with what sort of thing it is ("City of Lviv"),
 * or with where it is ("Lviv, Ukraine", "Lviv (UA)").
 *
 * @param whole all of it
 * @param head what stands before a comma or bracket, if there is one
 * @param context what stands after it, or empty
 */
record AskedName(Spelling whole, Optional<Spelling> head, String context) {
  private static final Pattern CONTEXT =
      Pattern.compile("\\s*([^,(\\[]*[^,(\\[\\s])\\s*(?:,|[(\\[])\\s*([^)\\]]+?)\\s*[)\\]]?\\s*");

  /** A name that is taken for another once words are put aside is a little less that name. */
  private static final double DRESSED = 0.99;

  /** The best match of a name with one of a thing, and whether the context was put aside for it. */
  record Matched(NameMatch match, boolean byHead) {}

  static AskedName of(String text, Facts facts) {
    Matcher matcher = CONTEXT.matcher(text);
    return matcher.matches()
        ? new AskedName(
            facts.spelling(text), Optional.of(facts.spelling(matcher.group(1))), matcher.group(2))
        : new AskedName(facts.spelling(text), Optional.empty(), "");
  }

  /** The spellings to look for candidates by. */
  List<String> searches() {
    return head.map(h -> List.of(whole.text(), h.text())).orElse(List.of(whole.text()));
  }

  /**
   * Compares with a name of a thing.
   *
   * @param sorts words that only say what sort of thing it is
   */
  Matched match(Spelling name, Set<String> sorts) {
    NameMatch best = undressed(whole, name, sorts);
    boolean byHead = false;
    if (best.similarity() < 1 && head.isPresent()) {
      NameMatch other = undressed(head.get(), name, sorts);
      if (other.similarity() > best.similarity()) {
        best = other;
        byHead = true;
      }
    }
    return new Matched(best, byHead);
  }

  private static NameMatch undressed(Spelling asked, Spelling name, Set<String> sorts) {
    NameMatch match = NameMatch.of(asked, name);
    boolean dressed = asked.words().stream().anyMatch(sorts::contains);
    if (match.how() != How.NEAR || !dressed) {
      return match;
    }
    NameMatch bare =
        NameMatch.of(asked.without(sorts).telling(), name.without(sorts).telling()).weaker(DRESSED);
    return bare.similarity() > match.similarity() ? bare : match;
  }
}
