package icc.lod.search;

import static org.assertj.core.api.Assertions.assertThat;

import icc.lod.catalogue.Harvest;
import icc.lod.publish.Outcome;
import icc.lod.publish.Projection;
import icc.lod.publish.Publisher;
import icc.lod.publish.SourceSettings;
import icc.lod.store.Release;
import icc.lod.store.Releases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiBits;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.Bits;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A release of which parts were taken over is the release that was made anew. */
final class TakenOverTest {
  private static final String BASE = "https://w3id.org/intelligent-cities/";
  private static final String LABEL = "<http://www.w3.org/2000/01/rdf-schema#label>";

  @TempDir static Path dir;
  private static List<String> bundled = List.of();

  /** A part of the bundled data with all shapes: enough for many kinds, and soon published. */
  @BeforeAll
  static void statements() throws IOException {
    Path state = dir.resolve("bundled");
    Path folder =
        publish(
            state,
            List.of(Path.of("ontology"), Path.of("rdf-data")),
            List.of(new Harvest(new Releases(state))),
            false);
    bundled =
        Files.readAllLines(Release.statements(folder)).stream()
            .filter(
                line ->
                    line.contains("/ontology")
                        || line.substring(0, line.indexOf(' ')).hashCode() % 12 == 0)
            .toList();
  }

  private static Path publish(
      Path state, List<Path> data, List<Projection> projections, boolean force) {
    Outcome outcome =
        new Publisher(
                new SourceSettings(List.of(), data, List.of(), BASE, false),
                new Releases(state),
                projections,
                Clock.systemUTC())
            .publish(force);
    assertThat(outcome).isInstanceOf(Outcome.Published.class);
    return ((Outcome.Published) outcome).release().folder();
  }

  private static Path publish(Path state, List<String> lines, boolean force) throws IOException {
    Path file = Files.createDirectories(dir.resolve("data")).resolve("data.nq");
    Files.write(file, lines);
    return publish(
        state,
        List.of(file),
        List.of(
            new LabelIndex(),
            new FacetProjection(List.of("en", "uk")),
            new Harvest(new Releases(state))),
        force);
  }

  /** Statements go, come, and lose their objects to others. */
  private static List<String> changed(List<String> lines, int times, Random random) {
    List<String> changed = new ArrayList<>(lines);
    for (int i = 0; i < times; i++) {
      String one = changed.get(random.nextInt(changed.size()));
      String other = changed.get(random.nextInt(changed.size()));
      switch (random.nextInt(4)) {
        case 0 -> changed.remove(one);
        case 1 -> changed.add(subject(one) + " " + other.substring(other.indexOf(' ') + 1));
        case 2 ->
            changed.add(subject(one) + " " + LABEL + " \"Name " + random.nextInt() + "\"@uk .");
        default -> {
          changed.remove(one);
          changed.add(
              one.substring(0, one.indexOf(' ', one.indexOf(' ') + 1))
                  + " "
                  + subject(other)
                  + " .");
        }
      }
    }
    return changed;
  }

  private static List<String> differing(Map<String, String> some, Map<String, String> others) {
    assertThat(some.keySet()).isEqualTo(others.keySet());
    return some.keySet().stream()
        .filter(key -> !Objects.equals(some.get(key), others.get(key)))
        .toList();
  }

