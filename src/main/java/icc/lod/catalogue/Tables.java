package icc.lod.catalogue;

import icc.lod.rdf.Digests;
import icc.lod.view.Terms;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * The tables of the largest classes, filled in one reading of all things, and one archive of them
 * with their description where CSV on the Web looks for it (Model for Tabular Data, section 5.3).
 */
final class Tables implements AutoCloseable {
  /** Each is an open file while they are filled. */
  private static final int MOST = 100;

  static final String METADATA = "csv-metadata.json";
  static final String ARCHIVE = "tables.zip";

  /** Stands for the time in archives, which else would differ each time. */
  private static final long NO_TIME = 315_532_800_000L;

  private record Filling(Table table, Path file, Writer rows) {}

  private final Map<String, Filling> byClass = new LinkedHashMap<>();

  Tables(Counts counts, Path folder) throws IOException {
    Set<String> names = new HashSet<>();
    for (Map.Entry<String, Counts.Kind> entry : counts.largest(Counts.MOST_DETAILED)) {
      String type = entry.getKey();
      if (byClass.size() == MOST || Terms.LANGUAGES.stream().anyMatch(type::startsWith)) {
        continue;
      }
      String stem = Table.slug(type).toLowerCase(Locale.ROOT);
      // Named by more of the class where two would have one name, so that a name never moves.
      String name = (names.add(stem) ? stem : stem + "-" + Digests.shortHex(type)) + ".csv";
      Path file = folder.resolve(name);
      Table table = new Table(name, type, entry.getValue());
      Writer rows = Files.newBufferedWriter(file);
      rows.write(table.head());
      byClass.put(type, new Filling(table, file, rows));
    }
  }

  void subject(Node subject, List<Triple> statements) throws IOException {
    for (String type : Counts.types(statements)) {
      Filling filling = byClass.get(type);
      if (filling != null) {
        filling.rows().write(filling.table().row(subject, statements));
      }
    }
  }

  /** Writes the tables, what they mean, and the archive of all. */
  void finish(DumpFolder dumps) throws IOException {
    close();
    for (Filling filling : byClass.values()) {
      dumps.writeOnce(
          filling.table().file(),
          Dump.Content.TABLE,
          filling.table().type(),
          out -> Files.copy(filling.file(), out));
    }
    if (byClass.isEmpty()) {
      return;
    }
    byte[] metadata = metadata();
    dumps.writeOnce(METADATA, Dump.Content.TABLE_METADATA, "", out -> out.write(metadata));
    dumps.writeOnce(ARCHIVE, Dump.Content.TABLES, "", out -> archive(metadata, out));
  }

  private void archive(byte[] metadata, OutputStream out) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out);
    zip.setLevel(DumpFolder.GZIP_LEVEL);
    zip.putNextEntry(entry(METADATA));
    zip.write(metadata);
    for (Filling filling : byClass.values()) {
      zip.putNextEntry(entry(filling.table().file()));
      Files.copy(filling.file(), zip);
    }
    zip.finish();
  }

  private static ZipEntry entry(String name) {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(
        java.time.LocalDateTime.ofEpochSecond(NO_TIME / 1000, 0, java.time.ZoneOffset.UTC));
    return entry;
  }

  private byte[] metadata() {
    JsonArray tables = new JsonArray();
    new ArrayList<>(byClass.values()).forEach(filling -> tables.add(filling.table().metadata()));
    JsonObject group = new JsonObject();
    group.put("@context", "http://www.w3.org/ns/csvw");
    group.put("tables", tables);
    return (JSON.toString(group) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    for (Filling filling : byClass.values()) {
      filling.rows().close();
    }
  }
}
