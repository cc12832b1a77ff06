package icc.lod.store;

import java.util.Map;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.apache.jena.sparql.engine.binding.Binding;
import org.jspecify.annotations.Nullable;

/**
 * The prefixes of what an endpoint holds. SPARQL has no way to ask for those that its files
 * declared, so they are the usual ones and those that vocabularies and shapes say of themselves.
 * Asked for once. Thread-safe.
 */
final class EndpointPrefixes {
  private static final Map<String, String> USUAL =
      Map.ofEntries(
          Map.entry("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
          Map.entry("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
          Map.entry("owl", "http://www.w3.org/2002/07/owl#"),
          Map.entry("xsd", "http://www.w3.org/2001/XMLSchema#"),
          Map.entry("skos", "http://www.w3.org/2004/02/skos/core#"),
          Map.entry("dcterms", "http://purl.org/dc/terms/"),
          Map.entry("dcat", "http://www.w3.org/ns/dcat#"),
          Map.entry("foaf", "http://xmlns.com/foaf/0.1/"),
          Map.entry("prov", "http://www.w3.org/ns/prov#"),
          Map.entry("sh", "http://www.w3.org/ns/shacl#"));

  private static final Query DECLARED =
      QueryFactory.create(
          """
          PREFIX vann: <http://purl.org/vocab/vann/>
          PREFIX sh: <http://www.w3.org/ns/shacl#>
          SELECT DISTINCT ?prefix ?space {
            { ?x vann:preferredNamespacePrefix ?prefix ; vann:preferredNamespaceUri ?space }
            UNION { ?x sh:prefix ?prefix ; sh:namespace ?space }
          } ORDER BY ?prefix ?space
          """);

  private @Nullable PrefixMap known;

  synchronized PrefixMap of(SparqlStore store) {
    PrefixMap map = known;
    if (map == null) {
      map = PrefixMapFactory.create(USUAL);
      for (Binding row : store.rows(DECLARED)) {
        String prefix = text(row, "prefix");
        String space = text(row, "space");
        if (prefix.matches("[A-Za-z][A-Za-z0-9_-]*") && space.matches("[a-z]+:[^\\s<>\"]+")) {
          map.add(prefix, space);
        }
      }
      known = map;
    }
    return map;
  }

  private static String text(Binding row, String name) {
    var node = row.get(name);
    return node.isURI() ? node.getURI() : node.isLiteral() ? node.getLiteralLexicalForm() : "";
  }
}
