package icc.lod.web;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes away the empty lines and blanks that templates leave where they show nothing, and the value
 * they give to an attribute that needs none.
 */
final class Tidy {
  /** Where blanks are part of the text. */
  private static final Pattern KEPT = Pattern.compile("(?s)<(pre|textarea|script)\\b.*?</\\1>");

  private Tidy() {}

  static String html(String page) {
    StringBuilder tidy = new StringBuilder(page.length());
    Matcher kept = KEPT.matcher(page);
    int done = 0;
    while (kept.find()) {
      append(tidy, plain(page.substring(done, kept.start())));
      tidy.append(page, kept.start(), kept.end());
      done = kept.end();
    }
    append(tidy, plain(page.substring(done)));
    return tidy.toString();
  }

  private static String plain(String part) {
    return part.replace(" open=\"open\"", " open");
  }

  private static void append(StringBuilder tidy, String part) {
    for (int i = 0; i < part.length(); i++) {
      char c = part.charAt(i);
      if (c == '\n') {
        int length = tidy.length();
        while (length > 0 && (tidy.charAt(length - 1) == ' ' || tidy.charAt(length - 1) == '\t')) {
          length--;
        }
        tidy.setLength(length);
        if (length > 0 && tidy.charAt(length - 1) == '\n') {
          continue;
        }
      }
      tidy.append(c);
    }
  }
}
