package icc.lod.past;

import static icc.lod.past.PastSite.header;
import static org.assertj.core.api.Assertions.assertThat;

import icc.lod.sparql.SparqlSettings;
import icc.lod.store.Retention;
import icc.lod.view.Mementos;
import icc.lod.view.States;
import icc.lod.web.PublicUrl;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 7089 over four releases, of which the first was removed. */
final class MementoTest {
  private static final Pattern LINK =
      Pattern.compile("<([^>]*)>((?:\\s*;\\s*[a-z]+=\"[^\"]*\")*)\\s*(?:,|$)\\s*");
  private static final Pattern ATTRIBUTE = Pattern.compile("([a-z]+)=\"([^\"]*)\"");
  private static final String QUERY = "SELECT ?n { <https://data.example.org/id/a> <urn:n> ?n }";

  @TempDir static Path state;
  private static PastSite site;

  /** A link of a Link field or a time map. */
  private record Link(String target, Map<String, String> attributes) {
    List<String> relations() {
      return List.of(attributes.getOrDefault("rel", "").split(" "));
    }

    String datetime() {
      return attributes.getOrDefault("datetime", "");
    }
  }

  @BeforeAll
  static void publish() throws Exception {
    for (int i = 1; i <= 5; i++) {
      String b = i >= 3 ? "<id/b> <urn:n> 1 ; a <urn:B> ." : "";
      String c = i <= 3 ? "<id/c> <urn:n> 7 ." : "";
      String data =
          "@base <%s> . <id/a> <urn:n> %d ; <urn:to> <https://other.example/x> . <https://other.example/x> <urn:n> %d . <vocab#t> a <urn:T> . %s %s"
              .formatted(PastSite.BASE, Math.max(i, 2), i, b, c);
      PastSite.publish(state, data, new Retention(4));
    }
    site = PastSite.open(state);
  }

  @AfterAll
  static void close() {
    site.close();
  }

  private static List<Link> links(String field) {
    List<Link> links = new ArrayList<>();
    Matcher matcher = LINK.matcher(field.replace("\n", " "));
    int end = 0;
    while (matcher.lookingAt()) {
      Map<String, String> attributes = new TreeMap<>();
      Matcher each = ATTRIBUTE.matcher(matcher.group(2));
      while (each.find()) {
        attributes.put(each.group(1), each.group(2));
      }
      links.add(new Link(matcher.group(1), attributes));
      end = matcher.end();
      matcher.region(end, field.length());
    }
    assertThat(end).as("all of it is links: " + field.substring(end)).isEqualTo(field.length());
    return links;
  }

  private static List<String> targets(HttpResponse<?> answer, String relation) {
    return links(header(answer, "Link")).stream()
        .filter(link -> link.relations().contains(relation))
        .map(Link::target)
        .toList();
  }

  private static String date(int release) {
    return Mementos.date(PastSite.day(release));
  }

  @Test
  void original_leadsToItsGateAndMap() {
    for (String path : List.of("/doc/a.ttl", "/doc/a", "/catalog.ttl", "/dumps/all.nq")) {
      HttpResponse<String> answer = site.get(path);
      assertThat(answer.statusCode()).as(path).isEqualTo(200);
      assertThat(targets(answer, "timegate")).as(path).containsExactly("/timegate" + path);
      assertThat(targets(answer, "timemap")).containsExactly("/timemap" + path);
      assertThat(header(answer, "Memento-Datetime")).isEmpty();
    }
    String query = "/sparql?query=" + PastSite.encode(QUERY);
    assertThat(targets(site.get(query), "timegate")).containsExactly("/timegate" + query);
    HttpResponse<String> missing = site.get("/doc/nothing");
    assertThat(missing.statusCode()).isEqualTo(404);
    assertThat(header(missing, "Link")).isEmpty();
  }