  private static String subject(String line) {
    return line.substring(0, line.indexOf(' '));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 6, 60})
  void changesOnlyWhatChanged(int times) throws IOException {
    Path state = dir.resolve("changes-" + times);
    Random random = new Random(times);
    List<String> lines = bundled;
    publish(state, lines, false);
    for (int i = 0; i < 2; i++) {
      lines = changed(lines, times, random);
      Path now = publish(state, lines, false);
      Path anew = publish(dir.resolve("anew-" + times), lines, true);
      assertThat(differing(facets(now), facets(anew))).as(i + ". change").isEmpty();
      assertThat(documents(now)).as(i + ". change").isEqualTo(documents(anew));
    }
  }

  @Test
  void takesOverWhatDidNot() throws IOException {
    Path state = dir.resolve("links");
    Path first = publish(state, bundled, false);
    List<String> lines = new ArrayList<>(bundled);
    String city =
        lines.stream()
            .filter(line -> line.contains("/id/city/"))
            .findFirst()
            .map(TakenOverTest::subject)
            .orElseThrow();
    lines.add(city + " " + LABEL + " \"Another name\"@en .");
    Path second = publish(state, lines, false);
    long all = count(second.resolve("facets"), ".texts");
    assertThat(same(first.resolve("facets"), second.resolve("facets"), ".texts"))
        .isGreaterThan(all / 2)
        .isLessThan(all);
    assertThat(same(first.resolve("index"), second.resolve("index"), "")).isPositive();
    Path forced = publish(state, lines, true);
    assertThat(same(second.resolve("facets"), forced.resolve("facets"), "")).isZero();
    assertThat(same(second.resolve("index"), forced.resolve("index"), "")).isZero();
  }

  /** How many files of one folder are those of another. */
  private static long same(Path one, Path other, String ending) throws IOException {
    long same = 0;
    try (Stream<Path> files = Files.list(other)) {
      for (Path file : files.filter(path -> path.toString().endsWith(ending)).toList()) {
        Object key =
            Files.readAttributes(file, java.nio.file.attribute.BasicFileAttributes.class).fileKey();
        try (Stream<Path> olds = Files.list(one)) {
          for (Path old : olds.toList()) {
            same +=
                key.equals(
                        Files.readAttributes(old, java.nio.file.attribute.BasicFileAttributes.class)
                            .fileKey())
                    ? 1
                    : 0;
          }
        }
      }
    }
    return same;
  }

  private static long count(Path folder, String ending) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(path -> path.toString().endsWith(ending)).count();
    }
  }

  /** The bytes of all files of the facets but for what was asked for all, which may be more. */
  private static Map<String, String> facets(Path release) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.list(release.resolve("facets"))) {
      for (Path file : all.toList()) {
        if (!file.getFileName().toString().equals(".reads")) {
          files.put(
              file.getFileName().toString(),
              icc.lod.rdf.Digests.shortHex(
                  new String(
                      Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1)));
        }
      }
    }
    return files;
  }

  /** Each document of the text index: all that is stored, all its terms and how often. */
  private static List<String> documents(Path release) throws IOException {
    List<String> documents = new ArrayList<>();
    try (DirectoryReader reader =
        DirectoryReader.open(FSDirectory.open(release.resolve("index")))) {
      Map<Integer, Set<String>> terms = terms(reader);
      Bits live = MultiBits.getLiveDocs(reader);
      for (int id = 0; id < reader.maxDoc(); id++) {
        if (live == null || live.get(id)) {
          List<String> stored = new ArrayList<>();
          for (IndexableField field : reader.storedFields().document(id)) {
            stored.add(field.name() + "=" + field.stringValue());
          }
          Collections.sort(stored);
          documents.add(stored + " " + terms.get(id));
        }
      }
    }
    Collections.sort(documents);
    return documents;
  }

  private static Map<Integer, Set<String>> terms(IndexReader reader) throws IOException {
    Map<Integer, Set<String>> terms = new TreeMap<>();
    for (LeafReaderContext leaf : reader.leaves()) {
      LeafReader part = leaf.reader();
      for (var field : part.getFieldInfos()) {
        Terms all = part.terms(field.name);
        TermsEnum each = all == null ? TermsEnum.EMPTY : all.iterator();
        while (each.next() != null) {
          PostingsEnum postings = each.postings(null);
          while (postings.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
            terms
                .computeIfAbsent(leaf.docBase + postings.docID(), id -> new TreeSet<>())
                .add(field.name + ":" + each.term().utf8ToString() + "*" + postings.freq());
          }
        }
      }
    }
    return terms;
  }
}
