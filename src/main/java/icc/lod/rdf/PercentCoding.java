package icc.lod.rdf;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.IntPredicate;

/** Percent-encoding of UTF-8 (RFC 3986, section 2.1; RFC 3987, sections 3.1 and 3.2). */
final class PercentCoding {
  private static final String UNRESERVED_MARKS = "-._~";

  private PercentCoding() {}

  /** Encodes everything but letters, digits, the unreserved marks and the characters to keep. */
  static String encode(String text, String keep) {
    StringBuilder encoded = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            c -> {
              boolean plain =
                  c < 128
                      && (Character.isLetterOrDigit(c)
                          || UNRESERVED_MARKS.indexOf(c) >= 0
                          || keep.indexOf(c) >= 0);
              if (plain) {
                encoded.append((char) c);
              } else {
                for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                  encoded.append(String.format(Locale.ROOT, "%%%02X", b & 0xff));
                }
              }
            });
    return encoded.toString();
  }

  /**
   * Decodes only the characters wanted; all else, broken sequences included, stays as it is
   * written.
   */
  static String decode(String text, IntPredicate wanted) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    StringBuilder decoded = new StringBuilder(text.length());
    int i = 0;
    while (i < text.length()) {
      int length = sequenceLength(text, i);
      int c = length == 0 ? -1 : codePoint(text, i, length);
      if (c >= 0 && wanted.test(c)) {
        decoded.appendCodePoint(c);
        i += 3 * length;
      } else {
        int end = i + Math.max(1, 3 * length);
        decoded.append(text, i, end);
        i = end;
      }
    }
    return decoded.toString();
  }

  /** How many encoded bytes the UTF-8 sequence at a place has; 0 when there is none. */
  private static int sequenceLength(String text, int at) {
    int first = octet(text, at);
    if (first < 0) {
      return 0;
    }
    int length = first < 0x80 ? 1 : first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc0 ? 2 : 1;
    for (int k = 1; k < length; k++) {
      int next = octet(text, at + 3 * k);
      if (next < 0x80 || next > 0xbf) {
        return 1;
      }
    }
    return length;
  }

  private static int codePoint(String text, int at, int length) {
    byte[] bytes = new byte[length];
    for (int k = 0; k < length; k++) {
      bytes[k] = (byte) octet(text, at + 3 * k);
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes))
          .toString()
          .codePointAt(0);
    } catch (CharacterCodingException e) {
      return -1;
    }
  }

  private static int octet(String text, int at) {
    if (at + 2 >= text.length() || text.charAt(at) != '%') {
      return -1;
    }
    int high = Character.digit(text.charAt(at + 1), 16);
    int low = Character.digit(text.charAt(at + 2), 16);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
  }
}
