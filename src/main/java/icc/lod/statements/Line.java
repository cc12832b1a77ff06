package icc.lod.statements;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The parts of a line that {@link NQuads} wrote. */
public final class Line {
  private Line() {}

  /** Whether a line says the same as the next, which says it in a named graph. */
  public static boolean isTwin(byte[] line, byte[] next) {
    int said = line.length - 1;
    return next.length > line.length
        && Arrays.equals(line, 0, said, next, 0, said)
        && (next[said] == '<' || next[said] == '_');
  }

  /** Whether two lines say the same, in whatever graphs. */
  public static boolean saysTheSame(byte[] one, byte[] other) {
    int end = objectEnds(one);
    return other.length > end && Arrays.equals(one, 0, end + 1, other, 0, end + 1);
  }

  /** The graph at the end, as written; empty for the default graph. */
  public static String graph(byte[] line) {
    int end = line.length - 2;
    int object = objectEnds(line);
    return object >= end
        ? ""
        : new String(line, object + 1, end - object - 1, StandardCharsets.UTF_8);
  }

  /** The line without the graph: N-Triples. */
  public static int triple(byte[] line) {
    return objectEnds(line) + 1;
  }

  /** The subject, as written. */
  public static byte[] subject(byte[] line) {
    return Arrays.copyOf(line, space(line, 0));
  }

  /** Whether a blank node is in it, or a term that is a statement, which may hold one. */
  public static boolean mayHaveBlank(byte[] line) {
    int object = space(line, space(line, 0) + 1) + 1;
    int graph = objectEnds(line) + 1;
    return line[0] == '_'
        || line[object] == '_'
        || line[graph] == '_'
        || isTripleTerm(line, object);
  }

  private static int objectEnds(byte[] line) {
    return objectEnds(line, space(line, space(line, 0) + 1) + 1);
  }

  /** Where the object that begins at a place ends. */
  static int objectEnds(byte[] line, int start) {
    int at = start;
    if (isTripleTerm(line, at)) {
      at = line.length - 1;
      while (line[at] != '>' || line[at - 1] != '>' || line[at - 2] != ')') {
        at--;
      }
    } else if (line[at] == '"') {
      at++;
      while (line[at] != '"') {
        at += line[at] == '\\' ? 2 : 1;
      }
    }
    return space(line, at);
  }

  /** Whether the term that begins at a place is a statement. */
  static boolean isTripleTerm(byte[] line, int at) {
    return line[at] == '<' && line[at + 1] == '<';
  }

  /** The next space from a place on. */
  static int space(byte[] line, int from) {
    int at = from;
    while (line[at] != ' ') {
      at++;
    }
    return at;
  }
}
