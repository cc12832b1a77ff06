package icc.lod.publish;

import static org.assertj.core.api.Assertions.assertThat;

import icc.lod.rdf.Example;
import icc.lod.store.Tdb2Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every statement of the first source, S1 to S75, is the answer to an example query. */
@ExtendWith(BundledRelease.class)
final class StatementsTest {
  private static final Path FILE = Path.of("src/test/resources/publish/statements.tsv");
  private static final String EXAMPLE = BundledRelease.BASE + "id/example/";
  private static final Node ANSWERS =
      NodeFactory.createURI(BundledRelease.BASE + "ontology#answers");
  private static final Var YES = Var.alloc("true");

  /** A statement, the example that answers it, and what one row of the answer holds. */
  private record Line(String statement, String example, String text, Map<Var, String> row) {
    static Line of(String line) {
      String[] cells = line.split("\t", -1);
      Map<Var, String> row =
          Arrays.stream(cells, 3, cells.length)
              .map(cell -> cell.split("=", 2))
              .collect(Collectors.toMap(c -> Var.alloc(c[0]), c -> c.length == 2 ? c[1] : ""));
      return new Line(cells[0], cells[1], cells[2], row);
    }
  }

  @TestFactory
  Stream<DynamicTest> statement_isInOneRowOfItsExample(Tdb2Store store) throws IOException {
    return lines().stream()
        .map(
            line ->
                DynamicTest.dynamicTest(
                    line.statement() + " " + line.text(), () -> assertAnswered(store, line)));
  }

  @Test
  void file_hasEveryStatement() throws IOException {
    assertThat(lines().stream().map(Line::statement).distinct())
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 75).mapToObj(n -> "S" + n).toList());
  }

  @Test
  void examples_nameTheStatementsTheyAnswer(Tdb2Store store) throws IOException {
    Map<String, Set<String>> expected = new TreeMap<>();
    for (Line line : lines()) {
      expected.computeIfAbsent(line.example(), e -> new TreeSet<>()).add(line.statement());
    }
    Map<String, Set<String>> named = new TreeMap<>();
    store.read(
        dataset -> {
          dataset
              .getDefaultGraph()
              .find(Node.ANY, ANSWERS, Node.ANY)
              .forEachRemaining(
                  t ->
                      named
                          .computeIfAbsent(
                              t.getSubject().getURI().substring(EXAMPLE.length()),
                              e -> new TreeSet<>())
                          .add(t.getObject().getLiteralLexicalForm()));
          return named.size();
        });

    assertThat(named).isEqualTo(expected);
  }

  private static List<Line> lines() throws IOException {
    try (Stream<String> lines = Files.lines(FILE)) {
      return lines.filter(line -> !line.startsWith("#")).map(Line::of).toList();
    }
  }

  private static void assertAnswered(Tdb2Store store, Line line) {
    assertThat(line.row()).isNotEmpty();
    List<Map<Var, String>> rows = store.read(dataset -> rows(dataset, line.example()));
    assertThat(rows)
        .as(
            "%s (%s): a row of %s with %s",
            line.statement(), line.text(), line.example(), line.row())
        .anyMatch(row -> row.entrySet().containsAll(line.row().entrySet()));
  }

  /** The rows of the answer as text; a true ASK is one row with {@link #YES}. */
  private static List<Map<Var, String>> rows(DatasetGraph dataset, String slug) {
    Example example =
        Example.all(dataset.getDefaultGraph()).stream()
            .filter(candidate -> candidate.iri().equals(EXAMPLE + slug))
            .findAny()
            .orElseThrow(() -> new AssertionError("There is no example " + slug));
    Query query = QueryFactory.create(example.text());
    try (QueryExec exec = QueryExec.dataset(dataset).query(query).build()) {
      if (query.isAskType()) {
        return exec.ask() ? List.of(Map.of(YES, "")) : List.of();
      }
      List<Map<Var, String>> rows = new ArrayList<>();
      exec.select().forEachRemaining(binding -> rows.add(text(binding)));
      return rows;
    }
  }

  private static Map<Var, String> text(Binding binding) {
    return binding.varsMentioned().stream()
        .collect(Collectors.toMap(var -> var, var -> text(binding.get(var))));
  }

  private static String text(Node node) {
    return node.isLiteral() ? node.getLiteralLexicalForm() : node.toString();
  }
}
