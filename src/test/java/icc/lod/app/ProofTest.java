package icc.lod.app;

import static org.assertj.core.api.Assertions.assertThat;

import icc.lod.config.Config;
import icc.lod.publish.Finding;
import icc.lod.publish.Outcome;
import icc.lod.publish.SourceSettings;
import icc.lod.sparql.SparqlSettings;
import icc.lod.web.WebSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Releases that prove themselves, and candidates that cannot. */
final class ProofTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final String EARL = "http://www.w3.org/ns/earl#";
  private static final String BASE = "https://data.example.org/";
  private static final String ONTOLOGY =
      """
      PREFIX : <https://data.example.org/def#>
      PREFIX owl: <http://www.w3.org/2002/07/owl#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX sh: <http://www.w3.org/ns/shacl#>
      PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
      <https://data.example.org/def> a owl:Ontology ;
        <http://purl.org/vocab/vann/preferredNamespaceUri> "https://data.example.org/def#" .
      :Town a owl:Class ; rdfs:label "Town"@en , "Місто"@uk ;
        skos:definition "A town."@en , "Місто."@uk .
      :name a owl:DatatypeProperty ; rdfs:label "name"@en , "назва"@uk ; rdfs:domain :Town ;
        skos:definition "Its name."@en , "Його назва."@uk .
      :same a owl:ObjectProperty ; rdfs:label "same"@en , "те саме"@uk ;
        skos:definition "The same elsewhere."@en , "Те саме деінде."@uk .
      :TownShape a sh:NodeShape ; sh:targetClass :Town ; sh:property :TownName .
      :TownName a sh:PropertyShape ; sh:path :name ; sh:minCount 1 .
      """;
  private static final String DATA =
      """
      PREFIX : <https://data.example.org/def#>
      <https://data.example.org/id/town/a> a :Town ; :name "A" ;
        :same <http://www.wikidata.org/entity/Q1> .
      """;

  @TempDir static Path dir;
  private static Service service;

  @BeforeAll
  static void publish() throws IOException {
    for (String name : List.of("ontology", "data", "examples")) {
      Files.createDirectory(dir.resolve(name));
    }
    write("ontology/def.ttl", ONTOLOGY);
    write("data/towns.ttl", DATA);
    service = Service.start(config("state"));
    Outcome outcome = service.publish();
    assertThat(outcome).as(told(outcome)).isInstanceOf(Outcome.Published.class);
  }

  private static String told(Outcome outcome) {
    return outcome instanceof Outcome.Refused refused ? refused.report().text() : "";
  }

  @AfterAll
  static void close() {
    service.close();
  }

  private static Config config(String state) {
    SourceSettings sources =
        new SourceSettings(
            List.of(dir.resolve("ontology")),
            List.of(dir.resolve("data")),
            List.of(dir.resolve("examples")),
            BASE,
            true);
    return new Config(
        sources,
        dir.resolve(state),
        WebSettings.loopback(0),
        new SparqlSettings(Duration.ofSeconds(5)));
  }

  @Test
  void everyCheck_passedOrDoesNotApply() throws Exception {
    Map<String, String> outcomes = outcomes(get("/releases/1/proof", "application/json").body());
    assertThat(outcomes).hasSize(16).containsEntry("examples", "inapplicable");
    outcomes.remove("examples");
    outcomes.remove("own-links");
    assertThat(outcomes.values()).as(outcomes.toString()).containsOnly("passed");
  }

  @Test
  void proof_isAPageInBothLanguages() throws Exception {
    String page = get("/releases/1/proof?lang=en", "text/html").body();
    assertThat(page)
        .contains("Proof of release 1", "The data keeps its shapes")
        .doesNotContain("??");
    assertThat(get("/releases/1/proof?lang=uk", "text/html").body())
        .contains("Підтвердження випуску 1", "Дані відповідають формам")
        .doesNotContain("??");
    assertThat(get("/releases/1", "text/html").body()).contains("/releases/1/proof");
    assertThat(get("/releases/9/proof", "text/html").statusCode()).isEqualTo(404);
    assertThat(get("/releases/1/proof", "image/png").statusCode()).isEqualTo(406);
    assertThat(get("/releases/1/proof?format=pdf", "*/*").statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource({
    "text/turtle,TTL",
    "application/ld+json,JSON-LD",
    "application/rdf+xml,RDF/XML",
    "application/n-triples,NT"
  })
  void proof_isRdfOfIrisOnly(String type, String syntax) throws Exception {
    HttpResponse<String> response = get("/releases/1/proof", type);
    assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith(type);
    Graph graph = GraphFactory.createDefaultGraph();
    Lang lang = org.apache.jena.riot.RDFLanguages.nameToLang(syntax);
    RDFParser.fromString(response.body(), lang).base(BASE).parse(graph);
    assertThat(graph.find(Node.ANY, RDF.Nodes.type, term("Assertion")).toList()).hasSize(16);
    assertThat(graph.find(Node.ANY, term("outcome"), term("passed")).toList())
        .hasSizeGreaterThan(12);
    assertThat(graph.find().toList())
        .noneMatch(t -> t.getSubject().isBlank() || t.getObject().isBlank());
    assertThat(
            graph.contains(
                NodeFactory.createURI(BASE + "id/release/1"),
                NodeFactory.createURI("http://www.w3.org/ns/dqv#hasQualityMeasurement"),
                Node.ANY))
        .isTrue();
  }

  @Test
  void requiredChecks_failed_refuseByName() throws Exception {
    String prefixes = ONTOLOGY.substring(0, ONTOLOGY.indexOf("<https://data.example.org/def> a"));
    Path file = dir.resolve("data/broken.ttl");
    Files.writeString(
        file,
        prefixes
            + """
            <https://data.example.org/id/town/a> :same <http://www.wikidata.org/entity/X> .
            :Village a owl:Class ; rdfs:label "Village"@en ; skos:definition "A."@en .
            :Kind rdfs:label "k" . :thing a :Kind .
            :Town owl:disjointUnionOf :list . :list rdfs:label "l" .
            """);
    try {
      Outcome outcome = service.publish();
      assertThat(outcome).isInstanceOf(Outcome.Refused.class);
      assertThat(((Outcome.Refused) outcome).report().findings())
          .extracting(Finding::rule)
          .contains(
              "proof:outside-links",
              "proof:labels",
              "proof:definitions",
              "proof:terms-defined",
              "proof:owl-rl");
      assertThat(get("/releases/2", "text/html").statusCode()).isEqualTo(404);
    } finally {
      Files.delete(file);
    }
  }

  @Test
  void foreignData_isPublishedAndSaysWhatDoesNotApply() throws Exception {
    Path data = Files.createDirectories(dir.resolve("foreign"));
    Files.writeString(
        data.resolve("data.ttl"),
        "<http://other.example/a> <http://other.example/p> [ <http://other.example/q> 1 ] .");
    SourceSettings sources =
        new SourceSettings(List.of(), List.of(data), List.of(), "http://other.example/", true);
    Config config =
        new Config(
            sources,
            dir.resolve("foreign-state"),
            WebSettings.loopback(0),
            new SparqlSettings(Duration.ofSeconds(5)));
    Outcome outcome = Service.publisher(config).publish(false);
    assertThat(outcome).as(told(outcome)).isInstanceOf(Outcome.Published.class);
    Path folder = ((Outcome.Published) outcome).release().folder();
    assertThat(outcomes(Files.readString(folder.resolve("proof/proof.json"))))
        .containsEntry("shapes", "inapplicable")
        .containsEntry("labels", "inapplicable")
        .containsEntry("owl-rl", "inapplicable")
        .containsEntry("blank-nodes", "failed")
        .containsEntry("counts", "passed")
        .containsEntry("syntaxes", "passed")
        .containsEntry("feed-replay", "passed")
        .containsEntry("checksums", "passed")
        .containsEntry("dcat-ap", "passed")
        .containsEntry("void", "passed");
  }

  private static Map<String, String> outcomes(String json) {
    Map<String, String> outcomes = new TreeMap<>();
    JSON.parse(json)
        .get("checks")
        .getAsArray()
        .forEach(
            value -> {
              JsonObject check = value.getAsObject();
              String outcome = check.getString("outcome");
              outcomes.put(
                  check.getString("check"),
                  outcome.equals("failed") && check.getBoolean("required")
                      ? "failed " + check.get("findings")
                      : outcome);
            });
    return outcomes;
  }

  private static Node term(String name) {
    return NodeFactory.createURI(EARL + name);
  }

  private static void write(String name, String text) throws IOException {
    Files.writeString(dir.resolve(name), text);
  }

  private static HttpResponse<String> get(String path, String accept) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + path))
            .header("Accept", accept)
            .build();
    return CLIENT.send(request, BodyHandlers.ofString());
  }
}
