package icc.lod.search;

import icc.lod.publish.Candidate;
import icc.lod.publish.Projection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/** The text index of a release, written when it is published. */
public final class LabelIndex implements Projection {
  /** The folder of the index in that of the release. */
  static final String FOLDER = "index";

  /** So much that the index of some ten thousand things is written once and never merged. */
  private static final double BUFFER_MEGABYTES = 64;

  @Override
  public String name() {
    return "text/1";
  }

  @Override
  public void project(Candidate candidate) throws IOException {
    Path folder = Files.createDirectories(candidate.folder().resolve(FOLDER));
    try (Directory directory = FSDirectory.open(folder)) {
      IndexWriterConfig config =
          new IndexWriterConfig(Analysis.FORMS).setRAMBufferSizeMB(BUFFER_MEGABYTES);
      try (IndexWriter writer = new IndexWriter(directory, config)) {
        write(candidate, writer);
        writer.forceMerge(1);
      }
      directory.deleteFile(IndexWriter.WRITE_LOCK_NAME);
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
