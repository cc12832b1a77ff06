package icc.lod.search;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.roaringbitmap.IntIterator;
import org.roaringbitmap.buffer.ImmutableRoaringBitmap;
import org.roaringbitmap.buffer.MutableRoaringBitmap;

/** Which values of a facet each of some things has: read from the index, not from the store. */
final class FacetFacts {
  private FacetFacts() {}

  /** The values by thing; a thing without any is left out. */
  static Map<Integer, List<FacetValue>> of(Facet facet, ImmutableRoaringBitmap things) {
    boolean direct = facet.path().isDirect();
    ImmutableRoaringBitmap rows = direct ? things : rows(facet.rows(), things);
    Map<Integer, List<FacetValue>> facts = new HashMap<>();
    for (FacetValue value : facet.values()) {
      IntIterator each = ImmutableRoaringBitmap.and(value.rows(), rows).getIntIterator();
      while (each.hasNext()) {
        int row = each.next();
        List<FacetValue> values =
            facts.computeIfAbsent(direct ? row : facet.rows().get(row), thing -> new ArrayList<>());
        if (values.isEmpty() || !values.get(values.size() - 1).equals(value)) {
          values.add(value);
        }
      }
    }
    return facts;
  }

  private static ImmutableRoaringBitmap rows(IntBuffer things, ImmutableRoaringBitmap wanted) {
    MutableRoaringBitmap rows = new MutableRoaringBitmap();
    for (IntIterator each = wanted.getIntIterator(); each.hasNext(); ) {
      int thing = each.next();
      for (int row = first(things, thing); row < things.limit(); row++) {
        if (things.get(row) != thing) {
          break;
        }
        rows.add(row);
      }
    }
    return rows;
  }

  /** The first row of a thing, in rows that ascend. */
  private static int first(IntBuffer things, int thing) {
    int low = 0;
    int high = things.limit();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (things.get(middle) < thing) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
