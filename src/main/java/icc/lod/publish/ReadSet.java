package icc.lod.publish;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Collection;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.WrappedGraph;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.roaringbitmap.RoaringBitmap;

/**
 * What somebody asked of a graph, so that it is known later whether a change would have been seen:
 * the read set, as optimistic transactions have it (Kung and Robinson, 1981). Patterns are kept as
 * hashes of 32 bits: what was not asked is taken for asked once in a few thousand times, which only
 * costs work; the other way round never. The same in any process. Not thread-safe.
 */
public final class ReadSet {
  private static final int ANY = 0;

  /** Labels of blank nodes are others in each release: one stands for all. */
  private static final int BLANK = 1;

  /** Two forms of one number are one to the store: one stands for all literals. */
  private static final int LITERAL = 2;

  private static final int STATEMENT = 3;

  private final RoaringBitmap patterns;

  private ReadSet(RoaringBitmap patterns) {
    this.patterns = patterns;
  }

  /** Nothing was asked yet. */
  public ReadSet() {
    this(new RoaringBitmap());
  }

  /** Reads what {@link #write} wrote. */
  public static ReadSet read(DataInput in) throws IOException {
    RoaringBitmap patterns = new RoaringBitmap();
    patterns.deserialize(in);
    return new ReadSet(patterns);
  }

  /** Writes it. */
  public void write(DataOutput out) throws IOException {
    patterns.runOptimize();
    patterns.serialize(out);
  }

  /** The same graph, where from now on everything that is asked is noted here. */
  public Graph recording(Graph graph) {
    return new Recording(graph);
  }

  /** Takes in what somebody else asked. */
  public void addAll(ReadSet other) {
    patterns.or(other.patterns);
  }

  /** Whether any of these statements, had it come or gone, may have been noticed. */
  public boolean saw(Collection<Triple> changed) {
    return changed.stream()
        .anyMatch(triple -> saw(triple.getSubject(), triple.getPredicate(), triple.getObject()));
  }

  private boolean saw(Node subject, Node predicate, Node object) {
    for (int bound = 0; bound < 8; bound++) {
      Node s = (bound & 4) == 0 ? Node.ANY : subject;
      Node p = (bound & 2) == 0 ? Node.ANY : predicate;
      Node o = (bound & 1) == 0 ? Node.ANY : object;
      if (patterns.contains(hash(s, p, o))) {
        return true;
      }
    }
    return false;
  }

  private void note(Node subject, Node predicate, Node object) {
    patterns.add(hash(subject, predicate, object));
  }

  /** Steele, Lea and Flood, Fast splittable pseudorandom number generators, 2014: the mixing. */
  private static int hash(Node subject, Node predicate, Node object) {
    long mixed = code(subject) * 0x9e3779b97f4a7c15L;
    mixed = (mixed ^ code(predicate)) * 0xbf58476d1ce4e5b9L;
    mixed = ((mixed ^ (mixed >>> 29)) + code(object)) * 0x94d049bb133111ebL;
    return (int) ((mixed ^ (mixed >>> 31)) >>> 16);
  }

  private static int code(Node node) {
    if (node.isURI()) {
      return node.getURI().hashCode();
    }
    return node.isBlank()
        ? BLANK
        : node.isLiteral() ? LITERAL : node.isTripleTerm() ? STATEMENT : ANY;
  }

  private final class Recording extends WrappedGraph {
    Recording(Graph graph) {
      super(graph);
    }

    @Override
    public ExtendedIterator<Triple> find(Node subject, Node predicate, Node object) {
      note(subject, predicate, object);
      return super.find(subject, predicate, object);
    }

    @Override
    public ExtendedIterator<Triple> find(Triple triple) {
      note(triple.getSubject(), triple.getPredicate(), triple.getObject());
      return super.find(triple);
    }

    @Override
    public boolean contains(Node subject, Node predicate, Node object) {
      note(subject, predicate, object);
      return super.contains(subject, predicate, object);
    }

    @Override
    public boolean contains(Triple triple) {
      note(triple.getSubject(), triple.getPredicate(), triple.getObject());
      return super.contains(triple);
    }

    /** All that could be counted. */
    @Override
    public int size() {
      note(Node.ANY, Node.ANY, Node.ANY);
      return super.size();
    }

    @Override
    public boolean isEmpty() {
      note(Node.ANY, Node.ANY, Node.ANY);
      return super.isEmpty();
    }
  }
}
