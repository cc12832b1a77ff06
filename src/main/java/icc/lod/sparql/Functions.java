package icc.lod.sparql;

import icc.lod.web.Problem;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.expr.E_Call;
import org.apache.jena.sparql.expr.ExprFunction;
import org.apache.jena.vocabulary.XSD;

/**
 * The functions that are called by their IRIs. ARQ has many more: some sleep, print, run code or
 * grow without a bound, and any class on the class path is one; so what may be called is listed.
 */
final class Functions {
  /** Of these only the ones named; of the namespaces below all but the ones named. */
  private static final Map<String, Set<String>> ONLY =
      Map.of(
          ARQConstants.ARQFunctionLibraryURI,
          Set.of(
              "namespace localname strlen substr substring strjoin min max now nowtz sha1sum pi e"
                  .concat(" sqrt bnode langeq evenInteger date timezone uuid struuid collation")
                  .split(" ")));

  private static final Map<String, Set<String>> ALL_BUT =
      Map.of(
          XSD.getURI(),
          Set.of(),
          ARQConstants.fnPrefix,
          Set.of("matches", "replace", "concat", "string-join", "format-number", "apply"),
          ARQConstants.mathPrefix,
          Set.of("pow", "exp10"));

  private Functions() {}

  /**
   * Judges a function of a query.
   *
   * @throws Problem 400 when it is not to be had here
   */
  static void check(ExprFunction function) {
    String iri = function.getFunctionIRI();
    if (function instanceof E_Call) {
      throw Problem.badRequest("CALL is not available: name the function itself.");
    }
    if (iri != null && !known(iri)) {
      throw Problem.badRequest(
          "There is no function <"
              + iri
              + "> here. There are those of SPARQL 1.1, the casts of XML Schema, and most of the"
              + " fn:, math: and afn: functions; for fn:concat, fn:replace and fn:matches write"
              + " CONCAT, REPLACE and REGEX.");
    }
  }

  /**
   * Judges a property of a pattern: ARQ takes some for programs.
   *
   * @throws Problem 400 when it is one that is not to be had here
   */
  static void checkProperty(Node property) {
    if (property.isURI() && property.getURI().startsWith("java:")) {
      throw Problem.badRequest("Programs in Java are not available: " + property.getURI() + ".");
    }
  }

  private static boolean known(String iri) {
    return ALL_BUT.entrySet().stream()
            .anyMatch(e -> iri.startsWith(e.getKey()) && !e.getValue().contains(name(iri, e)))
        || ONLY.entrySet().stream()
            .anyMatch(e -> iri.startsWith(e.getKey()) && e.getValue().contains(name(iri, e)));
  }

  private static String name(String iri, Map.Entry<String, Set<String>> namespace) {
    return iri.substring(namespace.getKey().length());
  }
}
