package icc.lod.sparql;

/**
 * A text whose reader is stopped with its query: a regular expression that backtracks for ever
 * looks at no signal, but at the next character.
 */
final class StoppableText implements CharSequence {
  /** So many characters are read within some microseconds. */
  private static final int CHECKED_EVERY = 1024;

  private final CharSequence text;
  private final RunningQuery query;
  private int read;

  private StoppableText(CharSequence text, RunningQuery query) {
    this.text = text;
    this.query = query;
  }

  /** The text, stoppable where a query is at work in this thread. */
  static CharSequence of(String text) {
    return RunningQuery.current()
        .<CharSequence>map(query -> new StoppableText(text, query))
        .orElse(text);
  }

  @Override
  public char charAt(int index) {
    if (++read % CHECKED_EVERY == 0) {
      query.check();
    }
    return text.charAt(index);
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.subSequence(start, end);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
