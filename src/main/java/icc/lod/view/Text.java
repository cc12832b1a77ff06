package icc.lod.view;

import java.util.Locale;
import org.apache.jena.graph.Node;

/**
 * A piece of text of a page.
 *
 * @param value the text
 * @param lang its language, when that is not the page's; otherwise empty
 */
public record Text(String value, String lang) {
  public static Text plain(String value) {
    return new Text(value, "");
  }

  public static Text of(Node literal, String pageLanguage) {
    String tag = literal.getLiteralLanguage();
    String lower = tag.toLowerCase(Locale.ROOT);
    boolean same = lower.equals(pageLanguage) || lower.startsWith(pageLanguage + "-");
    return new Text(literal.getLiteralLexicalForm(), same ? "" : tag);
  }

  /** Whether any of it is written from right to left, so that its direction must be found out. */
  public boolean rtl() {
    return value
        .codePoints()
        .map(Character::getDirectionality)
        .anyMatch(
            direction ->
                direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                    || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC
                    || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_OVERRIDE);
  }
}
