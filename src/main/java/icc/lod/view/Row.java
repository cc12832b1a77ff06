package icc.lod.view;

import java.util.List;

/** A property with its values; {@code more} are not shown, and the query gives them all. */
public record Row(Link property, List<Value> values, long more) {
  public Row {
    values = List.copyOf(values);
  }
}
