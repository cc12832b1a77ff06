package icc.lod.rdf;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFFormat;

/**
 * An RDF syntax the service reads and writes: its registered media type, its file suffix and Jena's
 * writer for it.
 *
 * <p>Order is the server's preference when a client accepts several equally (RFC 9110, section
 * 12.5.1 leaves ties to the server).
 */
@SuppressWarnings(
    "ImmutableEnumChecker") // Jena's RDFFormat never changes, it only lacks the annotation
public enum RdfFormat {
  /** Turtle (W3C Recommendation 2014-02-25). */
  TURTLE("text/turtle", "ttl", RDFFormat.TURTLE_PRETTY, "application/x-turtle"),
  /** JSON-LD 1.1 (W3C Recommendation 2020-07-16). */
  JSON_LD("application/ld+json", "jsonld", RDFFormat.JSONLD11_PLAIN, ""),
  /** N-Triples (W3C Recommendation 2014-02-25). */
  N_TRIPLES("application/n-triples", "nt", RDFFormat.NTRIPLES_UTF8, ""),
  /** RDF/XML (W3C Recommendation 2014-02-25). */
  RDF_XML("application/rdf+xml", "rdf", RDFFormat.RDFXML_PLAIN, ""),
  /** TriG (W3C Recommendation 2014-02-25). */
  TRIG("application/trig", "trig", RDFFormat.TRIG_PRETTY, "application/x-trig"),
  /** N-Quads (W3C Recommendation 2014-02-25). */
  N_QUADS("application/n-quads", "nq", RDFFormat.NQUADS_UTF8, "text/x-nquads");

  private final String mediaType;
  private final String suffix;
  private final RDFFormat writer;
  private final String alias;

  RdfFormat(String mediaType, String suffix, RDFFormat writer, String alias) {
    this.mediaType = mediaType;
    this.suffix = suffix;
    this.writer = writer;
    this.alias = alias;
  }

  /** The registered media type, without parameters. */
  public String mediaType() {
    return mediaType;
  }

  /** Older media types that clients still ask for; answered with {@link #mediaType()}. */
  public List<String> aliases() {
    return alias.isEmpty() ? List.of() : List.of(alias);
  }

  /** The usual file suffix, without the dot. */
  public String suffix() {
    return suffix;
  }

  /** Jena's writer for this syntax. */
  public RDFFormat writer() {
    return writer;
  }

  /** Jena's name of the language. */
  public Lang lang() {
    return writer.getLang();
  }

  /** Whether named graphs survive in this syntax. */
  public boolean quads() {
    return this == TRIG || this == N_QUADS || this == JSON_LD;
  }

  /** The format with this suffix ({@code ttl}, {@code jsonld} …), in any letter case. */
  public static Optional<RdfFormat> bySuffix(String suffix) {
    String wanted = suffix.toLowerCase(Locale.ROOT);
    for (RdfFormat format : values()) {
      if (format.suffix.equals(wanted)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }

  /** The format with this media type or one of its aliases; parameters must be cut off before. */
  public static Optional<RdfFormat> byMediaType(String mediaType) {
    String wanted = mediaType.toLowerCase(Locale.ROOT);
    for (RdfFormat format : values()) {
      if (format.mediaType.equals(wanted) || format.aliases().contains(wanted)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }
}
