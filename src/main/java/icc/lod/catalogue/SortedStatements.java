package icc.lod.catalogue;

import icc.lod.publish.Candidate;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;

/**
 * All statements of a candidate in two files of canonical N-Quads: ordered by statement, and
 * ordered by graph first. The first is the canonical form of the data set (RDFC-1.0, section 4.4).
 *
 * @param byStatement each statement in its graphs; in the default graph what is in no other
 * @param byGraph the same; the default graph first
 * @param graphs how many statements each named graph has
 * @param labels those of the blank nodes
 */
record SortedStatements(
    Path byStatement, Path byGraph, Map<String, Long> graphs, BlankLabels labels) {
  private static final long MEMORY = 64L << 20;
  private static final byte[] END = " .".getBytes(StandardCharsets.UTF_8);
  private static final int BUFFER = 1 << 16;

  /** Reads a candidate on the calling thread and sorts in a folder that is its own. */
  static SortedStatements of(Candidate candidate, Path work) throws IOException {
    DatasetGraph dataset = candidate.dataset();
    SortedLines lines = new SortedLines(work, MEMORY);
    NQuads plain = new NQuads(label -> label);
    boolean blanks = false;
    for (Iterator<Quad> all = all(dataset); all.hasNext(); ) {
      Quad quad = all.next();
      if (hasBlank(quad)) {
        blanks = true;
      } else {
        lines.add(line(plain, quad));
      }
    }
    BlankLabels labels = new BlankLabels(Map.of(), true);
    if (blanks) {
      labels = BlankLabels.of(Iter.filter(all(dataset), q -> hasBlank(q) && !isTwin(q, dataset)));
      NQuads labelled = new NQuads(labels::label);
      for (Iterator<Quad> all = all(dataset); all.hasNext(); ) {
        Quad quad = all.next();
        if (hasBlank(quad)) {
          lines.add(line(labelled, quad));
        }
      }
    }
    return write(lines.sort(), labels, work);
  }

  private static Iterator<Quad> all(DatasetGraph dataset) {
    return Iter.concat(
        Iter.map(
            dataset.getDefaultGraph().find(),
            triple -> Quad.create(Quad.defaultGraphNodeGenerated, triple)),
        dataset.findNG(Node.ANY, Node.ANY, Node.ANY, Node.ANY));
  }

  /** Whether a statement of the default graph is there only because a named graph has it. */
  private static boolean isTwin(Quad quad, DatasetGraph dataset) {
    return quad.isDefaultGraph()
        && dataset
            .findNG(Node.ANY, quad.getSubject(), quad.getPredicate(), quad.getObject())
            .hasNext();
  }

  private static boolean hasBlank(Quad quad) {
    return quad.getSubject().isBlank() || quad.getObject().isBlank() || quad.getGraph().isBlank();
  }

  private static byte[] line(NQuads form, Quad quad) {
    return quad.isDefaultGraph()
        ? form.line(quad.asTriple())
        : form.line(quad.asTriple(), quad.getGraph());
  }

  private static SortedStatements write(SortedLines lines, BlankLabels labels, Path work)
      throws IOException {
    Path byStatement = work.resolve("statements.nq");
    Map<String, Long> graphs = new TreeMap<>();
    SortedLines grouped = new SortedLines(work, MEMORY);
    try (SortedLines.Reader in = lines.read();
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(byStatement), BUFFER)) {
      byte[] line = in.next();
      while (line.length > 0) {
        byte[] next = in.next();
        if (!isTwin(line, next)) {
          out.write(line);
          out.write('\n');
          String graph = graph(line);
          grouped.add(concat((graph + "\t").getBytes(StandardCharsets.UTF_8), line));
          if (!graph.isEmpty()) {
            graphs.merge(graph.substring(1, graph.length() - 1), 1L, Long::sum);
          }
        }
        line = next;
      }
    }
    Path byGraph = graphs.isEmpty() ? byStatement : work.resolve("graphs.nq");
    if (!graphs.isEmpty()) {
      writeGrouped(grouped.sort(), byGraph);
    }
    return new SortedStatements(byStatement, byGraph, graphs, labels);
  }

  private static void writeGrouped(SortedLines grouped, Path file) throws IOException {
    try (SortedLines.Reader in = grouped.read();
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER)) {
      for (byte[] line = in.next(); line.length > 0; line = in.next()) {
        int start = 0;
        while (line[start] != '\t') {
          start++;
        }
        out.write(line, start + 1, line.length - start - 1);
        out.write('\n');
      }
    }
  }

  /** A statement of the default graph whose next line says it in a named graph. */
  private static boolean isTwin(byte[] line, byte[] next) {
    int said = line.length - 1;
    return next.length > line.length
        && Arrays.equals(line, 0, said, next, 0, said)
        && (next[said] == '<' || next[said] == '_');
  }

  /** The graph at the end of a line, as written; empty for the default graph. */
  private static String graph(byte[] line) {
    int end = line.length - END.length;
    int object = objectEnds(line);
    return object == end
        ? ""
        : new String(line, object + 1, end - object - 1, StandardCharsets.UTF_8);
  }

  /** Where the third term ends. */
  private static int objectEnds(byte[] line) {
    String text = new String(line, StandardCharsets.ISO_8859_1);
    int at = text.indexOf(' ', text.indexOf(' ') + 1) + 1;
    if (text.startsWith("<<(", at)) {
      at = text.lastIndexOf(")>>");
    } else if (text.charAt(at) == '"') {
      at++;
      while (text.charAt(at) != '"') {
        at += text.charAt(at) == '\\' ? 2 : 1;
      }
    }
    return text.indexOf(' ', at);
  }

  private static byte[] concat(byte[] one, byte[] other) {
    byte[] both = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }
}
