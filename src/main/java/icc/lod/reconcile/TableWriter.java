package icc.lod.reconcile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;

/** Writes a linked table: the columns it had, and what was found, in CSV of the same delimiter. */
final class TableWriter {
  private static final List<String> ADDED =
      List.of("iri", "label", "score", "match", "alternatives");

  /** What spreadsheet programs take for a formula; a number with a sign is none. */
  private static final Pattern FORMULA = Pattern.compile("(?s)[=+\\-@\\t\\r].*");

  private static final Pattern NUMBER = Pattern.compile("[+-][\\d.,  ]+([eE][+-]?\\d+)?%?");

  private final CSVFormat format;
  private final Appendable out;

  private TableWriter(CSVFormat format, Appendable out) {
    this.format = format;
    this.out = out;
  }

  /** Writes the heading. */
  static TableWriter of(TableReader table, Appendable out) {
    try {
      if (table.marked()) {
        out.append('\uFEFF');
      }
      CSVFormat format = CSVFormat.RFC4180.builder().setDelimiter(table.delimiter()).get();
      TableWriter writer = new TableWriter(format, out);
      List<String> header = new ArrayList<>(table.header());
      ADDED.forEach(name -> header.add(free(name, table.header())));
      writer.line(header);
      return writer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void write(LinkedRow row) {
    List<String> cells = new ArrayList<>(row.cells());
    if (row.candidates().isEmpty()) {
      cells.addAll(List.of("", "", "", "", ""));
    } else {
      LinkedRow.Choice best = row.candidates().get(0);
      cells.add(best.iri());
      cells.add(best.label().value());
      cells.add(best.points());
      cells.add(Boolean.toString(best.match()));
      cells.add(String.join(" | ", row.others().stream().map(TableWriter::alternative).toList()));
    }
    line(cells);
  }

  private static String alternative(LinkedRow.Choice choice) {
    return choice.label().value() + " (" + choice.points() + ") " + choice.iri();
  }

  private void line(List<String> cells) {
    try {
      format.printRecord(out, cells.stream().map(TableWriter::safe).toArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A cell that a spreadsheet program will not run as a formula. */
  static String safe(String cell) {
    return FORMULA.matcher(cell).matches() && !NUMBER.matcher(cell).matches() ? "'" + cell : cell;
  }

  /** A table that was linked before keeps the columns it got then. */
  private static String free(String name, List<String> header) {
    String free = name;
    for (int i = 2; header.contains(free); i++) {
      free = name + "_" + i;
    }
    return free;
  }
}
