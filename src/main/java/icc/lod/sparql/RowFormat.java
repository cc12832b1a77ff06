package icc.lod.sparql;

import java.util.List;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.resultset.ResultSetLang;

/** A format for the results of SELECT and ASK, in the server's order of preference. */
@SuppressWarnings("ImmutableEnumChecker") // Jena's Lang never changes, it only lacks the annotation
enum RowFormat {
  /** SPARQL 1.1 Query Results JSON Format (W3C Recommendation 2013-03-21). */
  JSON("application/sparql-results+json", "json", "application/json", ResultSetLang.RS_JSON),
  /** SPARQL Query Results XML Format, second edition. */
  XML("application/sparql-results+xml", "xml", "application/xml", ResultSetLang.RS_XML),
  /** SPARQL 1.1 Query Results CSV Format; for ASK one cell, which the specification leaves open. */
  CSV("text/csv", "csv", "", ResultSetLang.RS_CSV),
  /** SPARQL 1.1 Query Results TSV Format; for ASK one cell, which the specification leaves open. */
  TSV("text/tab-separated-values", "tsv", "", ResultSetLang.RS_TSV);

  private final String mediaType;
  private final String key;
  private final String alias;
  private final Lang lang;

  RowFormat(String mediaType, String key, String alias, Lang lang) {
    this.mediaType = mediaType;
    this.key = key;
    this.alias = alias;
    this.lang = lang;
  }

  /** The media type asked for and answered with, without parameters. */
  String mediaType() {
    return mediaType;
  }

  /** The Content-Type field: the text formats say how they are encoded. */
  String contentType() {
    return mediaType.startsWith("text/") ? mediaType + "; charset=utf-8" : mediaType;
  }

  /** The short name in {@code format=}. */
  String key() {
    return key;
  }

  /** The plain type that clients send who want this one. */
  List<String> aliases() {
    return alias.isEmpty() ? List.of() : List.of(alias);
  }

  Lang lang() {
    return lang;
  }
}
