package icc.lod.search;

import icc.lod.rdf.EntityIri;
import icc.lod.search.MapPage.Group;
import icc.lod.search.MapPage.KindChoice;
import icc.lod.view.Addresses;
import icc.lod.view.Link;
import icc.lod.view.Text;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.roaringbitmap.buffer.MutableRoaringBitmap;

/** Makes the page of the map: the list is all there is without scripts, and says the same. */
final class MapPages {
  /** As many places as a list holds. */
  static final int PAGE_SIZE = 500;

  /** Nearly all places must have one and only one value of what they are grouped by. */
  private static final double MOST = 0.9;

  private final BrowseSite site;
  private final Optional<BrowseRequest> kind;
  private final BrowseAddress address;
  private final long page;

  /** The map of one kind, or of all. */
  MapPages(BrowseSite site, Optional<BrowseRequest> kind, BrowseAddress address, long page) {
    this.site = site;
    this.kind = kind;
    this.address = address;
    this.page = Math.max(1, page);
  }

  MapPage page(MapPlaces places) {
    long total = places.total();
    long pages = BrowsePages.pages(total, PAGE_SIZE, page);
    List<MapPlaces.Slice> slices = places.slice((page - 1) * PAGE_SIZE, PAGE_SIZE);
    long shown = slices.stream().mapToLong(slice -> slice.ids().size()).sum();
    return new MapPage(
        kinds(),
        kind.stream()
            .map(
                k ->
                    FacetPanel.of(k.selection().onMap(), "", address, site.pages(), site.visitor()))
            .toList(),
        groups(slices),
        total,
        (page - 1) * PAGE_SIZE + 1,
        (page - 1) * PAGE_SIZE + shown,
        page > 1 ? href(page - 1) : "",
        page < pages ? href(page + 1) : "",
        canonical(),
        address.at("/places.geojson", address.kind()).href(selection(), "", 0),
        kind.map(this::browse).orElse(""));
  }

  private String canonical() {
    return address.canonical(selection(), "", page);
  }

  private String href(long other) {
    return address.href(selection(), "", other);
  }

  private String browse(BrowseRequest request) {
    String slug = request.selection().index().kind().slug();
    return address.at("/browse/" + slug, "").href(request.selection(), "", 1);
  }

  private FacetSelection selection() {
    return kind.map(BrowseRequest::selection).orElse(FacetSelection.NONE);
  }

  private List<KindChoice> kinds() {
    List<KindChoice> choices = new ArrayList<>();
    String chosen = address.kind();
    String all = address.at("/map", "").href(FacetSelection.NONE, "", 1);
    long count = MapPlaces.all(site.index(), MapBounds.WORLD, "").total();
    choices.add(new KindChoice(List.of(), count, all, chosen.isEmpty()));
    for (Kind each : site.index().kinds()) {
      boolean other = each.places() > 0 && !site.index().of(each).primary().isEmpty();
      if (other || chosen.equals(each.slug())) {
        Text text = KindNames.text(each.names(), each.iri(), site.visitor());
        String href = address.at("/map", each.slug()).href(FacetSelection.NONE, "", 1);
        choices.add(new KindChoice(List.of(text), each.places(), href, chosen.equals(each.slug())));
      }
    }
    return choices;
  }

  private List<Group> groups(List<MapPlaces.Slice> slices) {
    List<Group> groups = new ArrayList<>();
    for (MapPlaces.Slice slice : slices) {
      List<Link> links = links(slice);
      Optional<Facet> facet = slices.size() == 1 ? grouping(slice.index()) : Optional.empty();
      if (facet.isPresent()) {
        groups.addAll(groups(slice, links, facet.get()));
      } else {
        Kind of = slice.index().kind();
        Text text = KindNames.text(of.names(), of.iri(), site.visitor());
        groups.add(new Group(slices.size() > 1 ? List.of(text) : List.of(), links));
      }
    }
    return groups;
  }

  /** What places of a kind are grouped by: the best facet with one value for nearly each. */
  private static Optional<Facet> grouping(KindIndex index) {
    return index.facets().stream()
        .filter(facet -> facet.type() == FacetType.THING && facet.path().isDirect())
        .filter(Facet::single)
        .filter(
            facet ->
                facet.values().stream().mapToInt(FacetValue::things).sum() >= MOST * index.size())
        .findFirst();
  }

  private List<Group> groups(MapPlaces.Slice slice, List<Link> links, Facet facet) {
    MutableRoaringBitmap things =
        MutableRoaringBitmap.bitmapOf(slice.ids().stream().mapToInt(Integer::intValue).toArray());
    Map<Integer, List<FacetValue>> facts = FacetFacts.of(facet, things);
    Map<FacetValue, List<Link>> byValue = new LinkedHashMap<>();
    List<Link> others = new ArrayList<>();
    for (int i = 0; i < links.size(); i++) {
      List<FacetValue> values = facts.getOrDefault(slice.ids().get(i), List.of());
      (values.isEmpty()
              ? others
              : byValue.computeIfAbsent(values.get(0), value -> new ArrayList<>()))
          .add(links.get(i));
    }
    Collator collator = Collator.getInstance(Locale.forLanguageTag(site.visitor().language()));
    List<Group> groups = new ArrayList<>();
    byValue.forEach(
        (value, of) ->
            groups.add(new Group(List.of(value.text(site.visitor(), facet.type())), of)));
    groups.sort(Comparator.comparing(group -> group.text().get(0).value(), collator::compare));
    if (!others.isEmpty()) {
      groups.add(new Group(List.of(), others));
    }
    return groups;
  }

  private List<Link> links(MapPlaces.Slice slice) {
    List<KindIndex.Entry> entries = slice.ids().stream().map(slice.index()::entry).toList();
    List<Node> nodes = BrowseSite.nodes(entries);
    Addresses addresses = site.addresses(nodes);
    List<Link> links = new ArrayList<>();
    for (KindIndex.Entry entry : entries) {
      Text text = KindNames.text(entry.names(), entry.iri(), site.visitor());
      EntityIri iri = new EntityIri(entry.iri());
      links.add(new Link(addresses.link(iri), text, iri.text(), ""));
    }
    return links;
  }
}
