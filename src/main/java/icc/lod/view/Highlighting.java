package icc.lod.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A SPARQL query cut into pieces by what they are, to be coloured on a page (SPARQL 1.1 Query
 * Language, section 19.8). It colours whatever it gets, a query with errors too: joined again, the
 * pieces are the text.
 */
public final class Highlighting {
  /**
   * A piece of a query.
   *
   * @param kind the class it is marked by, empty for none
   */
  public record Piece(String kind, String text) {}

  private static final Pattern PIECES =
      Pattern.compile(
          """
          (?<comment>\\#[^\\n]*+)
          |(?<string>\"""(?:[^"\\\\]++|\\\\.|"(?!""))*+\"""
            |'''(?:[^'\\\\]++|\\\\.|'(?!''))*+'''
            |"(?:[^"\\\\\\n]++|\\\\.)*+"|'(?:[^'\\\\\\n]++|\\\\.)*+')
          |(?<iri><[^<>"{}|^`\\\\\\x00-\\x20]*+>)
          |(?<variable>[?$][\\p{L}\\p{N}_]++)
          |(?<name>(?:_|\\p{L}(?:[\\p{L}\\p{N}_.-]*[\\p{L}\\p{N}_-])?)?
            :(?:[\\p{L}\\p{N}_:%-]|\\\\.|\\.(?=[\\p{L}\\p{N}_:%-]))*+)
          |(?<number>\\b[0-9]+(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?\\b)
          |(?<language>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)
          |(?<function>[A-Za-z][A-Za-z0-9_]*+(?=\\s*\\())
          |(?<word>[A-Za-z][A-Za-z0-9_]*+)
          """,
          Pattern.COMMENTS | Pattern.DOTALL);

  private static final List<String> KINDS =
      List.of("comment", "string", "iri", "variable", "name", "number", "language");

  private static final Set<String> KEYWORDS =
      Set.of(
          ("A ADD ALL AS ASC ASK BASE BIND BY CONSTRUCT DESC DESCRIBE DISTINCT EXISTS FALSE FILTER"
                  + " FROM GRAPH GROUP HAVING IN LIMIT MINUS NAMED NOT OFFSET OPTIONAL ORDER PREFIX"
                  + " REDUCED SELECT SEPARATOR SERVICE SILENT TRUE UNDEF UNION VALUES WHERE")
              .split(" "));

  private Highlighting() {}

  /** The pieces of a query in its order. */
  public static List<Piece> of(String query) {
    List<Piece> pieces = new ArrayList<>();
    Matcher matcher = PIECES.matcher(query);
    int end = 0;
    while (matcher.find()) {
      add(pieces, "", query.substring(end, matcher.start()));
      add(pieces, kind(matcher), matcher.group());
      end = matcher.end();
    }
    add(pieces, "", query.substring(end));
    return pieces;
  }

  private static void add(List<Piece> pieces, String kind, String text) {
    if (!text.isEmpty()) {
      pieces.add(new Piece(kind, text));
    }
  }

  private static String kind(Matcher matcher) {
    for (String kind : KINDS) {
      if (matcher.start(kind) >= 0) {
        return kind;
      }
    }
    boolean keyword = KEYWORDS.contains(matcher.group().toUpperCase(Locale.ROOT));
    return keyword ? "keyword" : matcher.start("function") >= 0 ? "function" : "";
  }
}
