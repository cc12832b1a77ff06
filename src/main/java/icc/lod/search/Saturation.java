package icc.lod.search;

import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DoubleValues;
import org.apache.lucene.search.DoubleValuesSource;
import org.apache.lucene.search.IndexSearcher;

/** A score squeezed below a limit: half of it at the pivot. */
final class Saturation extends DoubleValuesSource {
  private final double pivot;
  private final double limit;

  Saturation(double pivot, double limit) {
    this.pivot = pivot;
    this.limit = limit;
  }

  @Override
  public DoubleValues getValues(LeafReaderContext context, DoubleValues scores) {
    return new DoubleValues() {
      @Override
      public double doubleValue() throws IOException {
        double score = scores.doubleValue();
        return limit * score / (score + pivot);
      }

      @Override
      public boolean advanceExact(int doc) throws IOException {
        return scores.advanceExact(doc);
      }
    };
  }

  @Override
  public boolean needsScores() {
    return true;
  }

  @Override
  public DoubleValuesSource rewrite(IndexSearcher searcher) {
    return this;
  }

  @Override
  public boolean isCacheable(LeafReaderContext context) {
    return true;
  }

  @Override
  public int hashCode() {
    return Double.hashCode(pivot) * 31 + Double.hashCode(limit);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Saturation o && o.pivot == pivot && o.limit == limit;
  }

  @Override
  public String toString() {
    return "saturation(" + pivot + ", " + limit + ")";
  }
}
