package icc.lod.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.validation.ReportEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our order of evaluation must find what Jena's own finds: SHACL leaves no room for another. */
final class ValidationTest {
  private static final String PREFIXES =
      """
      @prefix sh: <http://www.w3.org/ns/shacl#> .
      @prefix ex: <http://example.org/> .
      @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
      """;

  private static final String DATA =
      """
      ex:a a ex:Town ; ex:name "A" ; ex:size 5 ; ex:twin ex:b , ex:c ; ex:near ex:d .
      ex:b a ex:Town ; ex:name "B"@en ; ex:size 50 ; ex:twin ex:a .
      ex:c a ex:Town ; ex:size "many" ; ex:near ex:a ; ex:near ex:c .
      ex:d a ex:Town , ex:Village ; ex:name "D" , "Dé"@fr ; ex:twin ex:d ; ex:part [ ex:size 7 ] .
      [] a ex:Town ; ex:name "nameless node" ; ex:size 50 .
      """;

  /** Bodies of SPARQL constraints on a node shape: all ways to stand in or out of a group. */
  private static final List<String> QUERIES =
      List.of(
          "SELECT $this { FILTER NOT EXISTS { $this ex:name ?name } }",
          "SELECT $this ?value { $this ex:size ?value . FILTER(?value > 10) }",
          "SELECT $this { FILTER(STRENDS(STR($this), \"a\")) }",
          "SELECT $this ?value { { $this ex:twin ?value } UNION { ?value ex:near $this } }",
          "SELECT $this { { FILTER(STRENDS(STR($this), \"b\")) } UNION { $this ex:near $this } }",
          "SELECT $this { { { $this ex:name ?n . FILTER($this != ex:a) } } }",
          "SELECT $this { { { ?x ex:name ?n . FILTER($this = ex:a) } } }",
          "SELECT $this { $this ex:name ?n OPTIONAL { ?t ex:twin ?u . FILTER(?u = $this) }"
              + " FILTER(BOUND(?t)) }",
          "SELECT $this { $this a ex:Town OPTIONAL { $this ex:twin ?t } FILTER(!BOUND(?t)) }",
          "SELECT $this { FILTER NOT EXISTS { ?other ex:twin ?t . FILTER(?t = $this) } }",
          "SELECT $this { FILTER EXISTS { { ?o ex:twin ?t . FILTER(?t = $this) } UNION { ?x ex:no"
              + " ?y } } }",
          "SELECT $this { FILTER NOT EXISTS { { ?o ex:near ?t . FILTER(?t = $this) } } }",
          "SELECT $this { FILTER EXISTS { $this ex:twin ?t FILTER NOT EXISTS { ?t ex:twin $this } } }",
          "SELECT $this (COUNT(?n) AS ?value) { $this ex:name ?n } GROUP BY $this"
              + " HAVING (COUNT(?n) > 1)",
          "SELECT $this { { SELECT $this (COUNT(?n) AS ?names) { $this ex:name ?n } GROUP BY $this }"
              + " FILTER(?names != 1) }",
          "SELECT $this { { SELECT (COUNT(?n) AS ?names) { $this ex:name ?n } } FILTER(?names != 1) }",
          "SELECT $this ?value { $this ex:twin ?value } ORDER BY ?value LIMIT 1",
          "SELECT $this ?value { BIND(STR($this) AS ?value) FILTER(STRENDS(?value, \"c\")) }",
          "SELECT $this ?value { { BIND(STR($this) AS ?value) } FILTER(STRENDS(?value, \"c\")) }",
          "SELECT $this ?value { VALUES ?p { ex:twin ex:near } $this ?p ?value . FILTER(?value ="
              + " $this) }",
          "SELECT $this { $this ex:twin+ $this }",
          "SELECT $this ?value { $this (ex:twin|^ex:near)/ex:size ?value . FILTER(?value = 5) }",
          "SELECT $this (ex:name AS ?path) { $this a ex:Village }",
          "SELECT $this { GRAPH $shapesGraph { $currentShape sh:severity ?s } }");

