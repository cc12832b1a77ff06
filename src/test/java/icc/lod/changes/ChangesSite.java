package icc.lod.changes;

import static org.assertj.core.api.Assertions.assertThat;

import icc.lod.catalogue.CatalogueRoutes;
import icc.lod.catalogue.Harvest;
import icc.lod.catalogue.Serving;
import icc.lod.entity.EntityRoutes;
import icc.lod.publish.InTurn;
import icc.lod.publish.Outcome;
import icc.lod.publish.Publisher;
import icc.lod.publish.SourceSettings;
import icc.lod.store.CurrentStore;
import icc.lod.store.Releases;
import icc.lod.store.TestStores;
import icc.lod.view.Overviews;
import icc.lod.web.Faults;
import icc.lod.web.Pages;
import icc.lod.web.PublicUrl;
import icc.lod.web.TestServer;
import icc.lod.web.WebSettings;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** A real server over a state folder into which releases are really published. */
final class ChangesSite implements AutoCloseable {
  static final String BASE = "https://data.example.org/";
  static final Instant FIRST = Instant.parse("2026-01-01T10:00:00Z");

  final Path state;
  final Releases releases;
  final CurrentStore store;
  private final TestServer server;
  private int day;

  private ChangesSite(Path state, CurrentStore store, Releases releases, TestServer server) {
    this.state = state;
    this.store = store;
    this.releases = releases;
    this.server = server;
  }

  /** A server of a release of this TriG. */
  static ChangesSite of(Path state, String trig) throws Exception {
    return of(state, trig, PublicUrl.NONE);
  }

  static ChangesSite of(Path state, String trig, PublicUrl publicUrl) throws Exception {
    publish(state, trig, 0);
    CurrentStore store = TestStores.open(state);
    Releases releases = new Releases(state);
    WebSettings settings =
        new WebSettings("127.0.0.1", 0, publicUrl, WebSettings.DEFAULT_LANGUAGES);
    Overviews overviews = new Overviews(store, "");
    Pages pages = new Pages(settings, overviews::site);
    Changes changes = new Changes(store, releases, overviews, pages);
    TestServer server =
        TestServer.of(
            settings,
            pages,
            Faults.none(),
            new CatalogueRoutes(new Serving(store, overviews, pages), settings.languages()),
            new ChangeRoutes(changes),
            new EntityRoutes(store, overviews, pages, new Tombstones(changes)));
    return new ChangesSite(state, store, releases, server);
  }

  /** Publishes the next release a day later and serves it. */
  ChangesSite publish(String trig) throws Exception {
    day++;
    publish(state, trig, day);
    store.refresh();
    return this;
  }

  private static void publish(Path state, String trig, int day) throws Exception {
    Path data = Files.createDirectories(state.resolve("sources")).resolve("data.trig");
    Files.writeString(data, trig);
    Releases releases = new Releases(state);
    Clock clock = Clock.fixed(FIRST.plusSeconds(86_400L * day), ZoneOffset.UTC);
    SourceSettings sources = new SourceSettings(List.of(), List.of(data), List.of(), BASE, false);
    InTurn projection = new InTurn(List.of(new Harvest(releases), new ChangeLog(releases)));
    Outcome outcome = new Publisher(sources, releases, List.of(projection), clock).publish(true);
    assertThat(outcome).isInstanceOf(Outcome.Published.class);
  }

  HttpResponse<String> get(String path, String... headers) {
    return server.get(path, headers);
  }

  HttpResponse<String> send(String method, String path, String... headers) {
    return server.send(method, path, headers);
  }

  /** The dump of the current release. */
  String dump() {
    return get("/dumps/all.nq").body();
  }

  String origin() {
    return "http://127.0.0.1:" + server.port();
  }

  @Override
  public void close() {
    server.close();
    store.close();
  }
}
