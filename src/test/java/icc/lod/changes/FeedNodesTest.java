package icc.lod.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.junit.jupiter.api.Test;

/** The root of a long feed. */
final class FeedNodesTest {
  private static final Instant FIRST = Instant.parse("2026-01-01T10:00:00Z");

  /** A feed of so many releases, of which every tenth changed nothing. */
  private static FeedNodes nodes(int releases) {
    List<Summary> all = new ArrayList<>();
    for (int number = 1; number <= releases; number++) {
      List<Summary.Page> pages = number % 10 == 0 ? List.of() : List.of(new Summary.Page(0, 1));
      Instant instant = FIRST.plusSeconds(number);
      all.add(new Summary(number, instant, 1, 1, 0, Map.of(), pages));
    }
    Log log = new Log(new LogFiles(Path.of("none")), all);
    Names names = Names.of("https://data.example.org/");
    return new FeedNodes(log, names, path -> path, (language, key) -> key, List.of("en"));
  }

  private static Set<String> targets(Graph graph) {
    Set<String> targets = new TreeSet<>();
    graph
        .find(Node.ANY, Words.tree("node"), Node.ANY)
        .forEachRemaining(t -> targets.add(t.getObject().getURI()));
    return targets;
  }

  private static List<String> bounds(Graph graph, String target) {
    return graph
        .find(Node.ANY, Words.tree("node"), Words.iri(target))
        .mapWith(t -> graph.find(t.getSubject(), Words.tree("value"), Node.ANY).next())
        .mapWith(t -> t.getObject().getLiteralLexicalForm())
        .toList();
  }

  @Test
  void fullHundreds_haveAListThatIsFullForEver() {
    FeedNodes nodes = nodes(205);
    Set<String> targets = targets(nodes.root());

    assertThat(targets)
        .containsExactlyInAnyOrder(
            "/ldes/1-100",
            "/ldes/101-200",
            "/ldes/201",
            "/ldes/202",
            "/ldes/203",
            "/ldes/204",
            "/ldes/205");
    assertThat(bounds(nodes.root(), "/ldes/101-200"))
        .containsExactlyInAnyOrder("2026-01-01T10:01:41Z", "2026-01-01T10:03:19Z");
    assertThat(targets(nodes.hundred(1)))
        .hasSize(90)
        .contains("/ldes/101", "/ldes/199")
        .doesNotContain("/ldes/110", "/ldes/201");
    assertThat(nodes(300).hundred(1).isIsomorphicWith(nodes.hundred(1))).isTrue();
  }

  @Test
  void lastHundred_isListedOnlyWhenNothingCanComeToIt() {
    assertThat(targets(nodes(100).root())).hasSize(90);
    assertThat(targets(nodes(101).root())).containsExactlyInAnyOrder("/ldes/1-100", "/ldes/101");
  }
}
