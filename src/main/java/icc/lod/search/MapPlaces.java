package icc.lod.search;

import java.util.ArrayList;
import java.util.List;
import org.roaringbitmap.buffer.ImmutableRoaringBitmap;

/**
 * Things with a position, kind by kind and by label among those of one.
 *
 * @param order the visitor's language, whose order the labels have
 */
record MapPlaces(List<Part> parts, String order) {
  /** Things of one kind. */
  record Part(KindIndex index, ImmutableRoaringBitmap things) {}

  /** Some things of one kind, in order. */
  record Slice(KindIndex index, List<Integer> ids) {}

  MapPlaces {
    parts = List.copyOf(parts);
  }

  /** All places of a release, each as one of its first kind. */
  static MapPlaces all(FacetIndex index, MapBounds bounds, String order) {
    List<Part> parts = new ArrayList<>();
    for (Kind kind : index.kinds()) {
      if (kind.places() > 0) {
        KindIndex places = index.of(kind);
        parts.add(new Part(places, bounds.of(places, places.primary())));
      }
    }
    return new MapPlaces(parts, order);
  }

  /** The places of a selection. */
  static MapPlaces of(FacetSelection selection, MapBounds bounds, String order) {
    KindIndex index = selection.index();
    ImmutableRoaringBitmap placed = ImmutableRoaringBitmap.and(selection.things(), index.placed());
    return new MapPlaces(List.of(new Part(index, bounds.of(index, placed))), order);
  }

  long total() {
    return parts.stream().mapToLong(part -> part.things().getLongCardinality()).sum();
  }

  /** A part of them by position. */
  List<Slice> slice(long offset, int limit) {
    List<Slice> slices = new ArrayList<>();
    long skip = offset;
    int room = limit;
    for (Part part : parts) {
      long size = part.things().getLongCardinality();
      if (skip < size && room > 0) {
        List<Integer> ids = part.index().slice(part.things(), order, skip, room);
        slices.add(new Slice(part.index(), ids));
        room -= ids.size();
      }
      skip = Math.max(0, skip - size);
    }
    return slices;
  }
}
