package icc.lod.entity;

import static org.assertj.core.api.Assertions.assertThat;

import icc.lod.store.Releases;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Documents in the terms of the release's context: shorter, and the same graph. */
final class JsonLdTest {
  private static final String BASE = "https://example.org/";
  private static final String CONTEXT =
      """
      { "@context": {
        "@version": 1.1, "id": "@id", "type": "@type",
        "ex": "https://example.org/ontology#",
        "geo": "http://www.w3.org/2003/01/geo/wgs84_pos#",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
        "Town": "ex:Town",
        "name": {"@id": "ex:name", "@container": "@language"},
        "founded": {"@id": "ex:founded", "@type": "xsd:gYear"},
        "twin": {"@id": "ex:twin", "@type": "@id"},
        "unused": {"@id": "ex:unused"}
      } }
      """;
  private static final String TRIG =
      """
      @prefix ex: <https://example.org/ontology#> .
      @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
      <https://example.org/id/town/a> a ex:Town ; ex:name "A"@en , "А"@uk , "A" ;
        ex:founded "1256"^^xsd:gYear ; ex:twin <https://example.org/id/town/b> ;
        ex:size 1.0e0 , 1 , 01 , 1.50 , true ; ex:part [ ex:name "part"@en ] .
      <https://example.org/id/town/b> a ex:Town ; ex:name "B"@en ; ex:at <geo:49.8,24.0> .
      """;

  @TempDir Path state;

  @Test
  void document_usesTheTermsAndCarriesTheirMeaning() throws Exception {
    try (EntitySite site = site(CONTEXT)) {
      String body = site.get("/doc/town/a.jsonld").body();
      JsonObject json = JSON.parse(body);

      assertThat(json.getObj("@context").keySet())
          .containsExactly(
              "@version", "id", "type", "ex", "xsd", "Town", "name", "founded", "twin");
      JsonObject town = json.get("@graph").getAsArray().get(0).getAsObject();
      assertThat(town.getString("id")).isEqualTo("https://example.org/id/town/a");
      assertThat(town.getString("type")).isEqualTo("Town");
      assertThat(town.getObj("name").getString("uk")).isEqualTo("А");
      assertThat(town.getString("founded")).isEqualTo("1256");
      assertThat(town.getString("twin")).isEqualTo("https://example.org/id/town/b");
      assertThat(parse(body).isIsomorphicWith(turtle(site, "/doc/town/a"))).isTrue();
    }
  }

  @Test
  void document_thatCannotBeSaidInTheTerms_isWrittenAtLength() throws Exception {
    try (EntitySite site = site(CONTEXT)) {
      String body = site.get("/doc/town/b.jsonld").body();
      assertThat(body).contains("geo:49.8,24.0");
      assertThat(parse(body).isIsomorphicWith(turtle(site, "/doc/town/b"))).isTrue();
    }
  }

  @Test
  void document_withoutContext_isAsBefore() throws Exception {
    try (EntitySite site = EntitySite.of(state, BASE, TRIG)) {
      assertThat(site.get("/doc/town/a.jsonld").body()).doesNotContain("\"@context\"");
    }
  }

  @Test
  void contextThatIsWrong_costsTheTermsOnly() throws Exception {
    for (String wrong :
        List.of(
            "{",
            "[]",
            "{}",
            "{\"@context\": \"http://127.0.0.1:9/\"}",
            "{\"@context\": {\"a\": {\"@id\": 1}}}",
            "{\"@context\": {\"@import\": \"http://127.0.0.1:9/\"}}")) {
      try (EntitySite site = site(wrong)) {
        String body = site.get("/doc/town/a.jsonld").body();
        assertThat(parse(body).isIsomorphicWith(turtle(site, "/doc/town/a"))).as(wrong).isTrue();
      }
    }
  }

  @Test
  void manyAtOnce_areTheSame() throws Exception {
    try (EntitySite site = site(CONTEXT)) {
      List<CompletableFuture<String>> answers = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        answers.add(CompletableFuture.supplyAsync(() -> site.get("/doc/town/a.jsonld").body()));
      }
      assertThat(answers.stream().map(CompletableFuture::join).distinct()).hasSize(1);
    }
  }

  @Test
  void bundledData_everyKindIsTheSameGraph() throws Exception {
    Graph data = bundled();
    Path contexts = state.resolve("releases/000001/context");
    try (EntitySite site = EntitySite.of(state, "https://w3id.org/intelligent-cities/", nt(data))) {
      Files.createDirectories(contexts);
      Files.copy(Path.of("ontology/context/v1.jsonld"), contexts.resolve("v1.jsonld"));
      for (Map.Entry<String, Node> kind : oneOfEachKind(data).entrySet()) {
        String path =
            "/doc?iri="
                + java.net.URLEncoder.encode(kind.getValue().getURI(), StandardCharsets.UTF_8);
        HttpResponse<String> document = site.get(path + "&format=jsonld");
        if (document.statusCode() == 308) {
          // The vocabulary and its rules answer at addresses of their own.
          assertThat(document.headers().firstValue("location").orElseThrow())
              .matches("/(ontology|shapes)\\b.*");
          continue;
        }
        String body = document.body();
        assertThat(body).as(kind.getKey()).contains("\"@context\"");
        Graph turtle = parse(site.get(path + "&format=nt").body(), Lang.NTRIPLES);
        assertThat(parse(body).isIsomorphicWith(turtle)).as(kind.getKey()).isTrue();
      }
    }
  }

  private EntitySite site(String context) throws Exception {
    EntitySite site = EntitySite.of(state, BASE, TRIG);
    Path contexts =
        Files.createDirectories(
            new Releases(state).current().orElseThrow().folder().resolve("context"));
    Files.writeString(contexts.resolve("v1.jsonld"), context);
    return site;
  }

  private static Map<String, Node> oneOfEachKind(Graph data) {
    Map<String, Node> kinds = new TreeMap<>();
    data.find(Node.ANY, RDF.type.asNode(), Node.ANY)
        .filterKeep(t -> t.getSubject().isURI() && t.getObject().isURI())
        .forEach((Triple t) -> kinds.put(t.getObject().getURI(), t.getSubject()));
    return kinds;
  }

  private static Graph bundled() throws IOException {
    Graph graph = org.apache.jena.sparql.graph.GraphFactory.createDefaultGraph();
    for (String folder : List.of("ontology", "rdf-data", "sparql-examples")) {
      try (Stream<Path> files = Files.walk(Path.of(folder))) {
        files
            .filter(file -> file.toString().endsWith(".ttl"))
            .forEach(file -> RDFParser.source(file).parse(graph));
      }
    }
    return graph;
  }

  private static String nt(Graph graph) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    RDFDataMgr.write(out, graph, Lang.NTRIPLES);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static Graph turtle(EntitySite site, String path) {
    return parse(site.get(path + ".nt").body(), Lang.NTRIPLES);
  }

  private static Graph parse(String body) {
    return parse(body, Lang.JSONLD11);
  }

  private static Graph parse(String body, Lang lang) {
    return RDFParser.fromString(body, lang).toGraph();
  }
}
