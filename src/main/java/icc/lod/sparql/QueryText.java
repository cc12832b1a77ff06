package icc.lod.sparql;

import icc.lod.web.Problem;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.fuseki.Fuseki;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementService;
import org.apache.jena.sparql.syntax.syntaxtransform.ElementTransformCopyBase;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;

/** Makes a query of a text, or a problem that says where it is wrong or why it is refused. */
final class QueryText {
  private static final Pattern UNKNOWN_PREFIX =
      Pattern.compile("Unresolved prefixed name: ([^:]*):");
  private static final Pattern VARYING =
      Pattern.compile("(?i)\\b(now|rand|uuid|struuid|bnode)\\s*\\(");
  private static final Pattern CODE = Pattern.compile("(?i)<\\s*(java|js):");

  private QueryText() {}

  /** Parses and guards. */
  static Query parse(String text, Map<String, String> knownPrefixes) {
    if (CODE.matcher(text).find()) {
      throw refused("Functions by java: or js: name run code, and are not available.");
    }
    try {
      Query query = QueryFactory.create(text, Fuseki.BaseParserSPARQL, Syntax.syntaxARQ);
      guard(query);
      return query;
    } catch (QueryParseException e) {
      throw wrong(e, knownPrefixes);
    } catch (QueryException e) {
      throw Problem.badRequest("This is not a query: " + e.getMessage());
    } catch (StackOverflowError e) {
      throw Problem.badRequest("The query nests too deeply; write it flatter.");
    }
  }

  /** Whether the same query on the same release can give another answer. */
  static boolean varies(String text) {
    return VARYING.matcher(text).find();
  }

  private static void guard(Query query) {
    if (query.isJsonType()) {
      throw Problem.badRequest("JSON templates are no SPARQL; use SELECT.");
    }
    QueryTransformOps.transform(query, new NoService());
  }

  private static Problem wrong(QueryParseException e, Map<String, String> knownPrefixes) {
    String message = String.valueOf(e.getMessage()).strip();
    Matcher unknown = UNKNOWN_PREFIX.matcher(message);
    if (unknown.find()) {
      Optional<String> namespace = Optional.ofNullable(knownPrefixes.get(unknown.group(1)));
      if (namespace.isPresent()) {
        message += ". Add: PREFIX " + unknown.group(1) + ": <" + namespace.get() + ">";
      }
    }
    Problem problem = Problem.of(400, "Malformed query", message);
    return e.getLine() > 0
        ? problem.with("line", e.getLine()).with("column", Math.max(1, e.getColumn()))
        : problem;
  }

  private static Problem refused(String detail) {
    return Problem.of(403, "Refused", detail);
  }

  /** Meets every SERVICE of a query: in subqueries, filters and EXISTS too. */
  private static final class NoService extends ElementTransformCopyBase {
    @Override
    public Element transform(ElementService el, Node service, Element inner) {
      throw refused(
          "SERVICE is not available: this endpoint opens no connection to others. Run the query at"
              + " your side, with this endpoint in SERVICE.");
    }
  }
}