  @Test
  void memento_saysAllThatBelongsToIt() {
    for (String path : List.of("/doc/a.ttl", "/doc/a", "/catalog", "/dumps/all.nq", "/sparql")) {
      HttpResponse<String> answer = site.get("/releases/3" + path);
      assertThat(answer.statusCode()).as(path).isEqualTo(200);
      assertThat(header(answer, "Memento-Datetime")).as(path).isEqualTo(date(3));
      assertThat(header(answer, "X-Robots-Tag")).isEqualTo("noindex");
      assertThat(targets(answer, "original")).as(path).containsExactly(path);
      assertThat(targets(answer, "timegate")).containsExactly("/timegate" + path);
      assertThat(targets(answer, "timemap")).containsExactly("/timemap" + path);
      assertThat(targets(answer, "first")).containsExactly("/releases/2" + path);
      assertThat(targets(answer, "prev")).containsExactly("/releases/2" + path);
      assertThat(targets(answer, "next")).containsExactly("/releases/4" + path);
      assertThat(targets(answer, "last")).containsExactly("/releases/5" + path);
      assertThat(links(header(answer, "Link")))
          .filteredOn(link -> link.relations().contains("prev"))
          .allSatisfy(link -> assertThat(link.datetime()).isEqualTo(date(2)));
    }
  }

  @Test
  void memento_ofWhatCameAndWent_namesOnlyReleasesThatHaveIt() {
    HttpResponse<String> came = site.get("/releases/3/doc/b.nt");
    assertThat(targets(came, "prev")).isEmpty();
    assertThat(targets(came, "first")).containsExactly("/releases/3/doc/b.nt");
    HttpResponse<String> went = site.get("/releases/3/doc/c.nt");
    assertThat(targets(went, "last")).containsExactly("/releases/3/doc/c.nt");
    assertThat(site.get("/releases/4/doc/c.nt").statusCode()).isEqualTo(404);
    assertThat(site.get("/releases/2/doc/b.nt").statusCode()).isEqualTo(404);
    assertThat(header(site.get("/releases/2/doc/b.nt"), "Memento-Datetime")).isEmpty();
  }

  @Test
  void states_areThoseOfTheRelease() {
    for (int release = 2; release <= 5; release++) {
      String n = Integer.toString(release);
      assertThat(site.get("/releases/" + n + "/doc/a.nt").body()).contains("\"" + n + "\"");
      String query = "/releases/" + n + "/sparql?format=csv&query=" + PastSite.encode(QUERY);
      assertThat(site.get(query).body()).isEqualTo("n\r\n" + n + "\r\n");
      assertThat(site.get("/releases/" + n + "/dumps/all.nq").body()).contains("\"" + n + "\"");
    }
    assertThat(site.get("/doc/a.nt").body()).isEqualTo(site.get("/releases/5/doc/a.nt").body());
  }

  @Test
  void gate_choosesByDate() {
    assertGate("/doc/a", date(3), "/releases/3/doc/a");
    assertGate("/doc/a", Mementos.date(PastSite.day(4).minusSeconds(1)), "/releases/3/doc/a");
    assertGate("/doc/a", Mementos.date(Instant.EPOCH), "/releases/2/doc/a");
    assertGate("/doc/a", Mementos.date(Instant.parse("2999-01-01T00:00:00Z")), "/releases/5/doc/a");
    assertGate("/doc/b", date(2), "/releases/3/doc/b");
    assertGate("/doc/c", date(5), "/releases/3/doc/c");
    assertGate("/catalog.ttl", date(4), "/releases/4/catalog.ttl");
    String query = "/sparql?query=" + PastSite.encode(QUERY);
    assertGate(query, date(4), "/releases/4" + query);
    assertGate(
        "/doc?iri=https://other.example/x", date(3), "/releases/3/doc?iri=https://other.example/x");
    assertThat(header(site.get("/timegate/doc/a"), "Location")).isEqualTo("/releases/5/doc/a");
    assertThat(header(site.get("/timegate/id/a"), "Location")).isEqualTo("/releases/5/doc/a");
  }

  private static void assertGate(String address, String date, String memento) {
    HttpResponse<String> answer = site.get("/timegate" + address, "Accept-Datetime", date);
    assertThat(answer.statusCode()).as(address).isEqualTo(302);
    assertThat(header(answer, "Location")).isEqualTo(memento);
    assertThat(header(answer, "Vary")).containsIgnoringCase("accept-datetime");
    assertThat(targets(answer, "original")).containsExactly(address);
    assertThat(targets(answer, "timemap")).containsExactly("/timemap" + address);
    assertThat(header(answer, "Memento-Datetime")).isEmpty();
    assertThat(site.get(header(answer, "Location")).statusCode()).isEqualTo(200);
  }

