package icc.lod.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.ZstdInputStream;
import icc.lod.rdf.Digests;
import icc.lod.statements.FileStatements;
import icc.lod.statements.NQuads;
import icc.lod.statements.SortedLines;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.lang.LabelToNode;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.util.IsoMatcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a publish leaves to be harvested. */
final class HarvestTest {
  private static final String DATA =
      """
      @prefix : <https://data.example.org/id/> .
      @prefix v: <https://data.example.org/def#> .
      @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
      :a a v:Town ; v:name "A \\"quoted\\" \\\\ name\\nin lines"@en , "Назва|інша"@uk , "Назва; ще"@uk ;
        v:size 12 ; v:near :b , :c ; v:seat [ v:street "Main" ; v:at [ v:floor 1 ] ] .
      :b a v:Town ; v:name "B, with comma"@en ; v:size "many" ; v:near :a .
      :c a v:Village ; v:seat [ v:street "Main" ; v:at [ v:floor 2 ] ] .
      :g { :a v:size 12 . :d a v:Town ; v:emoji "\\U0001F600 \\t tab" ; v:when "2026-01-01"^^xsd:date . }
      :h { :d v:emoji "\\U0001F600 \\t tab" . _:x v:knows _:y . _:y v:knows _:x . }
      """;

  @Test
  void everyDump_holdsTheSameStatements(@TempDir Path state) throws Exception {
    Path dumps = ReleaseFiles.dumps(CatalogueSite.publish(state, DATA, 0));
    DatasetGraph expected = DatasetGraphFactory.create();
    RDFParser.fromString(DATA, Lang.TRIG).parse(expected);
    Graph union = DatasetGraphFactory.create().getDefaultGraph();
    expected.stream().forEach(quad -> union.add(quad.asTriple()));

    for (String name : List.of("all.nq", "all.trig", "all.jsonld")) {
      DatasetGraph read = RDFDataMgr.loadDatasetGraph(dumps.resolve(name).toString());
      Set<String> once =
          expected.stream()
              .filter(q -> q.isDefaultGraph() && !named(expected, q))
              .map(Object::toString)
              .collect(Collectors.toSet());
      assertThat(read.getDefaultGraph().size()).as(name).isEqualTo(once.size());
      expected
          .listGraphNodes()
          .forEachRemaining(
              graph ->
                  assertThat(IsoMatcher.isomorphic(read.getGraph(graph), expected.getGraph(graph)))
                      .as(name + " " + graph)
                      .isTrue());
    }
    for (String name : List.of("all.ttl", "all.rdf")) {
      Graph read = RDFDataMgr.loadGraph(dumps.resolve(name).toString());
      assertThat(IsoMatcher.isomorphic(read, union)).as(name).isTrue();
    }
  }

  private static boolean named(DatasetGraph data, org.apache.jena.sparql.core.Quad quad) {
    return data.findNG(
            org.apache.jena.graph.Node.ANY,
            quad.getSubject(),
            quad.getPredicate(),
            quad.getObject())
        .hasNext();
  }

  @Test
  void dumps_areTheSameBytesWhateverTheOrderAndTheLabels(@TempDir Path one, @TempDir Path other)
      throws Exception {
    Path first = ReleaseFiles.dumps(CatalogueSite.publish(one, DATA, 0));
    List<String> lines = Files.readAllLines(first.resolve("all.nq"));
    String shuffled =
        lines.reversed().stream()
            .map(line -> line.replaceAll("_:c14n(\\d+)", "_:other$1"))
            .collect(Collectors.joining("\n"));
    Path sources = Files.createDirectories(other.resolve("sources"));
    Files.writeString(sources.resolve("data.trig"), "");
    DatasetGraph again = DatasetGraphFactory.create();
    RDFParser.fromString(shuffled, Lang.NQUADS)
        .labelToNode(LabelToNode.createUseLabelAsGiven())
        .parse(again);
    String trig = org.apache.jena.riot.RDFWriter.source(again).lang(Lang.TRIG).asString();
    Path second = ReleaseFiles.dumps(CatalogueSite.publish(other, trig, 3));

    assertThat(Files.readAllLines(second.resolve("all.nq"))).isEqualTo(lines);
    assertThat(lines).anyMatch(line -> line.contains("_:c14n0"));
    for (String name : List.of("all.nq.gz", "all.nq.zst", "all.jsonld", "all.rdf", "town.csv")) {
      assertThat(second.resolve(name)).hasSameBinaryContentAs(first.resolve(name));
    }
  }

  @Test
  void nQuads_areInTheOrderOfTheirBytes(@TempDir Path state) throws Exception {
    Path dumps = ReleaseFiles.dumps(CatalogueSite.publish(state, DATA, 0));

    List<byte[]> lines =
        Files.readAllLines(dumps.resolve("all.nq")).stream()
            .map(line -> line.getBytes(java.nio.charset.StandardCharsets.UTF_8))
            .toList();

    assertThat(lines).isSortedAccordingTo(Arrays::compareUnsigned).doesNotHaveDuplicates();
  }

