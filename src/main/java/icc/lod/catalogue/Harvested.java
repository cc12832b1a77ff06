package icc.lod.catalogue;

import icc.lod.store.Release;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

/** What the harvest left in the folder of a release, for others to hold against the data. */
public final class Harvested {
  /** A table: the class whose things it lists, and how many rows it has. */
  public record Rows(String type, long rows) {}

  /** A file of the dumps with the size and digest that the catalogue tells of it. */
  public record DumpFile(Path file, long bytes, String sha256) {}

  private final Holdings holdings;
  private final Path dumps;

  private Harvested(Holdings holdings, Path dumps) {
    this.holdings = holdings;
    this.dumps = dumps;
  }

  /** The harvest of a release, or of one in the making. */
  public static Harvested of(Path folder, String base) {
    Release release = new Release(1, Instant.EPOCH, folder, "", 0, 0, base);
    return new Harvested(Holdings.read(release), ReleaseFiles.dumps(ReleaseFiles.folder(folder)));
  }

  /** All files of the dumps. */
  public List<DumpFile> dumps() {
    return holdings.dumps().stream()
        .map(dump -> new DumpFile(dumps.resolve(dump.name()), dump.bytes(), dump.sha256()))
        .toList();
  }

  /** How many of them the catalogue has to list: what is in an archive is not listed again. */
  public long listed() {
    return holdings.dumps().stream()
        .filter(dump -> dump.whole() || dump.content() == Dump.Content.GRAPH)
        .count();
  }

  /** A count of the whole, by the local name of its property in VoID. */
  public long count(String property) {
    return holdings.count(property);
  }

  /** The counts as VoID. */
  public Graph statistics() {
    return holdings.statistics();
  }

  /** How many things each class has, by VoID. */
  public Map<String, Long> classes() {
    Map<String, Long> classes = new TreeMap<>();
    Node partition = Rdf.iri(Rdf.VOID + "classPartition");
    statistics()
        .find(holdings.metadata().dataset(), partition, Node.ANY)
        .forEachRemaining(
            found -> {
              Node part = found.getObject();
              classes.put(
                  value(part, "class").getURI(),
                  Long.valueOf(value(part, "entities").getLiteralLexicalForm()));
            });
    return classes;
  }

  private Node value(Node subject, String property) {
    return statistics().find(subject, Rdf.iri(Rdf.VOID + property), Node.ANY).next().getObject();
  }

  /** The tables with their rows, counted as a reader of CSV counts them (RFC 4180). */
  public List<Rows> tables() throws IOException {
    List<Rows> tables = new ArrayList<>();
    for (Dump dump : holdings.dumps()) {
      if (dump.content() == Dump.Content.TABLE && dump.coding().isEmpty()) {
        try (Reader in = Files.newBufferedReader(dumps.resolve(dump.name()));
            CSVParser rows = CSVParser.parse(in, CSVFormat.RFC4180)) {
          tables.add(new Rows(dump.about(), rows.stream().count() - 1));
        }
      }
    }
    return tables;
  }

  /** How many things of ours have a document. */
  public long documents() throws IOException {
    Path list = ReleaseFiles.folder(holdings.release().folder()).resolve(Entities.FILE);
    try (Stream<String> lines = Files.lines(list)) {
      return lines.count();
    }
  }

  /** The catalogue as it is served at an address. */
  public Graph catalogue(String origin) {
    Site site = new Site(origin, "", path -> true, "");
    return DcatCatalogue.of(holdings, site, DcatCatalogue.datasets(holdings));
  }

  /** The IRI of the whole data set. */
  public Node dataset() {
    return holdings.metadata().dataset();
  }
}
