package icc.lod.store.sorted;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.GraphBase;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.util.iterator.WrappedIterator;

/**
 * The default graph read out of the index alone, for who reads it from end to end: TDB2 makes ids
 * of the numbers and looks for each in a cache of the process, which takes longer than all else. To
 * be read inside a transaction; one iterator is for one thread.
 */
final class SortedGraph extends GraphBase {
  private final SortedIndex index;
  private final Terms terms;

  SortedGraph(SortedIndex index) {
    this.index = index;
    this.terms = index.terms().keepingMany();
  }

  @Override
  protected ExtendedIterator<Triple> graphBaseFind(Triple pattern) {
    Cursor cursor = index.cursor(pattern.getSubject(), pattern.getPredicate(), pattern.getObject());
    return WrappedIterator.createNoRemove(new Statements(cursor, terms));
  }

  @Override
  protected int graphBaseSize() {
    return index.size();
  }

  /** Cursors know no look ahead: whether there is another row is asked before it is wanted. */
  private static final class Statements implements Iterator<Triple> {
    private final Cursor cursor;
    private final Terms terms;
    private boolean has;

    Statements(Cursor cursor, Terms terms) {
      this.cursor = cursor;
      this.terms = terms;
      this.has = cursor.next();
    }

    @Override
    public boolean hasNext() {
      return has;
    }

    @Override
    public Triple next() {
      if (!has) {
        throw new NoSuchElementException();
      }
      Triple triple =
          Triple.create(
              terms.term(cursor.subject()),
              terms.term(cursor.predicate()),
              terms.term(cursor.object()));
      has = cursor.next();
      return triple;
    }
  }
}
