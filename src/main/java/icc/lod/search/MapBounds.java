package icc.lod.search;

import icc.lod.web.Problem;
import icc.lod.web.Request;
import java.util.Arrays;
import java.util.Optional;
import org.roaringbitmap.IntIterator;
import org.roaringbitmap.buffer.ImmutableRoaringBitmap;
import org.roaringbitmap.buffer.MutableRoaringBitmap;

/**
 * A part of the world as GeoJSON writes it (RFC 7946, section 5): west, south, east, north. Where
 * west is greater than east it lies across the antimeridian.
 */
record MapBounds(double west, double south, double east, double north) {
  static final MapBounds WORLD = new MapBounds(-180, -90, 180, 90);

  private static final String NUMBER = "-?\\d{1,3}(\\.\\d{1,15})?";

  /**
   * Reads {@code ?bbox=}.
   *
   * @throws Problem 400 for anything but four numbers on earth
   */
  static MapBounds of(Request request) {
    Optional<String> asked = BrowseRequest.one(request, "bbox");
    if (asked.isEmpty()) {
      return WORLD;
    }
    String[] parts = asked.get().split(",", -1);
    if (parts.length == 4 && Arrays.stream(parts).allMatch(part -> part.matches(NUMBER))) {
      double[] n = Arrays.stream(parts).mapToDouble(Double::parseDouble).toArray();
      boolean onEarth = Math.abs(n[0]) <= 180 && Math.abs(n[2]) <= 180 && n[1] >= -90 && n[3] <= 90;
      if (onEarth && n[1] <= n[3]) {
        return new MapBounds(n[0], n[1], n[2], n[3]);
      }
    }
    throw Problem.badRequest(
        "Write bbox=west,south,east,north in degrees, such as bbox=22,44,41,53, not '"
            + BrowseRequest.shown(asked.get())
            + "'");
  }

  /** Those of some placed things that lie in it. */
  ImmutableRoaringBitmap of(KindIndex index, ImmutableRoaringBitmap things) {
    if (equals(WORLD)) {
      return things;
    }
    MutableRoaringBitmap inside = new MutableRoaringBitmap();
    int rank = 0;
    for (IntIterator each = index.placed().getIntIterator(); each.hasNext(); rank++) {
      int id = each.next();
      double latitude = index.positions().get(2 * rank);
      double longitude = index.positions().get(2 * rank + 1);
      if (holds(latitude, longitude) && things.contains(id)) {
        inside.add(id);
      }
    }
    return inside;
  }

  private boolean holds(double latitude, double longitude) {
    boolean between =
        west <= east
            ? longitude >= west && longitude <= east
            : longitude >= west || longitude <= east;
    return between && latitude >= south && latitude <= north;
  }
}
