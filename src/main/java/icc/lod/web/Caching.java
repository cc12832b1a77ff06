package icc.lod.web;

import io.javalin.http.Context;
import io.javalin.http.Header;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/**
 * What caches must know of one representation (RFC 9110, sections 8.8 and 13.1.2; RFC 9111), and
 * its sending.
 *
 * <p>Ask {@link #answered} before anything is read; then {@link #send} or {@link #stream}.
 *
 * @param tag opaque part of the strong entity tag: release, address, representation, language
 * @param control the Cache-Control field
 * @param location the Content-Location field, or empty for none
 * @param vary the request fields that chose this representation
 * @param release tag of the release that, with the request, decides all of the answer; empty when
 *     more than that does
 */
public record Caching(
    String tag, String control, String location, List<String> vary, String release) {
  /**
   * Kept by anybody, used only after asking whether it is still so: releases change at any time.
   */
  public static final String REVALIDATE = "public, no-cache";

  /** Never changes at its address. */
  public static final String FOREVER = "public, max-age=31536000, immutable";

  private static final Pattern TAG = Pattern.compile("(?:W/)?\"([\\x21\\x23-\\x7e\\x80-\\xff]*)\"");

  public Caching {
    vary = List.copyOf(vary);
  }

  /** A representation told apart from all others of its address by these parts. */
  public static Caching of(String... parts) {
    String tag = String.join("-", parts).replaceAll("[^\\x21\\x23-\\x7e]", "_");
    return new Caching(tag, REVALIDATE, "", List.of(), "");
  }

  /** The same, told apart by one more part. */
  public Caching and(String part) {
    return new Caching(of(tag, part).tag, control, location, vary, release);
  }

  /** The same with another Cache-Control. */
  public Caching control(String value) {
    return new Caching(tag, value, location, vary, release);
  }

  /** The same with a Content-Location: the address of just this representation. */
  public Caching at(String address) {
    return new Caching(tag, control, address, vary, release);
  }

  /** The same with one more request field that chose it. */
  public Caching vary(String field) {
    List<String> more = new ArrayList<>(vary);
    more.add(field);
    return new Caching(tag, control, location, more, release);
  }

  /**
   * The same of an answer that this release and the request's address and fields decide, and
   * nothing else: it may be kept ready.
   */
  public Caching decidedBy(String releaseTag) {
    return new Caching(tag, control, location, vary, releaseTag);
  }

  /**
   * Answers without any work where that can be: 304 when the client already has this
   * representation, or what is ready in memory.
   *
   * @return whether the answer is given
   */
  public boolean answered(Context ctx) {
    if (notModified(ctx)) {
      return true;
    }
    Optional<ReadyAnswer> ready = ctx.appData(ReadyAnswers.KEY).find(ctx, this);
    if (ready.isEmpty()) {
      return false;
    }
    if (!unchanged(ctx)) {
      ready.get().send(ctx);
    }
    return true;
  }

  /** Whether an answer is sent as it was made before, with all that others add to it. */
  public static boolean isReady(Context ctx) {
    return ReadyAnswer.isSent(ctx);
  }

  private boolean notModified(Context ctx) {
    Set<String> known = known(ctx);
    Optional<String> same = candidates(ctx).stream().filter(known::contains).findFirst();
    same.ifPresent(t -> headers(ctx.status(304), t));
    return same.isPresent();
  }

  /** Answers with a body that is already whole: coded if the client takes it, with its length. */
  public void send(Context ctx, String contentType, byte[] body) {
    if (notModified(ctx)) {
      return;
    }
    if (unchanged(ctx)) {
      return;
    }
    boolean coded = body.length >= Coding.WORTHWHILE && Coding.accepted(ctx);
    String chosen = coded ? tag + Coding.TAG : tag;
    headers(ctx, chosen);
    byte[] bytes = body;
    if (coded) {
      ctx.header(Header.CONTENT_ENCODING, "gzip");
      bytes = Coding.gzip(body);
    }
    ctx.contentType(contentType);
    ctx.appData(ReadyAnswers.KEY).keep(ctx, this, chosen, bytes);
    ctx.res().setContentLengthLong(bytes.length);
    ctx.result(bytes);
  }

  /** Writes a body of unknown length. */
  @FunctionalInterface
  public interface Writing {
    void to(OutputStream out) throws IOException;
  }

  /**
   * Answers with a body of unknown length. When its writing fails, what is still held back becomes
   * an error status, and what is under way is broken off: no body that was cut short looks whole.
   */
  public void stream(Context ctx, String contentType, Writing writing) throws IOException {
    if (unchanged(ctx)) {
      return;
    }
    OutputStream out = open(ctx, contentType);
    try {
      // The writer may close what it got: whether all is written is known when it returns.
      writing.to(
          new FilterOutputStream(out) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
              out.write(bytes, offset, length);
            }

            @Override
            public void close() throws IOException {
              flush();
            }
          });
    } catch (IOException | RuntimeException | Error e) {
      if (!ctx.res().isCommitted()) {
        ctx.res().resetBuffer();
      }
      throw e;
    }
    out.close();
  }

  /**
   * Sets the headers and opens a body of unknown length, coded if the client takes it; for those
   * who {@link BrokenOff break off} themselves what fails under way, others {@link #stream}.
   */
  public OutputStream open(Context ctx, String contentType) throws IOException {
    if (ctx.protocol().equals("HTTP/1.1")) {
      // Without chunks, to a client that keeps no connection, any end would be a proper end.
      ctx.header("Transfer-Encoding", "chunked");
    }
    boolean coded = Coding.accepted(ctx);
    headers(ctx, coded ? tag + Coding.TAG : tag);
    ctx.contentType(contentType);
    if (!coded) {
      return ctx.outputStream();
    }
    ctx.header(Header.CONTENT_ENCODING, "gzip");
    return new GZIPOutputStream(ctx.outputStream(), 8192, true);
  }

  /** What can be said only of what exists, as by now it does: a star, and dates. */
  boolean unchanged(Context ctx) {
    boolean same = known(ctx).contains("*") || Modified.isKnown(ctx);
    if (same) {
      headers(ctx.status(304), Coding.accepted(ctx) ? tag + Coding.TAG : tag);
    }
    return same;
  }

  private void headers(Context ctx, String chosen) {
    Modified.tell(ctx);
    ctx.header(Header.ETAG, '"' + chosen + '"').header(Header.CACHE_CONTROL, control);
    ctx.appData(EdgeCaching.KEY).tell(ctx, release);
    Set<String> fields = new LinkedHashSet<>(vary);
    fields.add(Header.ACCEPT_ENCODING);
    ctx.header(Header.VARY, String.join(", ", fields));
    if (!location.isEmpty()) {
      ctx.header(Header.CONTENT_LOCATION, location);
    }
  }

  private List<String> candidates(Context ctx) {
    return Coding.accepted(ctx) ? List.of(tag + Coding.TAG, tag) : List.of(tag);
  }

  private static Set<String> known(Context ctx) {
    return known(Collections.list(ctx.req().getHeaders(Header.IF_NONE_MATCH)));
  }

  /** Section 13.1.2: weak comparison, so the W/ prefix does not count. */
  static Set<String> known(List<String> fields) {
    Set<String> known = new LinkedHashSet<>();
    for (String field : fields) {
      if (field.strip().equals("*")) {
        known.add("*");
      }
      Matcher matcher = TAG.matcher(field);
      while (matcher.find()) {
        known.add(matcher.group(1));
      }
    }
    return known;
  }
}
