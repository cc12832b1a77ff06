package icc.lod.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import icc.lod.cli.Icc.Result;
import icc.lod.cli.Icc.Serving;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program from outside: publishing, switching, refusing, surviving. */
final class LauncherIT {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @TempDir Path dir;
  private Icc icc;

  @BeforeEach
  void folders() throws IOException {
    icc = new Icc(dir);
    for (String name : List.of("ontology", "rdf-data", "sparql-examples")) {
      Files.createDirectory(dir.resolve(name));
    }
    town("a");
  }

  @Test
  void serve_publishesFirstAndSwitchesWithoutAFailedRequest() throws Exception {
    try (Serving serving = icc.serve()) {
      assertThat(get(serving, "/health/ready").statusCode()).isEqualTo(200);
      AtomicBoolean stop = new AtomicBoolean();
      AtomicInteger failed = new AtomicInteger();
      AtomicInteger asked = new AtomicInteger();
      List<Thread> clients = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        clients.add(Thread.ofPlatform().start(() -> ask(serving, stop, asked, failed)));
      }
      for (int i = 0; i < 5; i++) {
        town("town" + i);
        assertThat(icc.run("publish").code()).isZero();
      }
      awaitRelease(serving, 6);
      assertThat(icc.run("rollback", "2").code()).isZero();
      awaitRelease(serving, 2);
      stop.set(true);
      for (Thread client : clients) {
        client.join();
      }
      assertThat(asked).hasValueGreaterThan(20);
      assertThat(failed).hasValue(0);
    }
  }

  @Test
  void publish_killed_leavesTheReleaseAndTheNextPublishWorks() throws Exception {
    assertThat(icc.run("publish").code()).isZero();
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 60_000; i++) {
      many.append("<http://e.org/")
          .append(i)
          .append("> <http://e.org/p> ")
          .append(i)
          .append(" .\n");
    }
    Files.writeString(dir.resolve("rdf-data/many.ttl"), many);
    for (int wait = 400; wait <= 1_600; wait += 300) {
      Process publish = icc.start("publish");
      Thread.sleep(wait);
      publish.descendants().forEach(ProcessHandle::destroyForcibly);
      publish.destroyForcibly().waitFor();
      assertThat(icc.run("export").out()).contains("/id/town/a>");
    }
    Result after = icc.run("publish");
    assertThat(after.code()).as(after.err()).isZero();
    assertThat(icc.run("export", "--format", "nt").out()).contains("<http://e.org/59999>");
    try (var entries = Files.list(dir.resolve(".icc/releases"))) {
      assertThat(entries.map(path -> path.getFileName().toString()))
          .noneMatch(name -> name.startsWith("."));
    }
  }

  @Test
  void publish_unchanged_saysSo() throws Exception {
    assertThat(icc.run("publish").err()).contains("Release 1 is current: 1 triples");
    assertThat(icc.run("publish").err()).contains("Nothing changed since release 1");
    assertThat(icc.run("publish", "--force").err()).contains("Release 2 is current");
    assertThat(icc.run("releases").out()).contains("       1  ").contains("*      2  ");
  }

  @Test
  void publish_badFile_isRefusedWithPlace() throws Exception {
    assertThat(icc.run("publish").code()).isZero();
    Files.writeString(dir.resolve("rdf-data/bad.ttl"), "<http://e.org/a b> <http://e.org/p> 1 .");

    for (String command : List.of("publish", "validate")) {
      Result result = icc.run(command);
      assertThat(result.code()).isEqualTo(1);
      assertThat(result.err()).contains("bad.ttl:1:").contains("Refused").doesNotContain("\tat ");
    }
    assertThat(icc.run("releases").out().lines()).hasSize(1);
  }

  @Test
  void serve_refusedSources_servesWhatWasPublishedBefore() throws Exception {
    assertThat(icc.run("publish").code()).isZero();
    Files.writeString(dir.resolve("rdf-data/bad.ttl"), "oops");
    try (Serving serving = icc.serve()) {
      assertThat(get(serving, "/health/ready").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void serve_nothingFitToServe_ends() throws Exception {
    Files.writeString(dir.resolve("rdf-data/bad.ttl"), "oops");
    Result result = icc.run("serve", "--port", "0");
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.err()).contains("bad.ttl:1:");
  }

  @Test
  void serve_portInUse_saysWhichAndHow() throws Exception {
    try (ServerSocket taken = new ServerSocket(0)) {
      Result result = icc.run("serve", "--host", "0.0.0.0", "--port", "" + taken.getLocalPort());
      assertThat(result.code()).isEqualTo(1);
      assertThat(result.err()).contains("" + taken.getLocalPort()).contains("--port");
      assertThat(result.err()).doesNotContain("\tat ");
    }
  }

  @Test
  void settings_allFaultsAreReportedAtOnce() throws Exception {
    Files.writeString(dir.resolve("icc.properties"), "prot=1\nquery-timeout=soon\n");
    Result result =
        icc.run(Map.of("ICC_COLOUR", "red"), "publish", "--port", "x", "--base", "nonsense");

    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err())
        .contains("unknown setting \"prot\"")
        .contains("--query-timeout")
        .contains("ICC_COLOUR")
        .contains("--port")
        .contains("--base");
  }

  @Test
  void unknownFlagOrCommand_isAUsageError() throws Exception {
    assertThat(icc.run("publish", "--colour", "red").code()).isEqualTo(2);
    assertThat(icc.run("publich").code()).isEqualTo(2);
    assertThat(icc.run().code()).isEqualTo(2);
  }

  @Test
  void state_thatCannotBeUsed_isOneClearMessage() throws Exception {
    Files.writeString(dir.resolve("occupied"), "a file");
    for (String state : List.of("occupied", "occupied/below", "/proc/none")) {
      for (List<String> command : List.of(List.of("publish"), List.of("serve", "--port", "0"))) {
        List<String> all = new ArrayList<>(command);
        all.addAll(List.of("--state", state));
        Result result = icc.run(all.toArray(String[]::new));
        assertThat(result.code()).as(result.err()).isEqualTo(1);
        assertThat(result.err()).contains(state).contains("--state").doesNotContain("\tat ");
      }
    }
    assertThat(dir.resolve("occupied")).hasContent("a file");
  }

  @Test
  void unreadableSources_eachHaveOneClearMessage() throws Exception {
    Files.writeString(dir.resolve("rdf-data/cut.ttl.gz"), "no gzip");
    Files.writeString(dir.resolve("rdf-data/bad.jsonld"), "{\"@id\": }");
    Files.writeString(dir.resolve("rdf-data/global.graph"), "not an IRI");
    Files.writeString(dir.resolve("rdf-data/one.ttl"), "<http://e.org/a> <http://e.org/p> .");
    Result result = icc.run("publish");
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.err()).contains("global.graph:1:1").contains("Nothing was changed");
    Files.delete(dir.resolve("rdf-data/global.graph"));
    Result more = icc.run("validate");
    assertThat(more.code()).isEqualTo(1);
    assertThat(more.err())
        .contains("cut.ttl.gz: [syntax] this is no gzip file")
        .contains("bad.jsonld:1:9: [syntax] Invalid token")
        .contains("one.ttl:1:")
        .contains("3 faults")
        .doesNotContain("\tat ");
    assertThat(icc.run("validate", "--data", "nowhere").err()).contains("nowhere: [sources]");
    assertThat(icc.run("releases").err()).contains("No releases");
  }

  @Test
  void missingLabelAndDanglingLink_nameFileEntityRuleAndMend() throws Exception {
    Files.writeString(
        dir.resolve("ontology/shapes.ttl"),
        """
        @prefix sh: <http://www.w3.org/ns/shacl#> . @prefix e: <http://e.org/> .
        e:Town sh:targetSubjectsOf e:label ; a sh:NodeShape ; sh:property e:Uk .
        e:Uk sh:path e:label ; sh:qualifiedValueShape e:InUk ; sh:qualifiedMinCount 1 ;
          sh:message "Give a label in Ukrainian"@en .
        e:InUk sh:languageIn ( "uk" ) .
        """);
    Files.writeString(
        dir.resolve("rdf-data/town.ttl"),
        """
        @base <https://w3id.org/intelligent-cities/id/> . @prefix e: <http://e.org/> .
        <town/a> e:label "A"@en ; e:twin <town/nowhere> .
        """);
    Result result = icc.run("publish");
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.err())
        .contains("[http://e.org/Uk] <https://w3id.org/intelligent-cities/id/town/a>")
        .contains("Give a label in Ukrainian")
        .contains("[no-dangling-links]")
        .contains("town/nowhere>, which nothing describes; describe it or correct the link");
    assertThat(icc.run("releases").err()).contains("No releases");
  }

  @Test
  void help_isForEachCommandAndShort() throws Exception {
    assertThat(icc.run("--help").out())
        .contains("serve", "validate", "First steps")
        .doesNotContain("rehearse");
    for (String command :
        List.of("serve", "publish", "validate", "releases", "rollback", "query", "export")) {
      Result help = icc.run(command, "--help");
      assertThat(help.code()).isZero();
      assertThat(help.out()).startsWith("Usage: icc " + command + " [OPTIONS]");
    }
    assertThat(icc.run("rollback", "--help").out()).contains("--state").doesNotContain("--port");
    assertThat(icc.run("rollback").err()).contains("NUMBER").contains("icc rollback --help");
    assertThat(icc.run("rollback", "first").err().lines()).hasSize(2);
  }

  @Test
  void query_thatIsNone_saysWhatIsWrong() throws Exception {
    assertThat(icc.run("publish").code()).isZero();
    Files.writeString(dir.resolve("u.rq"), "INSERT DATA { <x:a> <x:b> <x:c> }");
    Files.writeString(
        dir.resolve("s.rq"), "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }");
    assertThat(icc.run("query", "u.rq").err()).contains("is an update");
    assertThat(icc.run("query", "s.rq").err()).contains("SERVICE asks another server");
  }

  @Test
  void output_thatTakesNoMore_isSaid() throws Exception {
    assumeThat(Path.of("/dev/full")).exists();
    assertThat(icc.run("publish").code()).isZero();
    Result full = icc.run("export", "--output", "/dev/full");
    assertThat(full.code()).isEqualTo(1);
    assertThat(full.err()).contains("not complete").doesNotContain("\tat ");
    assertThat(icc.run("export", "--output", "no/folder.nq").err()).contains("cannot be written");
  }

  @Test
  void query_worksBesideAServer() throws Exception {
    Files.writeString(dir.resolve("q.rq"), "SELECT ?name { ?town <http://e.org/name> ?name }");
    Files.writeString(dir.resolve("bad.rq"), "SELECT ?name {");
    assertThat(icc.run("query", "q.rq").err()).contains("icc publish");
    try (Serving serving = icc.serve()) {
      assertThat(serving.process().isAlive()).isTrue();
      Result csv = icc.run("query", "q.rq", "--format", "csv");
      assertThat(csv.out()).isEqualToNormalizingNewlines("name\na\n");
    }
    Result bad = icc.run("query", "bad.rq");
    assertThat(bad.code()).isEqualTo(1);
    assertThat(bad.err()).contains("bad.rq").contains("line 1").doesNotContain("\tat ");
    assertThat(icc.run("query", "nowhere.rq").err()).contains("nowhere.rq");
    assertThat(icc.run("query", "q.rq", "--format", "pdf").err()).contains("choose");
  }

  @Test
  void query_describeFrom_heedsTheGraph() throws Exception {
    Files.writeString(
        dir.resolve("rdf-data/g.trig"),
        "<http://g/1> { <x:a> <x:p> 'one' } <http://g/2> { <x:a> <x:p> 'two' }");
    Files.writeString(dir.resolve("d.rq"), "DESCRIBE <x:a> FROM <http://g/2>");
    assertThat(icc.run("publish").code()).isZero();
    assertThat(icc.run("query", "d.rq", "--format", "nt").out())
        .contains("two")
        .doesNotContain("one");
  }

  @Test
  void query_thatHeedsNoEnd_endsAllTheSame() throws Exception {
    Files.writeString(
        dir.resolve("rdf-data/text.ttl"), "<x:a> <x:p> '%s' .".formatted("a".repeat(3_000)));
    Files.writeString(dir.resolve("e.rq"), "SELECT * { ?s ?p ?o FILTER REGEX(?o, 'a*a*a*a*a*b') }");
    assertThat(icc.run("publish").code()).isZero();
    long start = System.nanoTime();
    Result result = icc.run("query", "e.rq", "--query-timeout", "1s");
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.err()).contains("longer than 1.0 s").contains("--query-timeout");
    assertThat(System.nanoTime() - start).isLessThan(60_000_000_000L);
  }

  @Test
  void export_publishedAgain_givesTheSameTriples() throws Exception {
    Files.writeString(
        dir.resolve("rdf-data/g.trig"),
        "<http://g/1> { <http://e.org/x> <http://e.org/p> 'x'@en }");
    assertThat(icc.run("publish").code()).isZero();
    for (String format : List.of("nq", "trig", "jsonld")) {
      Path file = dir.resolve("copy." + format);
      assertThat(icc.run("export", "--format", format, "--output", file.toString()).code())
          .isZero();
      Result copy = icc.run("publish", "--state", "copy-" + format, "--data", file.toString());
      assertThat(copy.err()).as(format).contains("2 triples, 1 named graphs");
    }
  }

  @Test
  void rollback_toNowhere_isRefused() throws Exception {
    assertThat(icc.run("publish").code()).isZero();
    Result result = icc.run("rollback", "9");
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.err()).contains("no release 9");
  }

  private void town(String name) throws IOException {
    Files.writeString(
        dir.resolve("rdf-data/town.ttl"),
        "<https://w3id.org/intelligent-cities/id/town/%s> <http://e.org/name> \"%s\" ."
            .formatted(name, name));
  }

  private static HttpResponse<String> get(Serving serving, String path)
      throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(serving.address() + path)).build();
    return CLIENT.send(request, BodyHandlers.ofString());
  }

  private static void ask(
      Serving serving, AtomicBoolean stop, AtomicInteger asked, AtomicInteger failed) {
    while (!stop.get()) {
      try {
        asked.incrementAndGet();
        if (get(serving, "/").statusCode() != 200) {
          failed.incrementAndGet();
        }
      } catch (IOException | InterruptedException e) {
        failed.incrementAndGet();
      }
    }
  }

  private static void awaitRelease(Serving serving, int number) throws Exception {
    for (int i = 0; i < 50; i++) {
      if (get(serving, "/sparql?query=ASK%7B%7D")
          .headers()
          .firstValue("ICC-Release")
          .equals(Optional.of("" + number))) {
        return;
      }
      Thread.sleep(100);
    }
    throw new AssertionError("The server did not switch to release " + number);
  }
}