  @Test
  void gate_takesWholeAddressesAndIris() {
    String address = "/timegate/" + site.origin() + "/doc/a.ttl";
    assertThat(header(site.get(address), "Location")).isEqualTo("/releases/5/doc/a.ttl");
    String iri = "/timegate/" + PastSite.BASE + "id/a";
    HttpResponse<String> found = site.get(iri, "Accept-Datetime", date(3));
    assertThat(header(found, "Location")).startsWith("/releases/3/doc?iri=");
    assertThat(site.get(header(found, "Location"), "Accept", "text/turtle").body()).contains("3");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "yesterday",
        "2026-01-03T10:00:00Z",
        "Sat, 3 Jan 2026 10:00:00 GMT",
        "Sun, 03 Jan 2026 10:00:00 GMT",
        "Sat, 03 Jan 2026 10:00:00 +0000",
        "Sat, 31 Feb 2026 10:00:00 GMT",
        ""
      })
  void badDate_is400(String date) {
    String query = "/sparql?query=" + PastSite.encode(QUERY);
    for (String path :
        List.of("/timegate/doc/a", "/timegate/catalog", "/doc/a.ttl", "/catalog", query)) {
      HttpResponse<String> answer = site.get(path, "Accept-Datetime", date);
      assertThat(answer.statusCode()).as(path).isEqualTo(400);
      assertThat(answer.body()).contains("GMT");
    }
  }

  @Test
  void gateAndMap_ofNothing_are404() {
    for (String path : List.of("/doc/nothing", "/browse", "/doc?iri=https://nobody.example/")) {
      assertThat(site.get("/timegate" + path).statusCode()).as(path).isEqualTo(404);
      assertThat(site.get("/timemap" + path).statusCode()).as(path).isEqualTo(404);
    }
  }

  @Test
  void original_heedsAcceptDatetime() {
    HttpResponse<String> document = site.get("/doc/a.ttl", "Accept-Datetime", date(3));
    assertThat(document.statusCode()).isEqualTo(302);
    assertThat(header(document, "Location")).isEqualTo("/releases/3/doc/a.ttl");
    assertThat(header(document, "Vary")).contains("Accept-Datetime");
  }

  @Test
  void sparql_answersFromTheStateAskedFor() throws Exception {
    String path = "/sparql?format=csv&query=" + PastSite.encode(QUERY);
    HttpResponse<String> answer = site.get(path, "Accept-Datetime", date(3));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("n\r\n3\r\n");
    assertThat(header(answer, "Memento-Datetime")).isEqualTo(date(3));
    assertThat(header(answer, "Content-Location")).isEqualTo("/releases/3" + path);
    assertThat(header(answer, "Vary")).contains("Accept-Datetime");
    assertThat(header(answer, "ICC-Release")).isEqualTo("3");
    HttpResponse<String> posted =
        site.post("/sparql", QUERY, "Accept", "text/csv", "Accept-Datetime", date(4));
    assertThat(posted.body()).isEqualTo("n\r\n4\r\n");
    assertThat(header(posted, "Memento-Datetime")).isEqualTo(date(4));
    assertThat(site.post("/releases/2/sparql", QUERY, "Accept", "text/csv").body())
        .isEqualTo("n\r\n2\r\n");
  }

  @Test
  void map_listsEveryReleaseThatHasIt() {
    HttpResponse<String> answer = site.get("/timemap/doc/a.ttl");
    assertThat(header(answer, "Content-Type")).isEqualTo("application/link-format");
    List<Link> links = links(answer.body().strip());
    assertThat(links).extracting(Link::target).allMatch(target -> target.startsWith("http"));
    assertThat(links)
        .filteredOn(link -> link.relations().contains("memento"))
        .extracting(Link::target, Link::datetime)
        .containsExactly(tuple(2), tuple(3), tuple(4), tuple(5));
    assertThat(links).filteredOn(link -> link.relations().contains("original")).hasSize(1);
    assertThat(links).filteredOn(link -> link.relations().contains("timegate")).hasSize(1);
    Link self =
        links.stream().filter(link -> link.relations().contains("self")).findFirst().orElseThrow();
    assertThat(self.attributes())
        .containsEntry("from", date(2))
        .containsEntry("until", date(5))
        .containsEntry("type", "application/link-format");
    for (Link link : links) {
      String path = link.target().substring(site.origin().length());
      assertThat(site.get(path).statusCode()).as(path).isIn(200, 302);
    }
  }

  private static org.assertj.core.groups.Tuple tuple(int release) {
    return org.assertj.core.groups.Tuple.tuple(
        site.origin() + "/releases/" + release + "/doc/a.ttl", date(release));
  }

  @Test
  void map_asJsonAndPage_saysWhatChanged() {
    JsonObject json = JSON.parse(site.get("/timemap/doc/b?as=json").body());
    List<Boolean> changed =
        json.getObj("mementos")
            .getArray("list")
            .map(one -> one.getAsObject().getBoolean("changed"))
            .toList();
    assertThat(changed).containsExactly(true, false, false);
    HttpResponse<String> page = site.get("/timemap/doc/b", "Accept", "text/html");
    assertThat(page.body()).contains("/releases/3/doc/b", "as in the state before");
    assertThat(site.get("/timemap/doc/b?lang=uk", "Accept", "text/html").body())
        .contains("Минулі стани", "/releases/3/doc/b?lang=uk");
    assertThat(site.get("/timemap/doc/a?as=xml").statusCode()).isEqualTo(400);
    assertThat(site.get("/timemap/doc/a?map=2").statusCode()).isEqualTo(404);
    assertThat(site.get("/timemap/doc/a?map=x").statusCode()).isEqualTo(400);
    assertThat(site.get("/timemap/doc/a", "Accept", "image/png").statusCode()).isEqualTo(406);
  }

  @Test
  void map_isCached() {
    HttpResponse<String> answer = site.get("/timemap/doc/a");
    String tag = header(answer, "ETag");
    assertThat(site.get("/timemap/doc/a", "If-None-Match", tag).statusCode()).isEqualTo(304);
    assertThat(header(answer, "Vary")).contains("Accept");
  }

  @Test
  void removed_is410_andNeverMade_is404() {
    for (String path : List.of("/doc/a.ttl", "/sparql", "/catalog", "/dumps/", "/dumps/all.nq")) {
      HttpResponse<String> removed = site.get("/releases/1" + path);
      assertThat(removed.statusCode()).as(path).isEqualTo(410);
      assertThat(removed.body()).contains("was removed on 2026-01-05", "\"kept\"", "\"2\"");
      assertThat(site.get("/releases/6" + path).statusCode()).as(path).isEqualTo(404);
      for (String bad : List.of("0", "x", "-1", "007", "99999999999")) {
        assertThat(site.get("/releases/" + bad + path).statusCode()).as(bad).isEqualTo(404);
      }
    }
    HttpResponse<String> page = site.get("/releases/1/doc/a", "Accept", "text/html");
    assertThat(page.statusCode()).isEqualTo(410);
    assertThat(page.body()).contains("This release is no longer kept");
  }

  @Test
  void negotiation_isThatOfTheOriginal() {
    HttpResponse<String> turtle = site.get("/releases/3/doc/a", "Accept", "text/turtle");
    assertThat(header(turtle, "Content-Type")).startsWith("text/turtle");
    assertThat(header(turtle, "Content-Location")).isEqualTo("/releases/3/doc/a.ttl");
    assertThat(header(turtle, "Cache-Control")).isEqualTo("public, max-age=86400");
    assertThat(header(turtle, "Vary")).contains("Accept");
    assertThat(site.get("/releases/3/doc/a", "Accept", "image/png").statusCode()).isEqualTo(406);
    assertThat(site.get("/releases/3/doc/a?format=xls").statusCode()).isEqualTo(400);
    String tag = header(turtle, "ETag");
    assertThat(
            site.get("/releases/3/doc/a", "Accept", "text/turtle", "If-None-Match", tag)
                .statusCode())
        .isEqualTo(304);
    assertThat(header(site.get("/releases/3/dumps/all.nq"), "Cache-Control")).contains("immutable");
    HttpResponse<String> slash = site.get("/releases/3/doc/a/");
    assertThat(slash.statusCode()).isEqualTo(308);
    assertThat(header(slash, "Location")).isEqualTo("/releases/3/doc/a");
  }

  @Test
  void page_saysWhichReleaseItShows_andStaysInIt() {
    String page = site.get("/releases/3/doc/a", "Accept", "text/html").body();
    assertThat(page)
        .contains("You see release 3 of 2026-01-03", "The current one is 5", "href=\"/doc/a\"")
        .contains("href=\"/releases/3/doc?iri=https://other.example/x\"")
        .contains("<link rel=\"canonical\" href=\"/doc/a\">")
        .contains("/releases/3/sparql?query=", "/timemap/doc/a");
    assertThat(site.get("/releases/3/doc/a?lang=uk").body()).contains("Ви бачите випуск 3");
    assertThat(site.get("/doc/a", "Accept", "text/html").body())
        .doesNotContain("You see release")
        .contains("/releases/5/doc/a");
    String catalogue = site.get("/releases/3/catalog", "Accept", "text/html").body();
    assertThat(catalogue).contains("You see release 3", "/releases/3/dumps/all.nq");
    assertThat(site.get("/releases/3/catalog.nt").body())
        .contains("/releases/3/dumps/all.nq>", "/releases/3/sparql>");
    assertThat(site.get("/releases/3/sparql", "Accept", "text/html").body())
        .contains("You see release 3", "action=\"/releases/3/sparql\"");
  }

  @Test
  void manners_holdThere() {
    for (String path : List.of("/releases/3/doc/a.ttl", "/timemap/doc/a", "/releases/3/sparql")) {
      HttpResponse<String> get = site.get(path, "Accept", "*/*");
      HttpResponse<String> head = site.send("HEAD", path, "Accept", "*/*");
      assertThat(head.statusCode()).as(path).isEqualTo(200);
      assertThat(head.body()).isEmpty();
      for (String name : List.of("ETag", "Link", "Memento-Datetime", "Content-Type", "Vary")) {
        assertThat(header(head, name)).as(name).isEqualTo(header(get, name));
      }
      assertThat(header(get, "Access-Control-Allow-Origin")).isEqualTo("*");
      assertThat(header(get, "Access-Control-Expose-Headers")).contains("Memento-Datetime");
      HttpResponse<String> options = site.send("OPTIONS", path);
      assertThat(options.statusCode()).isIn(200, 204);
      assertThat(header(options, "Allow")).contains("GET", "HEAD");
    }
    assertThat(site.send("HEAD", "/timegate/doc/a").statusCode()).isEqualTo(302);
    HttpResponse<String> preflight =
        site.send(
            "OPTIONS",
            "/timegate/doc/a",
            "Origin",
            "https://a.example",
            "Access-Control-Request-Method",
            "GET",
            "Access-Control-Request-Headers",
            "accept-datetime");
    assertThat(header(preflight, "Access-Control-Allow-Headers"))
        .matches("(?i)(\\*|.*accept-datetime.*)");
  }

  @Test
  void withoutTheLists_theReleasesThemselvesTell(@TempDir Path other) throws Exception {
    for (int i = 1; i <= 2; i++) {
      String data = "<%sid/x> <urn:n> %d .".formatted(PastSite.BASE, i);
      // The first was made before there were lists.
      PastSite.publish(other, data, Retention.ALL, i > 1);
    }
    try (PastSite plain =
        PastSite.open(
            other,
            PublicUrl.of("https://public.example/lod"),
            new SparqlSettings(Duration.ofSeconds(5)),
            States.unknown())) {
      HttpResponse<String> gate = plain.get("/timegate/doc/x", "Accept-Datetime", date(1));
      assertThat(header(gate, "Location")).isEqualTo("https://public.example/lod/releases/1/doc/x");
      assertThat(plain.get("/timemap/doc/x").body())
          .contains("<https://public.example/lod/releases/2/doc/x>; rel=\"last memento\"");
      assertThat(plain.get("/releases/1/doc/x", "Accept", "text/html").body())
          .contains(
              "href=\"/lod/releases/1/doc/x.ttl\""
                  .replace("href=\"/lod", "href=\"https://public.example/lod"));
    }
  }
}
