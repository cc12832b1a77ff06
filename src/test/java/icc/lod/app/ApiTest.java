package icc.lod.app;

import static org.assertj.core.api.Assertions.assertThat;

import icc.lod.config.Config;
import icc.lod.publish.Outcome;
import icc.lod.publish.SourceSettings;
import icc.lod.sparql.SparqlSettings;
import icc.lod.store.Retention;
import icc.lod.web.WebSettings;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The description of the whole service, held against the service with the bundled data. */
final class ApiTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

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
    service = Service.start(config(sources, state));
    assertThat(service.publish()).isInstanceOf(Outcome.Published.class);
  }

  @AfterAll
  static void close() {
    service.close();
  }

  private static Config config(SourceSettings sources, Path state) {
    return new Config(
        sources,
        state,
        WebSettings.loopback(0),
        new SparqlSettings(Duration.ofSeconds(20)),
        Retention.ALL,
        Optional.empty());
  }

  @Test
  void everyRoute_isDescribed_andEveryDescriptionHasItsRoute() {
    Set<String> described = new TreeSet<>();
    document("en")
        .getObj("paths")
        .forEach(
            (path, item) ->
                item.getAsObject()
                    .forEach(
                        (method, o) -> {
                          described.add(method + " " + shape(path));
                          if (o.getAsObject().hasKey("x-also")) {
                            o.getAsObject()
                                .getArray("x-also")
                                .forEach(
                                    also ->
                                        described.add(
                                            also.getAsString().value().toLowerCase(Locale.ROOT)
                                                + " "
                                                + shape(path)));
                          }
                        }));
    Set<String> registered = new TreeSet<>();
    for (String route : service.routes().patterns()) {
      int space = route.indexOf(' ');
      String method = route.substring(0, space).toLowerCase(Locale.ROOT);
      registered.add(method + " " + shape(route.substring(space + 1)));
    }
    // The catch-all is what every IRI under the base answers at; suffixes are told in the text.
    registered.remove("get /*");
    registered.add("get /id/*");
    registered.removeIf(
        route ->
            route.matches(
                "get (/releases/\\*)?/(ontology|shapes|catalog|\\.well-known/void)\\.[a-z]+"
                    + "|get (/releases/\\*)?/dumps|get /sitemap-.*|get /releases/\\*/doc"
                    + "|[a-z]+ /releases/\\*/sparql/(terms.json|labels|code)"));
    assertThat(described).isEqualTo(registered);
  }

  private static String shape(String path) {
    return path.replaceAll("\\{[^}]*}|<[^>]*>", "*");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "uk"})
  void document_isValidOpenApi(String language) {
    String text = get("/openapi.json?lang=" + language, "*/*").body();
    SwaggerParseResult result = new OpenAPIV3Parser().readContents(text);
    assertThat(result.getMessages()).isEmpty();
    assertThat(result.getOpenAPI().getOpenapi()).isEqualTo("3.1.1");
    assertThat(result.getOpenAPI().getPaths()).hasSizeGreaterThan(10);
  }

  @Test
  void references_leadSomewhere() {
    JsonObject document = document("en");
    Pattern.compile("#/components/([a-z]+)/([A-Za-z-]+)")
        .matcher(document.toString())
        .results()
        .forEach(
            reference ->
                assertThat(document.getObj("components").getObj(reference.group(1)).keys())
                    .contains(reference.group(2)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "uk"})
  void everything_hasWordsInEveryLanguage(String language) {
    JsonObject document = document(language);
    List<JsonObject> told = new ArrayList<>();
    document
        .getObj("components")
        .forEach(
            (kind, all) -> {
              if (!kind.equals("schemas")) {
                all.getAsObject().values().forEach(value -> told.add(value.getAsObject()));
              }
            });
    document.get("tags").getAsArray().forEach(tag -> told.add(tag.getAsObject()));
    told.add(document.getObj("info"));
    assertThat(told).allSatisfy(o -> assertThat(o.keys()).as(o.toString()).contains("description"));
    List<JsonObject> operations = operations(document);
    assertThat(operations).allSatisfy(o -> assertThat(o.keys()).contains("summary"));
    assertThat(operations.stream().map(o -> o.getString("operationId"))).doesNotHaveDuplicates();
    if (language.equals("uk")) {
      assertThat(told)
          .allSatisfy(o -> assertThat(words(o)).matches("(?s).*([а-яіїєґ]|FeatureCollection).*"));
      assertThat(operations)
          .allSatisfy(o -> assertThat(o.getString("summary")).matches("(?s).*[а-яіїєґ].*"));
    }
  }

  private static String words(JsonObject object) {
    return object.getString("description");
  }

  @Test
  void everyExampleRequest_isAnsweredAsItSays() throws Exception {
    JsonObject document = document("en");
    List<String> wrong = new ArrayList<>();
    int sent = 0;
    for (String path : document.getObj("paths").keys()) {
      JsonObject item = document.getObj("paths").getObj(path);
      for (String method : item.keys()) {
        JsonObject operation = item.getObj(method);
        for (JsonValue value : operation.get("x-try").getAsArray()) {
          JsonObject attempt = value.getAsObject();
          HttpResponse<String> answer = send(method, attempt);
          String status = attempt.get("status").toString();
          sent++;
          if (!status.equals(Integer.toString(answer.statusCode()))) {
            wrong.add(attempt + " is answered by " + answer.statusCode());
          }
          if (!operation.getObj("responses").hasKey(status)) {
            wrong.add(attempt + ": its status is not described");
          }
          type(document, operation, status, answer).ifPresent(wrong::add);
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(sent).isGreaterThan(20);
  }

  /** The fault, if an answer's type is not among those described. */
  private static Optional<String> type(
      JsonObject document, JsonObject operation, String status, HttpResponse<String> answer) {
    String name = operation.getObj("responses").getObj(status).getString("$ref");
    JsonObject response =
        document
            .getObj("components")
            .getObj("responses")
            .getObj(name.substring(name.lastIndexOf('/') + 1));
    String type = answer.headers().firstValue("content-type").orElse("").replaceFirst(";.*", "");
    boolean known = type.isEmpty() || response.getObj("content").hasKey(type);
    return known
        ? Optional.empty()
        : Optional.of(answer.uri() + " answers " + type + ", which is not described");
  }

  @Test
  void page_isMadeOfTheDocument() {
    String page = get("/api?lang=en", "text/html").body();
    for (JsonObject operation : operations(document("en"))) {
      assertThat(page).contains("id=\"" + operation.getString("operationId") + "\"");
    }
    String origin = "http://127.0.0.1:" + service.port();
    assertThat(page)
        .contains("curl -s -H &#39;Accept: text/turtle&#39; &#39;" + origin + "/doc/")
        .contains("curl -si", "# answered by 404", "id=\"manners\"", origin + "/sparql?\"");
    assertThat(get("/api?lang=uk", "text/html").body()).contains("Загальні правила", "Спробуйте");
  }

  @Test
  void bothForms_areCachedAndNegotiated() {
    for (String path : List.of("/api", "/openapi.json")) {
      HttpResponse<String> answer = get(path, "*/*");
      String tag = answer.headers().firstValue("etag").orElseThrow();
      HttpRequest again = request(path).header("If-None-Match", tag).build();
      assertThat(send(again).statusCode()).isEqualTo(304);
    }
    HttpResponse<String> json = get("/api", "application/json");
    assertThat(json.headers().firstValue("content-location")).hasValue("/openapi.json");
    assertThat(JSON.parse(json.body()).getString("openapi")).startsWith("3.1");
    assertThat(get("/api", "image/png").statusCode()).isEqualTo(406);
    assertThat(get("/openapi.json?lang=xx", "*/*").statusCode()).isEqualTo(400);
  }

  @Test
  void home_namesTheDescription() {
    assertThat(get("/", "text/html").headers().allValues("link").toString())
        .contains("</openapi.json>; rel=\"service-desc\"", "</api>; rel=\"service-doc\"");
  }

  @Test
  void nothingPublished_isDescribedAllTheSame(@TempDir Path empty) {
    SourceSettings none =
        new SourceSettings(List.of(), List.of(), List.of(), "http://example.org/", true);
    try (Service other = Service.start(config(none, empty))) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + other.port() + "/openapi.json"))
              .build();
      JsonObject document = JSON.parse(send(request).body());
      assertThat(
              document
                  .getObj("paths")
                  .getObj("/examples/{slug}")
                  .getObj("get")
                  .get("x-try")
                  .toString())
          .contains("there-is-no-such-example")
          .doesNotContain("{example}");
    }
  }

  private static HttpResponse<String> send(String method, JsonObject attempt) {
    HttpRequest.Builder request = request(attempt.getString("address"));
    if (attempt.hasKey("accept")) {
      request.header("Accept", attempt.getString("accept"));
    }
    if (attempt.hasKey("form")) {
      String field = attempt.getString("form");
      int equals = field.indexOf('=');
      String value = URLEncoder.encode(field.substring(equals + 1), StandardCharsets.UTF_8);
      request
          .header("Content-Type", "application/x-www-form-urlencoded")
          .POST(BodyPublishers.ofString(field.substring(0, equals + 1) + value));
    }
    if (attempt.hasKey("body")) {
      request
          .header("Content-Type", attempt.getString("type"))
          .POST(BodyPublishers.ofString(attempt.getString("body")));
    }
    HttpRequest built = request.build();
    assertThat(built.method()).isEqualToIgnoringCase(method);
    return send(built);
  }

  private static List<JsonObject> operations(JsonObject document) {
    List<JsonObject> operations = new ArrayList<>();
    document
        .getObj("paths")
        .values()
        .forEach(item -> item.getAsObject().values().forEach(o -> operations.add(o.getAsObject())));
    return operations;
  }

  private static JsonObject document(String language) {
    return JSON.parse(get("/openapi.json?lang=" + language, "*/*").body());
  }

  private static HttpResponse<String> get(String path, String accept) {
    return send(request(path).header("Accept", accept).build());
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + path));
  }

  private static HttpResponse<String> send(HttpRequest request) {
    try {
      return CLIENT.send(request, BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
