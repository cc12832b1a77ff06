package icc.lod.statements;

import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;

/** A reading of statements that lie in memory. */
public final class HeldStatements implements Statements {
  /** A statement with its graph and its line. */
  public static final class Held {
    private final byte[] line;
    private final Triple triple;
    private final Node graph;

    /**
     * @param graph the named graph, or {@link Quad#defaultGraphNodeGenerated}
     */
    public Held(byte[] line, Triple triple, Node graph) {
      this.line = line;
      this.triple = triple;
      this.graph = graph;
    }

    public byte[] line() {
      return line;
    }
  }

  private final Held[] all;
  private int next;

  public HeldStatements(Held[] all) {
    this.all = all;
  }

  @Override
  public Optional<Triple> next() {
    return next < all.length ? Optional.of(all[next++].triple) : Optional.empty();
  }

  @Override
  public byte[] nextLine() {
    return next < all.length ? all[next++].line : new byte[0];
  }

  @Override
  public Optional<Node> graph() {
    Node graph = all[next - 1].graph;
    return Quad.isDefaultGraph(graph) ? Optional.empty() : Optional.of(graph);
  }

  @Override
  public byte[] line() {
    return all[next - 1].line;
  }

  @Override
  public void close() {}
}
