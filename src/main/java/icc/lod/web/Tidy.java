package icc.lod.web;

import java.util.List;

/**
 * Takes away the empty lines and blanks that templates leave where they show nothing, and the value
 * they give to an attribute that needs none.
 */
final class Tidy {
  /** Elements in which blanks are part of the text. */
  private static final List<String> KEPT = List.of("pre", "textarea", "script");

  private Tidy() {}

  static String html(String page) {
    StringBuilder tidy = new StringBuilder(page.length());
    int done = 0;
    int start = page.indexOf('<');
    while (start >= 0) {
      int end = keptUntil(page, start);
      if (end > start) {
        append(tidy, plain(page.substring(done, start)));
        tidy.append(page, start, end);
        done = end;
      }
      start = page.indexOf('<', Math.max(end, start + 1));
    }
    append(tidy, plain(page.substring(done)));
    return tidy.toString();
  }

  /** Where an element that is kept ends; less than where it starts, if none starts there. */
  private static int keptUntil(String page, int start) {
    for (String name : KEPT) {
      int after = start + 1 + name.length();
      if (page.startsWith(name, start + 1)
          && after < page.length()
          && !inName(page.charAt(after))) {
        String close = "</" + name + ">";
        int end = page.indexOf(close, after);
        return end < 0 ? -1 : end + close.length();
      }
    }
    return -1;
  }

  private static boolean inName(char c) {
    return c == '_' || (c < 128 && Character.isLetterOrDigit(c));
  }

  private static String plain(String part) {
    return part.replace(" open=\"open\"", " open");
  }

  private static void append(StringBuilder tidy, String part) {
    int done = 0;
    for (int end = part.indexOf('\n'); end >= 0; end = part.indexOf('\n', done)) {
      tidy.append(part, done, end);
      done = end + 1;
      int length = tidy.length();
      while (length > 0 && (tidy.charAt(length - 1) == ' ' || tidy.charAt(length - 1) == '\t')) {
        length--;
      }
      tidy.setLength(length);
      if (length == 0 || tidy.charAt(length - 1) != '\n') {
        tidy.append('\n');
      }
    }
    tidy.append(part, done, part.length());
  }
}
