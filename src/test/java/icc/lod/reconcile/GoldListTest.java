package icc.lod.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import icc.lod.reconcile.ReconcileQuery.Asked;
import icc.lod.reconcile.ReconcileQuery.Condition;
import icc.lod.reconcile.ReconcileQuery.Quantifier;
import icc.lod.store.Lease;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Spellings of the bundled cities, and names of other towns, held against what linking makes of
 * them. How the list came about is said in its README.
 */
@ExtendWith(BundledLinks.class)
final class GoldListTest {
  private static final String BASE = "https://w3id.org/intelligent-cities/id/";

  /** A row of the list; nothing is expected for what is no city of ours. */
  record Row(String name, String country, String expected, String kind, String part) {}

  /** What became of the rows of a kind. */
  private static final class Tally {
    private int rows;
    private int first;
    private int taken;
    private int wrong;
    private int nothing;

    void add(Row row, List<Candidate> found) {
      rows++;
      String best = found.isEmpty() ? "" : found.get(0).thing().node().getURI();
      boolean match = !found.isEmpty() && found.get(0).match();
      // What is none of ours may well be offered something to look at, but must not be matched.
      boolean right = row.expected().isEmpty() ? !match : best.equals(BASE + row.expected());
      first += right ? 1 : 0;
      taken += right && match ? 1 : 0;
      wrong += !right && match ? 1 : 0;
      nothing += found.isEmpty() ? 1 : 0;
      if (!right) {
        System.out.println((match ? "TAKEN " : "MISSED ") + row + " -> " + best + score(found));
      }
    }

    private static String score(List<Candidate> found) {
      return found.isEmpty() ? "" : " " + found.get(0).score() + " " + found.get(0).features();
    }
  }

  @Test
  void developmentPart_isLinked(LinkSite site) throws IOException {
    check(site, "development");
  }

  @Test
  void heldOutPart_isLinked(LinkSite site) throws IOException {
    check(site, "held-out");
  }

  private static void check(LinkSite site, String part) throws IOException {
    List<Row> rows = rows().stream().filter(row -> row.part().equals(part)).toList();
    List<List<Candidate>> found = site.match(queries(site, rows));
    Map<String, Tally> tallies = new TreeMap<>();
    Tally ours = new Tally();
    Tally all = new Tally();
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      tallies.computeIfAbsent(row.kind(), kind -> new Tally()).add(row, found.get(i));
    }
    tallies.forEach(
        (kind, tally) -> {
          sum(all, tally);
          if (!kind.equals("namesake") && !kind.equals("other-town")) {
            sum(ours, tally);
          }
        });
    print(part, tallies, ours, all);
    assertThat((double) ours.first / ours.rows).isGreaterThanOrEqualTo(0.97);
    assertThat((double) all.wrong / all.rows).isLessThanOrEqualTo(0.005);
    assertThat(rows).hasSizeGreaterThan(400);
  }

  private static void sum(Tally sum, Tally part) {
    sum.rows += part.rows;
    sum.first += part.first;
    sum.taken += part.taken;
    sum.wrong += part.wrong;
    sum.nothing += part.nothing;
  }

  private static void print(String part, Map<String, Tally> tallies, Tally ours, Tally all) {
    StringBuilder table = new StringBuilder();
    String line = "%-18s %6s %12s %12s %12s %10s%n";
    table.append(
        String.format(
            Locale.ROOT, line, part, "rows", "right", "match right", "match wrong", "nothing"));
    tallies.forEach((kind, tally) -> row(table, line, kind, tally));
    row(table, line, "our cities", ours);
    row(table, line, "all", all);
    System.out.println(table);
  }

  private static void row(StringBuilder table, String line, String name, Tally tally) {
    table.append(
        String.format(
            Locale.ROOT,
            line,
            name,
            tally.rows,
            tally.first,
            tally.taken,
            tally.wrong,
            tally.nothing));
  }

  private static List<ReconcileQuery> queries(LinkSite site, List<Row> rows) {
    try (Lease lease = site.store.lease()) {
      Schema schema = site.reconciliation.of(lease).schema();
      Set<String> types = schema.withNarrower(schema.type("City").orElseThrow());
      PropertyPath country = schema.path("country").orElseThrow();
      List<ReconcileQuery> queries = new ArrayList<>();
      for (Row row : rows) {
        List<Condition> conditions =
            row.country().isEmpty()
                ? List.of()
                : List.of(
                    new Condition(
                        "country",
                        country,
                        List.of(Asked.of(row.country())),
                        Quantifier.ANY,
                        false));
        queries.add(new ReconcileQuery(List.of(row.name()), List.of(), types, conditions, 5));
      }
      return queries;
    }
  }

  static List<Row> rows() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(GoldListTest.class.getResourceAsStream("gold.tsv"))) {
      List<Row> rows = new ArrayList<>();
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)) {
        if (line.isEmpty()) {
          continue;
        }
        String[] cells = line.split("\t", -1);
        rows.add(new Row(cells[0], cells[1], cells[2], cells[3], cells[4]));
      }
      rows.remove(0);
      assertThat(new LinkedHashSet<>(rows)).hasSameSizeAs(rows);
      return rows;
    }
  }
}
