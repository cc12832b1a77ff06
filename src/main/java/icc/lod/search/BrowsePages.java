package icc.lod.search;

import icc.lod.rdf.EntityIri;
import icc.lod.search.BrowsePage.Fact;
import icc.lod.search.BrowsePage.Form;
import icc.lod.search.BrowsePage.Item;
import icc.lod.search.BrowsePage.Sort;
import icc.lod.view.Addresses;
import icc.lod.view.Labels;
import icc.lod.view.Link;
import icc.lod.view.Terms;
import icc.lod.view.Text;
import icc.lod.web.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.roaringbitmap.buffer.ImmutableRoaringBitmap;
import org.roaringbitmap.buffer.MutableRoaringBitmap;

/** Makes the page of a state of browsing a kind: two reads of the store, whatever is shown. */
final class BrowsePages {
  static final int PAGE_SIZE = 50;

  private static final int FACTS = 3;
  private static final int VALUES = 3;
  private static final int LONGEST_DESCRIPTION = 200;

  private final BrowseSite site;
  private final BrowseRequest request;
  private final BrowseAddress address;

  BrowsePages(BrowseSite site, BrowseRequest request, BrowseAddress address) {
    this.site = site;
    this.request = request;
    this.address = address;
  }

  /**
   * Makes the page.
   *
   * @throws Problem 404 for a page beyond the end
   */
  BrowsePage page() {
    FacetSelection selection = request.selection();
    KindIndex index = selection.index();
    Kind kind = index.kind();
    ImmutableRoaringBitmap things = selection.things();
    long total = things.getLongCardinality();
    long page = Math.max(1, request.page());
    long pages = pages(total, PAGE_SIZE, page);
    List<Integer> ids = index.slice(things, order(), (page - 1) * PAGE_SIZE, PAGE_SIZE);
    List<KindIndex.Entry> entries = ids.stream().map(index::entry).toList();
    List<Node> nodes = new ArrayList<>(BrowseSite.nodes(entries));
    nodes.add(NodeFactory.createURI(kind.iri()));
    Addresses addresses = site.addresses(nodes);
    String query = FacetQuery.of(selection, site.index().prefixes());
    return new BrowsePage(
        link(new KindIndex.Entry(kind.iri(), kind.names()), addresses),
        KindNames.best(kind.descriptions(), site.visitor()).stream().toList(),
        FacetPanel.of(selection, request.sort(), address, site.pages(), site.visitor()),
        sorts(index),
        items(ids, entries, nodes, addresses),
        index.size(),
        total,
        (page - 1) * PAGE_SIZE + 1,
        page,
        pages,
        page > 1 ? address.href(selection, request.sort(), page - 1) : "",
        page < pages ? address.href(selection, request.sort(), page + 1) : "",
        address.canonical(selection, request.sort(), page),
        kind.places() > 0 ? address.at("/map", kind.slug()).href(selection, "", 1) : "",
        forms(),
        BrowseFiles.MOST,
        query,
        queryHref(query));
  }

  /**
   * How many pages a list has.
   *
   * @throws Problem 404 when the page asked for is none of them
   */
  static long pages(long total, int size, long page) {
    long pages = Math.max(1, (total + size - 1) / size);
    if (page > pages) {
      throw Problem.notFound("This list has " + pages + (pages == 1 ? " page." : " pages."));
    }
    return pages;
  }

  private String order() {
    return request.sort().isEmpty() ? site.visitor().language() : request.sort();
  }

  private List<Sort> sorts(KindIndex index) {
    return BrowseRequest.orders(index).stream()
        .map(
            name -> {
              String sort = name.equals("label") ? "" : name;
              return new Sort(
                  name, address.href(request.selection(), sort, 1), sort.equals(request.sort()));
            })
        .toList();
  }

  private List<Form> forms() {
    return BrowseFormat.all().stream()
        .filter(format -> format != BrowseFormat.HTML)
        .map(
            format ->
                new Form(
                    format.label(),
                    format.mediaType(),
                    address.format(request.selection(), request.sort(), format)))
        .toList();
  }

  private String queryHref(String query) {
    return query.isEmpty()
        ? ""
        : site.pages().publicUrl().path("/sparql?query=") + FacetSelection.encode(query);
  }

  private Link link(KindIndex.Entry entry, Addresses addresses) {
    Text name = KindNames.text(entry.names(), entry.iri(), site.visitor());
    return EntityIri.parse(entry.iri())
        .map(iri -> new Link(addresses.link(iri), name, iri.text(), ""))
        .orElseGet(() -> new Link("", name, entry.iri(), ""));
  }

  private List<Item> items(
      List<Integer> ids, List<KindIndex.Entry> entries, List<Node> nodes, Addresses addresses) {
    Labels labels = new Labels(site.visitor());
    labels.learn(site.reading().about(nodes, Terms.DESCRIPTIONS));
    Map<Integer, List<Fact>> facts = facts(ids);
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      items.add(
          new Item(
              link(entries.get(i), addresses),
              labels.description(nodes.get(i)).stream()
                  .map(text -> shortened(text, LONGEST_DESCRIPTION))
                  .toList(),
              facts.getOrDefault(ids.get(i), List.of())));
    }
    return items;
  }

  /** A text of at most so many characters, cut between words. */
  static Text shortened(Text text, int longest) {
    String value = text.value();
    if (value.length() <= longest) {
      return text;
    }
    int space = value.lastIndexOf(' ', longest);
    int end = space > longest / 2 ? space : longest;
    int whole = Character.isHighSurrogate(value.charAt(end - 1)) ? end - 1 : end;
    return new Text(value.substring(0, whole) + "…", text.lang());
  }

  private Map<Integer, List<Fact>> facts(List<Integer> ids) {
    ImmutableRoaringBitmap things =
        MutableRoaringBitmap.bitmapOf(ids.stream().mapToInt(Integer::intValue).toArray());
    Map<Integer, List<Fact>> facts = new HashMap<>();
    List<Facet> facets = request.selection().index().facets();
    for (Facet facet : facets.subList(0, Math.min(FACTS, facets.size()))) {
      Text label = facet.label(site.visitor());
      FacetFacts.of(facet, things)
          .forEach(
              (thing, values) ->
                  facts
                      .computeIfAbsent(thing, t -> new ArrayList<>())
                      .add(fact(facet, label, values)));
    }
    return facts;
  }

  private Fact fact(Facet facet, Text label, List<FacetValue> values) {
    List<Text> shown =
        values.stream()
            .limit(VALUES)
            .map(value -> FacetPanel.text(facet, value, site.pages(), site.visitor()))
            .toList();
    return new Fact(label, shown, values.size() > VALUES);
  }
}
