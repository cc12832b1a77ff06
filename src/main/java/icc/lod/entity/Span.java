package icc.lod.entity;

import icc.lod.view.Roles;
import icc.lod.view.Roles.Role;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * The days something lasted, both included.
 *
 * @param open whether no end is known
 * @param start the literal that tells the start
 * @param end the literal that tells the end; the start once more when there is none
 */
record Span(LocalDate first, LocalDate last, boolean open, Node start, Node end) {
  private static final Pattern YEAR = Pattern.compile("\\d{4}");
  private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d\\d");
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d([TZ+-].*)?");

  /** What statements about a thing tell of its time; one date counts from its start to its end. */
  static Optional<Span> of(Collection<Triple> statements, Roles roles) {
    Optional<Node> start =
        roles.value(statements, Role.START).or(() -> roles.value(statements, Role.WHEN));
    Optional<Node> end = roles.value(statements, Role.END);
    Optional<Node> from = start.or(() -> end);
    return from.flatMap(
        node ->
            first(node)
                .flatMap(
                    first ->
                        last(end.orElse(node))
                            .filter(last -> !last.isBefore(first))
                            .map(
                                last ->
                                    new Span(
                                        first,
                                        last,
                                        end.isEmpty() && isStart(statements, roles),
                                        node,
                                        end.orElse(node)))));
  }

  private static boolean isStart(Collection<Triple> statements, Roles roles) {
    return roles.value(statements, Role.START).isPresent();
  }

  /** Whether the end is told apart from the start. */
  boolean lasts() {
    return !start.equals(end);
  }

  /** The first day that a date names, with whatever precision it has. */
  static Optional<LocalDate> first(Node literal) {
    return parse(literal, 1);
  }

  static Optional<LocalDate> last(Node literal) {
    return parse(literal, 31);
  }

  private static Optional<LocalDate> parse(Node literal, int day) {
    if (!literal.isLiteral()) {
      return Optional.empty();
    }
    String text = literal.getLiteralLexicalForm();
    boolean end = day > 1;
    try {
      if (YEAR.matcher(text).matches()) {
        return Optional.of(
            end ? Year.parse(text).atMonth(12).atEndOfMonth() : Year.parse(text).atDay(1));
      }
      if (MONTH.matcher(text).matches()) {
        YearMonth month = YearMonth.parse(text);
        return Optional.of(end ? month.atEndOfMonth() : month.atDay(1));
      }
      return DAY.matcher(text).matches()
          ? Optional.of(LocalDate.parse(text.substring(0, 10)))
          : Optional.empty();
    } catch (DateTimeException e) {
      // A day that no calendar has is no day to draw.
      return Optional.empty();
    }
  }
}
