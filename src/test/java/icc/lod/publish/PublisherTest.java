package icc.lod.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import icc.lod.store.CurrentStore;
import icc.lod.store.Lease;
import icc.lod.store.PublishLock;
import icc.lod.store.Release;
import icc.lod.store.Releases;
import icc.lod.store.Retention;
import icc.lod.store.Tdb2Store;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PublisherTest {
  private static final String BASE = "http://example.org/";
  private static final String SHAPES =
      """
      @prefix sh: <http://www.w3.org/ns/shacl#> .
      @prefix ex: <http://example.org/> .
      ex:Town a ex:Kind . ex:Kind a ex:Kind . ex:name a ex:Kind . ex:twin a ex:Kind .
      ex:TownShape a sh:NodeShape ; sh:targetClass ex:Town ; sh:property ex:TownName .
      ex:TownName sh:path ex:name ; sh:minCount 1 ; sh:message "Give the town a name (ex:name)" .
      """;

  @TempDir Path dir;

  @BeforeEach
  void folders() throws IOException {
    for (String name : List.of("ontology", "data", "examples")) {
      Files.createDirectory(dir.resolve(name));
    }
  }

  @Test
  void publish_valid_makesAReleaseCurrent() throws IOException {
    data("towns.ttl", "<http://example.org/a> <http://example.org/name> \"A\" .");

    Outcome outcome = publisher().publish(false);

    Release release = ((Outcome.Published) outcome).release();
    assertThat(release.number()).isEqualTo(1);
    assertThat(release.triples()).isEqualTo(1);
    assertThat(releases().current()).contains(release);
  }

  @Test
  void publish_unchanged_makesNoRelease() throws IOException {
    data("towns.ttl", "<http://example.org/a> <http://example.org/name> \"A\" .");
    publisher().publish(false);

    assertThat(publisher().publish(false)).isInstanceOf(Outcome.Unchanged.class);
    assertThat(publisher().publish(true)).isInstanceOf(Outcome.Published.class);
    assertThat(releases().all()).hasSize(2);
  }

  @Test
  void publish_prepared_isTakenOverOnlyWhereItFits() throws IOException {
    data("towns.ttl", "<http://example.org/a> <http://example.org/name> \"A\" .");
    Release made = ((Outcome.Published) publisher().publish(false)).release();
    Path prepared = dir.resolve("prepared");
    Files.move(made.folder(), prepared);

    Releases fresh = new Releases(dir.resolve("fresh"));
    Release taken = ((Outcome.Published) prepared(fresh, prepared).publish(false)).release();
    assertThat(taken.folder()).isEqualTo(fresh.current().orElseThrow().folder());
    assertThat(taken.created()).isEqualTo(made.created());
    assertThat(Tdb2Store.open(taken.database()).<Long>read(d -> (long) d.getDefaultGraph().size()))
        .isEqualTo(1);
    assertThat(prepared.resolve("release.json")).exists();

    data("towns.ttl", "<http://example.org/b> <http://example.org/name> \"B\" .");
    Release second = ((Outcome.Published) prepared(fresh, prepared).publish(false)).release();
    assertThat(second.number()).isEqualTo(2);
    Releases other = new Releases(dir.resolve("other"));
    Release own = ((Outcome.Published) prepared(other, prepared).publish(false)).release();
    assertThat(own.sources()).isNotEqualTo(made.sources());
  }

  private Publisher prepared(Releases into, Path prepared) {
    return new Publisher(
        settings(true), into, List.of(), Clock.systemUTC(), Retention.ALL, Optional.of(prepared));
  }

  @Test
  void publish_allOfAReleaseIsOfOneInstant_andNoTwoAreOfTheSame() throws IOException {
    List<Instant> told = new ArrayList<>();
    Clock ticking =
        Clock.tick(Clock.systemUTC(), Duration.ofDays(1)); // the same instant, however often asked
    Projection telling =
        new Projection() {
          @Override
          public String name() {
            return "telling/1";
          }

          @Override
          public void project(Candidate candidate) {
            told.add(candidate.created());
          }
        };
    for (String name : List.of("A", "B", "C")) {
      data("towns.ttl", "<http://example.org/a> <http://example.org/name> \"" + name + "\" .");
      new Publisher(settings(true), releases(), List.of(telling), ticking).publish(false);
    }

    assertThat(releases().all())
        .extracting(Release::created)
        .isEqualTo(told)
        .doesNotHaveDuplicates();
  }

  @Test
  void publish_syntaxErrors_areAllReportedWithPlace() throws IOException {
    data("good.ttl", "<http://example.org/a> <http://example.org/name> \"A\" .");
    publisher().publish(false);
    data("bad.ttl", "<http://example.org/a> <http://example.org/name> \"A\" .\n<http://x> oops");
    data("space.nt", "<http://example.org/a b> <http://example.org/p> <http://example.org/c> .");
    data("bad.jsonld", "{ \"@id\": }");

    Report report = refused(publisher().publish(false));

    assertThat(report.text())
        .contains("bad.ttl:2:")
        .contains("space.nt:1:")
        .contains("bad.jsonld:1:");
    assertThat(releases().current().orElseThrow().number()).isEqualTo(1);
    assertThat(unfinished()).isEmpty();
  }

  @Test
  void publish_shapeBroken_namesFileLineRuleAndMend() throws IOException {
    Files.writeString(dir.resolve("ontology/shapes.ttl"), SHAPES);
    data("towns.ttl", "@prefix ex: <http://example.org/> .\n\nex:a a ex:Town .");

    Report report = refused(publisher().publish(false));

    assertThat(report.text())
        .contains("towns.ttl:3: [http://example.org/TownName] <http://example.org/a>")
        .contains("Give the town a name");
  }

  @Test
  void publish_danglingLinkUndefinedTermAndBlankNode_areRefused() throws IOException {
    Files.writeString(dir.resolve("ontology/shapes.ttl"), SHAPES);
    data(
        "towns.ttl",
        """
        @prefix ex: <http://example.org/> .
        ex:a a ex:Town ; ex:name "A" ; ex:twin ex:nowhere ; ex:typo 1 ; ex:twin [ ex:name "B" ] .
        """);

    List<String> rules =
        refused(publisher().publish(false)).findings().stream().map(Finding::rule).toList();

    assertThat(rules).contains("no-dangling-links", "no-undefined-terms", "no-blank-nodes");
  }

  @Test
  void publish_noGate_takesWhatRulesForbid() throws IOException {
    Files.writeString(dir.resolve("ontology/shapes.ttl"), SHAPES);
    data("towns.ttl", "@prefix ex: <http://example.org/> . ex:a a ex:Town ; ex:twin [] .");

    SourceSettings lax = settings(false);

    assertThat(new Publisher(lax, releases(), List.of(), Clock.systemUTC()).publish(false))
        .isInstanceOf(Outcome.Published.class);
  }

  @Test
  void publish_foreignBlankNodes_passWithoutShapes() throws IOException {
    data("any.ttl", "<http://example.org/a> <http://example.org/p> [ <http://example.org/q> 1 ] .");

    assertThat(publisher().publish(false)).isInstanceOf(Outcome.Published.class);
  }

  @Test
  void publish_failingExample_isRefused() throws IOException {
    data("towns.ttl", "<http://example.org/a> <http://example.org/name> \"A\" .");
    Files.writeString(
        dir.resolve("examples/one.ttl"),
        """
        @prefix sh: <http://www.w3.org/ns/shacl#> .
        @prefix icc: <https://w3id.org/intelligent-cities/ontology#> .
        <http://example.org/ex/none> a sh:SPARQLExecutable ; sh:select "SELECT * { ?s <x:y> ?o }" .
        <http://example.org/ex/bad> a sh:SPARQLExecutable ; sh:select "SELEKT" .
        <http://example.org/ex/few> a sh:SPARQLExecutable ; icc:minimumResults 999 ;
          sh:select "SELECT * { ?s ?p ?o }" .
        <http://example.org/ex/fine> a sh:SPARQLExecutable ; sh:ask "ASK { ?s ?p \\"A\\" }" .
        """);

    assertThat(refused(publisher().publish(false)).text())
        .contains("<http://example.org/ex/none>: gives 0 results")
        .contains("<http://example.org/ex/bad>: is not a valid query")
        .contains("<http://example.org/ex/few>: gives")
        .doesNotContain("fine");
  }

  @Test
  void publish_namedGraphs_areInTheUnionAndAddressable() throws IOException {
    data("towns.trig", "<http://g/1> { <http://example.org/a> <http://example.org/name> \"A\" }");
    data("plain.ttl", "<http://example.org/b> <http://example.org/name> \"B\" .");
    Files.createDirectory(dir.resolve("data/sub"));
    data("sub/global.graph", "http://g/2\n");
    data("sub/c.ttl", "<http://example.org/c> <http://example.org/name> \"C\" .");

    Release release = ((Outcome.Published) publisher().publish(false)).release();

    assertThat(release.triples()).isEqualTo(3);
    assertThat(release.graphs()).isEqualTo(2);
    try (Tdb2Store store = Tdb2Store.open(release.database())) {
      Node graph = NodeFactory.createURI("http://g/2");
      assertThat(store.<Integer>read(dataset -> dataset.getGraph(graph).size())).isEqualTo(1);
    }
  }

  @Test
  void publish_everySyntaxAndGzip_isRead() throws IOException {
    data("a.ttl", "<http://example.org/1> <http://example.org/p> 1 .");
    data("b.nt", "<http://example.org/2> <http://example.org/p> \"2\" .");
    data("c.nq", "<http://example.org/3> <http://example.org/p> \"3\" <http://g/1> .");
    data("d.trig", "{ <http://example.org/4> <http://example.org/p> 4 }");
    data("e.jsonld", "{\"@id\":\"http://example.org/5\",\"http://example.org/p\":5}");
    data(
        "f.rdf",
        "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'"
            + " xmlns:e='http://example.org/'><rdf:Description"
            + " rdf:about='http://example.org/6'><e:p>6</e:p></rdf:Description></rdf:RDF>");
    data("ignored.txt", "not RDF");
    try (OutputStream out =
        new GZIPOutputStream(Files.newOutputStream(dir.resolve("data/g.ttl.gz")))) {
      out.write(
          "<http://example.org/7> <http://example.org/p> 7 .".getBytes(StandardCharsets.UTF_8));
    }

    assertThat(((Outcome.Published) publisher().publish(false)).release().triples()).isEqualTo(7);
  }

  @Test
  void publish_remoteContext_isRefusedWithoutAConnection() throws IOException {
    data(
        "a.jsonld",
        "{\"@context\":\"http://127.0.0.1:9/c.jsonld\",\"@id\":\"http://example.org/5\"}");

    assertThat(refused(publisher().publish(false)).text())
        .contains("remote contexts are not loaded");
  }

  @Test
  void publish_missingPath_isOneClearFinding() {
    SourceSettings missing =
        new SourceSettings(List.of(), List.of(dir.resolve("nowhere")), List.of(), BASE, true);

    Outcome outcome =
        new Publisher(missing, releases(), List.of(), Clock.systemUTC()).publish(false);

    assertThat(refused(outcome).text()).contains("nowhere").contains("no such file or folder");
  }

  @Test
  void publish_whileAnotherPublishes_isToldSo() throws IOException {
    try (PublishLock held = PublishLock.tryTake(dir.resolve("state")).orElseThrow()) {
      assertThat(held).isNotNull();
      assertThatThrownBy(() -> publisher().publish(false))
          .isInstanceOf(PublishingException.class)
          .hasMessageContaining("Another process is publishing");
    }
  }

  @Test
  void refusedPublish_leavesReadersAlone() throws IOException {
    data("towns.ttl", "<http://example.org/a> <http://example.org/name> \"A\" .");
    publisher().publish(false);
    try (CurrentStore store =
        new CurrentStore(releases(), release -> Tdb2Store.open(release.database()))) {
      store.refresh();
      data("bad.ttl", "oops");
      publisher().publish(false);
      assertThat(store.refresh()).isFalse();
      try (Lease lease = store.lease()) {
        lease.store().check();
        assertThat(lease.release().number()).isEqualTo(1);
      }
    }
  }

  @Test
  void validate_makesNothing() throws IOException {
    data("towns.ttl", "<http://example.org/a> <http://example.org/name> \"A\" .");

    assertThat(publisher().validate()).isInstanceOf(Outcome.Valid.class);
    assertThat(releases().all()).isEmpty();
  }

  @Test
  void contexts_areKeptAsTheyWereWritten() throws IOException {
    Files.createDirectory(dir.resolve("ontology/context"));
    String context = "{ \"@context\": { \"name\": \"http://example.org/name\" } }\n";
    Files.writeString(dir.resolve("ontology/context/v1.jsonld"), context);

    Release release = ((Outcome.Published) publisher().publish(false)).release();

    assertThat(release.folder().resolve("context/v1.jsonld")).hasContent(context);
  }

  /** Writes how many triples there are, or fails. */
  private record Count(String name, Optional<Exception> fault) implements Projection {
    @Override
    public void project(Candidate candidate) throws IOException {
      Path folder = Files.createDirectory(candidate.folder().resolve("count"));
      Files.writeString(
          folder.resolve("triples.txt"), "" + candidate.dataset().getDefaultGraph().size());
      if (fault.orElse(null) instanceof IOException failed) {
        throw failed;
      }
      if (fault.orElse(null) instanceof RuntimeException failed) {
        throw failed;
      }
    }
  }

  @Test
  void projection_isPartOfTheRelease() throws IOException {
    data("towns.ttl", "<http://example.org/a> <http://example.org/name> \"A\" .");
    Projection count = new Count("count/1", Optional.empty());

    Release release = ((Outcome.Published) publisher(count).publish(false)).release();

    assertThat(release.folder().resolve("count/triples.txt")).hasContent("1");
    assertThat(publisher(count).publish(false)).isInstanceOf(Outcome.Unchanged.class);
  }

  @Test
  void projection_ofAnotherVersion_makesANewRelease() throws IOException {
    data("towns.ttl", "<http://example.org/a> <http://example.org/name> \"A\" .");
    publisher().publish(false);

    for (String name : List.of("count/1", "count/2")) {
      Outcome outcome = publisher(new Count(name, Optional.empty())).publish(false);
      assertThat(outcome).as(name).isInstanceOf(Outcome.Published.class);
    }
    assertThat(releases().all()).hasSize(3);
  }

  @Test
  void projection_thatFails_refusesAndLeavesNothing() throws IOException {
    data("towns.ttl", "<http://example.org/a> <http://example.org/name> \"A\" .");
    publisher().publish(false);
    data("towns.ttl", "<http://example.org/b> <http://example.org/name> \"B\" .");

    for (Exception fault :
        List.of(new IOException("disk full"), new IllegalStateException("odd"))) {
      Publisher failing = publisher(new Count("count/1", Optional.of(fault)));
      assertThatThrownBy(() -> failing.publish(false))
          .isInstanceOf(PublishingException.class)
          .hasMessageContaining("nothing was changed");
      assertThatThrownBy(failing::validate).isInstanceOf(PublishingException.class);
    }

    assertThat(releases().all()).hasSize(1);
    assertThat(releases().current().orElseThrow().number()).isEqualTo(1);
    assertThat(unfinished()).isEmpty();
    assertThat(publisher().publish(false)).isInstanceOf(Outcome.Published.class);
  }

  @Test
  void projection_thatFails_saysWhichAndWhatToDo() throws IOException {
    data("towns.ttl", "<http://example.org/a> <http://example.org/name> \"A\" .");

    assertThatThrownBy(
            () ->
                publisher(new Count("count/1", Optional.of(new IOException("disk full"))))
                    .publish(false))
        .hasMessageContaining("count/1")
        .hasMessageContaining("disk full")
        .hasMessageContaining("space and rights");
    assertThat(releases().current()).isEmpty();
  }

  @Test
  void projection_isNotAskedForARefusedCandidate() throws IOException {
    Files.writeString(dir.resolve("ontology/shapes.ttl"), SHAPES);
    data("towns.ttl", "@prefix ex: <http://example.org/> . ex:a a ex:Town .");

    Outcome outcome =
        publisher(new Count("count/1", Optional.of(new IllegalStateException("asked"))))
            .publish(false);

    assertThat(refused(outcome).text()).contains("Give the town a name");
  }

  @Test
  void publish_manyBlankNodes_areAllCounted() throws IOException {
    Files.writeString(dir.resolve("ontology/shapes.ttl"), SHAPES);
    // Each file spells out ten of its own, so that more than a report keeps takes many files.
    for (int file = 0; file < 120; file++) {
      data("b%03d.ttl".formatted(file), "[] <http://example.org/name> 1 .\n".repeat(10));
    }

    Report report = refused(publisher().publish(false));

    assertThat(report.total()).isGreaterThanOrEqualTo(1_200);
    assertThat(report.findings()).hasSize(Report.LIMIT);
    assertThat(report.text()).contains("more");
  }

  @Test
  void publish_examplesSideBySide_areReportedInOrder() throws IOException {
    data("towns.ttl", "<http://example.org/a> <http://example.org/name> \"A\" .");
    StringBuilder many = new StringBuilder("@prefix sh: <http://www.w3.org/ns/shacl#> .\n");
    for (int i = 10; i < 40; i++) {
      many.append("<http://example.org/ex/%d> a sh:SPARQLExecutable ; ".formatted(i))
          .append("sh:select \"SELECT * { ?s <x:y> ?o }\" .\n");
    }
    Files.writeString(dir.resolve("examples/many.ttl"), many);

    List<String> first = entities(refused(publisher().publish(false)));

    assertThat(first).hasSize(30);
    assertThat(entities(refused(publisher().publish(false)))).isEqualTo(first);
  }

  private static List<String> entities(Report report) {
    return report.findings().stream().map(Finding::entity).toList();
  }

  private Publisher publisher(Projection... projections) {
    return new Publisher(settings(true), releases(), List.of(projections), Clock.systemUTC());
  }

  private SourceSettings settings(boolean gate) {
    return new SourceSettings(
        List.of(dir.resolve("ontology")),
        List.of(dir.resolve("data")),
        List.of(dir.resolve("examples")),
        BASE,
        gate);
  }

  private Releases releases() {
    return new Releases(dir.resolve("state"));
  }

  private void data(String name, String text) throws IOException {
    Files.writeString(dir.resolve("data").resolve(name), text);
  }

  private static Report refused(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    return ((Outcome.Refused) outcome).report();
  }

  private List<Path> unfinished() throws IOException {
    try (var entries = Files.list(dir.resolve("state/releases"))) {
      return entries.filter(p -> p.getFileName().toString().startsWith(".")).toList();
    }
  }
}
