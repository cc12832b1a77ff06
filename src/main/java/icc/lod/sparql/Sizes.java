package icc.lod.sparql;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.vocabulary.XSD;

/** How large the values inside an evaluation may grow: functions that double them need no time. */
final class Sizes {
  /** In characters: larger than any literal people write, small enough to have thousands. */
  static final int TEXT = 1 << 20;

  /** In bits: beyond three thousand digits a number is no number of anything. */
  static final int NUMBER = 10_000;

  /** In characters: what may be read as a number or a time. */
  static final int LEXICAL = 4_000;

  /** What may be added to a time: the JDK walks over it month by month. */
  private static final Pattern LONG_DURATION = Pattern.compile("[0-9]{9}");

  private Sizes() {}

  /**
   * Refuses a text that would be too long.
   *
   * @throws LimitExceededException when it would
   */
  static void text(long characters) {
    if (characters > TEXT) {
      throw exceeded("A text in it would be longer than %,d characters.".formatted(TEXT));
    }
  }

  static void product(NodeValue x, NodeValue y) {
    if (bits(x) + bits(y) > NUMBER) {
      throw exceeded("A number in it would be longer than %,d bits.".formatted(NUMBER));
    }
  }

  static void duration(NodeValue value) {
    if (value.isDuration() && LONG_DURATION.matcher(value.asUnquotedString()).find()) {
      throw exceeded("A duration in it is longer than all times: eight digits will do.");
    }
  }

  static void lexical(NodeValue value) {
    if (value.asUnquotedString().length() > LEXICAL) {
      throw exceeded("A number in it is longer than %,d characters.".formatted(LEXICAL));
    }
  }

  /** Whether texts are read as numbers or times to become of this type. */
  static boolean read(String datatype) {
    return datatype.startsWith(XSD.getURI())
        && !datatype.equals(XSD.xstring.getURI())
        && !datatype.equals(XSD.anyURI.getURI());
  }

  /** Bits of its digits, 64 for what is never longer. */
  private static long bits(NodeValue value) {
    if (value.isInteger()) {
      return value.getInteger().bitLength();
    }
    if (value.isDecimal()) {
      BigDecimal decimal = value.getDecimal();
      return decimal.unscaledValue().bitLength() + Math.abs((long) decimal.scale());
    }
    return Long.SIZE;
  }

  private static LimitExceededException exceeded(String what) {
    return new LimitExceededException(StopReason.SIZE, what);
  }
}
