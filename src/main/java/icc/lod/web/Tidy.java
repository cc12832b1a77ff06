package icc.lod.web;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes away the empty lines and blanks that templates leave where they show nothing. */
final class Tidy {
  /** Where blanks are part of the text. */
  private static final Pattern KEPT = Pattern.compile("(?s)<(pre|textarea|script)\\b.*?</\\1>");

  private static final Pattern BLANK = Pattern.compile("[ \\t]*\\n\\s*(?=\\n)|[ \\t]+(?=\\n)");

  private Tidy() {}

  static String html(String page) {
    StringBuilder tidy = new StringBuilder(page.length());
    Matcher kept = KEPT.matcher(page);
    int end = 0;
    while (kept.find()) {
      tidy.append(BLANK.matcher(page.substring(end, kept.start())).replaceAll(""));
      tidy.append(kept.group());
      end = kept.end();
    }
    return tidy.append(BLANK.matcher(page.substring(end)).replaceAll("")).toString();
  }
}
