package icc.lod.catalogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;

/**
 * A data set of the catalogue: what tells its content, and since when it has that.
 *
 * @param role {@code catalogue}, {@code dataset} or {@code part}
 * @param iri its IRI
 * @param triples how many statements it has
 * @param digest of its content
 * @param issued when a release first had it
 * @param modified when a release first had it with this content
 */
record Dates(String role, String iri, long triples, String digest, String issued, String modified) {
  private static final String FILE = "datasets.tsv";

  static final String CATALOGUE = "catalogue";
  static final String DATASET = "dataset";
  static final String PART = "part";

  /** Writes the list of a release, with the dates of the one before where nothing changed. */
  static void write(
      Path folder,
      Metadata metadata,
      Map<String, Long> graphs,
      List<Dump> dumps,
      Optional<Path> previous,
      Instant now)
      throws IOException {
    Map<String, String> digests = new LinkedHashMap<>();
    dumps.stream()
        .filter(dump -> dump.coding().isEmpty())
        .filter(
            dump -> dump.content() == Dump.Content.N_QUADS || dump.content() == Dump.Content.GRAPH)
        .forEach(dump -> digests.put(dump.about(), dump.sha256()));
    String whole = digests.getOrDefault("", "");
    Map<String, Dates> before = new LinkedHashMap<>();
    if (previous.isPresent()) {
      read(previous.get()).forEach(dates -> before.put(dates.role() + dates.iri(), dates));
    }
    List<Dates> all = new ArrayList<>();
    all.add(new Dates(CATALOGUE, metadata.catalogue().getURI(), 0, whole, "", ""));
    all.add(new Dates(DATASET, metadata.dataset().getURI(), 0, whole, "", ""));
    for (Node part : metadata.parts()) {
      String iri = part.getURI();
      long triples = graphs.getOrDefault(iri, 0L);
      all.add(new Dates(PART, iri, triples, digests.getOrDefault(iri, ""), "", ""));
    }
    Files.write(
        folder.resolve(FILE),
        all.stream().map(dates -> dates.since(before, now.toString()).line()).toList());
  }

  private Dates since(Map<String, Dates> before, String now) {
    Optional<Dates> old = Optional.ofNullable(before.get(role + iri));
    String first = old.map(Dates::issued).orElse(now);
    String last = old.filter(o -> o.digest().equals(digest)).map(Dates::modified).orElse(now);
    return new Dates(role, iri, triples, digest, first, last);
  }

  /** The list of a release; empty when it has none. */
  static List<Dates> read(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    return Files.isRegularFile(file)
        ? Files.readAllLines(file).stream().map(Dates::parse).toList()
        : List.of();
  }

  private static Dates parse(String line) {
    String[] cells = line.split("\t", -1);
    return new Dates(cells[0], cells[1], Long.parseLong(cells[2]), cells[3], cells[4], cells[5]);
  }

  private String line() {
    return String.join("\t", role, iri, Long.toString(triples), digest, issued, modified);
  }
}
