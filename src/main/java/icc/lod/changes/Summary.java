package icc.lod.changes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one release changed, in figures.
 *
 * @param number of the release
 * @param instant the time that its members carry
 * @param triples how many statements it has, each once
 * @param added statements that came
 * @param removed statements that went
 * @param kinds by class: how many entities were created, changed, deleted
 * @param pages which members are on which page of the feed
 */
record Summary(
    int number,
    Instant instant,
    long triples,
    long added,
    long removed,
    Map<String, Counts> kinds,
    List<Page> pages) {

  /** How many entities. */
  record Counts(long created, long changed, long deleted) {
    static final Counts NONE = new Counts(0, 0, 0);

    long total() {
      return created + changed + deleted;
    }

    Counts plus(Counts other) {
      return new Counts(created + other.created, changed + other.changed, deleted + other.deleted);
    }

    static Counts one(Action action) {
      return switch (action) {
        case CREATE -> new Counts(1, 0, 0);
        case UPDATE -> new Counts(0, 1, 0);
        case DELETE -> new Counts(0, 0, 1);
      };
    }
  }

  /**
   * A page of the feed.
   *
   * @param first the first member, counted from zero
   * @param members how many
   */
  record Page(long first, int members) {}

  /** What changed in all. */
  Counts counts() {
    return kinds.values().stream().reduce(Counts.NONE, Counts::plus);
  }

  boolean isEmpty() {
    return pages.isEmpty();
  }

  void write(Path file) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.join(
            "\t",
            Integer.toString(number),
            instant.toString(),
            Long.toString(triples),
            Long.toString(added),
            Long.toString(removed)));
    pages.forEach(page -> lines.add("page\t" + page.first() + "\t" + page.members()));
    kinds.forEach(
        (kind, counts) ->
            lines.add(
                String.join(
                    "\t",
                    "kind",
                    kind,
                    Long.toString(counts.created()),
                    Long.toString(counts.changed()),
                    Long.toString(counts.deleted()))));
    Files.write(file, lines);
  }

  static Summary read(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    String[] head = lines.get(0).split("\t", -1);
    Map<String, Counts> kinds = new TreeMap<>();
    List<Page> pages = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split("\t", -1);
      if (cells[0].equals("page")) {
        pages.add(new Page(Long.parseLong(cells[1]), Integer.parseInt(cells[2])));
      } else {
        kinds.put(
            cells[1],
            new Counts(
                Long.parseLong(cells[2]), Long.parseLong(cells[3]), Long.parseLong(cells[4])));
      }
    }
    return new Summary(
        Integer.parseInt(head[0]),
        Instant.parse(head[1]),
        Long.parseLong(head[2]),
        Long.parseLong(head[3]),
        Long.parseLong(head[4]),
        kinds,
        pages);
  }
}
