package icc.lod.search;

import java.util.List;
import java.util.Set;

/**
 * The marking that {@code text:query} offers: jena-text's option {@code highlight:s:…|e:…} with the
 * signs before and after what matched.
 */
record TextMarks(SearchMarks marks, String before, String after) {
  private static final String BEFORE = "↦";
  private static final String AFTER = "↤";

  static TextMarks of(Set<String> terms, String options) {
    String before = BEFORE;
    String after = AFTER;
    for (String option : List.of(options.strip().split("\\|", -1))) {
      if (option.startsWith("s:")) {
        before = option.substring(2);
      } else if (option.startsWith("e:")) {
        after = option.substring(2);
      }
    }
    SearchMarks marks =
        new SearchMarks(
            (plain, forms) -> terms.contains(plain) || forms.stream().anyMatch(terms::contains));
    return new TextMarks(marks, before, after);
  }

  String mark(String text) {
    StringBuilder marked = new StringBuilder();
    for (Piece piece : marks.mark(text)) {
      marked.append(piece.marked() ? before + piece.text() + after : piece.text());
    }
    return marked.toString();
  }
}
