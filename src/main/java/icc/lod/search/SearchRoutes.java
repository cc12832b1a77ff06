package icc.lod.search;

import icc.lod.rdf.RdfFormat;
import icc.lod.store.CurrentStore;
import icc.lod.store.Lease;
import icc.lod.view.Overviews;
import icc.lod.view.Reading;
import icc.lod.web.Caching;
import icc.lod.web.Pages;
import icc.lod.web.Problem;
import icc.lod.web.PublicUrl;
import icc.lod.web.Request;
import icc.lod.web.Routes;
import icc.lod.web.Visitor;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.util.List;
import java.util.Map;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;

/** The search by words ({@code /search}) and completion ({@code /suggest}). Thread-safe. */
public final class SearchRoutes implements Routes {
  private static final String SUGGEST = "/suggest";
  private static final int MOST_SUGGESTIONS = 10;

  private final CurrentStore store;
  private final Overviews overviews;
  private final Pages pages;

  /** The search in what the current release of a store holds. */
  public SearchRoutes(CurrentStore store, Overviews overviews, Pages pages) {
    this.store = store;
    this.overviews = overviews;
    this.pages = pages;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get(SearchRequest.PATH, this::search);
    routes.get(SUGGEST, this::suggest);
  }

  private void search(Context ctx) {
    Visitor visitor = pages.visitor(ctx);
    SearchRequest request = SearchRequest.of(Request.of(ctx));
    try (Lease lease = store.lease()) {
      Caching caching = caching(ctx, request, visitor, lease);
      if (caching.answered(ctx)) {
        return;
      }
      SearchIndex index = index(lease);
      SearchResult result = find(index, request);
      SearchHits hits = hits(lease, index, visitor, result.things());
      PublicUrl publicUrl = pages.publicUrl();
      SearchPages made = new SearchPages(request, result, visitor, publicUrl);
      String type = request.format().contentType();
      if (request.format().equals(SearchFormat.PAGE)) {
        pages.send(ctx, visitor, caching, "search/search", Map.of("search", made.page(hits)));
      } else if (request.format().syntax().isPresent()) {
        Map<String, String> prefixes =
            lease.store().read(data -> Map.copyOf(data.prefixes().getMapping()));
        RdfFormat syntax = request.format().syntax().get();
        caching.send(ctx, type, SearchDocuments.rdf(result, prefixes, syntax));
      } else if (request.format().equals(SearchFormat.CSV)) {
        caching.send(ctx, type, SearchDocuments.csv(made.hits(hits), publicUrl));
      } else {
        byte[] json = SearchDocuments.json(request, result, made.hits(hits), publicUrl);
        caching.send(ctx, type, json);
      }
    }
  }

  private static SearchResult find(SearchIndex index, SearchRequest request) {
    if (!request.type().isEmpty() && !index.hasType(request.type())) {
      throw Problem.notFound("Nothing in this release has the type <" + request.type() + ">.");
    }
    try {
      SearchResult result =
          index.find(request.words(), request.type(), request.offset(), SearchRequest.PAGE_SIZE);
      if (request.page() > 1 && result.things().isEmpty()) {
        throw Problem.notFound(
            "There is no page " + request.page() + ": " + result.total() + " things were found.");
      }
      return result;
    } catch (SearchTooLongException e) {
      throw Problem.unavailable("The search took too long; search for less.", 5);
    }
  }

  private void suggest(Context ctx) {
    Visitor visitor = pages.visitor(ctx);
    String text = SearchRequest.text(Request.of(ctx));
    SearchWords words = SearchRequest.words(text);
    try (Lease lease = store.lease()) {
      Caching caching =
          language(
              Caching.of(lease.release().tag(), "suggest", hash(text), visitor.key()), visitor);
      if (caching.answered(ctx)) {
        return;
      }
      SearchIndex index = index(lease);
      List<StoredThing> things = index.first(words, MOST_SUGGESTIONS);
      SearchHits hits = hits(lease, index, visitor, things);
      SearchMarks marks = SearchMarks.of(words, false);
      JsonArray list = new JsonArray();
      for (StoredThing thing : things) {
        Hit hit = hits.hit(thing, marks, words);
        JsonObject json = SearchDocuments.json(hit, pages.publicUrl());
        json.remove("description");
        json.put("type", hit.types().isEmpty() ? "" : hit.types().get(0).value());
        list.add(json);
      }
      JsonObject json = new JsonObject();
      json.put("query", text);
      json.put("suggestions", list);
      caching.send(
          ctx,
          SearchFormat.JSON.mediaType(),
          (JSON.toString(json) + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
  }

  private SearchHits hits(
      Lease lease, SearchIndex index, Visitor visitor, List<StoredThing> things) {
    return new SearchHits(
        index, visitor, overviews.of(lease), things, new Reading(lease.store()), pages.publicUrl());
  }

  private static SearchIndex index(Lease lease) {
    return SearchIndex.of(lease)
        .orElseThrow(
            () ->
                Problem.unavailable(
                    "This release has no text index, so that it cannot be searched;"
                        + " publish the data again, with a higher --index-limit where it is at an endpoint.",
                    60));
  }

  private static Caching caching(Context ctx, SearchRequest request, Visitor visitor, Lease lease) {
    Caching caching =
        Caching.of(
            lease.release().tag(),
            "search",
            hash(String.valueOf(ctx.queryString())),
            request.format().name(),
            visitor.key());
    return language(request.negotiated() ? caching.vary(Header.ACCEPT) : caching, visitor);
  }

  private static Caching language(Caching caching, Visitor visitor) {
    return visitor.byHeader() ? caching.vary(Header.ACCEPT_LANGUAGE) : caching;
  }

  private static String hash(String text) {
    return Integer.toHexString(text.hashCode());
  }
}
