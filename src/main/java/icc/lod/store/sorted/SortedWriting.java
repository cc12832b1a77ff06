package icc.lod.store.sorted;

import java.io.IOException;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.jena.atlas.lib.Bytes;
import org.apache.jena.dboe.base.record.Record;
import org.apache.jena.dboe.trans.bplustree.BPlusTree;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.nodetable.NodeTable;
import org.apache.jena.tdb2.store.nodetupletable.NodeTupleTable;
import org.apache.jena.tdb2.store.tupletable.TupleIndexRecord;
import org.apache.jena.tdb2.store.tupletable.TupleTable;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the index of a data set that was just loaded, out of TDB2's three orders of the default
 * graph. In the heap are eight bytes a term and four more, and what has the same object, one object
 * at a time.
 */
public final class SortedWriting {
  private static final Logger LOG = LoggerFactory.getLogger(SortedWriting.class);

  /** What a mapping can hold: two gigabytes of pairs. */
  private static final long MOST = (1L << 28) - 1;

  private final Path folder;
  private final TupleTable table;
  private final NodeTable nodes;
  private final long[] terms;
  private final LongBuffer ranks;

  private SortedWriting(Path folder, NodeTupleTable all) {
    this.folder = folder;
    this.table = all.getTupleTable();
    this.nodes = all.getNodeTable();
    this.terms = terms(table);
    this.ranks = LongBuffer.wrap(terms);
  }

  /**
   * Writes the index into a new folder; the data set is in a read transaction. A graph too large
   * for it is left to TDB2 alone.
   */
  public static void write(DatasetGraph dataset, Path folder) throws IOException {
    NodeTupleTable all = TDBInternal.requireStorage(dataset).getTripleTable().getNodeTupleTable();
    long size = all.getTupleTable().size();
    if (size > MOST) {
      LOG.warn("{} statements are too many for the sorted index: there is none", size);
      return;
    }
    Files.createDirectories(folder);
    new SortedWriting(folder, all).write();
  }

  private void write() throws IOException {
    try (NumberFile file = new NumberFile(folder.resolve(Terms.FILE))) {
      for (long term : terms) {
        file.writeLong(term);
      }
    }
    kinds();
    int[] subjects = new int[terms.length];
    int[] objects = new int[terms.length];
    int triples = spo(subjects);
    pos(objects);
    ops();
    List<SortedHead.Predicate> predicates = new ArrayList<>();
    for (int term = 0; term < terms.length; term++) {
      if (subjects[term] > 0) {
        predicates.add(new SortedHead.Predicate(term, subjects[term], objects[term]));
      }
    }
    new SortedHead(triples, terms.length, predicates).write(folder);
  }

  /** In the order of ids, which is that of the nodes on the disk. */
  private void kinds() throws IOException {
    try (NumberFile file = new NumberFile(folder.resolve(Kinds.FILE))) {
      for (long term : terms) {
        NodeId id = NodeIds.id(term);
        file.writeByte(
            NodeId.isInline(id) ? Kinds.literal() : Kinds.of(nodes.getNodeForNodeId(id)));
      }
    }
  }

  private int spo(int[] subjects) throws IOException {
    try (PermutationFiles files = new PermutationFiles(folder, "spo", terms.length)) {
      Rows rows = rows("SPO");
      int subject = -1;
      int predicate = -1;
      while (rows.next()) {
        if (rows.first != subject || rows.second != predicate) {
          subjects[rows.second]++;
        }
        subject = rows.first;
        predicate = rows.second;
        files.add(rows.first, Permutation.pair(rows.second, rows.third));
      }
      return files.size();
    }
  }

  private void pos(int[] objects) throws IOException {
    try (PermutationFiles files = new PermutationFiles(folder, "pos", terms.length)) {
      Rows rows = rows("POS");
      int predicate = -1;
      int object = -1;
      while (rows.next()) {
        if (rows.first != predicate || rows.second != object) {
          objects[rows.first]++;
        }
        predicate = rows.first;
        object = rows.second;
        files.add(rows.first, Permutation.pair(rows.second, rows.third));
      }
    }
  }

  /** TDB2 has them by object, subject, predicate: those of an object are sorted the other way. */
  private void ops() throws IOException {
    try (PermutationFiles files = new PermutationFiles(folder, "ops", terms.length)) {
      Rows rows = rows("OSP");
      long[] same = new long[1 << 10];
      int held = 0;
      int object = -1;
      while (rows.next()) {
        if (rows.first != object) {
          flush(files, object, same, held);
          object = rows.first;
          held = 0;
        }
        if (held == same.length) {
          same = Arrays.copyOf(same, 2 * held);
        }
        int predicate = rows.third;
        int subject = rows.second;
        same[held++] = Permutation.pair(predicate, subject);
      }
      flush(files, object, same, held);
    }
  }

  private static void flush(PermutationFiles files, int object, long[] same, int held)
      throws IOException {
    Arrays.sort(same, 0, held);
    for (int i = 0; i < held; i++) {
      files.add(object, same[i]);
    }
  }

  private Rows rows(String order) {
    return new Rows(tree(table, order).iterator());
  }

  private static BPlusTree tree(TupleTable table, String order) {
    return (BPlusTree) table.selectIndex(order, TupleIndexRecord.class).getRangeIndex();
  }

  /** All ids, each once, sorted. */
  private static long[] terms(TupleTable table) {
    LongList all = new LongList();
    for (String order : List.of("SPO", "POS", "OSP")) {
      Iterator<Record> firsts = tree(table, order).distinctByKeyPrefix(NodeId.SIZE);
      while (firsts.hasNext()) {
        all.add(Bytes.getLong(firsts.next().getKey(), 0) ^ Long.MIN_VALUE);
      }
    }
    return all.sortedUnique();
  }

  /** The records of one order as numbers. */
  private final class Rows {
    private final Iterator<Record> records;
    private int first = 0;
    private int second;
    private int third;
    private long secondId;
    private boolean begun;

    Rows(Iterator<Record> records) {
      this.records = records;
    }

    boolean next() {
      if (!records.hasNext()) {
        return false;
      }
      byte[] key = records.next().getKey();
      long id = Bytes.getLong(key, 0);
      while (terms[first] != id) {
        first++;
      }
      id = Bytes.getLong(key, NodeId.SIZE);
      if (!begun || id != secondId) {
        begun = true;
        secondId = id;
        second = NodeIds.rank(ranks, id);
      }
      third = NodeIds.rank(ranks, Bytes.getLong(key, 2 * NodeId.SIZE));
      return true;
    }
  }

  /** Signed numbers that stand for unsigned ones. */
  private static final class LongList {
    private long[] items = new long[1 << 12];
    private int size;

    void add(long item) {
      if (size == items.length) {
        items = Arrays.copyOf(items, 2 * size);
      }
      items[size++] = item;
    }

    long[] sortedUnique() {
      Arrays.sort(items, 0, size);
      int kept = 0;
      for (int i = 0; i < size; i++) {
        if (i == 0 || items[i] != items[i - 1]) {
          items[kept++] = items[i];
        }
      }
      long[] unique = Arrays.copyOf(items, kept);
      for (int i = 0; i < kept; i++) {
        unique[i] ^= Long.MIN_VALUE;
      }
      return unique;
    }
  }
}