  @Test
  void constraintsOnNodes_findWhatJenaFinds() {
    for (String query : QUERIES) {
      String shapes =
          """
          ex:Shape a sh:NodeShape ; sh:targetClass ex:Town ; sh:severity sh:Violation ; sh:sparql ex:Rule .
          ex:Rule a sh:SPARQLConstraint ; sh:message "{$this} {?value}" ; sh:select \"""
            PREFIX ex: <http://example.org/> PREFIX sh: <http://www.w3.org/ns/shacl#> %s \""" .
          """
              .formatted(query);
      assertSame(query, DATA + shapes);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT $this ?value { $this $PATH ?value . FILTER(isIRI(?value)) }",
        "SELECT $this ?value { { { ?x $PATH ?value . FILTER($PATH = ex:twin) } } $this ex:name ?n }",
        "SELECT $this { FILTER NOT EXISTS { $this $PATH ?value } }",
      })
  void constraintsOnProperties_findWhatJenaFinds(String query) {
    for (String path :
        List.of("ex:twin", "ex:near", "[ sh:inversePath ex:twin ]", "( ex:near ex:twin )")) {
      String shapes =
          """
          ex:Shape a sh:NodeShape ; sh:targetClass ex:Town ; sh:property ex:Property .
          ex:Property sh:path %s ; sh:minCount 1 ; sh:nodeKind sh:IRI ; sh:sparql ex:Rule .
          ex:Rule a sh:SPARQLConstraint ; sh:select \"""PREFIX ex: <http://example.org/> %s \""" .
          """
              .formatted(path, query);
      assertSame(path + " " + query, DATA + shapes);
    }
  }

  @Test
  void shapesOfAllSorts_findWhatJenaFinds() {
    assertSame(
        "mixed",
        DATA
            + """
            ex:Shape a sh:NodeShape ; sh:targetClass ex:Town ; sh:nodeKind sh:IRI ; sh:closed false ;
              sh:property [ sh:path ex:size ; sh:datatype xsd:integer ; sh:maxInclusive 10 ] ,
                [ sh:path ex:twin ; sh:class ex:Village ; sh:property [ sh:path ex:name ; sh:minCount 2 ] ] ;
              sh:or ( [ sh:property [ sh:path ex:name ; sh:minCount 1 ] ]
                      [ sh:property [ sh:path ex:near ; sh:minCount 1 ] ] ) ;
              sh:not [ sh:class ex:Village ] .
            ex:Names a sh:PropertyShape ; sh:targetSubjectsOf ex:name ; sh:path ex:name ;
              sh:uniqueLang true ; sh:maxCount 1 ; sh:severity sh:Warning .
            ex:Off a sh:NodeShape ; sh:targetClass ex:Town ; sh:deactivated true ; sh:nodeKind sh:Literal .
            """);
  }

  @Test
  void screen_takesOrdinaryQueries() {
    for (int i : List.of(0, 1, 2, 3, 8, 9, 12, 17, 19)) {
      String query = "PREFIX ex: <http://example.org/> " + QUERIES.get(i);
      assertThat(Prebinding.equalsJoin(QueryFactory.create(query))).as(query).isTrue();
    }
  }

  private static void assertSame(String what, String turtle) {
    Graph graph = RDFParser.fromString(PREFIXES + turtle, Lang.TURTLE).toGraph();
    Shapes shapes = Shapes.parse(graph);
    List<String> jena = texts(ShaclValidator.get().validate(shapes, graph).getEntries());
    for (boolean parallel : List.of(true, false)) {
      assertThat(texts(new Validation(shapes, graph).entries(parallel))).as(what).isEqualTo(jena);
    }
  }

  private static List<String> texts(Iterable<ReportEntry> entries) {
    return org.assertj.core.util.Lists.newArrayList(entries).stream()
        .map(
            e ->
                e.focusNode()
                    + " "
                    + e.source()
                    + " "
                    + e.resultPath()
                    + " "
                    + e.value()
                    + " "
                    + e.sourceConstraintComponent()
                    + " "
                    + e.message()
                    + " "
                    + e.severity())
        .distinct()
        .sorted()
        .toList();
  }
}
