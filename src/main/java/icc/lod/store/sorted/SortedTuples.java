package icc.lod.store.sorted;

import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.jena.atlas.lib.tuple.Tuple;
import org.apache.jena.atlas.lib.tuple.TupleFactory;
import org.apache.jena.atlas.lib.tuple.TupleMap;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.tupletable.TupleIndex;
import org.apache.jena.tdb2.store.tupletable.TupleIndexBase;

/**
 * The index in the place of one of TDB2's own: what TDB2 reads of the default graph comes from
 * here.
 */
final class SortedTuples extends TupleIndexBase {
  private final SortedIndex index;
  private final TupleIndex own;

  /**
   * Takes a place.
   *
   * @param own what was there, to be closed with this
   */
  SortedTuples(SortedIndex index, TupleIndex own, TupleMap order) {
    super(3, order, own.getName());
    this.index = index;
    this.own = own;
  }

  @Override
  protected Iterator<Tuple<NodeId>> performFind(Tuple<NodeId> pattern) {
    int s = number(pattern.get(0));
    int p = number(pattern.get(1));
    int o = number(pattern.get(2));
    if (s == Terms.NONE || p == Terms.NONE || o == Terms.NONE) {
      return Collections.emptyIterator();
    }
    Cursor cursor = new Cursor(index);
    cursor.open(s, p, o);
    return new Rows(cursor);
  }

  private int number(NodeId id) {
    return undef(id) ? SortedIndex.ANY : index.terms().number(id);
  }

  /** Cursors know no look ahead: one row is held. */
  private final class Rows implements Iterator<Tuple<NodeId>> {
    private final Cursor cursor;
    private boolean has;

    Rows(Cursor cursor) {
      this.cursor = cursor;
      this.has = cursor.next();
    }

    @Override
    public boolean hasNext() {
      return has;
    }

    @Override
    public Tuple<NodeId> next() {
      if (!has) {
        throw new NoSuchElementException();
      }
      Terms terms = index.terms();
      Tuple<NodeId> row =
          TupleFactory.create3(
              terms.id(cursor.subject()), terms.id(cursor.predicate()), terms.id(cursor.object()));
      has = cursor.next();
      return row;
    }
  }

  @Override
  public Iterator<Tuple<NodeId>> all() {
    return performFind(TupleFactory.create3(NodeId.NodeIdAny, NodeId.NodeIdAny, NodeId.NodeIdAny));
  }

  @Override
  public long size() {
    return index.size();
  }

  @Override
  public boolean isEmpty() {
    return index.size() == 0;
  }

  @Override
  protected void performAdd(Tuple<NodeId> tuple) {
    throw unsupported();
  }

  @Override
  protected void performDelete(Tuple<NodeId> tuple) {
    throw unsupported();
  }

  @Override
  public void addAll(Collection<Tuple<NodeId>> tuples) {
    throw unsupported();
  }

  @Override
  public void deleteAll(Collection<Tuple<NodeId>> tuples) {
    throw unsupported();
  }

  @Override
  public void clear() {
    throw unsupported();
  }

  private static UnsupportedOperationException unsupported() {
    return new UnsupportedOperationException("a release does not change");
  }

  @Override
  public void sync() {
    own.sync();
  }

  @Override
  public void close() {
    own.close();
  }
}
