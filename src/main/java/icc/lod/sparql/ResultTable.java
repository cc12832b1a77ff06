package icc.lod.sparql;

import icc.lod.sparql.Terms.Cell;
import java.util.List;

/**
 * An answer as a page shows it: its beginning, and whether there is more.
 *
 * @param verdict {@code true} or {@code false} for ASK, empty otherwise
 */
record ResultTable(List<String> columns, List<List<Cell>> rows, boolean more, String verdict) {

  static ResultTable of(Beginning beginning, Terms terms) {
    List<List<Cell>> rows =
        beginning.rows().stream()
            .map(row -> row.stream().map(n -> n.map(terms::cell).orElse(Cell.EMPTY)).toList())
            .toList();
    return new ResultTable(beginning.columns(), rows, beginning.more(), beginning.verdict());
  }
}
