package icc.lod.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * Puts the forms of each word in its place. Filters that look at one word at a time make them; a
 * word met lately is not put through these again.
 */
final class WordForms extends TokenFilter {
  private final Remembered<List<String>> remembered;
  private final Single single = new Single();
  private final TokenStream filtered;
  private final CharTermAttribute form;
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final PositionIncrementAttribute increment =
      addAttribute(PositionIncrementAttribute.class);
  private List<String> forms = List.of();
  private int given;

  /**
   * @param filters what makes forms of one word, none of which may depend on others
   * @param remembered what these filters gave
   */
  WordForms(
      TokenStream words, UnaryOperator<TokenStream> filters, Remembered<List<String>> remembered) {
    super(words);
    this.remembered = remembered;
    this.filtered = filters.apply(single);
    this.form = filtered.addAttribute(CharTermAttribute.class);
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (given < forms.size()) {
      // What else is known of the word, such as its place in the text, stays.
      increment.setPositionIncrement(0);
    }
    while (given == forms.size()) {
      if (!input.incrementToken()) {
        return false;
      }
      forms = remembered.of(term.toString(), this::formsOf);
      given = 0;
    }
    term.setEmpty().append(forms.get(given++));
    return true;
  }

  private List<String> formsOf(String word) {
    List<String> all = new ArrayList<>();
    try {
      single.word = word;
      filtered.reset();
      while (filtered.incrementToken()) {
        all.add(form.toString());
      }
      filtered.end();
      filtered.close();
    } catch (IOException e) {
      throw new UncheckedIOException("A word in memory cannot be read", e);
    }
    return List.copyOf(all);
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    forms = List.of();
    given = 0;
  }

  /** One word as all there is to read. */
  private static final class Single extends TokenStream {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private String word = "";
    private boolean read;

    @Override
    public boolean incrementToken() {
      if (read) {
        return false;
      }
      read = true;
      clearAttributes();
      term.append(word);
      return true;
    }

    @Override
    public void reset() throws IOException {
      super.reset();
      read = false;
    }
  }
}
