package icc.lod.sparql;

import icc.lod.web.Problem;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.Syntax;
import org.apache.jena.update.UpdateFactory;

/**
 * A query that has been read and may be answered.
 *
 * @param repeatable whether the same release always gives the same answer
 * @param written its base and its text as ARQ writes them, whatever blanks and comments it came
 *     with: the same for all who ask the same; empty for a long one, for it takes long to write
 */
record SparqlQuery(Query query, QueryForm form, boolean repeatable, String written) {
  private static final Pattern UNDECLARED =
      Pattern.compile("Unresolved prefixed name: ([^\\s:]*):");

  /** The parser reads numbers, and needs a minute for half a million digits. */
  private static final Pattern DIGITS = Pattern.compile("[0-9]{" + (Sizes.LEXICAL + 1) + "}");

  private static final Pattern PLACE = Pattern.compile("at line (\\d{1,9}), column (\\d{1,9})");

  /** The list of all tokens of the grammar helps nobody; a short one does. */
  private static final int TOO_MANY_EXPECTED = 400;

  /**
   * Reads a query; the graphs of the request override those of its FROM clauses (SPARQL 1.1
   * Protocol, section 2.1.4).
   *
   * @param base what relative IRIs are resolved against
   * @param prefixes those of the release, to suggest; none is ever added
   * @throws Problem 400 with line and column, or when it must not be answered
   */
  static SparqlQuery read(SparqlRequest request, String base, Map<String, String> prefixes) {
    if (DIGITS.matcher(request.query()).find()) {
      throw Problem.badRequest(
          "There is a number of more than %,d digits in the query: that is none to reckon with."
              .formatted(Sizes.LEXICAL));
    }
    try {
      // ARQ's syntax is SPARQL 1.1 and what Fuseki takes beyond it.
      Query query = QueryFactory.create(request.query(), base, Syntax.syntaxARQ);
      QueryForm form = QueryForm.of(query);
      if (!request.defaultGraphs().isEmpty() || !request.namedGraphs().isEmpty()) {
        query.getGraphURIs().clear();
        query.getNamedGraphURIs().clear();
        request.defaultGraphs().forEach(query::addGraphURI);
        request.namedGraphs().forEach(query::addNamedGraphURI);
      }
      // To write a long one costs more than most answers.
      String written = request.query().length() > QueryReader.LONG ? "" : written(query);
      return new SparqlQuery(query, form, Inspection.repeatable(query), written);
    } catch (QueryParseException e) {
      if (e.getMessage() == null) {
        throw tooDeep();
      }
      throw malformed(request.query(), e, prefixes);
    } catch (QueryException e) {
      throw Problem.badRequest("The query is malformed: " + e.getMessage());
    } catch (StackOverflowError e) {
      throw tooDeep();
    }
  }

  /** Base and all: ARQ shortens the IRIs that it writes by it. */
  private static String written(Query query) {
    return query.getBaseURI() + "\n" + query;
  }

  /** The same query for so many rows at most; this one stays as it is. */
  SparqlQuery limited(long most) {
    long own = query.getLimit();
    if (own != Query.NOLIMIT && own <= most) {
      return this;
    }
    Query limited = query.cloneQuery();
    limited.setLimit(most);
    return new SparqlQuery(limited, form, repeatable, written.isEmpty() ? "" : written(limited));
  }

  private static Problem tooDeep() {
    return Problem.badRequest("The query is nested too deeply to be read.");
  }

  private static Problem malformed(
      String text, QueryParseException error, Map<String, String> prefixes) {
    if (isUpdate(text)) {
      return Problem.badRequest("This is an update, not a query, and the endpoint is read-only.");
    }
    String message = String.valueOf(error.getMessage()).strip();
    Problem problem =
        Problem.of(400, "Malformed query", brief(message) + suggestion(message, prefixes));
    // Where the parser stopped; the exception itself knows the last token that was right.
    Matcher place = PLACE.matcher(message);
    if (place.find()) {
      return problem
          .with("line", Integer.valueOf(place.group(1)))
          .with("column", Integer.valueOf(place.group(2)));
    }
    return error.getLine() < 1
        ? problem
        : problem.with("line", error.getLine()).with("column", Math.max(1, error.getColumn()));
  }

  private static String brief(String message) {
    int expected = message.indexOf("Was expecting");
    return expected >= 0 && message.length() - expected > TOO_MANY_EXPECTED
        ? message.substring(0, expected).strip()
        : message.replaceAll("\\s+", " ");
  }

  private static String suggestion(String message, Map<String, String> prefixes) {
    Matcher matcher = UNDECLARED.matcher(message);
    if (!matcher.find()) {
      return "";
    }
    String prefix = matcher.group(1);
    return Optional.ofNullable(prefixes.get(prefix))
        .map(iri -> ". In this release it would be: PREFIX " + prefix + ": <" + iri + ">")
        .orElse("");
  }

  private static boolean isUpdate(String text) {
    try {
      return !UpdateFactory.create(text).getOperations().isEmpty();
    } catch (QueryException | StackOverflowError e) {
      return false;
    }
  }
}
