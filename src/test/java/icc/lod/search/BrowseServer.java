package icc.lod.search;

import static org.assertj.core.api.Assertions.assertThat;

import icc.lod.publish.Outcome;
import icc.lod.publish.Publisher;
import icc.lod.publish.SourceSettings;
import icc.lod.store.CurrentStore;
import icc.lod.store.Lease;
import icc.lod.store.Releases;
import icc.lod.store.StoreUnavailableException;
import icc.lod.store.TestStores;
import icc.lod.view.Overviews;
import icc.lod.web.Faults;
import icc.lod.web.MapTiles;
import icc.lod.web.Pages;
import icc.lod.web.Problem;
import icc.lod.web.PublicUrl;
import icc.lod.web.TestServer;
import icc.lod.web.WebSettings;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.Var;

/** Browsing and the map on a real server over a really published release. */
final class BrowseServer implements AutoCloseable {
  static final String BASE = "http://example.org/";

  private static final Faults FAULTS =
      fault ->
          fault instanceof StoreUnavailableException
              ? Optional.of(Problem.unavailable(String.valueOf(fault.getMessage()), 5))
              : Optional.empty();

  final CurrentStore store;
  final FacetIndexes indexes;
  private final TestServer server;

  private BrowseServer(CurrentStore store, WebSettings settings) {
    this.store = store;
    this.indexes = new FacetIndexes(store);
    Overviews overviews = new Overviews(store, "");
    Pages pages = new Pages(settings, overviews::site);
    this.server =
        TestServer.of(
            settings,
            pages,
            FAULTS,
            new BrowseRoutes(indexes, overviews, pages),
            new MapRoutes(indexes, overviews, pages));
  }

  /** Publishes one Turtle file. */
  static BrowseServer of(Path state, String turtle) throws Exception {
    return of(state, turtle, MapTiles.NONE);
  }

  static BrowseServer of(Path state, String turtle, MapTiles tiles) throws Exception {
    Path file = Files.writeString(state.resolve("data.ttl"), turtle);
    publish(state, new SourceSettings(List.of(), List.of(file), List.of(), BASE, false));
    return new BrowseServer(
        TestStores.open(state),
        new WebSettings("127.0.0.1", 0, PublicUrl.NONE, List.of("en", "uk"), tiles));
  }

  /** Publishes the bundled data. */
  static BrowseServer bundled(Path state) {
    publish(
        state,
        new SourceSettings(
            List.of(Path.of("ontology")),
            List.of(Path.of("rdf-data")),
            List.of(),
            "https://w3id.org/intelligent-cities/",
            false));
    return new BrowseServer(TestStores.open(state), WebSettings.loopback(0));
  }

  /** A release that was made without the index. */
  static BrowseServer withoutIndex(Path state) throws Exception {
    TestStores.publish(state, BASE, "<http://example.org/a> a <http://example.org/A> .");
    return new BrowseServer(TestStores.open(state), WebSettings.loopback(0));
  }

  private static void publish(Path state, SourceSettings sources) {
    Outcome outcome =
        new Publisher(
                sources,
                new Releases(state),
                List.of(new FacetProjection(List.of("en", "uk"))),
                Clock.systemUTC())
            .publish(false);
    assertThat(outcome).isInstanceOf(Outcome.Published.class);
  }

  HttpResponse<String> get(String path, String... headers) {
    return server.get(path, headers);
  }

  /** The page at a path, in English. */
  String page(String path) {
    HttpResponse<String> answer = get(path, "Accept", "text/html", "Accept-Language", "en");
    assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(200);
    return answer.body();
  }

  int status(String path) {
    return get(path, "Accept", "text/html").statusCode();
  }

  /** The IRIs that a selection is, by the index. */
  static Set<String> things(FacetSelection selection) {
    Set<String> things = new TreeSet<>();
    selection.things().forEach((int id) -> things.add(selection.index().entry(id).iri()));
    return things;
  }

  /** The IRIs that a query finds. */
  Set<String> asked(String query) {
    Set<String> found = new TreeSet<>();
    try (Lease lease = store.lease()) {
      lease
          .store()
          .query(
              QueryFactory.create(query),
              exec ->
                  exec.select()
                      .forEachRemaining(row -> found.add(row.get(Var.alloc("thing")).getURI())));
    }
    return found;
  }

  @Override
  public void close() {
    server.close();
    store.close();
  }
}
