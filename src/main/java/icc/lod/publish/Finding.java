package icc.lod.publish;

import java.util.OptionalLong;

/**
 * Something wrong in the sources.
 *
 * @param file the file's name as the editor knows it, empty when no single file is to blame
 * @param line the line, from 1, when known
 * @param column the column, from 1, when known
 * @param entity the entity concerned, an IRI or a short name; empty when the file is at fault
 * @param rule the rule that is broken: {@code syntax}, {@code iri}, a shape's IRI …
 * @param message what is wrong and how to mend it
 */
public record Finding(
    String file,
    OptionalLong line,
    OptionalLong column,
    String entity,
    String rule,
    String message) {

  /** A finding about a place in a file. */
  public static Finding at(String file, long line, long column, String rule, String message) {
    return new Finding(
        file,
        line > 0 ? OptionalLong.of(line) : OptionalLong.empty(),
        column > 0 ? OptionalLong.of(column) : OptionalLong.empty(),
        "",
        rule,
        message);
  }

  /** A finding about a whole file, or about none. */
  public static Finding of(String file, String rule, String message) {
    return at(file, 0, 0, rule, message);
  }

  /** A finding about an entity whose place in the sources is looked up later. */
  public static Finding about(String entity, String rule, String message) {
    return new Finding("", OptionalLong.empty(), OptionalLong.empty(), entity, rule, message);
  }

  /** The same finding with its place in the sources. */
  Finding placed(String inFile, OptionalLong atLine) {
    return new Finding(inFile, atLine, column, entity, rule, message);
  }

  /** The same finding in other words. */
  Finding withMessage(String words) {
    return new Finding(file, line, column, entity, rule, words);
  }

  /** One line of a report: {@code file:line:column: [rule] entity: message}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(file);
    line.ifPresent(n -> text.append(':').append(n));
    column.ifPresent(n -> text.append(':').append(n));
    if (!text.isEmpty()) {
      text.append(": ");
    }
    text.append('[').append(rule).append("] ");
    if (!entity.isEmpty()) {
      text.append('<').append(entity).append(">: ");
    }
    return text.append(message).toString();
  }
}
