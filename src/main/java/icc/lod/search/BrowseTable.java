package icc.lod.search;

import icc.lod.view.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.roaringbitmap.buffer.MutableRoaringBitmap;

/** Things as a table (RFC 4180): IRI, name, a column per facet, position. */
final class BrowseTable {
  private final BrowseSite site;
  private final KindIndex index;

  BrowseTable(BrowseSite site, KindIndex index) {
    this.site = site;
    this.index = index;
  }

  String csv(List<Integer> ids) {
    MutableRoaringBitmap things =
        MutableRoaringBitmap.bitmapOf(ids.stream().mapToInt(Integer::intValue).toArray());
    List<Map<Integer, List<FacetValue>>> facts =
        index.facets().stream().map(facet -> FacetFacts.of(facet, things)).toList();
    boolean places = !index.placed().isEmpty();
    StringBuilder csv = new StringBuilder();
    List<String> head = new ArrayList<>(List.of("iri", "label"));
    index.facets().forEach(facet -> head.add(facet.name()));
    if (places) {
      head.addAll(List.of("latitude", "longitude"));
    }
    row(csv, head);
    for (int id : ids) {
      List<String> cells = new ArrayList<>();
      KindIndex.Entry entry = index.entry(id);
      cells.add(entry.iri());
      cells.add(KindNames.text(entry.names(), entry.iri(), site.visitor()).value());
      for (int i = 0; i < facts.size(); i++) {
        cells.add(cell(index.facets().get(i), facts.get(i).getOrDefault(id, List.of())));
      }
      if (places) {
        position(cells, id);
      }
      row(csv, cells);
    }
    return csv.toString();
  }

  private String cell(Facet facet, List<FacetValue> values) {
    return values.stream()
        .map(value -> plain(facet, value).value())
        .collect(Collectors.joining(" | "));
  }

  /** Programs read yes and no as the data writes them. */
  private Text plain(Facet facet, FacetValue value) {
    return value.text(site.visitor(), facet.type());
  }

  private void position(List<String> cells, int id) {
    if (index.placed().contains(id)) {
      KindIndex.Point point = index.point(id);
      cells.add(Double.toString(point.latitude()));
      cells.add(Double.toString(point.longitude()));
    } else {
      cells.addAll(List.of("", ""));
    }
  }

  private static void row(StringBuilder csv, List<String> cells) {
    csv.append(cells.stream().map(BrowseTable::quoted).collect(Collectors.joining(",")));
    csv.append("\r\n");
  }

  private static String quoted(String text) {
    return text.matches("(?s).*[\",\\r\\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }
}
