package icc.lod.web;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/**
 * The part of a refused request that nobody read. A connection closed on it is reset, and the
 * answer may never arrive (RFC 9112, section 9.6): what comes soon is read and thrown away first.
 */
final class Leftover {
  /** What is longer is cut off, for nobody should be made to read without end. */
  private static final long MOST_BYTES = 64L << 20;

  private static final int PATIENCE_MILLIS = 300;
  private static final int STEP_MILLIS = 10;

  private Leftover() {}

  /** Reads it away; tells whether something is left, so that the connection must end. */
  static boolean of(HttpServletRequest request) {
    boolean sent =
        request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    if (!sent || request.getHeader("Expect") != null) {
      return sent;
    }
    try {
      discard(request.getInputStream());
      return !request.getInputStream().isFinished();
    } catch (IOException | IllegalStateException e) {
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private static void discard(ServletInputStream in) throws IOException, InterruptedException {
    byte[] away = new byte[1 << 16];
    long total = 0;
    int waited = 0;
    while (!in.isFinished() && total < MOST_BYTES && waited < PATIENCE_MILLIS) {
      if (in.available() > 0) {
        int length = in.read(away);
        if (length < 0) {
          return;
        }
        total += length;
        waited = 0;
      } else {
        Thread.sleep(STEP_MILLIS);
        waited += STEP_MILLIS;
      }
    }
  }
}
