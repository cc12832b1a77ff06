package icc.lod.catalogue;

import icc.lod.statements.Line;
import icc.lod.statements.Statements;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/** Reads sorted statements thing by thing: all that any graph says of it, each statement once. */
final class Things {
  /** What is done with a thing. */
  @FunctionalInterface
  interface Use {
    /**
     * Takes a thing.
     *
     * @param lines the statements as written, in the same order
     */
    void thing(Node subject, List<Triple> statements, List<byte[]> lines) throws IOException;
  }

  private Things() {}

  static void each(Statements reading, Use use) throws IOException {
    try (Statements in = reading) {
      List<Triple> statements = new ArrayList<>();
      List<byte[]> lines = new ArrayList<>();
      for (Optional<Triple> next = in.next(); next.isPresent(); next = in.next()) {
        Triple triple = next.get();
        if (!statements.isEmpty() && !statements.get(0).getSubject().equals(triple.getSubject())) {
          use.thing(statements.get(0).getSubject(), statements, lines);
          statements = new ArrayList<>();
          lines = new ArrayList<>();
        }
        byte[] line = in.line();
        // In several graphs: said once, and such lines are neighbours.
        if (lines.isEmpty() || !Line.saysTheSame(lines.getLast(), line)) {
          statements.add(triple);
          lines.add(line);
        }
      }
      if (!statements.isEmpty()) {
        use.thing(statements.get(0).getSubject(), statements, lines);
      }
    }
  }
}
