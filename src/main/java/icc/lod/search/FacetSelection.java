package icc.lod.search;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.roaringbitmap.IntIterator;
import org.roaringbitmap.buffer.ImmutableRoaringBitmap;
import org.roaringbitmap.buffer.MutableRoaringBitmap;

/**
 * What is chosen of a kind: of each facet any of some values, of all facets together. Facets with
 * the same hop are about one and the same thing in between.
 *
 * @param chosen values by the name of their facet, both in the order of canonical addresses
 * @param placed whether only things with a position count
 */
record FacetSelection(KindIndex index, Map<String, List<FacetValue>> chosen, boolean placed) {
  /** Nothing chosen of nothing, for addresses without a kind. */
  static final FacetSelection NONE = all(KindIndex.EMPTY);

  /** Nothing chosen: all things of the kind. */
  static FacetSelection all(KindIndex index) {
    return new FacetSelection(index, Map.of(), false);
  }

  /** The same of those things only that have a position. */
  FacetSelection onMap() {
    return new FacetSelection(index, chosen, true);
  }

  /** The same without any choice. */
  FacetSelection cleared() {
    return new FacetSelection(index, Map.of(), placed);
  }

  boolean has(Facet facet, FacetValue value) {
    return chosen.getOrDefault(facet.name(), List.of()).contains(value);
  }

  /** The selection with a value taken in, or out if it was in. */
  FacetSelection toggled(Facet facet, FacetValue value) {
    Map<String, List<FacetValue>> next = new TreeMap<>(chosen);
    List<FacetValue> values = new ArrayList<>(next.getOrDefault(facet.name(), List.of()));
    if (!values.remove(value)) {
      values.add(value);
    }
    values.sort(java.util.Comparator.comparing(FacetValue::key));
    next.put(facet.name(), values);
    if (values.isEmpty()) {
      next.remove(facet.name());
    }
    return new FacetSelection(index, next, placed);
  }

  /** The things chosen. */
  ImmutableRoaringBitmap things() {
    return things("");
  }

  /** How many of the things chosen otherwise have each value of a facet. */
  Map<FacetValue, Integer> counts(Facet facet) {
    Map<FacetValue, Integer> counts = new LinkedHashMap<>();
    boolean alone = chosen.isEmpty() || (chosen.size() == 1 && chosen.containsKey(facet.name()));
    if (alone && !placed) {
      facet.values().forEach(value -> counts.put(value, value.things()));
      return counts;
    }
    ImmutableRoaringBitmap base = things(facet.group());
    List<ImmutableRoaringBitmap> others = rows(facet.group(), facet.name());
    for (FacetValue value : facet.values()) {
      counts.put(value, count(facet, value, base, others));
    }
    return counts;
  }

  /** The part of an address that says so, without question mark; empty for all things. */
  String parameters() {
    StringJoiner parameters = new StringJoiner("&");
    chosen.forEach(
        (name, values) ->
            values.forEach(value -> parameters.add(encode(name) + "=" + encode(value.key()))));
    return parameters.toString();
  }

  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** The things that all groups but one choose. */
  private ImmutableRoaringBitmap things(String without) {
    Map<String, Facet> groups = new LinkedHashMap<>();
    for (Facet facet : index.facets()) {
      if (chosen.containsKey(facet.name()) && !facet.group().equals(without)) {
        groups.putIfAbsent(facet.group(), facet);
      }
    }
    MutableRoaringBitmap things = new MutableRoaringBitmap();
    if (placed) {
      things.or(index.placed());
    } else {
      things.add(0L, index.size());
    }
    for (Map.Entry<String, Facet> group : groups.entrySet()) {
      things.and(project(group.getValue(), all(rows(group.getKey(), ""))));
    }
    return things;
  }

  /** The rows that each chosen facet of a group allows, but for one facet. */
  private List<ImmutableRoaringBitmap> rows(String group, String without) {
    List<ImmutableRoaringBitmap> rows = new ArrayList<>();
    for (Facet facet : index.facets()) {
      List<FacetValue> values = chosen.getOrDefault(facet.name(), List.of());
      if (facet.group().equals(group) && !facet.name().equals(without) && !values.isEmpty()) {
        rows.add(
            ImmutableRoaringBitmap.or(
                values.stream().map(FacetValue::rows).toArray(ImmutableRoaringBitmap[]::new)));
      }
    }
    return rows;
  }

  private static ImmutableRoaringBitmap all(List<ImmutableRoaringBitmap> parts) {
    ImmutableRoaringBitmap all = parts.get(0);
    for (ImmutableRoaringBitmap part : parts.subList(1, parts.size())) {
      all = ImmutableRoaringBitmap.and(all, part);
    }
    return all;
  }

  private static ImmutableRoaringBitmap project(Facet facet, ImmutableRoaringBitmap rows) {
    if (facet.path().isDirect()) {
      return rows;
    }
    MutableRoaringBitmap things = new MutableRoaringBitmap();
    for (IntIterator each = rows.getIntIterator(); each.hasNext(); ) {
      things.add(facet.rows().get(each.next()));
    }
    return things;
  }

  private static int count(
      Facet facet,
      FacetValue value,
      ImmutableRoaringBitmap base,
      List<ImmutableRoaringBitmap> others) {
    if (facet.path().isDirect()) {
      return ImmutableRoaringBitmap.andCardinality(value.rows(), base);
    }
    List<ImmutableRoaringBitmap> all = new ArrayList<>(others);
    all.add(value.rows());
    return ImmutableRoaringBitmap.andCardinality(project(facet, all(all)), base);
  }
}
