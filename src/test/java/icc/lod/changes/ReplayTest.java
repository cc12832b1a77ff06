package icc.lod.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.util.IsoMatcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who replays the feed has the data, statement for statement and graph for graph. */
final class ReplayTest {
  private static final String PREFIXES =
      """
      @prefix : <https://data.example.org/id/> .
      @prefix v: <https://data.example.org/def#> .
      @prefix other: <http://other.example/> .
      """;

  private static final String FIRST =
      PREFIXES
          + """
          :a a v:Town ; v:name "A \\"q\\" \\\\ \\n x"@en , "Назва"@uk ; v:size 12 ; v:near :b , other:x .
          :b a v:Town ; v:name "B" ; v:seat [ v:street "Main" ; v:at [ v:floor 1 ] ] .
          other:x v:said "by us" .
          :g { :a v:size 13 . :d a v:Village ; v:name "D" . :b v:seat [ v:street "Side" ] . }
          :h { :d v:name "D" . :a v:size 13 }
          [] v:knows [] .
          [] v:alike 1 . [] v:alike 1 .
          :a v:shares _:s . :b v:shares _:s . _:s v:is "shared" .
          _:named { :e v:in "a graph without a name" . :f v:in "too" }
          """;

  private static final List<String> LATER =
      List.of(
          FIRST.replace("v:size 12", "v:size 14"),
          FIRST.replace("v:floor 1", "v:floor 2").replace("\"shared\"", "\"shared still\""),
          FIRST.replace(":h { :d v:name \"D\" . :a v:size 13 }", ":h { :n v:name \"new\" }"),
          PREFIXES + ":b a v:Town . other:x v:said \"by us\" .",
          FIRST,
          PREFIXES);

  @ParameterizedTest
  @ValueSource(strings = {"TriG", "N-Quads", "JSON-LD"})
  void replay_isTheDump(String syntax, @TempDir Path state) throws Exception {
    Lang lang = org.apache.jena.riot.RDFLanguages.nameToLang(syntax);
    try (ChangesSite site = ChangesSite.of(state, FIRST)) {
      Walker steady = new Walker(site, lang);
      steady.run();
      assertSame(steady.replay(), site.dump());
      for (String data : LATER) {
        site.publish(data);
        assertThat(steady.run()).isPositive();
        assertSame(steady.replay(), site.dump());
      }
      Walker late = new Walker(site, lang);
      late.run();
      assertSame(late.replay(), site.dump());
      assertThat(late.members()).hasSameSizeAs(steady.members());
    }
  }

  private static void assertSame(DatasetGraph replayed, String dump) {
    DatasetGraph expected = DatasetGraphFactory.create();
    RDFParser.fromString(dump, Lang.NQUADS).parse(expected);
    assertThat(replayed.stream().count()).isEqualTo(expected.stream().count());
    assertThat(IsoMatcher.isomorphic(replayed, expected)).isTrue();
  }

  @Test
  void sameDataAgain_isNoMemberWhateverItsBlankNodesAreCalled(@TempDir Path state)
      throws Exception {
    try (ChangesSite site = ChangesSite.of(state, FIRST)) {
      String root = site.get("/ldes?format=nq").body();
      Walker walker = new Walker(site, Lang.TRIG);
      int all = walker.run();
      site.publish(FIRST.replace("_:s", "_:other").replace("_:named", "_:called"));

      assertThat(walker.run()).isZero();
      assertThat(site.get("/ldes?format=nq").body()).isEqualTo(root);
      assertThat(site.get("/releases/2", "Accept", "text/html").body())
          .contains("says the same as the one before");
      assertThat(all).isPositive();
    }
  }

  @Test
  void manyEntities_areManyPagesOfWhichNoneIsReadTwice(@TempDir Path state) throws Exception {
    StringBuilder data = new StringBuilder(PREFIXES);
    for (int i = 0; i < 1200; i++) {
      data.append(":thing").append(i).append(" a v:Thing ; v:number ").append(i).append(" .\n");
    }
    try (ChangesSite site = ChangesSite.of(state, data.toString())) {
      Walker walker = new Walker(site, Lang.NQUADS);
      assertThat(walker.run()).isEqualTo(1200);
      assertThat(walker.requests()).isEqualTo(6);
      assertSame(walker.replay(), site.dump());

      site.publish(data.toString().replace("v:number 700 ", "v:number 7000 "));

      assertThat(walker.run()).isEqualTo(1);
      assertThat(walker.requests()).isEqualTo(8);
      assertSame(walker.replay(), site.dump());
    }
  }
}