  @Test
  void everyFile_hasItsDigestAndUnpacksToThePlainOne(@TempDir Path state) throws Exception {
    Path dumps = ReleaseFiles.dumps(CatalogueSite.publish(state, DATA, 0));

    List<Dump> all = DumpFolder.list(dumps);

    assertThat(all).hasSizeGreaterThan(15);
    for (Dump dump : all) {
      Path file = dumps.resolve(dump.name());
      String digest = HexFormat.of().formatHex(Digests.sha256().digest(Files.readAllBytes(file)));
      assertThat(dump.sha256()).isEqualTo(digest);
      assertThat(dump.bytes()).isEqualTo(Files.size(file));
      assertThat(Files.readString(dumps.resolve(dump.name() + ".sha256")))
          .isEqualTo(digest + "  " + dump.name() + "\n");
      if (!dump.coding().isEmpty()) {
        try (InputStream in = unpacking(dump, file)) {
          String plain = dump.name().substring(0, dump.name().lastIndexOf('.'));
          assertThat(in.readAllBytes()).isEqualTo(Files.readAllBytes(dumps.resolve(plain)));
        }
      }
    }
  }

  private static InputStream unpacking(Dump dump, Path file) throws Exception {
    return dump.coding().equals(Dump.GZIP)
        ? new GZIPInputStream(Files.newInputStream(file))
        : new ZstdInputStream(Files.newInputStream(file));
  }

  @Test
  void tables_haveARowForEachThingAndTellWhatColumnsMean(@TempDir Path state) throws Exception {
    Path dumps = ReleaseFiles.dumps(CatalogueSite.publish(state, DATA, 0));

    assertThat(Files.readString(dumps.resolve("town.csv")).replace("\r\n", "↵"))
        .startsWith("id,emoji,name_en,name_uk,near,seat,size,when↵")
        .contains("https://data.example.org/id/b,,\"B, with comma\",,")
        // A separator that stands in no value.
        .contains("Назва; ще¦Назва|інша");
    assertThat(Files.readString(dumps.resolve(Tables.METADATA)))
        .contains("\"url\" : \"town.csv\"", "\"lang\" : \"uk\"", "\"separator\" : \"¦\"");
  }

  @Test
  void dates_areThoseOfTheContent(@TempDir Path state) throws Exception {
    Path first = CatalogueSite.publish(state, DATA, 0);
    List<Dates> before = Dates.read(first);
    List<String> documents = Files.readAllLines(first.resolve(Entities.FILE));
    Path same = CatalogueSite.publish(state, DATA, 5);

    assertThat(Dates.read(same)).isEqualTo(before);
    assertThat(Files.readAllLines(same.resolve(Entities.FILE))).isEqualTo(documents);

    Path changed = CatalogueSite.publish(state, DATA.replace("\"many\"", "\"more\""), 9);
    Set<String> different = new TreeSet<>(Files.readAllLines(changed.resolve(Entities.FILE)));
    documents.forEach(different::remove);

    assertThat(different)
        .singleElement()
        .asString()
        .startsWith("https://data.example.org/id/b\t/doc/b\t")
        .endsWith("\t2026-01-10T10:00:00Z");
    assertThat(Dates.read(changed).stream().filter(d -> d.role().equals(Dates.PART)))
        .allMatch(dates -> dates.modified().equals(CatalogueSite.FIRST.toString()));
    assertThat(Dates.read(changed).stream().filter(d -> d.role().equals(Dates.DATASET)))
        .allMatch(dates -> dates.modified().equals("2026-01-10T10:00:00Z"))
        .allMatch(dates -> dates.issued().equals(CatalogueSite.FIRST.toString()));
  }

  @Test
  void statements_readFromAFileAreThoseThatWereWritten(@TempDir Path folder) throws Exception {
    DatasetGraph data = DatasetGraphFactory.create();
    RDFParser.fromString(DATA, Lang.TRIG).parse(data);
    SortedLines lines = new SortedLines(folder, 400);
    data.stream()
        .forEach(
            quad -> {
              try {
                lines.add(
                    quad.isDefaultGraph()
                        ? NQuads.line(quad.asTriple())
                        : NQuads.line(quad.asTriple(), quad.getGraph()));
              } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
              }
            });
    Path file = folder.resolve("all.nq");
    StringBuilder text = new StringBuilder();
    try (SortedLines.Reader in = lines.sort().read()) {
      for (byte[] line = in.next(); line.length > 0; line = in.next()) {
        text.append(new String(line, java.nio.charset.StandardCharsets.UTF_8)).append('\n');
      }
    }
    Files.writeString(file, text);
    assertThat(folder).isDirectoryContaining("glob:**/run-*");

    long read = 0;
    try (FileStatements in = new FileStatements(file)) {
      for (var next = in.next(); next.isPresent(); next = in.next()) {
        var graph = in.graph().orElse(org.apache.jena.sparql.core.Quad.defaultGraphIRI);
        boolean blank = next.get().getSubject().isBlank() || next.get().getObject().isBlank();
        assertThat(
                blank
                    || data.contains(
                        graph,
                        next.get().getSubject(),
                        next.get().getPredicate(),
                        next.get().getObject()))
            .as(next.get().toString())
            .isTrue();
        read++;
      }
    }
    assertThat(read).isEqualTo(data.stream().count());
  }
}
