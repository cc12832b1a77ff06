package icc.lod.bench;

import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** All figures of a run: a table to read, and the same as JSON to keep. */
final class Report {
  /**
   * One figure.
   *
   * @param ours of the program
   * @param peer of what it is compared with; not a number where there is none
   * @param ratio ours to the peer's
   */
  private record Row(
      String part, String what, String unit, double ours, double peer, double ratio) {}

  private final Map<String, Object> head = new LinkedHashMap<>();
  private final List<Row> rows = new ArrayList<>();
  private String part = "";

  Report(int scale, long triples) {
    head.put("when", Instant.now().toString());
    head.put("java", Runtime.version().toString());
    head.put("processors", Runtime.getRuntime().availableProcessors());
    head.put("scale", scale);
    head.put("triples", triples);
    System.out.printf("%,d triples (scale %d), %d processors%n", triples, scale,
        Runtime.getRuntime().availableProcessors());
  }

  /** Begins a part of the table. */
  void part(String name, String peer) {
    part = name;
    System.out.printf("%n%-44s %12s %12s %8s%n", name, "icc", peer, "ratio");
  }

  /** A figure beside that of a peer. */
  void add(String what, String unit, double ours, double peer) {
    double ratio = ours / peer;
    rows.add(new Row(part, what, unit, ours, peer, ratio));
    System.out.printf(
        Locale.ROOT, "%-44s %12.3f %12.3f %8.3f%n", what + ", " + unit, ours, peer, ratio);
  }

  /** A figure that nothing is compared with. */
  void add(String what, String unit, double ours) {
    rows.add(new Row(part, what, unit, ours, 0, 0));
    System.out.printf(Locale.ROOT, "%-44s %12.3f%n", what + ", " + unit, ours);
  }

  /** What is to be known of the figures. */
  void note(String text) {
    System.out.println("! " + text);
    head.merge("notes", List.of(text), Report::joined);
  }

  private static Object joined(Object some, Object more) {
    List<Object> all = new ArrayList<>((List<?>) some);
    all.addAll((List<?>) more);
    return all;
  }

  void write(Path file) throws IOException {
    head.put("figures", rows);
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(
        file,
        new GsonBuilder().serializeSpecialFloatingPointValues().setPrettyPrinting().create()
            .toJson(head));
    System.out.println("\nWritten to " + file);
  }
}
