package icc.lod.view;

import static org.assertj.core.api.Assertions.assertThat;

import icc.lod.view.Highlighting.Piece;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

final class HighlightingTest {
  @Test
  void pieces_haveTheirKinds() {
    String query =
        """
        PREFIX a: <urn:a#> # note
        SELECT (COUNT(?x) AS ?n) { ?x a a:Thing ; a:b-c "it's \\"x\\""@en-GB , 1.5 FILTER(?x < 3) }
        """;
    assertThat(Highlighting.of(query))
        .contains(
            new Piece("keyword", "PREFIX"),
            new Piece("name", "a:"),
            new Piece("iri", "<urn:a#>"),
            new Piece("comment", "# note"),
            new Piece("function", "COUNT"),
            new Piece("variable", "?x"),
            new Piece("keyword", "a"),
            new Piece("name", "a:Thing"),
            new Piece("name", "a:b-c"),
            new Piece("string", "\"it's \\\"x\\\"\""),
            new Piece("language", "@en-GB"),
            new Piece("number", "1.5"),
            new Piece("keyword", "FILTER"));
  }

  @Property(tries = 300)
  void pieces_joinedAreTheText(@ForAll String text) {
    assertThat(joined(text)).isEqualTo(text);
  }

  @Test
  void longAndBrokenQueries_areCutInTime() {
    String open = "\"\"\"" + "a\\\"b\"".repeat(20_000);
    assertThat(joined(open)).isEqualTo(open);
    String values = "VALUES ?x { " + "<urn:x> 'y'".repeat(20_000) + " }";
    assertThat(joined(values)).isEqualTo(values);
  }

  private static String joined(String text) {
    return Highlighting.of(text).stream().map(Piece::text).collect(Collectors.joining());
  }
}
