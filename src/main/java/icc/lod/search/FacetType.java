package icc.lod.search;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;

/** What the values of a facet are, and how a node of the data becomes one. */
enum FacetType {
  /** Things with an IRI. */
  THING(200),
  /** The years of dates. */
  YEAR(200),
  /** Yes or no. */
  YES_NO(2),
  /** Short texts without a language, where the same ones recur. */
  TEXT(60);

  private static final String XSD = "http://www.w3.org/2001/XMLSchema#";

  /** The datatypes a year can be read from, as local names. */
  static final Set<String> DATES =
      Set.of("date", "dateTime", "dateTimeStamp", "gYear", "gYearMonth");

  private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})(-.*)?");

  /** What SPARQL cannot write between angle brackets, some data of others has in its IRIs. */
  private static final Pattern UNWRITABLE = Pattern.compile("[\\x00-\\x20<>\"{}|^`\\\\]");

  private static final int LONGEST_TEXT = 100;

  private final int most;

  FacetType(int most) {
    this.most = most;
  }

  /** A facet with more values than these is no help in choosing. */
  int most() {
    return most;
  }

  /** Whether SPARQL can name an IRI. */
  static boolean writable(String iri) {
    return !UNWRITABLE.matcher(iri).find();
  }

  /** The type a node would be a value of. */
  static Optional<FacetType> of(Node node) {
    if (node.isURI()) {
      return writable(node.getURI()) ? Optional.of(THING) : Optional.empty();
    }
    if (!node.isLiteral() || !node.getLiteralLanguage().isEmpty()) {
      return Optional.empty();
    }
    String datatype = node.getLiteralDatatypeURI();
    String type = datatype.startsWith(XSD) ? datatype.substring(XSD.length()) : "";
    String text = node.getLiteralLexicalForm();
    if (type.equals("boolean")) {
      return text.matches("true|false|0|1") ? Optional.of(YES_NO) : Optional.empty();
    }
    if (DATES.contains(type)) {
      return YEAR_FIRST.matcher(text).matches() ? Optional.of(YEAR) : Optional.empty();
    }
    boolean shortText = type.equals("string") && !text.isBlank() && text.length() <= LONGEST_TEXT;
    return shortText ? Optional.of(TEXT) : Optional.empty();
  }

  /** What makes two nodes the same value. */
  String identity(Node node) {
    return switch (this) {
      case THING -> node.getURI();
      case YEAR -> node.getLiteralLexicalForm().substring(0, 4);
      case YES_NO -> Boolean.toString(node.getLiteralLexicalForm().matches("true|1"));
      case TEXT -> node.getLiteralLexicalForm();
    };
  }
}
