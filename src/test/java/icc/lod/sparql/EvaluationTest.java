package icc.lod.sparql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetReaderRegistry;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The endpoint against plain ARQ on a copy of the data in memory, which is the engine of Fuseki:
 * the same queries must have the same solutions.
 */
final class EvaluationTest {
  private static final String[] PROPERTIES = {"p", "q", "r", "label", "none"};
  private static final String[] VARIABLES = {"a", "b", "c", "d"};

  @TempDir static Path state;
  private static SparqlSite site;
  private static DatasetGraph memory;

  @BeforeAll
  static void start() throws Exception {
    Random random = new Random(7);
    StringBuilder data = new StringBuilder();
    for (int g = 1; g <= 3; g++) {
      data.append("<g%d> {\n".formatted(g));
      for (int i = 0; i < 60; i++) {
        data.append(
            "<n%d> <%s> %s .\n"
                .formatted(random.nextInt(12), PROPERTIES[random.nextInt(3)], object(random)));
      }
      for (int i = 0; i < 6; i++) {
        data.append("<n%d> <label> \"label %d\"@%s .\n".formatted(i, g, i % 2 == 0 ? "en" : "uk"));
      }
      data.append("}\n");
    }
    site = new SparqlSite(state, data.toString(), new SparqlSettings(Duration.ofSeconds(20)));
    memory = DatasetGraphFactory.create();
    DatasetGraph quads = DatasetGraphFactory.create();
    RDFParser.fromString(data.toString(), Lang.TRIG).base(SparqlSite.BASE).parse(quads);
    for (Quad quad : (Iterable<Quad>) quads::find) {
      memory.add(quad);
      memory.add(Quad.create(Quad.defaultGraphIRI, quad.asTriple()));
    }
  }

  @AfterAll
  static void stop() {
    site.close();
  }

