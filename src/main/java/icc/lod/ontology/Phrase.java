package icc.lod.ontology;

import icc.lod.view.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A piece of a sentence in which some words are links or code. Public, for the template engine
 * reads it.
 */
public record Phrase(List<Piece> pieces) {

  /**
   * A run of text.
   *
   * @param text its words and, if not the page's, their language
   * @param href where it leads, or empty
   * @param code whether it is written for machines
   */
  public record Piece(Text text, String href, boolean code) {}

  public Phrase {
    pieces = List.copyOf(pieces);
  }

  static Phrase plain(String text) {
    return of(Text.plain(text));
  }

  static Phrase of(Text text) {
    return new Phrase(List.of(new Piece(text, "", false)));
  }

  static Phrase code(String text) {
    return new Phrase(List.of(new Piece(Text.plain(text), "", true)));
  }

  static Phrase link(Text text, String href) {
    return new Phrase(List.of(new Piece(text, href, false)));
  }

  static Phrase join(List<Phrase> phrases, String separator) {
    List<Piece> pieces = new ArrayList<>();
    for (Phrase phrase : phrases) {
      if (!pieces.isEmpty()) {
        pieces.add(new Piece(Text.plain(separator), "", false));
      }
      pieces.addAll(phrase.pieces());
    }
    return new Phrase(pieces);
  }

  /**
   * As HTML, everything escaped. A page has thousands of phrases, and a template that looks at each
   * piece takes most of the time that the page takes.
   */
  public String html() {
    StringBuilder html = new StringBuilder();
    for (Piece piece : pieces) {
      String element = piece.code() ? "code" : piece.href().isEmpty() ? "span" : "a";
      String lang = piece.text().lang();
      boolean plain = element.equals("span") && lang.isEmpty();
      String words = escaped(piece.text().value());
      String attributes =
          (piece.href().isEmpty() ? "" : " href=\"" + escaped(piece.href()) + "\"")
              + (lang.isEmpty() ? "" : " lang=\"" + escaped(lang) + "\"");
      html.append(plain ? words : "<" + element + attributes + ">" + words + "</" + element + ">");
    }
    return html.toString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /** Without links. */
  public String words() {
    return pieces.stream().map(piece -> piece.text().value()).collect(Collectors.joining());
  }
}
