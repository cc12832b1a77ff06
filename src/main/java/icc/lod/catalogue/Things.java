package icc.lod.catalogue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
     * @param objects the objects with their properties as written, in the order of the statements
     */
    void thing(Node subject, List<Triple> statements, List<String> objects) throws IOException;
  }

  private Things() {}

  static void each(Path file, Use use) throws IOException {
    try (Statements in = new Statements(file)) {
      List<Triple> statements = new ArrayList<>();
      List<String> objects = new ArrayList<>();
      Set<Triple> seen = new HashSet<>();
      for (Optional<Triple> next = in.next(); next.isPresent(); next = in.next()) {
        Triple triple = next.get();
        if (!statements.isEmpty() && !statements.get(0).getSubject().equals(triple.getSubject())) {
          use.thing(statements.get(0).getSubject(), statements, objects);
          statements = new ArrayList<>();
          objects = new ArrayList<>();
          seen.clear();
        }
        if (seen.add(triple)) {
          statements.add(triple);
          objects.add(in.objectAndProperty());
        }
      }
      if (!statements.isEmpty()) {
        use.thing(statements.get(0).getSubject(), statements, objects);
      }
    }
  }
}
