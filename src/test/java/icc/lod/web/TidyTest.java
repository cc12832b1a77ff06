package icc.lod.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class TidyTest {
  @Test
  void emptyLinesAndBlanksAtEnds_areTakenAway() {
    assertThat(Tidy.html("<p>a </p>  \n \n\t\n  <p>b</p>\n")).isEqualTo("<p>a </p>\n  <p>b</p>\n");
  }

  @Test
  void whatIsWrittenAsItIs_isKept() {
    String page = "<pre>a  \n\n b</pre>\n<textarea>x \n\n</textarea>\n<script>'  \n\n'</script>";
    assertThat(Tidy.html(page)).isEqualTo(page);
  }

  @Test
  void longDescription_isCutAtASpace() {
    assertThat(new Preview("t", "word ".repeat(60)).description()).hasSize(200).endsWith("word…");
    assertThat(new Preview("t", "😀".repeat(150)).description()).endsWith("😀…");
  }
}
