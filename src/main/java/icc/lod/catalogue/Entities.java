package icc.lod.catalogue;

import icc.lod.rdf.Digests;
import icc.lod.rdf.EntityIri;
import icc.lod.rdf.IriSpace;
import icc.lod.view.Terms;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;

/**
 * Writes the documents of a release, each with the instant since when it says what it says: a
 * document whose digest is that of the release before keeps its instant. Things come in the order
 * of their IRIs, and so the lists of two releases are merged, not held.
 *
 * <p>A line is: IRI, path, digest, instant. The documents of hash IRIs, which are few, follow.
 */
final class Entities implements AutoCloseable {
  static final String FILE = "entities.tsv";
  static final String TERMS_FILE = "terms.tsv";

  private static final Node TRUE = NodeFactory.createLiteralString("true");

  private final IriSpace space;
  private final Predicate<EntityIri> known;
  private final Instant now;
  private final Path folder;
  private final Before before;
  private final Map<String, String> termsBefore = new TreeMap<>();
  private final Map<String, MessageDigest> terms = new TreeMap<>();
  private final Writer out;

  /**
   * @param known which things the release describes
   * @param previous the folder of the release before, if there is one
   */
  Entities(
      IriSpace space, Predicate<EntityIri> known, Instant now, Path folder, Optional<Path> previous)
      throws IOException {
    this.space = space;
    this.known = known;
    this.now = now;
    this.folder = folder;
    Path old = previous.orElse(folder).resolve(FILE);
    this.before = new Before(previous.isPresent() && Files.exists(old) ? old : Path.of(""));
    Path oldTerms = previous.orElse(folder).resolve(TERMS_FILE);
    if (previous.isPresent() && Files.exists(oldTerms)) {
      for (String line : Files.readAllLines(oldTerms)) {
        termsBefore.put(line.substring(0, line.indexOf('\t')), line);
      }
    }
    this.out = Files.newBufferedWriter(folder.resolve(FILE));
  }

  /** Takes a thing of our own with all its statements. */
  void subject(EntityIri iri, List<Triple> statements, List<byte[]> lines) throws IOException {
    if (!iri.fragment().isEmpty()) {
      MessageDigest digest =
          terms.computeIfAbsent(iri.document().text(), document -> Digests.sha256());
      lines.forEach(digest::update);
      return;
    }
    MessageDigest digest = Digests.sha256();
    lines.forEach(digest::update);
    if (!withdrawn(statements)) {
      String hex = digest(digest);
      out.write(line(iri, hex, before.at(iri.text())));
    }
  }

  /** Ends the lists. */
  void finish() throws IOException {
    close();
    try (Writer list = Files.newBufferedWriter(folder.resolve(TERMS_FILE))) {
      for (Map.Entry<String, MessageDigest> entry : terms.entrySet()) {
        EntityIri document = new EntityIri(entry.getKey());
        Optional<String> old = Optional.ofNullable(termsBefore.get(entry.getKey()));
        list.write(line(document, digest(entry.getValue()), old));
      }
    }
  }

  private String line(EntityIri iri, String digest, Optional<String> old) {
    String same = iri.text() + "\t" + space.document(iri, known) + "\t" + digest + "\t";
    return old.filter(line -> line.startsWith(same)).orElse(same + now) + "\n";
  }

  /** A withdrawn thing answers 410: nobody is sent there. */
  private static boolean withdrawn(List<Triple> statements) {
    return statements.stream()
        .anyMatch(
            t ->
                t.getPredicate().equals(Terms.DEPRECATED)
                    && t.getObject().isLiteral()
                    && List.of(TRUE.getLiteralLexicalForm(), "1")
                        .contains(t.getObject().getLiteralLexicalForm()));
  }

  private static String digest(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest(), 0, 16);
  }

  @Override
  public void close() throws IOException {
    out.close();
    before.close();
  }

  /** The list of the release before, read along. */
  private static final class Before implements AutoCloseable {
    private final BufferedReader in;
    private String line;

    Before(Path file) throws IOException {
      in =
          file.toString().isEmpty()
              ? new BufferedReader(Reader.nullReader())
              : Files.newBufferedReader(file);
      line = read();
    }

    /** The line of an IRI; IRIs must be asked for in the order of the list. */
    Optional<String> at(String iri) throws IOException {
      while (!line.isEmpty() && precedes(line.substring(0, line.indexOf('\t')), iri)) {
        line = read();
      }
      return line.startsWith(iri + "\t") ? Optional.of(line) : Optional.empty();
    }

    /** As the lines of N-Quads are ordered, where an IRI ends in a bracket. */
    private static boolean precedes(String one, String other) {
      return java.util.Arrays.compareUnsigned(
              (one + ">").getBytes(StandardCharsets.UTF_8),
              (other + ">").getBytes(StandardCharsets.UTF_8))
          < 0;
    }

    private String read() throws IOException {
      return Optional.ofNullable(in.readLine()).orElse("");
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
