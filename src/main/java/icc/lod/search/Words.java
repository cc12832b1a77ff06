package icc.lod.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * The words of a text, taken apart once for all fields that it is indexed under.
 *
 * @param end how far the text goes, as a word without letters
 */
record Words(List<Word> words, Word end) {
  /** A term, how many places it is behind the one before, and the part of the text it is of. */
  record Word(String term, int increment, int start, int end) {}

  Words {
    words = List.copyOf(words);
  }

  static Words of(String text, Analyzer analyzer) {
    List<Word> words = new ArrayList<>();
    try (TokenStream stream = analyzer.tokenStream("", text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      PositionIncrementAttribute increment = stream.addAttribute(PositionIncrementAttribute.class);
      OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        words.add(word(term.toString(), increment, offset));
      }
      stream.end();
      return new Words(words, word("", increment, offset));
    } catch (IOException e) {
      throw new UncheckedIOException("A text in memory cannot be read", e);
    }
  }

  private static Word word(
      String term, PositionIncrementAttribute increment, OffsetAttribute offset) {
    return new Word(
        term, increment.getPositionIncrement(), offset.startOffset(), offset.endOffset());
  }

  /** The words as Lucene reads them; any number of times. */
  TokenStream stream() {
    return new Replay(this);
  }

  private static final class Replay extends TokenStream {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute increment =
        addAttribute(PositionIncrementAttribute.class);
    private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
    private final Words words;
    private int next;

    Replay(Words words) {
      this.words = words;
    }

    @Override
    public void reset() {
      next = 0;
    }

    @Override
    public boolean incrementToken() {
      if (next == words.words().size()) {
        return false;
      }
      say(words.words().get(next++));
      return true;
    }

    @Override
    public void end() throws IOException {
      super.end();
      say(words.end());
    }

    private void say(Word word) {
      term.setEmpty().append(word.term());
      increment.setPositionIncrement(word.increment());
      offset.setOffset(word.start(), word.end());
    }
  }
}
