package icc.lod.reconcile;

import icc.lod.web.Problem;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A table that somebody sends: pasted into a form, uploaded with it, or as the body itself. */
final class TableRequest {
  /** Fields and boundaries around the table. */
  private static final int AROUND = 64 * 1024;

  private static final String CSV = "text/csv";
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String PARTS = "multipart/form-data";

  private final byte[] bytes;
  private final boolean pasted;
  private final Map<String, String> fields;
  private final boolean wantsCsv;

  /**
   * A table.
   *
   * @param pasted whether it comes from a field of a form, so that its encoding is known
   * @param fields what was filled in besides
   * @param wantsCsv whether the answer is a table and not a page
   */
  private TableRequest(byte[] bytes, boolean pasted, Map<String, String> fields, boolean wantsCsv) {
    this.bytes = bytes;
    this.pasted = pasted;
    this.fields = Map.copyOf(fields);
    this.wantsCsv = wantsCsv;
  }

  /** The table as it was sent. */
  InputStream table() {
    return new ByteArrayInputStream(bytes);
  }

  boolean wantsCsv() {
    return wantsCsv;
  }

  /** Where it comes from. */
  interface Source {
    String contentType();

    /** A parameter of the address. */
    Optional<String> parameter(String name);

    HttpServletRequest request();
  }

  /**
   * Reads a request.
   *
   * @throws Problem 400, 413 or 415
   */
  static TableRequest read(Source source, ReconcileSettings settings) throws IOException {
    String type = source.contentType().split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    int most = settings.tableBytes();
    int body = type.equals(FORM) ? 3 * most + AROUND : most + AROUND;
    if (source.request().getContentLengthLong() > body) {
      throw tooLong(most);
    }
    TableRequest request =
        switch (type) {
          case CSV -> direct(source, most);
          case FORM -> form(source, body);
          case PARTS -> parts(source, body, settings);
          default ->
              throw Problem.of(
                      415,
                      "Unsupported media type",
                      "The Content-Type is '%s'; send a table as %s, %s or %s."
                          .formatted(type, CSV, PARTS, FORM))
                  .with("available", List.of(CSV, PARTS, FORM));
        };
    if (request.bytes.length > most) {
      throw tooLong(most);
    }
    if (request.bytes.length == 0) {
      throw Problem.badRequest("There is no table; paste one or choose a file.");
    }
    return request;
  }

  static Problem tooLong(int most) {
    return Problem.of(
            413,
            "Content too large",
            "A table may be %d MiB large here; link a larger one with the command icc link."
                .formatted(most >> 20))
        .with("limitBytes", most);
  }

  private static TableRequest direct(Source source, int most) throws IOException {
    byte[] bytes = source.request().getInputStream().readNBytes(most + 1);
    Map<String, String> fields = new HashMap<>();
    for (String name : List.of("column", "country", "type", "encoding")) {
      source.parameter(name).ifPresent(value -> fields.put(name, value));
    }
    return new TableRequest(bytes, false, fields, true);
  }

  private static TableRequest form(Source source, int most) throws IOException {
    byte[] body = Body.bytes(source.request().getInputStream(), most);
    return pasted(Body.form(Body.text(body)));
  }

  private static TableRequest pasted(Map<String, String> fields) {
    byte[] table = fields.getOrDefault("csv", "").getBytes(StandardCharsets.UTF_8);
    return new TableRequest(table, true, fields, isDownload(fields));
  }

  private static boolean isDownload(Map<String, String> fields) {
    return fields.getOrDefault("as", "").equals("csv");
  }

  /** In memory only: nothing that is sent here is written to a disk. */
  private static TableRequest parts(Source source, int most, ReconcileSettings settings)
      throws IOException {
    HttpServletRequest request = source.request();
    request.setAttribute(
        "org.eclipse.jetty.multipartConfig",
        new MultipartConfigElement(System.getProperty("java.io.tmpdir"), most, most, most));
    try {
      Map<String, String> fields = new HashMap<>();
      byte[] file = new byte[0];
      for (Part part : request.getParts()) {
        byte[] bytes = part.getInputStream().readNBytes(most);
        if (part.getName().equals("file")) {
          file = bytes;
        } else {
          fields.put(part.getName(), new String(bytes, StandardCharsets.UTF_8));
        }
      }
      return file.length == 0
          ? pasted(fields)
          : new TableRequest(file, false, fields, isDownload(fields));
    } catch (ServletException | IllegalStateException | IOException e) {
      if (String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("exceed")) {
        throw tooLong(settings.tableBytes());
      }
      throw Problem.badRequest("The form cannot be read: " + e.getMessage() + ".");
    }
  }

  String column() {
    return fields.getOrDefault("column", "");
  }

  String country() {
    return fields.getOrDefault("country", "");
  }

  String type() {
    return fields.getOrDefault("type", "");
  }

  TableColumns columns() {
    return TableColumns.of(column(), Optional.of(country()), type());
  }

  /** The table as text, to be filled in again. */
  String text(Charset charset) {
    String text = new String(bytes, charset);
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /**
   * The encoding, if it is known.
   *
   * @throws Problem 400 when there is none of the name given
   */
  Optional<Charset> encoding() {
    String name = fields.getOrDefault("encoding", "").strip();
    if (pasted || name.isEmpty()) {
      return pasted ? Optional.of(StandardCharsets.UTF_8) : Optional.empty();
    }
    try {
      return Optional.of(Charset.forName(name));
    } catch (UnsupportedCharsetException | java.nio.charset.IllegalCharsetNameException e) {
      throw Problem.badRequest("There is no encoding '" + name + "'; UTF-8 is best.");
    }
  }
}
