package icc.lod.past;

import static icc.lod.past.PastSite.header;
import static org.assertj.core.api.Assertions.assertThat;

import icc.lod.sparql.SparqlSettings;
import icc.lod.store.Release;
import icc.lod.store.Releases;
import icc.lod.store.Retention;
import icc.lod.web.PublicUrl;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Links to answers that stay what they were. */
final class CitedTest {
  private static final String ALL = "SELECT ?s ?p ?o { ?s ?p ?o }";
  private static final String GROUPS = "SELECT ?p (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?p";
  private static final String UNION =
      "SELECT DISTINCT ?x { { ?x <urn:n> ?n } UNION { ?s <urn:to> ?x } }";
  private static final String GRAPH = "CONSTRUCT { ?s <urn:has> [ <urn:n> ?n ] } { ?s <urn:n> ?n }";
  private static final Map<String, List<String>> ASKED =
      Map.of(
          ALL, List.of("application/sparql-results+json", "text/csv"),
          GROUPS, List.of("application/sparql-results+xml", "text/tab-separated-values"),
          UNION, List.of("text/csv"),
          GRAPH, List.of("text/turtle", "application/n-triples", "application/ld+json"));

  @TempDir Path state;

  private static String data(int release) {
    StringBuilder data = new StringBuilder();
    for (int i = 0; i < 60; i++) {
      int name = (i * 37 + release) % 200;
      data.append(
          "<%sid/t%d> <urn:n> %d ; <urn:to> <%sid/t%d> , [ <urn:label> \"b%d\"@en ] .%n"
              .formatted(PastSite.BASE, name, i * release, PastSite.BASE, name + 1, i));
    }
    return data.toString();
  }

  private static PastSite few(Path state, int cited) {
    return PastSite.open(
        state, PublicUrl.NONE, new SparqlSettings(Duration.ofSeconds(10)).citing(cited));
  }

