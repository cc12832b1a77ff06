package icc.lod.search;

import icc.lod.view.Link;
import icc.lod.view.Text;
import java.util.List;

/**
 * A thing that was found, as it is shown. Public, for the template engine reads it.
 *
 * @param label its name in pieces
 * @param types what it is, for people
 * @param typeIris what it is, for programs
 * @param other another name of it that matched, in pieces; or empty
 * @param otherLang the language of that name, when it is not the page's; or empty
 * @param snippet what is said of it, in pieces; or empty
 * @param snippetLang the language of that; or empty
 */
public record Hit(
    Link link,
    List<Piece> label,
    List<Text> types,
    List<String> typeIris,
    List<Piece> other,
    String otherLang,
    List<Piece> snippet,
    String snippetLang) {

  /** Pieces as one text. */
  static String text(List<Piece> pieces) {
    return String.join("", pieces.stream().map(Piece::text).toList());
  }
}
