package icc.lod.search;

import static org.assertj.core.api.Assertions.assertThat;

import icc.lod.search.Words.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class AnalysisTest {
  private static final List<String> WORDS =
      List.of("Cities", "city's", "l'École", "міста", "здоров’я", "Ljubljana", "2026", "Łódź");

  @Test
  void words_haveTheirFormsInTheirPlace() {
    Words words = Words.of("the cities, міста", Analysis.FORMS);
    assertThat(words.words())
        .contains(
            new Word("the", 1, 0, 3), new Word("cities", 1, 4, 10), new Word("citi", 0, 4, 10))
        .extracting(Word::term)
        .contains("міста", "місто");
    assertThat(words.words().stream().mapToInt(Word::increment).sum()).isEqualTo(3);
    assertThat(words.end()).isEqualTo(new Word("", 0, 17, 17));
  }

  @Test
  void aWordMetBefore_hasTheSameForms() {
    List<String> expected = new ArrayList<>();
    WORDS.forEach(word -> expected.addAll(Analysis.FORMS.terms(word)));
    assertThat(Analysis.FORMS.terms(String.join(" ", WORDS))).isEqualTo(expected);
  }

  @Test
  void moreWordsThanAreRemembered_areTheirOwn() {
    for (String first : WORDS) {
      List<String> before = Analysis.FORMS.terms(first);
      IntStream.range(0, 50_000).forEach(i -> Analysis.FORMS.terms("w" + i));
      assertThat(Analysis.FORMS.terms("w49999")).containsExactly("w49999");
      assertThat(Analysis.FORMS.terms(first)).isEqualTo(before);
    }
  }

  @Test
  void plain_knowsNoForms() {
    assertThat(Analysis.PLAIN.terms("Cities of Łódź")).containsExactly("cities", "of", "lodz");
  }
}
