package icc.lod.sparql;

import icc.lod.rdf.RdfFormat;
import java.util.List;
import java.util.Optional;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.resultset.ResultSetLang;

/**
 * A format of answers: its media type, and the names it is asked for by in {@code format=}.
 *
 * <p>Parameters of media types are those registered: {@code charset} for text, {@code header} for
 * CSV (RFC 4180), none for JSON, XML, N-Triples and N-Quads.
 */
@SuppressWarnings("ImmutableEnumChecker") // Jena's Lang never changes, it only lacks the annotation
enum ResultFormat {
  /** SPARQL 1.1 Query Results JSON Format. */
  JSON(
      ResultSetLang.RS_JSON,
      "application/sparql-results+json",
      "",
      List.of("application/json"),
      List.of("json", "srj")),
  /** SPARQL Query Results XML Format (Second Edition). */
  XML(
      ResultSetLang.RS_XML,
      "application/sparql-results+xml",
      "",
      List.of("application/xml", "text/xml"),
      List.of("xml", "srx")),
  /** SPARQL 1.1 Query Results CSV Format. */
  CSV(
      ResultSetLang.RS_CSV,
      "text/csv",
      "; charset=utf-8; header=present",
      List.of(),
      List.of("csv")),
  /** SPARQL 1.1 Query Results TSV Format. */
  TSV(
      ResultSetLang.RS_TSV,
      "text/tab-separated-values",
      "; charset=utf-8",
      List.of(),
      List.of("tsv")),
  TURTLE(RdfFormat.TURTLE, "; charset=utf-8", "ttl", "turtle", "n3"),
  JSON_LD(RdfFormat.JSON_LD, "", "jsonld", "json-ld", "json"),
  N_TRIPLES(RdfFormat.N_TRIPLES, "", "nt", "ntriples", "n-triples"),
  RDF_XML(RdfFormat.RDF_XML, "", "rdf", "rdfxml", "rdf/xml", "rdf+xml", "xml"),
  TRIG(RdfFormat.TRIG, "", "trig"),
  N_QUADS(RdfFormat.N_QUADS, "", "nq", "nquads", "n-quads"),
  /** A page for people. */
  PAGE(
      Lang.RDFNULL,
      "text/html",
      "; charset=utf-8",
      List.of("application/xhtml+xml"),
      List.of("html"));

  private final Lang lang;
  private final String mediaType;
  private final String parameters;
  private final List<String> aliases;
  private final List<String> names;

  ResultFormat(
      Lang lang, String mediaType, String parameters, List<String> aliases, List<String> names) {
    this.lang = lang;
    this.mediaType = mediaType;
    this.parameters = parameters;
    this.aliases = aliases;
    this.names = names;
  }

  ResultFormat(RdfFormat syntax, String parameters, String... names) {
    this(syntax.lang(), syntax.mediaType(), parameters, syntax.aliases(), List.of(names));
  }

  Lang lang() {
    return lang;
  }

  String mediaType() {
    return mediaType;
  }

  /** Media types that clients who want this format ask for as well. */
  List<String> aliases() {
    return aliases;
  }

  /** Names for {@code format=}, the one we write first. */
  List<String> names() {
    return names;
  }

  String contentType() {
    return mediaType + parameters;
  }

  /**
   * The type to answer with when an alias was asked for. A client that accepts only plain JSON or
   * XML gets what it accepts; old names of RDF syntaxes are answered by the registered one.
   */
  String contentType(String alias) {
    return this == JSON || this == XML ? alias : contentType();
  }

  /** The RDF syntax, if it is one. */
  Optional<RdfFormat> syntax() {
    return RdfFormat.byMediaType(mediaType);
  }
}
