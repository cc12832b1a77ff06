package icc.lod.catalogue;

import java.util.List;
import java.util.Optional;

/**
 * A file of the dumps.
 *
 * @param name of the file
 * @param content what it holds
 * @param about the class whose instances it lists or the named graph it holds; empty for the whole
 * @param coding how it is compressed; empty for not at all
 * @param bytes its size
 * @param sha256 its digest, hexadecimal
 */
record Dump(String name, Content content, String about, String coding, long bytes, String sha256) {
  static final String GZIP = "gz";
  static final String ZSTD = "zst";

  /** What a dump holds, in which syntax. */
  enum Content {
    N_QUADS("nq", "application/n-quads", "RDF_N_QUADS", true),
    TRIG("trig", "application/trig", "RDF_TRIG", true),
    TURTLE("ttl", "text/turtle", "RDF_TURTLE", false),
    JSON_LD("jsonld", "application/ld+json", "JSON_LD", true),
    RDF_XML("rdf", "application/rdf+xml", "RDF_XML", false),
    GRAPH("nt", "application/n-triples", "RDF_N_TRIPLES", false),
    TABLE("csv", "text/csv", "CSV", false),
    TABLES("zip", "text/csv", "CSV", false),
    TABLE_METADATA("json", "application/csvm+json", "JSON", false);

    private final String suffix;
    private final String mediaType;
    private final String fileType;
    private final boolean quads;

    Content(String suffix, String mediaType, String fileType, boolean quads) {
      this.suffix = suffix;
      this.mediaType = mediaType;
      this.fileType = fileType;
      this.quads = quads;
    }

    String suffix() {
      return suffix;
    }

    /** Media type of the file as it is when nothing compresses it. */
    String mediaType() {
      return mediaType;
    }

    /** The last part of its concept among the file types of the EU. */
    String fileType() {
      return fileType;
    }

    /** Whether it tells in which named graph a statement is. */
    boolean quads() {
      return quads;
    }
  }

  /** The media type of the file itself. */
  String mediaType() {
    return switch (coding) {
      case GZIP -> "application/gzip";
      case ZSTD -> "application/zstd";
      default -> content == Content.TABLES ? "application/zip" : content.mediaType();
    };
  }

  /** Whether it holds all statements of the release. */
  boolean whole() {
    return about.isEmpty() && content != Content.TABLE_METADATA;
  }

  /** As a line of the list of dumps. */
  String line() {
    return String.join("\t", name, content.name(), about, coding, Long.toString(bytes), sha256);
  }

  /** From a line of the list of dumps. */
  static Dump parse(String line) {
    String[] cells = line.split("\t", -1);
    return new Dump(
        cells[0],
        Content.valueOf(cells[1]),
        cells[2],
        cells[3],
        Long.parseLong(cells[4]),
        cells[5]);
  }

  /** The file of this name, if it is one of these. */
  static Optional<Dump> named(String name, List<Dump> dumps) {
    return dumps.stream().filter(dump -> dump.name().equals(name)).findFirst();
  }
}
