package icc.lod.web;

import io.javalin.http.Context;
import io.javalin.http.Header;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Content coding (RFC 9110, section 12.5.3): gzip for those who take it. */
final class Coding {
  /** What a coded representation's entity tag ends with. */
  static final String TAG = "-gzip";

  /** Less than a packet is not worth the work. */
  static final int WORTHWHILE = 1400;

  private Coding() {}

  static boolean accepted(Context ctx) {
    return accepted(Collections.list(ctx.req().getHeaders(Header.ACCEPT_ENCODING)));
  }

  /** Whether these values of Accept-Encoding allow it. */
  static boolean accepted(List<String> fields) {
    List<Weighted> ranges = Weighted.parse(fields);
    boolean any = false;
    for (Weighted range : ranges) {
      if (range.value().equals("gzip") || range.value().equals("x-gzip")) {
        return range.weight() > 0;
      }
      any |= range.value().equals("*") && range.weight() > 0;
    }
    return any;
  }

  static byte[] gzip(byte[] body) {
    ByteArrayOutputStream coded = new ByteArrayOutputStream(body.length / 4);
    try (OutputStream out = new GZIPOutputStream(coded)) {
      out.write(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return coded.toByteArray();
  }
}
