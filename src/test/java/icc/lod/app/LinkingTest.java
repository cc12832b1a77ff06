package icc.lod.app;

import static org.assertj.core.api.Assertions.assertThat;

import icc.lod.config.Config;
import icc.lod.publish.Outcome;
import icc.lod.publish.SourceSettings;
import icc.lod.sparql.SparqlSettings;
import icc.lod.web.WebSettings;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What links and programs meet, over the whole service with the bundled data. */
final class LinkingTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final String VOID = "http://rdfs.org/ns/void#";

  @TempDir static Path state;
  private static Service service;

  @BeforeAll
  static void publish() {
    SourceSettings sources =
        new SourceSettings(
            List.of(Path.of("ontology")),
            List.of(Path.of("rdf-data")),
            List.of(Path.of("sparql-examples")),
            "https://w3id.org/intelligent-cities/",
            false);
    Config config =
        new Config(
            sources, state, WebSettings.loopback(0), new SparqlSettings(Duration.ofSeconds(5)));
    service = Service.start(config);
    assertThat(service.publish()).isInstanceOf(Outcome.Published.class);
  }

  @AfterAll
  static void close() {
    service.close();
  }

  private static McpSyncClient client() {
    McpSyncClient client =
        McpClient.sync(HttpClientStreamableHttpTransport.builder(origin()).endpoint("/mcp").build())
            .requestTimeout(Duration.ofSeconds(20))
            .build();
    client.initialize();
    return client;
  }

  private static String text(CallToolResult result) {
    return ((TextContent) result.content().get(0)).text();
  }

  private static CallToolResult call(McpSyncClient client, String tool, Map<String, Object> with) {
    return client.callTool(CallToolRequest.builder(tool).arguments(with).build());
  }

  @Test
  void tools_areUsedByTheOfficialClient() {
    try (McpSyncClient client = client()) {
      assertThat(client.listTools().tools().stream().map(Tool::name))
          .containsExactlyInAnyOrder("search", "describe", "lookup", "query", "examples");
      assertThat(client.listTools().tools())
          .allSatisfy(tool -> assertThat(tool.annotations().readOnlyHint()).isTrue());
      assertThat(text(call(client, "search", Map.of("text", "lwow"))))
          .contains("https://w3id.org/intelligent-cities/id/city/lviv");
      assertThat(
              text(
                  call(
                      client,
                      "describe",
                      Map.of("iri", "https://w3id.org/intelligent-cities/id/city/lviv"))))
          .contains("\"Львів\"@uk");
      assertThat(text(call(client, "lookup", Map.of("identifiers", List.of("UA LWO", "Q1")))))
          .contains("id/city/lviv", "unknown");
      assertThat(text(call(client, "examples", Map.of()))).contains("id/example/");
      assertThat(text(call(client, "examples", Map.of("about", "NUTS")))).contains("SELECT");
    }
  }

  @Test
  void whatIsCut_saysSo() {
    try (McpSyncClient client = client()) {
      String all = "SELECT ?s { ?s ?p ?o }";
      assertThat(text(call(client, "query", Map.of("query", all, "limit", 3))))
          .endsWith("# Cut after 3 rows: there are more.\n");
      assertThat(text(call(client, "query", Map.of("query", all + " LIMIT 3", "limit", 3))))
          .doesNotContain("# Cut");
      String large = "CONSTRUCT { ?s ?p ?o } { ?s ?p ?o } LIMIT 3000";
      String told = text(call(client, "query", Map.of("query", large)));
      assertThat(told).contains("# Cut after").hasSizeLessThan(61_000);
    }
  }

  @Test
  void query_keepsTheLimitsOfTheEndpoint() {
    try (McpSyncClient client = client()) {
      CallToolResult service =
          call(
              client,
              "query",
              Map.of("query", "SELECT * { SERVICE <http://x.example/> { ?s ?p ?o } }"));
      assertThat(service.isError()).isTrue();
      assertThat(text(service)).contains("SERVICE");
      CallToolResult update =
          call(client, "query", Map.of("query", "INSERT DATA { <http://a/> <http://b/> 1 }"));
      assertThat(update.isError()).isTrue();
      long start = System.nanoTime();
      CallToolResult slow =
          call(
              client,
              "query",
              Map.of("query", "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"));
      assertThat(slow.isError()).isTrue();
      assertThat(text(slow)).contains("5 s");
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
      CallToolResult missing = call(client, "describe", Map.of("iri", "http://nobody.example/"));
      assertThat(missing.isError()).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "http://evil.example, 403",
    "https://localhost.evil.example, 403",
    "null, 403",
    "http://localhost:6274, 200",
    "http://127.0.0.1, 200"
  })
  void pagesOfOtherSites_areKeptOut(String origin, int status) {
    HttpRequest request =
        request("/mcp")
            .header("Origin", origin)
            .header("Content-Type", "application/json")
            .header("Accept", "application/json, text/event-stream")
            .POST(
                BodyPublishers.ofString("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}"))
            .build();
    assertThat(send(request).statusCode()).isEqualTo(status);
    assertThat(get("/mcp").statusCode()).isEqualTo(405);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nope", "[]", "{}", "{\"jsonrpc\": \"2.0\"}"})
  void tools_refuseWhatIsNoRequestWithoutTellingOfTheirInside(String body) {
    HttpResponse<String> answer =
        send(
            request("/mcp")
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, text/event-stream")
                .POST(BodyPublishers.ofString(body))
                .build());
    assertThat(answer.statusCode()).isEqualTo(400);
    JsonObject told = JSON.parse(answer.body());
    assertThat(told.getString("jsonrpc")).isEqualTo("2.0");
    assertThat(told.getObj("error").getNumber("code").intValue()).isLessThan(0);
    assertThat(answer.body()).doesNotContain("stackTrace", "McpError");
  }

  @Test
  void llmsText_namesWhatAnswers() {
    HttpResponse<String> answer = get("/llms.txt");
    assertThat(answer.body()).startsWith("# ").contains(origin() + "/sparql", origin() + "/mcp");
    answer
        .body()
        .lines()
        .filter(line -> line.startsWith("- [") && !line.contains("/mcp"))
        .map(line -> line.replaceAll(".*\\(" + origin() + "([^)]*)\\).*", "$1"))
        .forEach(path -> assertThat(get(path).statusCode()).as(path).isBetween(200, 400));
  }

  @Test
  void linkSets_agreeWithVoid() {
    List<String> told = linkSets(graph("/.well-known/void?format=ttl"));
    List<String> own = linkSets(graph("/linksets?format=ttl"));
    assertThat(own).isNotEmpty().isEqualTo(told);
    assertThat(get("/linkset").statusCode()).isEqualTo(303);
  }

  /** Host of the target, property and count of each; VoID has one target for http and https. */
  private static List<String> linkSets(Graph graph) {
    List<String> sets = new ArrayList<>();
    graph
        .find(Node.ANY, iri(VOID + "linkPredicate"), Node.ANY)
        .forEach(
            t -> {
              Node target = one(graph, t.getSubject(), "objectsTarget");
              sets.add(
                  one(graph, target, "uriSpace").getLiteralLexicalForm().replaceAll("^https?:", "")
                      + " "
                      + t.getObject().getURI()
                      + " "
                      + one(graph, t.getSubject(), "triples").getLiteralLexicalForm());
            });
    sets.sort(null);
    return sets;
  }

  private static Node one(Graph graph, Node subject, String property) {
    return graph.find(subject, iri(VOID + property), Node.ANY).next().getObject();
  }

  @Test
  void fragments_areListedInTheCatalogue() {
    assertThat(get("/catalog?format=ttl").body()).contains(origin() + "/fragments");
  }

  private static Graph graph(String path) {
    Graph graph = GraphFactory.createDefaultGraph();
    RDFParser.fromString(get(path).body(), Lang.TURTLE).base(origin()).parse(graph);
    return graph;
  }

  private static Node iri(String text) {
    return NodeFactory.createURI(text);
  }

  private static String origin() {
    return "http://127.0.0.1:" + service.port();
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(origin() + path));
  }

  private static HttpResponse<String> get(String path) {
    return send(request(path).build());
  }

  private static HttpResponse<String> send(HttpRequest request) {
    try {
      return CLIENT.send(request, BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
