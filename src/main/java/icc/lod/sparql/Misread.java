package icc.lod.sparql;

import icc.lod.web.Problem;
import java.util.List;

/**
 * Where in a query its reading stopped, for a page to mark.
 *
 * @param line from 1; 0 when the place is not known
 * @param before the line up to there
 * @param at the word that was not expected
 * @param after the rest of the line
 */
record Misread(int line, int column, String before, String at, String after) {
  /** A line that nobody wrote by hand is shown around the place only. */
  private static final int SHOWN = 200;

  static Misread of(Problem problem, String query) {
    int line = number(problem, "line");
    int column = number(problem, "column");
    List<String> lines = query.lines().toList();
    if (line < 1 || line > lines.size() || column < 1) {
      return new Misread(0, 0, "", "", "");
    }
    String text = lines.get(line - 1);
    int start = Math.min(column - 1, text.length());
    int end = start;
    while (end < text.length() && (end == start || !Character.isWhitespace(text.charAt(end)))) {
      end++;
    }
    return new Misread(
        line,
        column,
        text.substring(Math.max(0, start - SHOWN), start),
        text.substring(start, Math.min(end, start + SHOWN)),
        text.substring(end, Math.min(text.length(), end + SHOWN)));
  }

  private static int number(Problem problem, String member) {
    return problem.members().get(member) instanceof Integer number ? number : 0;
  }
}
