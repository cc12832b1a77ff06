package icc.lod.web;

import io.javalin.http.Context;
import io.javalin.http.Header;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of a release as an answer, whole or in part (RFC 9110, section 14), never read into
 * memory. A file that is kept in gzip too is sent so to those who take it.
 *
 * @param file the file
 * @param gzip the same compressed; empty for none
 * @param contentType what it is
 * @param tag of its content
 * @param control the Cache-Control field
 */
public record FileAnswer(
    Path file, Optional<Path> gzip, String contentType, String tag, String control) {
  private static final Pattern RANGE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

  /** A file at an address where another may be after the next release. */
  public FileAnswer(Path file, Optional<Path> gzip, String contentType, String tag) {
    this(file, gzip, contentType, tag, Caching.REVALIDATE);
  }

  /** The first and the last byte to send. */
  private record Part(long first, long last) {}

  /**
   * Answers; 304 when the client has the file.
   *
   * @throws Problem 416 when the part asked for lies behind the end
   */
  public void send(Context ctx) throws IOException {
    ctx.header("Accept-Ranges", "bytes");
    Caching caching = Caching.of(tag).control(control);
    if (caching.answered(ctx) || caching.unchanged(ctx)) {
      return;
    }
    Modified.tell(ctx);
    Optional<String> range = Optional.ofNullable(ctx.header(Header.RANGE)).filter(r -> fresh(ctx));
    Optional<Path> packed = range.isEmpty() && Coding.accepted(ctx) ? gzip : Optional.empty();
    Path sent = packed.orElse(file);
    long length = Files.size(sent);
    Optional<Part> part = range.flatMap(r -> part(r, length));
    ctx.header(Header.ETAG, '"' + tag + (packed.isPresent() ? Coding.TAG : "") + '"');
    ctx.header(Header.CACHE_CONTROL, control).header(Header.VARY, Header.ACCEPT_ENCODING);
    ctx.contentType(contentType);
    packed.ifPresent(p -> ctx.header(Header.CONTENT_ENCODING, "gzip"));
    part.ifPresent(
        p ->
            ctx.status(206)
                .header("Content-Range", "bytes " + p.first() + "-" + p.last() + "/" + length));
    copy(ctx, sent, part.orElse(new Part(0, length - 1)));
  }

  /** Section 13.1.5: a part of another state of the file would not fit what the client has. */
  private boolean fresh(Context ctx) {
    String condition = ctx.header(Header.IF_RANGE);
    return condition == null || condition.strip().equals('"' + tag + '"');
  }

  /** One part; several, or what is no range, count as not asked for. */
  private static Optional<Part> part(String range, long length) {
    Matcher matcher = RANGE.matcher(range.strip());
    if (!matcher.matches() || range.strip().equals("bytes=-")) {
      return Optional.empty();
    }
    String from = matcher.group(1);
    String to = matcher.group(2);
    long first = from.isEmpty() ? Math.max(0, length - Long.parseLong(to)) : Long.parseLong(from);
    long last = from.isEmpty() || to.isEmpty() ? length - 1 : Long.parseLong(to);
    if (!from.isEmpty() && last < first && !to.isEmpty()) {
      return Optional.empty();
    }
    if (first >= length) {
      throw Problem.of(
              416,
              "Range not satisfiable",
              "The file has %d bytes: ask for some of them, such as bytes=0-%d, or leave Range out."
                  .formatted(length, Math.max(0, length - 1)))
          .header("Content-Range", "bytes */" + length);
    }
    return Optional.of(new Part(first, Math.min(last, length - 1)));
  }

  private static void copy(Context ctx, Path sent, Part part) throws IOException {
    long length = part.last() - part.first() + 1;
    ctx.res().setContentLengthLong(length);
    if (isHead(ctx.req())) {
      return;
    }
    try (FileChannel in = FileChannel.open(sent);
        OutputStream out = ctx.outputStream();
        WritableByteChannel to = Channels.newChannel(out)) {
      long at = part.first();
      while (at <= part.last()) {
        at += in.transferTo(at, part.last() - at + 1, to);
      }
    }
  }

  /** HEAD runs as GET, and to throw away a large file takes as long as to send it. */
  private static boolean isHead(HttpServletRequest request) {
    HttpServletRequest inner = request;
    while (inner instanceof HttpServletRequestWrapper wrapper
        && wrapper.getRequest() instanceof HttpServletRequest wrapped) {
      inner = wrapped;
    }
    return inner.getMethod().equals("HEAD");
  }
}
