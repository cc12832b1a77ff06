package icc.lod.sparql;

import icc.lod.web.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** The body of a request that may hold a query. */
final class RequestBody {
  static final String FORM = "application/x-www-form-urlencoded";
  static final String QUERY = "application/sparql-query";
  static final String UPDATE = "application/sparql-update";

  private static final Pattern CHARSET =
      Pattern.compile("charset\\s*=\\s*\"?([^\\s\";]+)\"?", Pattern.CASE_INSENSITIVE);

  /** SPARQL is UTF-8; old libraries say Latin-1 of forms, and percent-code in it. */
  private static final Map<String, Charset> CHARSETS =
      Map.of(
          "utf-8", StandardCharsets.UTF_8,
          "utf8", StandardCharsets.UTF_8,
          "us-ascii", StandardCharsets.US_ASCII,
          "iso-8859-1", StandardCharsets.ISO_8859_1);

  /** A form codes a byte of the query in up to three. */
  private static final int FORM_SWELLS = 3;

  private static final int OTHER_PARAMETERS = 16 * 1024;

  private final boolean form;
  private final Charset charset;
  private final byte[] bytes;

  private RequestBody(boolean form, Charset charset, byte[] bytes) {
    this.form = form;
    this.charset = charset;
    this.bytes = bytes;
  }

  /** Whether it is a form; else it is the query itself. */
  boolean form() {
    return form;
  }

  /** The parameters of a form. */
  Parameters parameters() {
    return Parameters.parse(bytes, charset);
  }

  /** The body as it is. */
  String text() {
    return Parameters.text(bytes, charset);
  }

  /**
   * Reads the body if it is of a kind this endpoint knows.
   *
   * @throws Problem 403 for an update, 415 for anything else unknown, 413 when it is too long
   */
  static RequestBody read(HttpServletRequest request, int maxQueryBytes) throws IOException {
    String type = Optional.ofNullable(request.getHeader("Content-Type")).orElse("");
    String mediaType = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    if (mediaType.equals(UPDATE)) {
      throw SparqlRequest.readOnly();
    }
    if (!mediaType.equals(FORM) && !mediaType.equals(QUERY)) {
      throw unsupported(
          mediaType.isEmpty()
              ? "The request has no Content-Type"
              : "The Content-Type is " + mediaType);
    }
    Charset charset = charset(type, mediaType);
    int limit =
        mediaType.equals(FORM) ? FORM_SWELLS * maxQueryBytes + OTHER_PARAMETERS : maxQueryBytes;
    byte[] bytes = bytes(request, limit);
    return new RequestBody(mediaType.equals(FORM), charset, bytes);
  }

  private static Charset charset(String type, String mediaType) {
    Matcher matcher = CHARSET.matcher(type);
    String name = matcher.find() ? matcher.group(1).toLowerCase(Locale.ROOT) : "utf-8";
    Charset charset = CHARSETS.get(name);
    if (charset == null || (mediaType.equals(QUERY) && name.equals("iso-8859-1"))) {
      throw unsupported("The character set is " + name + ", and SPARQL is UTF-8");
    }
    return charset;
  }

  private static byte[] bytes(HttpServletRequest request, int limit) throws IOException {
    try (InputStream in = decoded(request)) {
      byte[] bytes = in.readNBytes(limit + 1);
      if (bytes.length > limit) {
        throw tooLong(limit);
      }
      return bytes;
    } catch (ZipException | java.io.EOFException e) {
      throw Problem.badRequest("The body is cut short or not what its Content-Encoding says.");
    }
  }

  private static InputStream decoded(HttpServletRequest request) throws IOException {
    String coding =
        Optional.ofNullable(request.getHeader("Content-Encoding"))
            .orElse("identity")
            .strip()
            .toLowerCase(Locale.ROOT);
    return switch (coding) {
      case "identity", "" -> request.getInputStream();
      case "gzip", "x-gzip" -> new GZIPInputStream(request.getInputStream());
      default ->
          throw unsupported("The Content-Encoding is " + coding + ", and only gzip is understood")
              .header("Accept-Encoding", "gzip");
    };
  }

  /** 413: a query longer than allowed. */
  static Problem tooLong(int limit) {
    return Problem.of(
            413,
            "Content too large",
            "A query may be " + limit + " bytes long here; perhaps its VALUES can be split.")
        .with("limitBytes", limit);
  }

  private static Problem unsupported(String what) {
    return Problem.of(
            415,
            "Unsupported media type",
            what + "; send a query as " + QUERY + " or " + FORM + " in UTF-8.")
        .with("available", List.of(QUERY, FORM));
  }
}
