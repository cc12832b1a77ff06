package icc.lod.linking;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** A table being written as CSV (RFC 4180) or as tab-separated values. For one thread. */
final class Table {
  private final StringBuilder text = new StringBuilder();
  private final char between;

  private Table(char between) {
    this.between = between;
  }

  static Table csv() {
    return new Table(',');
  }

  static Table tsv() {
    return new Table('\t');
  }

  Table line(String line) {
    text.append(line).append('\n');
    return this;
  }

  Table row(List<String> cells) {
    text.append(
        cells.stream().map(this::cell).collect(Collectors.joining(String.valueOf(between))));
    text.append(between == ',' ? "\r\n" : "\n");
    return this;
  }

  byte[] bytes() {
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private String cell(String value) {
    if (between == '\t') {
      return value.replaceAll("[\\t\\r\\n]+", " ");
    }
    return value.matches("(?s).*[\",\\r\\n].*") ? '"' + value.replace("\"", "\"\"") + '"' : value;
  }
}
