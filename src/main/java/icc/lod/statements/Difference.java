package icc.lod.statements;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Triple;

/** What only one of two data sets has: both are read once, in the order of their lines. */
public final class Difference {
  private final int most;
  private final List<Triple> found = new ArrayList<>();

  private Difference(int most) {
    this.most = most;
  }

  /**
   * Compares.
   *
   * @param before sorted lines of a data set, as {@link SortedStatements#write} leaves them
   * @param most when more differ, it is not told which
   * @return the statements that differ, those of named graphs too; empty for too many
   */
  public static Optional<List<Triple>> between(Path before, SortedStatements now, int most)
      throws IOException {
    Difference difference = new Difference(most);
    try (LineReader old = LineReader.of(before);
        Statements next = now.byStatement()) {
      return difference.read(old, next) ? Optional.of(difference.found) : Optional.empty();
    }
  }

  private boolean read(LineReader old, Statements next) throws IOException {
    byte[] one = old.next();
    byte[] other = next.nextLine();
    while (one.length > 0 || other.length > 0) {
      int order = one.length == 0 ? 1 : other.length == 0 ? -1 : Arrays.compareUnsigned(one, other);
      if (order != 0 && !note(order < 0 ? one : other)) {
        return false;
      }
      one = order <= 0 ? old.next() : one;
      other = order >= 0 ? next.nextLine() : other;
    }
    return true;
  }

  private boolean note(byte[] line) throws IOException {
    try (FileStatements one = FileStatements.of(new String(line, StandardCharsets.UTF_8))) {
      one.next().ifPresent(found::add);
    }
    return found.size() <= most;
  }
}
