package icc.lod.search;

import icc.lod.publish.Candidate;
import icc.lod.publish.Earlier;
import icc.lod.publish.Projection;
import icc.lod.store.HardLinks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.text.TextQueryFuncs;
import org.apache.jena.vocabulary.RDFS;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/**
 * The text index of a release, written when it is published: that of the release before with what
 * changed written anew, where little did, else all.
 */
public final class LabelIndex implements Projection {
  /** The folder of the index in that of the release. */
  static final String FOLDER = "index";

  /** So much that the index of some ten thousand things is written once and never merged. */
  private static final double BUFFER_MEGABYTES = 64;

  /** Beyond, what was replaced weighs too much in how rare a word seems, and all is made anew. */
  private static final double MOST_REPLACED = 0.1;

  /**
   * What an index says of itself: by which version of this it was made, and of what sort of data.
   */
  private static final String MADE = "icc.made";

  @Override
  public String name() {
    return "text/2";
  }

  @Override
  public void project(Candidate candidate) throws IOException {
    Path folder = Files.createDirectories(candidate.folder().resolve(FOLDER));
    Optional<Earlier> before = candidate.earlier().filter(this::fits);
    try (Directory directory = FSDirectory.open(folder)) {
      if (before.isPresent()) {
        // Lucene never writes to a file twice.
        HardLinks.linkAll(before.get().folder().resolve(FOLDER), folder);
      }
      try (IndexWriter writer = new IndexWriter(directory, config())) {
        if (before.isPresent()) {
          update(candidate, before.get(), writer);
        } else {
          write(candidate, writer);
          writer.forceMerge(1);
        }
        writer.setLiveCommitData(Map.of(MADE, name()).entrySet());
      }
      directory.deleteFile(IndexWriter.WRITE_LOCK_NAME);
    }
  }

  private static IndexWriterConfig config() {
    return new IndexWriterConfig(Analysis.FORMS).setRAMBufferSizeMB(BUFFER_MEGABYTES);
  }

  /** Whether the index of an earlier release is as this one makes it, and only things changed. */
  private boolean fits(Earlier earlier) {
    Path folder = earlier.folder().resolve(FOLDER);
    boolean names =
        earlier.changed().stream()
            .anyMatch(triple -> triple.getPredicate().equals(RDFS.Nodes.subPropertyOf));
    if (names || !Files.isDirectory(folder)) {
      return false;
    }
    try (Directory directory = FSDirectory.open(folder);
        DirectoryReader reader = DirectoryReader.open(directory)) {
      return name().equals(reader.getIndexCommit().getUserData().get(MADE))
          && reader.numDeletedDocs() <= MOST_REPLACED * reader.maxDoc();
    } catch (IOException | IllegalArgumentException e) {
      // What cannot be read is not taken over.
      return false;
    }
  }

  /** Of what links lead to, it is told how many. */
  private static void update(Candidate candidate, Earlier earlier, IndexWriter writer)
      throws IOException {
    Set<Node> things = new HashSet<>();
    for (Triple triple : earlier.changed()) {
      things.add(triple.getSubject());
      things.add(triple.getObject());
    }
    things.removeIf(Node::isLiteral);
    IndexEntry entry = new IndexEntry(candidate);
    for (Node thing : things) {
      String name = TextQueryFuncs.subjectToString(thing);
      writer.deleteDocuments(new Term(IndexFields.URI, name), new Term(IndexFields.ENTITY, name));
      List<Triple> statements =
          candidate
              .graph()
              .find(thing, Node.ANY, Node.ANY)
              .filterKeep(IndexEntry::matters)
              .toList();
      writer.addDocuments(entry.documents(statements));
    }
  }

  /** TDB2 gives all triples in the order of its first index, so that those of a subject touch. */
  private static void write(Candidate candidate, IndexWriter writer) throws IOException {
    Graph graph = candidate.graph();
    IndexEntry entry = new IndexEntry(candidate);
    List<Triple> statements = new ArrayList<>();
    Iterator<Triple> all = graph.find(Node.ANY, Node.ANY, Node.ANY);
    while (all.hasNext()) {
      Triple triple = all.next();
      if (!statements.isEmpty() && !statements.get(0).getSubject().equals(triple.getSubject())) {
        writer.addDocuments(entry.documents(statements));
        statements.clear();
      }
      if (IndexEntry.matters(triple)) {
        statements.add(triple);
      }
    }
    writer.addDocuments(entry.documents(statements));
  }
}
