package icc.lod.search;

import icc.lod.search.SearchPage.Form;
import icc.lod.search.SearchPage.Suggestion;
import icc.lod.search.SearchPage.TypeCount;
import icc.lod.search.SearchResult.How;
import icc.lod.view.Text;
import icc.lod.web.PublicUrl;
import icc.lod.web.Visitor;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Makes the search page out of what was found. */
record SearchPages(
    SearchRequest request, SearchResult result, Visitor visitor, PublicUrl publicUrl) {
  private static final int MOST_TYPES = 15;
  private static final int MOST_SUGGESTIONS = 3;

  List<Hit> hits(SearchHits hits) {
    SearchMarks exact = SearchMarks.of(request.words(), false);
    SearchMarks near = SearchMarks.of(request.words(), result.how() != How.ALL);
    return result.things().stream()
        .map(
            thing -> {
              boolean written = SearchHits.matches(thing.names(), exact);
              return hits.hit(thing, written ? exact : near, request.words());
            })
        .toList();
  }

  SearchPage page(SearchHits hits) {
    int shown = result.things().size();
    boolean more = request.offset() + shown < result.total();
    return new SearchPage(
        request.text(),
        request.type(),
        !request.text().isEmpty(),
        result.total(),
        shown == 0 ? 0 : request.offset() + 1,
        request.offset() + (long) shown,
        result.how().name(),
        hits(hits),
        types(hits),
        suggestions(hits),
        href(request.type("")),
        request.page() > 1 ? href(request.page(request.page() - 1)) : "",
        more ? href(request.page(request.page() + 1)) : "",
        forms());
  }

  private List<TypeCount> types(SearchHits hits) {
    Set<String> shown = new LinkedHashSet<>();
    hits.telling(List.copyOf(result.types().keySet())).stream()
        .limit(MOST_TYPES)
        .forEach(shown::add);
    if (!request.type().isEmpty()) {
      shown.add(request.type());
    }
    List<TypeCount> types = new ArrayList<>();
    for (String iri : shown) {
      types.add(
          new TypeCount(
              href(request.type(iri)),
              hits.type(iri),
              iri,
              result.types().getOrDefault(iri, 0L),
              iri.equals(request.type())));
    }
    return types;
  }

  private List<Suggestion> suggestions(SearchHits hits) {
    if (result.how() != How.NEARLY || request.page() > 1) {
      return List.of();
    }
    Set<Text> names = new LinkedHashSet<>();
    result.things().stream()
        .filter(thing -> thing.score() >= SearchQuery.NEARLY)
        .map(thing -> hits.link(thing).text())
        .filter(text -> text.value().length() <= SearchWords.LONGEST)
        .forEach(names::add);
    return names.stream()
        .limit(MOST_SUGGESTIONS)
        .map(text -> new Suggestion(href(request.text(text.value())), text))
        .toList();
  }

  private List<Form> forms() {
    return SearchFormat.all().stream()
        .filter(format -> !format.equals(SearchFormat.PAGE))
        .map(f -> new Form(href(request) + "&format=" + f.name(), f.name(), f.mediaType()))
        .toList();
  }

  /** With the language, if the address chose it. */
  private String href(SearchRequest other) {
    return publicUrl.path(other.path(visitor.byHeader() ? "" : visitor.language()));
  }
}
