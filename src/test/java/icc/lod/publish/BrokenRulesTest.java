package icc.lod.publish;

import static org.assertj.core.api.Assertions.assertThat;

import icc.lod.store.Releases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every rule broken once: each is found, by its name, in the thing that breaks it. The bundled
 * shapes are held against all broken things at a time, which is one reading instead of seventy.
 */
final class BrokenRulesTest {
  private static final Path CASES = Path.of("src/test/resources/publish/broken.tsv");
  private static final String BASE = "https://w3id.org/intelligent-cities/";
  private static final String PREFIXES =
      """
      PREFIX dct: <http://purl.org/dc/terms/>
      PREFIX geo: <http://www.opengis.net/ont/geosparql#>
      PREFIX icc: <https://w3id.org/intelligent-cities/ontology#>
      PREFIX owl: <http://www.w3.org/2002/07/owl#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX sh: <http://www.w3.org/ns/shacl#>
      PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
      PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
      """;

  private static Report without = new Report();
  private static Report broken = new Report();

  /** A rule and what breaks it. */
  record Case(int number, String rule, String data) {
    String thing() {
      return BASE + "id/" + (data.contains("$X") ? "Broken/Thing_" : "broken/thing-") + number;
    }

    String turtle() {
      return data.replace("$x", "<" + thing() + ">").replace("$X", "<" + thing() + ">");
    }

    @Override
    public String toString() {
      return rule;
    }
  }

  static List<Case> cases() throws IOException {
    List<String> lines =
        Files.readAllLines(CASES).stream().filter(line -> !line.startsWith("#")).toList();
    return Stream.iterate(0, i -> i < lines.size(), i -> i + 1)
        .map(i -> new Case(i, lines.get(i).split("\t", -1)[0], lines.get(i).split("\t", -1)[1]))
        .toList();
  }

  @BeforeAll
  static void judge() throws IOException {
    DatasetGraph dataset = DatasetGraphFactory.create();
    try (Stream<Path> walk = Files.walk(Path.of("ontology"))) {
      walk.filter(path -> path.toString().endsWith(".ttl"))
          .forEach(path -> RDFDataMgr.read(dataset, path.toString()));
    }
    Gate gate = new Gate(BASE);
    without = new Report();
    gate.check(dataset, without, new Report());
    for (Case each : cases()) {
      RDFParser.fromString(PREFIXES + each.turtle(), Lang.TURTLE).parse(dataset);
    }
    broken = new Report();
    gate.check(dataset, broken, new Report());
  }

  @Test
  void cases_areManyAndDifferent() throws IOException {
    assertThat(cases()).extracting(Case::rule).doesNotHaveDuplicates().hasSizeGreaterThan(60);
    assertThat(broken.total()).isLessThan(Report.LIMIT);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void rule_broken_isNamedInTheRefusal(Case broke) {
    String rule = broke.rule().startsWith("no-") ? broke.rule() : BASE + "shapes#" + broke.rule();
    assertThat(without.findings()).noneMatch(finding -> finding.entity().equals(broke.thing()));
    assertThat(broken.findings())
        .filteredOn(finding -> finding.entity().equals(broke.thing()))
        .anySatisfy(
            finding -> {
              assertThat(finding.rule()).isEqualTo(rule);
              assertThat(finding.toString()).contains("[" + rule + "]");
            });
  }

  /** What is found while files are read: one publish names every one of them. */
  @Test
  void files_broken_areEachNamedWithTheirRule(@TempDir Path dir) throws IOException {
    for (String name : List.of("ontology", "data", "examples")) {
      Files.createDirectory(dir.resolve(name));
    }
    write(dir, "data/cut.ttl", "<http://e.org/a> <http://e.org/p> .");
    write(dir, "data/iri.ttl", "<http://e.org/a b> <http://e.org/p> 1 .");
    write(dir, "data/words.jsonld", "{\"@id\": }");
    write(dir, "data/packed.ttl.gz", "no gzip");
    write(dir, "data/lines.nt", "this is no statement");
    write(dir, "data/tree.rdf", "<rdf:RDF>");
    Report report = refused(dir);
    assertThat(report.findings())
        .extracting(finding -> Path.of(finding.file()).getFileName() + " " + finding.rule())
        .contains(
            "cut.ttl syntax",
            "iri.ttl syntax",
            "words.jsonld syntax",
            "packed.ttl.gz syntax",
            "lines.nt syntax",
            "tree.rdf syntax");
  }

  @Test
  void houseRules_broken_areEachNamed(@TempDir Path dir) throws IOException {
    for (String name : List.of("ontology", "data", "examples")) {
      Files.createDirectory(dir.resolve(name));
    }
    write(
        dir,
        "ontology/shapes.ttl",
        "<http://e.org/S> a <http://www.w3.org/ns/shacl#NodeShape> ;"
            + " <http://www.w3.org/ns/shacl#targetClass> <http://e.org/T> .");
    write(dir, "data/blank.ttl", "<http://e.org/a> <http://e.org/p> [] .");
    write(
        dir,
        "examples/empty.ttl",
        "<http://e.org/q> a <http://www.w3.org/ns/shacl#SPARQLExecutable> ;"
            + " <http://www.w3.org/ns/shacl#select> \"SELECT * { ?s <http://e.org/none> ?o }\" .\n"
            + "<http://e.org/r> a <http://www.w3.org/ns/shacl#SPARQLExecutable> ;"
            + " <http://www.w3.org/ns/shacl#select> \"SELEKT\" .");
    assertThat(refused(dir).findings())
        .extracting(Finding::rule)
        .contains("no-blank-nodes", "example", "no-undefined-terms");
  }

  private static Report refused(Path dir) {
    SourceSettings settings =
        new SourceSettings(
            List.of(dir.resolve("ontology")),
            List.of(dir.resolve("data")),
            List.of(dir.resolve("examples")),
            "http://e.org/",
            true);
    Publisher publisher =
        new Publisher(settings, new Releases(dir.resolve("state")), List.of(), Clock.systemUTC());
    return ((Outcome.Refused) publisher.validate()).report();
  }

  private static void write(Path dir, String name, String text) throws IOException {
    Files.writeString(dir.resolve(name), text);
  }
}
