package icc.lod.entity;

import static org.assertj.core.api.Assertions.assertThat;

import icc.lod.store.TestStores;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HomeTest {
  @TempDir Path state;

  @Test
  void home_listsClassesWithCounts() throws Exception {
    try (EntitySite site =
        EntitySite.of(
            state,
            "http://example.org/",
            """
            @prefix : <http://example.org/ns#> .
            @prefix owl: <http://www.w3.org/2002/07/owl#> .
            @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
            <http://example.org/ns> a owl:Ontology ; rdfs:label "Words"@en , "Слова"@uk .
            :City a owl:Class ; rdfs:label "City"@en , "Місто"@uk .
            <http://example.org/a> a :City . <http://example.org/b> a :City .
            """)) {
      HttpResponse<String> home = site.get("/", "Accept", "text/html", "Accept-Language", "uk");
      assertThat(home.body())
          .contains("<h1>Слова</h1>", "href=\"/doc/ns#City\"", ">Місто</span>", ">2</span>")
          .doesNotContain("href=\"/sparql\"", "href=\"/map\"");
      String tag = home.headers().firstValue("etag").orElseThrow();
      assertThat(
              site.get("/", "Accept", "text/html", "Accept-Language", "uk", "If-None-Match", tag)
                  .statusCode())
          .isEqualTo(304);
      assertThat(site.get("/", "Accept", "text/turtle").statusCode()).isEqualTo(406);
    }
  }

  @Test
  void foreignData_withoutEntitiesUnderTheBase() throws Exception {
    try (EntitySite site =
        EntitySite.of(
            state,
            "http://nothing.example/",
            "<urn:a> a <http://xmlns.com/foaf/0.1/Person> ; <urn:p> <urn:b> .")) {
      String home = site.get("/", "Accept", "text/html").body();
      assertThat(home).contains("href=\"/doc?iri=http://xmlns.com/foaf/0.1/Person\"");
      assertThat(
              site.get("/doc?iri=http://xmlns.com/foaf/0.1/Person", "Accept", "text/html").body())
          .contains("href=\"/doc?iri=urn:a\"");
    }
  }

  @Test
  void hashBase_hasItsDocumentAtTheRoot() throws Exception {
    try (EntitySite site =
        EntitySite.of(
            state,
            "http://example.org/ns#",
            "@prefix : <http://example.org/ns#> . :a a :C ; :p :b . :b a :C .")) {
      HttpResponse<String> root = site.get("/", "Accept", "text/turtle");
      assertThat(root.headers().firstValue("location")).hasValue("/doc/");
      assertThat(site.get("/doc/", "Accept", "text/turtle").body()).contains("ns#a", "ns#b");
      assertThat(site.get("/doc/", "Accept", "text/html").body()).contains("id=\"a\"", "id=\"b\"");
      assertThat(site.get("/", "Accept", "text/html").body()).contains(">C</span>");
    }
  }

  @Test
  void newRelease_isSeenByTheNextRequest() throws Exception {
    try (EntitySite site =
        EntitySite.of(state, "http://example.org/", "<http://example.org/a> <urn:p> 'one' .")) {
      String tag = site.get("/doc/a.nt").headers().firstValue("etag").orElseThrow();
      TestStores.publish(state, "http://example.org/", "<http://example.org/a> <urn:p> 'two' .");
      site.store.refresh();
      HttpResponse<String> answer = site.get("/doc/a.nt", "If-None-Match", tag);
      assertThat(answer.body()).contains("two");
    }
  }
}
