package icc.lod.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The counts of VoID against those of queries over the same release. */
@ExtendWith(Bundled.class)
final class VoidTest {
  private static final String PREFIXES =
      """
      PREFIX void: <http://rdfs.org/ns/void#>
      PREFIX ext: <http://ldf.fi/void-ext#>
      """;

  @Test
  void totals_areThoseOfQueries(CatalogueSite site) {
    same(
        site,
        """
        SELECT ?a ?b ?c ?d ?e ?f
        { ?s void:triples ?a ; void:distinctSubjects ?b ; void:distinctObjects ?c ;
             void:classes ?d ; void:properties ?e ; void:entities ?f }
        """,
        """
        SELECT ?a ?b ?c ?d ?e ?f {
          { SELECT (COUNT(*) AS ?a) (COUNT(DISTINCT ?s) AS ?b) (COUNT(DISTINCT ?o) AS ?c)
                   (COUNT(DISTINCT ?p) AS ?e) { ?s ?p ?o } }
          { SELECT (COUNT(DISTINCT ?class) AS ?d) { ?s a ?class } }
          { SELECT (COUNT(DISTINCT ?s) AS ?f)
            { ?s ?p ?o FILTER(STRSTARTS(STR(?s), "https://w3id.org/intelligent-cities/")) } }
        }
        """);
  }

  @Test
  void classesAndTheirProperties_areCountedExactly(CatalogueSite site) {
    same(
        site,
        """
        SELECT ?class ?property ?n ?subjects
        { ?c void:class ?class ; void:propertyPartition ?p .
          ?p void:property ?property ; void:triples ?n ; void:distinctSubjects ?subjects }
        """,
        """
        SELECT ?class ?property (COUNT(*) AS ?n) (COUNT(DISTINCT ?s) AS ?subjects)
        { ?s a ?class ; ?property ?o } GROUP BY ?class ?property
        """);
  }

  @Test
  void joinsOfClasses_areCountedExactly(CatalogueSite site) {
    same(
        site,
        """
        SELECT ?from ?property ?to ?n
        { ?c void:class ?from ; void:propertyPartition ?p .
          ?p void:property ?property ; void:classPartition ?j . ?j void:class ?to ; void:triples ?n }
        """,
        """
        SELECT ?from ?property ?to (COUNT(*) AS ?n)
        { ?s a ?from ; ?property ?o . ?o a ?to } GROUP BY ?from ?property ?to
        """);
  }

  @Test
  void propertiesDatatypesAndLanguages_areCountedExactly(CatalogueSite site) {
    same(
        site,
        """
        SELECT ?property ?n ?s ?o
        { ?d void:triples ?all ; void:uriSpace ?space ; void:propertyPartition ?p .
          ?p void:property ?property ; void:triples ?n ; void:distinctSubjects ?s ; void:distinctObjects ?o }
        """,
        """
        SELECT ?property (COUNT(*) AS ?n) (COUNT(DISTINCT ?s) AS ?ss) (COUNT(DISTINCT ?o) AS ?oo)
        { ?s ?property ?o } GROUP BY ?property
        """);
    same(
        site,
        "SELECT ?l ?n { ?p ext:language ?l ; void:triples ?n }",
        "SELECT ?l (COUNT(*) AS ?n) { ?s ?p ?o BIND(LANG(?o) AS ?l) FILTER(?l != '') } GROUP BY"
            + " ?l");
  }

  @Test
  void namedGraphs_areCountedExactly(CatalogueSite site) {
    same(
        site,
        "SELECT ?g ?n { ?d void:subset ?g . ?g void:triples ?n FILTER NOT EXISTS { ?g a"
            + " void:Linkset } }",
        "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g");
  }

  @Test
  void linksets_areByAuthority(CatalogueSite site) {
    List<String> linked =
        rows(
            site.graph("/.well-known/void", Lang.TURTLE),
            "SELECT ?space (SUM(?n) AS ?all) { ?l a void:Linkset ; void:objectsTarget/void:uriSpace"
                + " ?space ; void:triples ?n } GROUP BY ?space");
    List<String> counted =
        site.read(
            data ->
                rows(
                    data.getDefaultGraph(),
                    "SELECT ('http://www.wikidata.org/' AS ?x) (COUNT(*) AS ?n) { ?s ?p ?o"
                        + " FILTER(STRSTARTS(STR(?o), 'http://www.wikidata.org/') && isIRI(?o) &&"
                        + " STRSTARTS(STR(?s), 'https://w3id.org/intelligent-cities/')) }"));

    assertThat(linked).containsAll(counted);
    assertThat(linked).anyMatch(row -> row.startsWith("https://sws.geonames.org/"));
  }

  @Test
  void linksets_areNoWebSitesAndNoTerms(CatalogueSite site) {
    List<String> properties =
        rows(
            site.graph("/.well-known/void", Lang.TURTLE),
            "SELECT DISTINCT ?p { ?l a void:Linkset ; void:linkPredicate ?p }");
    List<String> pages =
        site.read(
            data ->
                rows(
                    data.getDefaultGraph(),
                    "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> PREFIX foaf:"
                        + " <http://xmlns.com/foaf/0.1/> SELECT DISTINCT ?p { ?p"
                        + " rdfs:subPropertyOf? foaf:page . ?s ?p ?o }"));

    assertThat(pages).hasSizeGreaterThan(1);
    assertThat(properties)
        .contains("http://www.w3.org/2004/02/skos/core#exactMatch")
        .doesNotContainAnyElementsOf(pages)
        .doesNotContain("http://xmlns.com/foaf/0.1/homepage")
        .noneMatch(property -> property.startsWith("http://www.w3.org/ns/shacl#"))
        .noneMatch(property -> property.endsWith("subClassOf"));
  }

  @Test
  void syntaxesAndPage_exist(CatalogueSite site) {
    assertThat(site.graph("/.well-known/void", Lang.JSONLD).size())
        .isEqualTo(site.graph("/.well-known/void.ttl", Lang.TURTLE).size());
    assertThat(site.get("/.well-known/void", "Accept", "text/html").body())
        .contains("What the data holds, in figures");
    assertThat(site.get("/.well-known/void?lang=uk", "Accept", "text/html").body())
        .contains("Дані в цифрах");
    assertThat(site.get("/.well-known/void?format=x").statusCode()).isEqualTo(400);
  }

  private static void same(CatalogueSite site, String inVoid, String inData) {
    Graph description = site.graph("/.well-known/void", Lang.NTRIPLES);
    List<String> told = rows(description, inVoid);
    assertThat(told).isNotEmpty();
    List<String> counted = site.read(data -> rows(data.getDefaultGraph(), data, inData));
    assertThat(new TreeSet<>(told)).isEqualTo(new TreeSet<>(counted));
  }

  private static List<String> rows(Graph graph, String query) {
    return rows(graph, DatasetGraphFactory.wrap(graph), query);
  }

  private static List<String> rows(
      Graph graph, org.apache.jena.sparql.core.DatasetGraph data, String query) {
    assertThat(graph.isEmpty()).isFalse();
    try (QueryExec exec = QueryExec.dataset(data).query(PREFIXES + query).build()) {
      RowSet rows = exec.select();
      List<String> all = new ArrayList<>();
      rows.forEachRemaining(
          row -> {
            List<String> cells = new ArrayList<>();
            for (var name : rows.getResultVars()) {
              var node = row.get(name);
              cells.add(node.isLiteral() ? node.getLiteralLexicalForm() : node.toString());
            }
            all.add(String.join(" ", cells));
          });
      return all;
    }
  }
}
