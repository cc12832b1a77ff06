package icc.lod.reconcile;

import icc.lod.search.Spelling;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which columns of a table say what.
 *
 * @param name the column with the names; empty to guess
 * @param properties the columns with what else is known, by property
 * @param type the type of the things, or empty for any
 */
public record TableColumns(String name, Map<String, String> properties, String type) {
  private static final Set<String> NAMES =
      Set.of("name", "city", "label", "title", "town", "назва", "місто");

  public TableColumns {
    properties = Map.copyOf(properties);
  }

  /** A name and perhaps a country. */
  public static TableColumns of(String name, Optional<String> country, String type) {
    Map<String, String> properties = new LinkedHashMap<>();
    country.filter(column -> !column.isBlank()).ifPresent(c -> properties.put("country", c));
    return new TableColumns(name, properties, type);
  }

  /**
   * The place of the column with the names.
   *
   * @throws TableException when there is none of that name
   */
  int names(List<String> header) {
    if (!name.isBlank()) {
      return index(header, name);
    }
    for (int i = 0; i < header.size(); i++) {
      if (Spelling.of(header.get(i)).words().stream().anyMatch(NAMES::contains)) {
        return i;
      }
    }
    return 0;
  }

  /** The place of a column, by its name or by its number counted from 1. */
  static int index(List<String> header, String column) {
    String wanted = column.strip();
    for (int i = 0; i < header.size(); i++) {
      if (header.get(i).strip().equals(wanted)) {
        return i;
      }
    }
    for (int i = 0; i < header.size(); i++) {
      if (header.get(i).strip().equalsIgnoreCase(wanted)) {
        return i;
      }
    }
    if (wanted.matches("[1-9]\\d{0,3}") && Integer.parseInt(wanted) <= header.size()) {
      return Integer.parseInt(wanted) - 1;
    }
    List<String> shown = new ArrayList<>(header.subList(0, Math.min(20, header.size())));
    throw new TableException(
        "The table has no column '" + wanted + "': its columns are " + shown + ".");
  }
}
