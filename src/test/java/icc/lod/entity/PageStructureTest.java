package icc.lod.entity;

import static org.assertj.core.api.Assertions.assertThat;

import icc.lod.store.CurrentStore;
import icc.lod.store.Releases;
import icc.lod.store.Store;
import icc.lod.store.Tdb2Store;
import icc.lod.store.TestStores;
import icc.lod.view.Overviews;
import icc.lod.web.Faults;
import icc.lod.web.PageChecks;
import icc.lod.web.Pages;
import icc.lod.web.TestServer;
import icc.lod.web.WebSettings;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages about data that nobody here wrote, and what they cost. */
final class PageStructureTest {
  private static final String DATA =
      """
      @prefix : <http://x.example/> .
      @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
      @prefix dct: <http://purl.org/dc/terms/> .
      <http://x.example/місто/Львів> :сусід <http://x.example/місто/Київ> ; :p "עברית" , "plain" .
      :rtl rdfs:label "مدينة"@ar ; dct:description "<script>alert(1)</script>"@en .
      :nolabel :p [ :q [ :r "<i>deep</i>" ] ] ; :to :rtl , <http://x.example/місто/Львів> .
      :other :to :rtl ; :n 1 , 2 , 3 , 4 .
      """;

  @TempDir Path state;

  @Test
  void foreignData_hasSoundPages() throws Exception {
    try (EntitySite site = EntitySite.of(state, "http://x.example/", DATA)) {
      for (String language : new String[] {"en", "uk"}) {
        for (String path :
            new String[] {
              "/",
              "/doc/rtl",
              "/doc/nolabel",
              "/doc/other",
              "/doc/%D0%BC%D1%96%D1%81%D1%82%D0%BE/%D0%9B%D1%8C%D0%B2%D1%96%D0%B2",
              "/doc?iri=http://x.example/to",
              "/nothing"
            }) {
          HttpResponse<String> answer =
              site.get(path, "Accept", "text/html", "Accept-Language", language);
          assertThat(answer.statusCode()).as(path).isIn(200, 404);
          PageChecks.assertSound(answer.body());
          assertThat(answer.body()).doesNotContain("<i>deep", "<script>alert");
        }
      }
      String rtl = site.get("/doc/rtl", "Accept", "text/html").body();
      assertThat(rtl).contains("<h1 lang=\"ar\" dir=\"auto\">مدينة</h1>");
    }
  }

  @Test
  void sectionsWithoutRoutes_areNotLinked() throws Exception {
    try (EntitySite site = EntitySite.of(state, "http://x.example/", DATA)) {
      String page = site.get("/doc/rtl", "Accept", "text/html").body();
      assertThat(page).doesNotContain("href=\"/sparql", "href=\"/map", "href=\"/browse");
    }
  }

  @Test
  void page_costsAHandfulOfReads() throws Exception {
    TestStores.publish(state, "http://x.example/", DATA);
    AtomicInteger reads = new AtomicInteger();
    try (CurrentStore store =
        new CurrentStore(
            new Releases(state),
            release -> new Counting(Tdb2Store.open(release.database()), reads))) {
      store.refresh();
      WebSettings settings = WebSettings.loopback(0);
      Overviews overviews = new Overviews(store, "");
      Pages pages = new Pages(settings, overviews::site);
      HomeRoutes home = new HomeRoutes(store, overviews, pages);
      EntityRoutes entities = new EntityRoutes(store, overviews, pages);
      try (TestServer server = TestServer.of(settings, pages, Faults.none(), home, entities)) {
        server.get("/", "Accept", "text/html");
        reads.set(0);
        server.get("/?again", "Accept", "text/html");
        assertThat(reads).hasValue(0);
        entities.prepare();
        reads.set(0);
        server.get("/doc/other", "Accept", "text/html");
        assertThat(reads.get()).isLessThanOrEqualTo(10);
      }
    }
  }

  /** Counts the round trips that a store behind HTTP would take. */
  private record Counting(Store store, AtomicInteger reads) implements Store {
    @Override
    public <T> T read(Function<DatasetGraph, T> reading) {
      reads.incrementAndGet();
      return store.read(reading);
    }

    @Override
    public void query(Query query, Consumer<QueryExec> use) {
      reads.incrementAndGet();
      store.query(query, use);
    }

    @Override
    public void query(Query query, Duration limit, Consumer<QueryExec> use) {
      reads.incrementAndGet();
      store.query(query, limit, use);
    }

    @Override
    public void check() {
      store.check();
    }

    @Override
    public void close() {
      store.close();
    }
  }
}
