package icc.lod.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;

/** Counts how many of the things that match have each type. */
final class TypeCounts implements CollectorManager<TypeCounts.Counting, Map<String, Long>> {
  /** The counting of one slice of the index. */
  static final class Counting extends SimpleCollector {
    private static final class Leaf {
      private final SortedSetDocValues types;
      private final long[] counts;

      Leaf(SortedSetDocValues types) {
        this.types = types;
        this.counts = new long[Math.toIntExact(types.getValueCount())];
      }
    }

    private final List<Leaf> leaves = new ArrayList<>();

    @Override
    protected void doSetNextReader(LeafReaderContext context) throws IOException {
      SortedSetDocValues types = DocValues.getSortedSet(context.reader(), IndexFields.TYPE);
      leaves.add(new Leaf(types));
    }

    @Override
    public void collect(int doc) throws IOException {
      Leaf leaf = leaves.get(leaves.size() - 1);
      if (leaf.types.advanceExact(doc)) {
        for (int i = leaf.types.docValueCount(); i > 0; i--) {
          leaf.counts[Math.toIntExact(leaf.types.nextOrd())]++;
        }
      }
    }

    @Override
    public ScoreMode scoreMode() {
      return ScoreMode.COMPLETE_NO_SCORES;
    }
  }

  @Override
  public Counting newCollector() {
    return new Counting();
  }

  @Override
  public Map<String, Long> reduce(Collection<Counting> countings) throws IOException {
    Map<String, Long> all = new HashMap<>();
    for (Counting counting : countings) {
      for (Counting.Leaf leaf : counting.leaves) {
        for (int ord = 0; ord < leaf.counts.length; ord++) {
          if (leaf.counts[ord] > 0) {
            all.merge(leaf.types.lookupOrd(ord).utf8ToString(), leaf.counts[ord], Long::sum);
          }
        }
      }
    }
    return all;
  }
}
