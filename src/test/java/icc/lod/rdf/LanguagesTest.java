package icc.lod.rdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LanguagesTest {

  /** Wanted; the languages there are; the one chosen. A dot stands for no tag. */
  @ParameterizedTest
  @CsvSource({
    "uk, en uk ., uk",
    "uk, en ., en",
    "uk, de ., .",
    "uk, fr de, de",
    "en-GB, en uk, en",
    "en, en-GB uk, en-gb",
    "en, en-GB en, en",
    "zh-Hant-TW, zh-Hant zh, zh-hant",
    "de-a-x, de en, de",
    "es-AR uk, uk en, uk",
    "pl uk, uk en, uk"
  })
  void best_followsTheOrder(String wanted, String there, String chosen) {
    List<Node> literals = Arrays.stream(there.split(" ")).map(LanguagesTest::literal).toList();

    Node best = Languages.of(wanted.split(" ")).best(literals).orElseThrow();

    assertThat(best.getLiteralLanguage().toLowerCase(java.util.Locale.ROOT))
        .isEqualTo(chosen.equals(".") ? "" : chosen);
  }

  @Test
  void best_sameLanguageTwice_isStable() {
    List<Node> literals =
        List.of(NodeFactory.createLiteralLang("b", "en"), NodeFactory.createLiteralLang("a", "en"));

    assertThat(Languages.of("en").best(literals)).contains(literals.get(1));
    assertThat(Languages.of("en").best(literals.reversed())).contains(literals.get(1));
  }

  @Test
  void best_nothing_isEmpty() {
    assertThat(Languages.of("en").best(List.of())).isEmpty();
    assertThat(Languages.of("en").best(List.of(NodeFactory.createURI("http://e.org/")))).isEmpty();
  }

  private static Node literal(String tag) {
    return tag.equals(".")
        ? NodeFactory.createLiteralString("text")
        : NodeFactory.createLiteralLang("text", tag);
  }
}
