package icc.lod.statements;

import icc.lod.statements.HeldStatements.Held;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.core.DatasetGraph;

/**
 * All statements of a data set in two orders: by statement, which is the canonical form of the data
 * set (RDFC-1.0, section 4.4), and by graph, the default graph first. A statement is in its named
 * graphs; in the default graph is what is in no other. Small data lies in memory, other in files.
 * Any number of threads may read.
 */
public final class SortedStatements {
  private static final long MEMORY = 64L << 20;
  private static final int BUFFER = 1 << 16;

  /** One of the two orders. */
  private interface Order {
    Statements read() throws IOException;

    /** Writes it as lines, which are not taken apart for that. */
    void write(OutputStream out) throws IOException;
  }

  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  private record InMemory(Held[] all) implements Order {
    @Override
    public Statements read() {
      return new HeldStatements(all);
    }

    @Override
    public void write(OutputStream out) throws IOException {
      for (Held statement : all) {
        out.write(statement.line());
        out.write('\n');
      }
    }
  }

  private record OnDisk(Path file) implements Order {
    @Override
    public Statements read() throws IOException {
      return new FileStatements(file);
    }

    @Override
    public void write(OutputStream out) throws IOException {
      Files.copy(file, out);
    }
  }

  private final Order byStatement;
  private final Order byGraph;
  private final Map<String, Long> graphs;
  private final BlankLabels labels;

  private SortedStatements(
      Order byStatement, Order byGraph, Map<String, Long> graphs, BlankLabels labels) {
    this.byStatement = byStatement;
    this.byGraph = byGraph;
    this.graphs = Map.copyOf(graphs);
    this.labels = labels;
  }

  /**
   * Reads a data set inside a transaction of the calling thread.
   *
   * @param graph its default graph, which holds all statements
   * @param work a folder of its own, needed as long as it is read
   */
  public static SortedStatements of(DatasetGraph dataset, Graph graph, Path work)
      throws IOException {
    DatasetStatements reading = new DatasetStatements(dataset, graph);
    if (reading.fitsInMemory()) {
      return held(reading);
    }
    SortedLines lines = new SortedLines(work, MEMORY);
    reading.each(statement -> lines.add(statement.line()));
    return onDisk(lines.sort(), reading.labels(), work);
  }

  public Statements byStatement() throws IOException {
    return byStatement.read();
  }

  /** Writes all as lines, by statement. */
  public void write(OutputStream out) throws IOException {
    byStatement.write(out);
  }

  public Statements byGraph() throws IOException {
    return byGraph.read();
  }

  /** How many statements each named graph has. */
  public Map<String, Long> graphs() {
    return graphs;
  }

  /** How blank nodes were labelled. */
  public BlankLabels labels() {
    return labels;
  }

  private static SortedStatements held(DatasetStatements reading) throws IOException {
    List<Held> all = new ArrayList<>();
    reading.named(all::add);
    Held[] sorted = sorted(all);
    if (distinct(sorted) != reading.defaultSize()) {
      reading.unnamed(all::add);
      sorted = sorted(all);
    }
    Map<String, Long> graphs = new TreeMap<>();
    List<Held> kept = new ArrayList<>(sorted.length);
    Map<String, List<Held>> byGraph = new TreeMap<>();
    for (int i = 0; i < sorted.length; i++) {
      if (i + 1 == sorted.length || !Line.isTwin(sorted[i].line(), sorted[i + 1].line())) {
        String graph = Line.graph(sorted[i].line());
        kept.add(sorted[i]);
        byGraph.computeIfAbsent(graph, g -> new ArrayList<>()).add(sorted[i]);
        count(graph, graphs);
      }
    }
    Held[] first = kept.toArray(Held[]::new);
    Held[] second = byGraph.values().stream().flatMap(List::stream).toArray(Held[]::new);
    return new SortedStatements(
        new InMemory(first), new InMemory(second), graphs, reading.labels());
  }

  private static Held[] sorted(List<Held> all) {
    Held[] array = all.toArray(Held[]::new);
    Arrays.sort(array, Comparator.comparing(Held::line, Arrays::compareUnsigned));
    return array;
  }

  private static long distinct(Held[] sorted) {
    long count = 0;
    for (int i = 0; i < sorted.length; i++) {
      if (i == 0 || !Line.saysTheSame(sorted[i - 1].line(), sorted[i].line())) {
        count++;
      }
    }
    return count;
  }

  private static void count(String graph, Map<String, Long> graphs) {
    if (!graph.isEmpty()) {
      graphs.merge(graph.substring(1, graph.length() - 1), 1L, Long::sum);
    }
  }

  private static SortedStatements onDisk(SortedLines lines, BlankLabels labels, Path work)
      throws IOException {
    Path byStatement = work.resolve("statements.nq");
    Map<String, Long> graphs = new TreeMap<>();
    SortedLines grouped = new SortedLines(work, MEMORY);
    try (SortedLines.Reader in = lines.read();
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(byStatement), BUFFER)) {
      byte[] line = in.next();
      while (line.length > 0) {
        byte[] next = in.next();
        if (!Line.isTwin(line, next)) {
          out.write(line);
          out.write('\n');
          String graph = Line.graph(line);
          count(graph, graphs);
          grouped.add(concat((graph + "\t").getBytes(StandardCharsets.UTF_8), line));
        }
        line = next;
      }
    }
    Path byGraph = graphs.isEmpty() ? byStatement : work.resolve("graphs.nq");
    if (!graphs.isEmpty()) {
      writeGrouped(grouped.sort(), byGraph);
    }
    return new SortedStatements(new OnDisk(byStatement), new OnDisk(byGraph), graphs, labels);
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

  private static byte[] concat(byte[] one, byte[] other) {
    byte[] both = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }
}
