package icc.lod.statements;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Lines in the order of their bytes, each once, however many there are: beyond a bounded amount of
 * memory they lie in sorted runs on disk, which reading merges. Filled by one thread; once filled,
 * read by any number.
 */
public final class SortedLines {
  /** What a line takes beyond its bytes. */
  private static final int OVERHEAD = 24;

  private static final int BUFFER = 1 << 16;

  private final Path folder;
  private final long budget;
  private final List<Path> runs = new ArrayList<>();
  private List<byte[]> held = new ArrayList<>();
  private long used;
  private byte[][] sorted = new byte[0][];

  /**
   * @param folder where runs are put; whoever made it deletes it
   * @param budget bytes of memory for lines
   */
  public SortedLines(Path folder, long budget) {
    this.folder = folder;
    this.budget = budget;
  }

  public void add(byte[] line) throws IOException {
    held.add(line);
    used += line.length + OVERHEAD;
    if (used > budget) {
      spill();
    }
  }

  /** Ends the filling. */
  public SortedLines sort() throws IOException {
    if (!runs.isEmpty()) {
      spill();
    }
    sorted = ordered();
    held = List.of();
    return this;
  }

  /** Reads all lines from the first. */
  public Reader read() throws IOException {
    return runs.isEmpty() ? new Reader(new Held(sorted)) : new Reader(Merged.of(runs));
  }

  private byte[][] ordered() {
    byte[][] lines = held.toArray(byte[][]::new);
    Arrays.parallelSort(lines, Arrays::compareUnsigned);
    return lines;
  }

  private void spill() throws IOException {
    if (held.isEmpty()) {
      return;
    }
    Path run = Files.createTempFile(folder, "run-", ".lines");
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(run), BUFFER))) {
      for (byte[] line : ordered()) {
        out.writeInt(line.length);
        out.write(line);
      }
    }
    runs.add(run);
    held = new ArrayList<>();
    used = 0;
  }

  /** A source of lines in order; an empty array ends it. */
  private interface Source {
    byte[] next() throws IOException;

    void close() throws IOException;
  }

  private static final byte[] END = new byte[0];

  private static final class Held implements Source {
    private final byte[][] lines;
    private int at;

    Held(byte[][] lines) {
      this.lines = lines;
    }

    @Override
    public byte[] next() {
      return at < lines.length ? lines[at++] : END;
    }

    @Override
    public void close() {}
  }

  private static final class Run implements Source {
    private final DataInputStream in;
    private byte[] first;

    Run(Path file) throws IOException {
      in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER));
      first = next();
    }

    @Override
    public byte[] next() throws IOException {
      try {
        byte[] line = new byte[in.readInt()];
        in.readFully(line);
        return line;
      } catch (EOFException e) {
        return END;
      }
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }

  private static final class Merged implements Source {
    private final PriorityQueue<Run> queue =
        new PriorityQueue<>((a, b) -> Arrays.compareUnsigned(a.first, b.first));

    static Merged of(List<Path> runs) throws IOException {
      Merged merged = new Merged();
      for (Path run : runs) {
        merged.queue.add(new Run(run));
      }
      return merged;
    }

    @Override
    public byte[] next() throws IOException {
      Run least = queue.poll();
      if (least == null) {
        return END;
      }
      byte[] line = least.first;
      least.first = least.next();
      if (least.first.length > 0) {
        queue.add(least);
      } else {
        least.close();
      }
      return line;
    }

    @Override
    public void close() throws IOException {
      for (Run run : queue) {
        run.close();
      }
    }
  }

  /** One reading of all lines, for one thread. */
  public static final class Reader implements AutoCloseable {
    private final Source source;
    private byte[] last = END;

    private Reader(Source source) {
      this.source = source;
    }

    /** The next line that differs from the one before; empty at the end. */
    public byte[] next() throws IOException {
      byte[] line = source.next();
      while (line.length > 0 && Arrays.equals(line, last)) {
        line = source.next();
      }
      last = line;
      return line;
    }

    @Override
    public void close() throws IOException {
      source.close();
    }
  }
}
