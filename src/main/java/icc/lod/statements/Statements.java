package icc.lod.statements;

import java.io.IOException;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/** A reading of sorted statements, for one thread. */
public interface Statements extends AutoCloseable {
  /** The next statement; empty at the end. */
  Optional<Triple> next() throws IOException;

  /** The next statement as {@link #line} has it, not taken apart; empty at the end. */
  byte[] nextLine() throws IOException;

  /** The named graph of the last statement; empty for the default graph. */
  Optional<Node> graph();

  /** The last statement as canonical N-Quads, without the line feed; not to be changed. */
  byte[] line();

  @Override
  void close() throws IOException;
}
