package icc.lod.sparql;

import icc.lod.web.Caching;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/**
 * Where a result is written: held back up to a limit, streamed beyond it. One thread at a time.
 *
 * <p>Until {@link #started} nothing has left the server and a failure can still be a status.
 */
final class AnswerStream extends OutputStream {
  private final Context ctx;
  private final Caching caching;
  private final String contentType;
  private final int limit;
  private final ByteArrayOutputStream held = new ByteArrayOutputStream(8192);
  private Optional<OutputStream> out = Optional.empty();

  AnswerStream(Context ctx, Caching caching, String contentType, int limit) {
    this.ctx = ctx;
    this.caching = caching;
    this.contentType = contentType;
    this.limit = limit;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    if (out.isEmpty() && held.size() + length > limit) {
      out = Optional.of(caching.stream(ctx, contentType));
      held.writeTo(out.get());
      held.reset();
    }
    if (out.isPresent()) {
      out.get().write(bytes, offset, length);
    } else {
      held.write(bytes, offset, length);
    }
  }

  /** Whether the client may have part of the answer. */
  boolean started() {
    return out.isPresent();
  }

  /** Says that the answer is whole: sends what was held, or ends the stream. */
  void complete() throws IOException {
    if (out.isPresent()) {
      out.get().close();
    } else {
      caching.send(ctx, contentType, held.toByteArray());
    }
  }
}
