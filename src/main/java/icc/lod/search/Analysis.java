package icc.lod.search;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.List;
import java.util.Objects;
import morfologik.stemming.Dictionary;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.KeywordRepeatFilter;
import org.apache.lucene.analysis.miscellaneous.RemoveDuplicatesTokenFilter;
import org.apache.lucene.analysis.morfologik.MorfologikFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.util.ElisionFilter;

/**
 * Texts as words, in every language at once: case, accents and widths folded; beside each word its
 * English stem or Ukrainian lemmas, at the same place. Thread-safe.
 */
final class Analysis extends Analyzer {
  /** With the forms of each word. */
  static final Analysis FORMS = new Analysis(true);

  /** The words as written, only folded. */
  static final Analysis PLAIN = new Analysis(false);

  /** A term and the part of the text it stands for. */
  record Token(String term, int start, int end) {}

  private static final class Ukrainian {
    static final Dictionary DICTIONARY = read();

    private static Dictionary read() {
      URL url =
          Objects.requireNonNull(
              Dictionary.class.getClassLoader().getResource("ua/net/nlp/ukrainian.dict"));
      try {
        return Dictionary.read(url);
      } catch (IOException e) {
        throw new UncheckedIOException("The Ukrainian dictionary cannot be read", e);
      }
    }
  }

  private static final CharArraySet ARTICLES =
      new CharArraySet(
          List.of("l", "d", "m", "t", "qu", "n", "s", "j", "c", "dell", "all", "nell", "sull"),
          true);

  private static final NormalizeCharMap CHARACTERS = characters();

  private final boolean forms;
  private final Remembered<List<String>> remembered = new Remembered<>();

  private Analysis(boolean forms) {
    this.forms = forms;
  }

  @Override
  protected Reader initReader(String field, Reader reader) {
    return new MappingCharFilter(CHARACTERS, reader);
  }

  @Override
  protected TokenStreamComponents createComponents(String field) {
    Tokenizer source = new StandardTokenizer();
    TokenStream words = new LowerCaseFilter(source);
    return new TokenStreamComponents(source, new WordForms(words, this::filters, remembered));
  }

  /** What is done to each word by itself. */
  private TokenStream filters(TokenStream word) {
    TokenStream words = word;
    if (forms) {
      words = new ElisionFilter(new EnglishPossessiveFilter(words), ARTICLES);
      words = new MorfologikFilter(new KeywordRepeatFilter(words), Ukrainian.DICTIONARY);
    }
    words = new ASCIIFoldingFilter(new ICUFoldingFilter(new Joining(words)));
    return forms ? new RemoveDuplicatesTokenFilter(new PorterStemFilter(words)) : words;
  }

  /** The terms of a text, in order. */
  List<Token> tokens(String text) {
    return Words.of(text, this).words().stream()
        .filter(word -> !word.term().isEmpty())
        .map(word -> new Token(word.term(), word.start(), word.end()))
        .toList();
  }

  /** The terms of a text without their places. */
  List<String> terms(String text) {
    return tokens(text).stream().map(Token::term).toList();
  }

  /**
   * One apostrophe of many; marks that only steer the display, and stress marks, are no letters.
   */
  private static NormalizeCharMap characters() {
    NormalizeCharMap.Builder map = new NormalizeCharMap.Builder();
    for (String apostrophe : List.of("’", "ʼ", "ʹ", "`", "´", "′", "‘")) {
      map.add(apostrophe, "'");
    }
    for (int mark :
        new int[] {0xAD, 0x301, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF}) {
      map.add(Character.toString(mark), "");
    }
    for (int mark = 0x202A; mark <= 0x202E; mark++) {
      map.add(Character.toString(mark), "");
    }
    for (int mark = 0x2066; mark <= 0x2069; mark++) {
      map.add(Character.toString(mark), "");
    }
    return map.build();
  }

  /** Takes the apostrophes out of words, once the dictionary, which knows them, was asked. */
  private static final class Joining extends org.apache.lucene.analysis.TokenFilter {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

    Joining(TokenStream input) {
      super(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
      if (!input.incrementToken()) {
        return false;
      }
      int length = 0;
      for (int i = 0; i < term.length(); i++) {
        char c = term.charAt(i);
        if (c != '\'') {
          term.buffer()[length++] = c;
        }
      }
      term.setLength(length);
      return true;
    }
  }
}
