package icc.lod.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.roaringbitmap.buffer.MutableRoaringBitmap;

/** Counts the values that things have at the end of one path. Fed in the order of the things. */
final class FacetTally {
  /** Values of one type; given up when they are too many. */
  private static final class Column {
    final Map<String, Cell> cells = new TreeMap<>();
    int things;
    int lastThing = -1;
    boolean single = true;
    boolean full;
  }

  /** The things with one value. */
  private static final class Cell {
    final Set<Node> terms = new LinkedHashSet<>();
    final MutableRoaringBitmap rows = new MutableRoaringBitmap();
    int things;
    int lastThing = -1;
  }

  /**
   * One value with what was counted.
   *
   * @param identity what makes it this value
   * @param terms the nodes that say it
   * @param rows where it is said
   * @param things how many things have it
   */
  record Counted(String identity, List<Node> terms, MutableRoaringBitmap rows, int things) {}

  private final FacetCandidate candidate;
  private final Map<FacetType, Column> columns = new EnumMap<>(FacetType.class);

  FacetTally(FacetCandidate candidate) {
    this.candidate = candidate;
  }

  FacetCandidate candidate() {
    return candidate;
  }

  /** Counts a value of a thing; the row is the thing's own number, or that of its hop. */
  void add(int thing, int row, Node value) {
    FacetType.of(value).ifPresent(type -> add(type, thing, row, value));
  }

  private void add(FacetType type, int thing, int row, Node value) {
    Column column = columns.computeIfAbsent(type, t -> new Column());
    if (column.full) {
      return;
    }
    String identity = type.identity(value);
    Cell cell = column.cells.computeIfAbsent(identity, i -> new Cell());
    if (column.cells.size() > type.most()) {
      column.full = true;
      column.cells.clear();
      return;
    }
    if (type != FacetType.YEAR) {
      cell.terms.add(value);
    }
    cell.rows.add(row);
    if (cell.lastThing == thing) {
      return;
    }
    cell.lastThing = thing;
    cell.things++;
    column.single &= column.lastThing != thing;
    if (column.lastThing != thing) {
      column.lastThing = thing;
      column.things++;
    }
  }

  /** The type that most things have values of, if not too many different ones. */
  Optional<FacetType> type() {
    return columns.entrySet().stream()
        .filter(entry -> !entry.getValue().full && !entry.getValue().cells.isEmpty())
        .max(Comparator.comparingInt(entry -> entry.getValue().things))
        .map(Map.Entry::getKey);
  }

  /** How many things have a value of a type. */
  int things(FacetType type) {
    Column column = columns.get(type);
    return column == null ? 0 : column.things;
  }

  /** Whether no thing has two values. */
  boolean single(FacetType type) {
    Column column = columns.get(type);
    return column != null && column.single;
  }

  List<Counted> values(FacetType type) {
    List<Counted> values = new ArrayList<>();
    Column column = columns.get(type);
    if (column != null) {
      column.cells.forEach(
          (identity, cell) ->
              values.add(new Counted(identity, List.copyOf(cell.terms), cell.rows, cell.things)));
    }
    return values;
  }
}
