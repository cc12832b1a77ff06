package icc.lod.reconcile;

import icc.lod.web.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Bodies of requests, read up to a limit. */
final class Body {
  private static final Pattern AMPERSAND = Pattern.compile("&");

  private Body() {}

  /**
   * All of a body.
   *
   * @throws Problem 413 when it is longer
   */
  static byte[] bytes(InputStream in, int most) throws IOException {
    byte[] bytes = in.readNBytes(most + 1);
    if (bytes.length > most) {
      throw tooLong(most);
    }
    return bytes;
  }

  /** 413: more than is taken. */
  static Problem tooLong(int most) {
    return Problem.of(
            413,
            "Content too large",
            "A body may be " + most + " bytes long here; send less at once.")
        .with("limitBytes", most);
  }

  /**
   * A body as text.
   *
   * @throws Problem 400 when it is not UTF-8
   */
  static String text(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
    } catch (CharacterCodingException e) {
      throw Problem.badRequest("The body is not UTF-8.");
    }
  }

  /** The fields of a form; the first of several with one name. */
  static Map<String, String> form(String body) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String field : AMPERSAND.split(body, -1)) {
      int equals = field.indexOf('=');
      if (equals > 0) {
        fields.putIfAbsent(
            decoded(field.substring(0, equals)), decoded(field.substring(equals + 1)));
      }
    }
    return fields;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw Problem.badRequest("The form has a percent sign that codes nothing.");
    }
  }
}