  private static String object(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> Integer.toString(random.nextInt(5));
      case 1 -> "\"%d.5\"^^<http://www.w3.org/2001/XMLSchema#decimal>".formatted(random.nextInt(3));
      default -> "<n%d>".formatted(random.nextInt(12));
    };
  }

  private static Map<String, Integer> bag(RowSet rows) {
    Map<String, Integer> bag = new TreeMap<>();
    rows.forEachRemaining(
        row -> {
          Map<String, String> sorted = new TreeMap<>();
          for (Var variable : rows.getResultVars()) {
            sorted.put(variable.getVarName(), String.valueOf(row.get(variable)));
          }
          bag.merge(sorted.toString(), 1, Integer::sum);
        });
    return bag;
  }

  private static void assertSame(String text) {
    Query query = QueryFactory.create(text, SparqlSite.BASE, Syntax.syntaxARQ);
    HttpResponse<String> answer = site.get(text, "&format=json");
    assertThat(answer.statusCode()).as(text + "\n" + answer.body()).isEqualTo(200);
    Lang lang = ResultSetLang.RS_JSON;
    RowSet found =
        RowSetReaderRegistry.getFactory(lang)
            .create(lang)
            .read(
                new ByteArrayInputStream(answer.body().getBytes(StandardCharsets.UTF_8)),
                org.apache.jena.query.ARQ.getContext());
    try (QueryExec exec = QueryExec.dataset(memory).query(query).build()) {
      assertThat(bag(found)).as(text).isEqualTo(bag(exec.select()));
    }
  }

  @Test
  void randomQueries_sameSolutions() {
    for (int seed = 0; seed < 400; seed++) {
      assertSame(new RandomQuery(new Random(seed)).select());
    }
  }

  @Test
  void chosenQueries_sameSolutions() {
    for (String query :
        List.of(
            "SELECT ?a (COUNT(*) AS ?n) { ?a ?p ?o } GROUP BY ?a",
            "SELECT ?p (SUM(?o) AS ?n) (AVG(?o) AS ?m) { ?a ?p ?o } GROUP BY ?p",
            "SELECT ?p (MIN(?o) AS ?n) (MAX(?o) AS ?m) { ?a ?p ?o FILTER isNumeric(?o) } GROUP BY ?p",
            "SELECT ?p { ?a ?p ?o } GROUP BY ?p HAVING (COUNT(*) > 20)",
            "SELECT (COUNT(DISTINCT ?a) AS ?n) { ?a <p> ?o }",
            "SELECT (COUNT(*) AS ?n) { ?a <none> ?o }",
            "SELECT DISTINCT ?a { ?a <p>/<q> ?b }",
            "SELECT ?a ?b { ?a (<p>|<q>)+ ?b }",
            "SELECT ?a ?b { ?a ^<p>/<q>* ?b }",
            "SELECT ?a ?b { ?a !(<p>|<label>) ?b }",
            "SELECT ?a ?b { ?a <p>? ?b }",
            "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?a ?p ?o } } GROUP BY ?g",
            "SELECT * { GRAPH <g1> { ?a <p> ?b } GRAPH <g2> { ?b <q> ?c } }",
            "SELECT * FROM <g1> FROM NAMED <g2> { ?a <p> ?b OPTIONAL { GRAPH ?g { ?b <q> ?c } } }",
            "SELECT * FROM <g1> FROM <g3> { ?a (<p>/<q>)* ?b }",
            "SELECT * { VALUES ?a { <n1> <n2> UNDEF } ?a <p> ?b }",
            "SELECT * { VALUES ?a {} ?a <p> ?b ; <q> ?c }",
            "SELECT * { ?a <none>* ?b . ?b <p> ?c ; <q> ?d }",
            "SELECT * FROM <g1> { VALUES ?a {} ?a <p> ?b ; <q> ?c }",
            "SELECT * FROM NAMED <g1> { VALUES ?a {} GRAPH ?g { ?a <p> ?b ; <q> ?c } }",
            "SELECT * { ?a <p> ?b MINUS { ?b <q> ?c } }",
            "SELECT * { ?a <p> ?b FILTER NOT EXISTS { ?b <q> ?a } }",
            "SELECT * { { SELECT ?a (MAX(?o) AS ?m) { ?a <p> ?o } GROUP BY ?a } ?a <q> ?b }",
            "SELECT ?l { ?a <label> ?l FILTER(LANG(?l) = 'uk' && REGEX(?l, 'L.*[12]', 'i')) }",
            "SELECT (CONCAT(STR(?a), '-', ?l) AS ?x) { ?a <label> ?l }",
            "SELECT ?x { ?a <p> ?o BIND(IF(isNumeric(?o), ?o * 2, 'no') AS ?x) }",
            "SELECT (COALESCE(?o + 1, 'none') AS ?x) { ?a <p> ?o }",
            "SELECT (REPLACE(?l, 'label', 'x') AS ?x) (STRLEN(?l) AS ?n) { ?a <label> ?l }",
            "SELECT ?a { ?a <p> ?o } ORDER BY ?a LIMIT 5 OFFSET 2",
            "SELECT (GROUP_CONCAT(?l; separator='|') AS ?x) { { SELECT ?l { <n1> <label> ?l } ORDER BY ?l } }")) {
      assertSame(query);
    }
  }

  @Test
  void graphs_sameTriples() {
    for (String text :
        List.of(
            "CONSTRUCT WHERE { ?a <p> ?b }",
            "CONSTRUCT { ?b <made> ?a } WHERE { ?a <p>/<q> ?b }",
            "CONSTRUCT { ?a <made> [ <of> ?b ] } WHERE { ?a <p> ?b FILTER(?a = <n1>) }",
            "DESCRIBE <n1>",
            "DESCRIBE ?a { ?a <q> 3 }",
            "DESCRIBE <n1> FROM <g1>")) {
      Query query = QueryFactory.create(text, SparqlSite.BASE, Syntax.syntaxARQ);
      for (String format : List.of("ttl", "nt", "jsonld")) {
        Lang lang = format.equals("jsonld") ? Lang.JSONLD : Lang.TURTLE;
        String body = site.get(text, "&format=" + format).body();
        Graph found = RDFParser.fromString(body, lang).toGraph();
        DatasetGraph data =
            text.endsWith("<g1>")
                ? DatasetGraphFactory.create(
                    memory.getGraph(
                        org.apache.jena.graph.NodeFactory.createURI(SparqlSite.BASE + "g1")))
                : memory;
        query.getGraphURIs().clear();
        try (QueryExec exec = QueryExec.dataset(data).query(query).build()) {
          Graph expected = query.isDescribeType() ? exec.describe() : exec.construct();
          assertThat(found.isIsomorphicWith(expected)).as(text + " " + format).isTrue();
        }
      }
    }
  }

  /** Patterns of every kind, nested at random, over the vocabulary of the data. */
  private record RandomQuery(Random random) {
    String select() {
      String head =
          switch (random.nextInt(4)) {
            case 0 -> "SELECT DISTINCT * ";
            case 1 -> "SELECT ?a ?b (COUNT(*) AS ?n) ";
            default -> "SELECT * ";
          };
      String body = "{ " + group(2) + " }";
      return head + body + (head.contains("COUNT") ? " GROUP BY ?a ?b" : "");
    }

    private String group(int depth) {
      StringBuilder group = new StringBuilder(triple());
      for (int i = random.nextInt(2); i >= 0; i--) {
        group.append(' ').append(depth == 0 ? triple() : element(depth - 1));
      }
      return group.toString();
    }

    private String element(int depth) {
      return switch (random.nextInt(9)) {
        case 0 -> "OPTIONAL { " + group(depth) + " }";
        case 1 -> "{ " + group(depth) + " } UNION { " + group(depth) + " }";
        case 2 -> "MINUS { " + group(depth) + " }";
        case 3 -> "GRAPH " + pick("?g", "<g1>", "<g2>", "<gx>") + " { " + group(depth) + " }";
        case 4 -> "FILTER " + pick("", "NOT ") + "EXISTS { " + group(depth) + " }";
        case 5 -> "FILTER (" + condition() + ")";
        case 6 -> "VALUES ?" + variable() + " { <n1> <n2> 3 }";
        case 7 -> "{ SELECT DISTINCT ?" + variable() + " { " + group(depth) + " } }";
        default -> triple();
      };
    }

    private String condition() {
      String one = "?" + variable();
      return pick(
          one + " = ?" + variable(),
          one + " != <n3>",
          "isIRI(" + one + ") && BOUND(?" + variable() + ")",
          one + " > 2",
          "!BOUND(" + one + ") || " + one + " IN (<n1>, 2, 3)",
          "STRLEN(STR(" + one + ")) > 1");
    }

    private String triple() {
      String path =
          random.nextInt(3) > 0
              ? "<" + pick(PROPERTIES) + ">"
              : pick("<p>/<q>", "^<p>", "<p>|<q>", "<p>*", "<q>+", "<r>?", "!<p>");
      return term(true) + " " + path + " " + term(false) + " .";
    }

    private String term(boolean subject) {
      return switch (random.nextInt(6)) {
        case 0 -> "<n" + random.nextInt(12) + ">";
        case 1 -> subject ? "?" + variable() : pick("1", "3", "\"label 1\"@en");
        default -> "?" + variable();
      };
    }

    private String variable() {
      return pick(VARIABLES);
    }

    private String pick(String... choices) {
      return choices[random.nextInt(choices.length)];
    }
  }
}
