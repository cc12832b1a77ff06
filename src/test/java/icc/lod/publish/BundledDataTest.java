package icc.lod.publish;

import static org.assertj.core.api.Assertions.assertThat;

import icc.lod.store.Tdb2Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the bundled data holds, so that nothing is dropped without a word. */
@ExtendWith(BundledRelease.class)
final class BundledDataTest {
  private static final Path COUNTS = Path.of("src/test/resources/publish/counts.tsv");
  private static final String PREFIXES =
      """
      PREFIX dct: <http://purl.org/dc/terms/>
      PREFIX icc: <https://w3id.org/intelligent-cities/ontology#>
      PREFIX owl: <http://www.w3.org/2002/07/owl#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
      """;

  @Test
  void everyClass_hasExactlyTheExpectedNumberOfEntities(Tdb2Store store) throws IOException {
    Map<String, String> counted =
        pairs(
            store,
            """
            SELECT (STRAFTER(STR(?class), "#") AS ?key) (COUNT(DISTINCT ?entity) AS ?value)
            {
              ?entity a ?class
              FILTER(STRSTARTS(STR(?class), STR(icc:)))
            }
            GROUP BY ?class
            """);

    assertThat(counted).isEqualTo(expectedCounts());
  }

  @Test
  void identifiers_areTypedLinksOfCities(Tdb2Store store) {
    Map<String, String> linked =
        pairs(
            store,
            """
            SELECT (?scheme AS ?key) (COUNT(*) AS ?value)
            {
              VALUES (?scheme ?property)
                { ("GeoNames" icc:geonames) ("Wikidata" icc:wikidata) ("NUTS 3" icc:nuts3)
                  ("LAU" icc:lauCode) ("KATOTTG" icc:katottg) ("UN/LOCODE" icc:unlocode) }
              ?identifier icc:identifierScheme ?scheme ; icc:identifies ?city ;
                skos:notation ?code .
              ?city a icc:City ; ?property ?link .
              OPTIONAL { ?identifier icc:linkTarget ?target }
              FILTER(?link = COALESCE(?target, ?code))
            }
            GROUP BY ?scheme
            """);

    assertThat(linked)
        .isEqualTo(
            Map.of(
                "GeoNames", "194",
                "Wikidata", "158",
                "NUTS 3", "157",
                "LAU", "142",
                "KATOTTG", "33",
                "UN/LOCODE", "204"));
  }

  @Test
  void sources_areAllCited(Tdb2Store store) {
    assertThat(
            column(
                store, "SELECT ?s { ?s a icc:Source FILTER NOT EXISTS { ?entity dct:source ?s } }"))
        .isEmpty();
  }

  @Test
  void terms_haveLabelAndDefinitionInBothLanguages(Tdb2Store store) {
    assertThat(
            column(
                store,
                """
                SELECT DISTINCT ?term
                {
                  VALUES ?kind
                    { owl:Class owl:ObjectProperty owl:DatatypeProperty owl:AnnotationProperty }
                  VALUES ?language { "en" "uk" }
                  ?term a ?kind
                  FILTER(STRSTARTS(STR(?term), STR(icc:)))
                  FILTER(NOT EXISTS { ?term rdfs:label ?l FILTER(LANG(?l) = ?language) }
                    || NOT EXISTS { ?term skos:definition ?d FILTER(LANG(?d) = ?language) })
                }
                """))
        .isEmpty();
  }

  private static Map<String, String> expectedCounts() throws IOException {
    try (Stream<String> lines = Files.lines(COUNTS)) {
      return lines
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t"))
          .collect(Collectors.toMap(cells -> cells[0], cells -> cells[1]));
    }
  }

  private static Map<String, String> pairs(Tdb2Store store, String query) {
    Map<String, String> pairs = new TreeMap<>();
    for (List<String> row : rows(store, query)) {
      pairs.put(row.get(0), row.get(1));
    }
    return pairs;
  }

  private static List<String> column(Tdb2Store store, String query) {
    return rows(store, query).stream().map(List::getFirst).toList();
  }

  private static List<List<String>> rows(Tdb2Store store, String query) {
    return store.read(
        dataset -> {
          try (QueryExec exec = QueryExec.dataset(dataset).query(PREFIXES + query).build()) {
            RowSet answer = exec.select();
            List<List<String>> rows = new ArrayList<>();
            answer.forEachRemaining(
                binding ->
                    rows.add(
                        answer.getResultVars().stream()
                            .map(variable -> text(binding.get(variable)))
                            .toList()));
            return rows;
          }
        });
  }

  private static String text(Node node) {
    return node.isLiteral() ? node.getLiteralLexicalForm() : node.toString();
  }
}
