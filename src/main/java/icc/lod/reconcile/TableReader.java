package icc.lod.reconcile;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A table being read: CSV (RFC 4180) with commas, semicolons, tabs or bars, in UTF-8, or in UTF-16
 * with a mark, or in an encoding that is named. For one thread.
 */
final class TableReader implements AutoCloseable {
  private static final int LOOK_AHEAD = 64 * 1024;
  private static final char MARK = '\uFEFF';

  private final CSVParser parser;
  private final Iterator<CSVRecord> records;
  private final Charset charset;
  private final char delimiter;
  private final boolean marked;
  private final List<String> header;

  private TableReader(CSVParser parser, Charset charset, char delimiter, boolean marked) {
    this.parser = parser;
    this.records = parser.iterator();
    this.charset = charset;
    this.delimiter = delimiter;
    this.marked = marked;
    this.header = next().orElseThrow(() -> new TableException("The table is empty."));
  }

  /**
   * Opens a table and reads its heading.
   *
   * @param named its encoding, if somebody says so
   * @throws TableException when it is empty or not in that encoding
   */
  static TableReader open(InputStream in, Optional<Charset> named) {
    try {
      PushbackInputStream bytes = new PushbackInputStream(in, 2);
      Charset charset = named.orElse(encoding(bytes));
      BufferedReader reader =
          new BufferedReader(
              new InputStreamReader(
                  bytes,
                  charset
                      .newDecoder()
                      .onMalformedInput(CodingErrorAction.REPORT)
                      .onUnmappableCharacter(CodingErrorAction.REPORT)),
              LOOK_AHEAD);
      boolean marked = skipMark(reader);
      try {
        char delimiter = delimiter(reader);
        CSVFormat format =
            CSVFormat.RFC4180.builder().setDelimiter(delimiter).setIgnoreEmptyLines(true).get();
        return new TableReader(CSVParser.parse(reader, format), charset, delimiter, marked);
      } catch (CharacterCodingException e) {
        throw undecodable(charset, 1);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<String> header() {
    return header;
  }

  /** What it is written in. */
  Charset charset() {
    return charset;
  }

  char delimiter() {
    return delimiter;
  }

  /** Whether it began with a byte order mark, which spreadsheet programs want. */
  boolean marked() {
    return marked;
  }

  /** The next row. */
  Optional<List<String>> next() {
    try {
      if (!records.hasNext()) {
        return Optional.empty();
      }
      List<String> cells = new ArrayList<>();
      records.next().forEach(cells::add);
      return Optional.of(cells);
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof CharacterCodingException) {
        throw undecodable(charset, parser.getCurrentLineNumber() + 1);
      }
      if (e.getCause() instanceof CSVException) {
        throw unparsable(e.getCause());
      }
      throw e;
    } catch (IllegalStateException e) {
      throw unparsable(e);
    }
  }

  private TableException unparsable(Throwable e) {
    return new TableException(
        "The table cannot be read at line %d: %s"
            .formatted(parser.getCurrentLineNumber() + 1, e.getMessage()));
  }

  private static TableException undecodable(Charset charset, long line) {
    return new TableException(
        ("The table is not in %s, at line %d or soon after. Save it as UTF-8 (\"CSV UTF-8\" in"
                + " spreadsheet programs), or name its encoding, such as windows-1251.")
            .formatted(charset.name(), line));
  }

  /** UTF-16 as spreadsheet programs write it is known by its mark. */
  private static Charset encoding(PushbackInputStream bytes) throws IOException {
    byte[] start = bytes.readNBytes(2);
    bytes.unread(start);
    if (start.length == 2) {
      int mark = (start[0] & 0xFF) << 8 | (start[1] & 0xFF);
      if (mark == 0xFEFF) {
        return StandardCharsets.UTF_16BE;
      }
      if (mark == 0xFFFE) {
        return StandardCharsets.UTF_16LE;
      }
    }
    return StandardCharsets.UTF_8;
  }

  private static boolean skipMark(BufferedReader reader) throws IOException {
    reader.mark(1);
    try {
      if (reader.read() == MARK) {
        return true;
      }
    } catch (CharacterCodingException e) {
      throw undecodable(StandardCharsets.UTF_8, 1);
    }
    reader.reset();
    return false;
  }

  /** What stands most often between the names of the columns. */
  private static char delimiter(BufferedReader reader) throws IOException {
    reader.mark(LOOK_AHEAD);
    int[] counts = new int[128];
    boolean quoted = false;
    for (int i = 0; i < LOOK_AHEAD - 1; i++) {
      int c = reader.read();
      if (c < 0 || (!quoted && (c == '\n' || c == '\r'))) {
        break;
      }
      if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && c < 128) {
        counts[c]++;
      }
    }
    reader.reset();
    char best = ',';
    for (char candidate : new char[] {';', '\t', '|'}) {
      best = counts[candidate] > counts[best] ? candidate : best;
    }
    return best;
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
