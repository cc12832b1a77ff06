package icc.lod.view;

import java.util.List;

/** A property with its values; {@code more} are not shown, and the query gives them all. */
public record Row(Link property, List<Value> values, long more) {
  private static final int BRIEF = 12;

  public Row {
    values = List.copyOf(values);
  }

  /** Whether the values are codes or the like, which fit beside each other. */
  public boolean brief() {
    return values.size() > 2
        && values.stream()
            .allMatch(
                value ->
                    value instanceof Value.Literal literal
                        && literal.text().value().length() <= BRIEF
                        && literal.text().lang().isEmpty());
  }
}
