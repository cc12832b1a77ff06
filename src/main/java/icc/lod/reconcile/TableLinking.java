package icc.lod.reconcile;

import icc.lod.reconcile.ReconcileQuery.Asked;
import icc.lod.reconcile.ReconcileQuery.Condition;
import icc.lod.reconcile.ReconcileQuery.Quantifier;
import icc.lod.store.Lease;
import icc.lod.web.Visitor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Links a table: every row gets the thing that its name means, a hundred rows at a time, so that a
 * table of any length takes the same memory.
 */
public final class TableLinking {
  private static final int CHUNK = 100;
  private static final int CANDIDATES = 4;
  private static final int LONGEST = 500;

  /**
   * What became of a table.
   *
   * @param matched rows whose thing is sure
   * @param unsure rows with candidates to choose from
   * @param missed rows with a name that means nothing here
   * @param empty rows without a name
   */
  public record Summary(int rows, int matched, int unsure, int missed, int empty) {
    Summary plus(LinkedRow row) {
      boolean none = row.name().isBlank();
      boolean nothing = !none && row.candidates().isEmpty();
      boolean match = row.match();
      return new Summary(
          rows + 1,
          matched + (match ? 1 : 0),
          unsure + (!match && !none && !nothing ? 1 : 0),
          missed + (nothing ? 1 : 0),
          empty + (none ? 1 : 0));
    }
  }

  private final Reconciliation reconciliation;
  private final Lease lease;
  private final Visitor visitor;
  private final TableColumns columns;

  TableLinking(Reconciliation reconciliation, Lease lease, Visitor visitor, TableColumns columns) {
    this.reconciliation = reconciliation;
    this.lease = lease;
    this.visitor = visitor;
    this.columns = columns;
  }

  /** What is asked of each row. */
  private record Wish(int name, Map<Integer, PropertyPath> properties, Set<String> types) {}

  /**
   * Links a table and writes it with five more columns.
   *
   * @param encoding that of the table, if somebody says so
   * @throws TableException when the table or the columns are wrong
   */
  public static Summary link(
      Reconciliation reconciliation,
      Lease lease,
      TableColumns columns,
      InputStream in,
      Optional<Charset> encoding,
      Appendable out)
      throws IOException {
    Visitor visitor = reconciliation.anybody();
    try (TableReader table = TableReader.open(in, encoding)) {
      TableWriter writer = TableWriter.of(table, out);
      return new TableLinking(reconciliation, lease, visitor, columns).each(table, writer::write);
    }
  }

  /** Hands over every row with what it means. */
  Summary each(TableReader table, Consumer<LinkedRow> use) {
    Wish wish = wish(table.header());
    Summary summary = new Summary(0, 0, 0, 0, 0);
    List<List<String>> chunk = new ArrayList<>();
    Optional<List<String>> row = table.next();
    while (row.isPresent()) {
      chunk.add(checked(row.get(), table.header(), summary.rows() + chunk.size() + 1));
      row = table.next();
      if (chunk.size() == CHUNK || row.isEmpty()) {
        for (LinkedRow linked : linked(chunk, wish)) {
          use.accept(linked);
          summary = summary.plus(linked);
        }
        chunk.clear();
      }
    }
    return summary;
  }

  /** More rows than a page may ask for. */
  static TableException tooMany(int most) {
    return new TableException(
        "The table has more than %d rows; link it with the command icc link, which takes any length."
            .formatted(most));
  }

  private static List<String> checked(List<String> row, List<String> header, int number) {
    if (row.size() > header.size()) {
      throw new TableException(
          "Row %d has %d cells, but there are %d columns; a cell with a delimiter needs quotes."
              .formatted(number, row.size(), header.size()));
    }
    List<String> cells = new ArrayList<>(row);
    while (cells.size() < header.size()) {
      cells.add("");
    }
    return cells;
  }

  private Wish wish(List<String> header) {
    Schema schema = reconciliation.of(lease).schema();
    Map<Integer, PropertyPath> properties = new LinkedHashMap<>();
    columns
        .properties()
        .forEach(
            (property, column) ->
                properties.put(
                    TableColumns.index(header, column),
                    schema
                        .path(property)
                        .orElseThrow(
                            () ->
                                new TableException(
                                    "This release has no property '" + property + "'."))));
    Set<String> types =
        columns.type().isBlank()
            ? Set.of()
            : schema
                .type(columns.type())
                .map(schema::withNarrower)
                .orElseThrow(
                    () -> new TableException("This release has no type '" + columns.type() + "'."));
    return new Wish(columns.names(header), properties, types);
  }

  private List<LinkedRow> linked(List<List<String>> rows, Wish wish) {
    return reconciliation.with(
        lease,
        (known, facts) -> {
          Matching matching = new Matching(facts, known);
          Naming naming = new Naming(visitor, known);
          List<LinkedRow> linked = new ArrayList<>();
          for (List<String> row : rows) {
            String name = row.get(wish.name());
            boolean usable = !name.isBlank() && name.length() <= LONGEST;
            List<Candidate> found = usable ? matching.match(query(row, name, wish)) : List.of();
            linked.add(LinkedRow.of(row, name, found, naming));
          }
          return linked;
        });
  }

  private static ReconcileQuery query(List<String> row, String name, Wish wish) {
    List<Condition> conditions = new ArrayList<>();
    wish.properties()
        .forEach(
            (column, path) -> {
              String value = row.get(column);
              if (!value.isBlank() && value.length() <= LONGEST) {
                conditions.add(
                    new Condition(
                        path.last().property().getURI(),
                        path,
                        List.of(Asked.of(value)),
                        Quantifier.ANY,
                        false));
              }
            });
    return new ReconcileQuery(List.of(name), List.of(), wish.types(), conditions, CANDIDATES);
  }
}