  @Test
  void tenReleases_giveTheSameBytes_afterTenMore() throws Exception {
    Map<String, String> before = new TreeMap<>();
    PastSite.publish(state, data(1), Retention.DEFAULT, false);
    try (PastSite site = PastSite.open(state)) {
      for (int release = 1; release <= 10; release++) {
        if (release > 1) {
          site.publish(data(release), new Retention(3));
        }
        for (var asked : ASKED.entrySet()) {
          String link = site.cite(release, asked.getKey());
          for (String type : asked.getValue()) {
            before.put(link + " " + type, site.sha256(link, type));
          }
        }
      }
      for (int release = 11; release <= 20; release++) {
        site.publish(data(release), new Retention(3));
      }
      before.forEach((key, digest) -> assertThat(again(site, key)).as(key).isEqualTo(digest));
    }
    assertThat(new Releases(state).all())
        .extracting(Release::number)
        .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 18, 19, 20);
    // Without what is kept they are computed anew, by another server on the same releases.
    for (Path kept : keptAnswers()) {
      Files.delete(kept);
    }
    try (PastSite site = PastSite.open(state)) {
      before.forEach((key, digest) -> assertThat(again(site, key)).as(key).isEqualTo(digest));
    }
    assertThat(before).hasSizeGreaterThan(70);
  }

  private static String again(PastSite site, String key) {
    try {
      int space = key.indexOf(' ');
      return site.sha256(key.substring(0, space), key.substring(space + 1));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private List<Path> keptAnswers() throws Exception {
    try (Stream<Path> files = Files.walk(state.resolve("cited"))) {
      return files
          .filter(file -> file.getFileName().toString().contains("."))
          .collect(Collectors.toList());
    }
  }

  @Test
  void answer_isKeptAsItWasFirstGiven() throws Exception {
    PastSite.publish(state, data(1), Retention.ALL, false);
    try (PastSite site = PastSite.open(state)) {
      String link = site.cite(1, ALL);
      assertThat(keptAnswers()).isEmpty();
      HttpResponse<String> first = site.get(link, "Accept", "text/csv");
      assertThat(header(first, "Cache-Control")).contains("immutable");
      assertThat(header(first, "Memento-Datetime")).isNotEmpty();
      assertThat(header(first, "ICC-Release")).isEqualTo("1");
      assertThat(header(first, "Vary")).contains("Accept");
      assertThat(keptAnswers()).hasSize(1);
      // A later version may write the same answer otherwise.
      Files.writeString(keptAnswers().get(0), "as it was");
      HttpResponse<String> second = site.get(link, "Accept", "text/csv");
      assertThat(second.body()).isEqualTo("as it was");
      assertThat(header(second, "ETag")).isEqualTo(header(first, "ETag"));
      String tag = header(first, "ETag");
      assertThat(site.get(link, "Accept", "text/csv", "If-None-Match", tag).statusCode())
          .isEqualTo(304);
      assertThat(site.get(link + "?format=csv").body()).isEqualTo("as it was");
      assertThat(header(site.send("HEAD", link, "Accept", "text/csv"), "Content-Length"))
          .isEqualTo("9");
    }
  }

  @Test
  void streamedAnswer_isKeptToo() throws Exception {
    PastSite.publish(state, data(1), Retention.ALL, false);
    SparqlSettings small = new SparqlSettings(Duration.ofSeconds(10), 1000, 10_000);
    try (PastSite site = PastSite.open(state, PublicUrl.NONE, small)) {
      String link = site.cite(1, ALL);
      String first = site.sha256(link, "application/sparql-results+json");
      assertThat(keptAnswers()).hasSize(1);
      assertThat(Files.size(keptAnswers().get(0))).isGreaterThan(5000);
      assertThat(site.sha256(link, "application/sparql-results+json")).isEqualTo(first);
      HttpResponse<String> part = site.get(link + "?format=json", "Range", "bytes=0-9");
      assertThat(part.statusCode()).isEqualTo(206);
    }
  }

  @Test
  void people_areLedToTheDeskOfTheRelease() throws Exception {
    PastSite.publish(state, data(1), Retention.ALL, false);
    PastSite.publish(state, data(2), Retention.ALL, false);
    try (PastSite site = PastSite.open(state)) {
      HttpResponse<String> made = site.post("/releases/1/sparql/links", ALL, "Accept", "text/html");
      assertThat(made.statusCode()).isEqualTo(303);
      String link = header(made, "Location");
      assertThat(link).matches("/q/[0-9a-f]{16}/1");
      HttpResponse<String> led = site.get(link, "Accept", "text/html");
      assertThat(led.statusCode()).isEqualTo(303);
      assertThat(header(led, "Location")).startsWith("/releases/1/sparql?query=");
      String page = site.get(header(led, "Location"), "Accept", "text/html").body();
      assertThat(page).contains("You see release 1", link, "/releases/1/sparql/links");
      assertThat(site.get("/sparql", "Accept", "text/html").body())
          .contains("formaction=\"/releases/2/sparql/links\"");
    }
  }

  @Test
  void unboundLink_staysWithTheCurrentRelease() throws Exception {
    PastSite.publish(state, data(1), Retention.ALL, false);
    try (PastSite site = PastSite.open(state)) {
      HttpResponse<String> made = site.post("/sparql/links", ALL, "Accept", "application/json");
      String link = header(made, "Location");
      assertThat(link).matches("/q/[0-9a-f]{16}");
      assertThat(header(site.get(link), "Location")).startsWith("/sparql?query=");
      assertThat(state.resolve("cited")).doesNotExist();
      // The release can be named by anybody; it is kept only for those who cite it.
      assertThat(site.get(link + "/1?format=csv").statusCode()).isEqualTo(200);
      assertThat(state.resolve("cited")).doesNotExist();
    }
  }

  @Test
  void badCitations_areRefused() throws Exception {
    for (int i = 1; i <= 3; i++) {
      PastSite.publish(state, data(i), new Retention(2), false);
    }
    try (PastSite site = PastSite.open(state)) {
      String cites = "/sparql/links";
      assertThat(site.post("/releases/1" + cites, ALL).statusCode()).isEqualTo(410);
      assertThat(site.post("/releases/9" + cites, ALL).statusCode()).isEqualTo(404);
      assertThat(site.post("/releases/x" + cites, ALL).statusCode()).isEqualTo(404);
      assertThat(site.post("/releases/2" + cites, "SELECT").statusCode()).isEqualTo(400);
      HttpResponse<String> chance = site.post("/releases/2" + cites, "SELECT (RAND() AS ?r) {}");
      assertThat(chance.statusCode()).isEqualTo(400);
      assertThat(chance.body()).contains("cannot be cited");
      assertThat(site.post("/releases/2" + cites, "DELETE WHERE { ?s ?p ?o }").statusCode())
          .isEqualTo(400);
      assertThat(site.post("/releases/2" + cites, "#" + "x".repeat(2 << 20)).statusCode())
          .isEqualTo(413);
      String link = site.cite(2, ALL);
      String hash = link.substring(3, 19);
      assertThat(site.get("/q/" + hash + "/1", "Accept", "text/csv").statusCode()).isEqualTo(410);
      assertThat(site.get("/q/" + hash + "/9", "Accept", "text/csv").statusCode()).isEqualTo(404);
      assertThat(site.get("/q/0000000000000000/2", "Accept", "text/csv").statusCode())
          .isEqualTo(404);
      assertThat(site.get(link, "Accept", "image/png").statusCode()).isEqualTo(406);
      assertThat(site.get(link + "?format=xls").statusCode()).isEqualTo(400);
    }
  }

  @Test
  void visitors_keepSoManyReleasesAndNoMore() throws Exception {
    PastSite.publish(state, data(1), new Retention(1), false);
    try (PastSite site = few(state, 2)) {
      site.cite(1, ALL);
      site.publish(data(2), new Retention(1));
      site.cite(2, ALL);
      site.cite(1, GROUPS);
      site.publish(data(3), new Retention(1));
      HttpResponse<String> full =
          site.post("/releases/3/sparql/links", ALL, "Accept", "application/json");
      assertThat(full.statusCode()).isEqualTo(507);
      assertThat(full.body()).contains("icc releases --cite 3", "[1, 2]");
      site.cite(2, UNION);
      site.publish(data(4), new Retention(1));
      assertThat(new Releases(state).all()).extracting(Release::number).containsExactly(1, 2, 4);
    }
  }

  @Test
  void readers_areAnswered_whileReleasesComeAndGo() throws Exception {
    for (int i = 1; i <= 6; i++) {
      PastSite.publish(state, data(i), Retention.ALL);
    }
    try (PastSite site = PastSite.open(state)) {
      List<String> links = new ArrayList<>();
      for (int i = 1; i <= 6; i++) {
        links.add(site.cite(i, ALL));
      }
      List<String> addresses = new ArrayList<>();
      for (int i = 1; i <= 6; i++) {
        addresses.add("/releases/" + i + "/doc?iri=" + PastSite.BASE + "id/t" + i);
        addresses.add("/releases/" + i + "/sparql?format=csv&query=" + PastSite.encode(GROUPS));
        addresses.add("/releases/" + i + "/catalog.ttl");
        addresses.add("/releases/" + i + "/dumps/all.nq");
        addresses.add(links.get(i - 1) + "?format=csv");
      }
      AtomicBoolean stop = new AtomicBoolean();
      AtomicInteger answered = new AtomicInteger();
      List<String> wrong = new ArrayList<>();
      try (ExecutorService threads = Executors.newFixedThreadPool(5)) {
        List<Future<?>> readers = new ArrayList<>();
        for (int t = 0; t < 5; t++) {
          int from = t * 7;
          readers.add(
              threads.submit(
                  () -> {
                    for (int i = from; !stop.get(); i++) {
                      String address = addresses.get(i % addresses.size());
                      int status = site.get(address, "Accept", "*/*").statusCode();
                      answered.incrementAndGet();
                      if (status != 200) {
                        synchronized (wrong) {
                          wrong.add(address + " " + status);
                        }
                      }
                    }
                  }));
        }
        for (int i = 7; i <= 16; i++) {
          site.publish(data(i), new Retention(2));
        }
        stop.set(true);
        for (Future<?> reader : readers) {
          reader.get();
        }
      }
      assertThat(wrong).isEmpty();
      assertThat(answered.get()).isGreaterThan(50);
    }
  }
}
