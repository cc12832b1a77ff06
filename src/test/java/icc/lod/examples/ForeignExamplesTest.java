package icc.lod.examples;

import static org.assertj.core.api.Assertions.assertThat;

import icc.lod.store.TestStores;
import icc.lod.web.PublicUrl;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Data sets that others made: without examples, or with examples in SIB's own manner. */
final class ForeignExamplesTest {
  private static final String SIB =
      """
      @prefix ex: <https://sparql.other.example/.well-known/sparql-examples/> .
      @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
      @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
      @prefix schema: <https://schema.org/> .
      @prefix sh: <http://www.w3.org/ns/shacl#> .
      @prefix spex: <https://purl.expasy.org/sparql-examples/ontology#> .
      ex:001 a sh:SPARQLExecutable, sh:SPARQLSelectExecutable ;
        rdfs:comment "Select all <i>taxa</i> from the taxonomy &amp; more"^^rdf:HTML ;
        sh:prefixes _:p ; sh:select "SELECT ?s { ?s dbo:x ?o }" ; schema:keywords "taxa" .
      _:p sh:declare [ sh:prefix "dbo" ; sh:namespace "urn:dbo:" ] .
      <https://elsewhere.example/001> a sh:SPARQLExecutable ; spex:describe "DESCRIBE <urn:a>" .
      ex:broken a sh:SPARQLExecutable ; rdfs:label "Broken" ; sh:select "SELECT {" .
      <http://x.example/%D0%9C%D1%96%D1%81%D1%82%D0%B0> a sh:SPARQLExecutable ; sh:ask "ASK {}" .
      ex:quads a sh:SPARQLExecutable ; rdfs:label "Quads" ;
        sh:construct "CONSTRUCT { GRAPH <urn:g> { ?s <urn:q> ?o } } WHERE { ?s <urn:dbo:x> ?o }" .
      """;

  @TempDir Path folder;

  @Test
  void noExamples_friendlyPage() throws Exception {
    try (ExampleSite site = ExampleSite.of(folder, "<urn:a> <urn:b> <urn:c> .", "", true)) {
      assertThat(site.page("/examples"))
          .contains("This data set has no examples yet", "sparql-examples", "sh:SPARQLExecutable")
          .doesNotContain("<form class=\"filter");
      assertThat(site.get("/examples?lang=uk", "Accept", "text/html").body())
          .contains("ще немає прикладів");
      assertThat(site.get("/examples/any").statusCode()).isEqualTo(404);
      assertThat(site.get("/examples?format=ttl").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void examplesOfOthers_areShownWithoutNamesAndThemes() throws Exception {
    String data = "<urn:a> <urn:dbo:x> \"ä\" .";
    try (ExampleSite site = ExampleSite.of(folder, data, SIB, false)) {
      assertThat(site.page("/examples"))
          .contains("Questions: 5", "All questions", "Select all taxa from the taxonomy &amp; more")
          .contains("href=\"/examples/001\"", "href=\"/examples/001-2\"")
          .doesNotContain("&lt;i&gt;", "<nav class=\"themes");
      assertThat(site.page("/examples/001")).contains("<h1>001</h1>", "Triples: 1");
      assertThat(site.page("/examples/001-2"))
          .contains("PREFIX</span>", "&lt;urn:dbo:&gt;", "/doc?iri=urn:a\"");
      assertThat(site.get("/examples/001-2.ttl").body()).contains("sh:declare", "urn:dbo:");
      assertThat(site.page("/examples/broken")).contains("On this release the query fails");
      assertThat(site.page("/examples/quads"))
          .contains(">graph</th>", "Quads: 1", "application/trig");
      assertThat(site.page("/examples/%D0%9C%D1%96%D1%81%D1%82%D0%B0"))
          .contains("<h1>Міста</h1>", "<strong>Yes</strong>");
    }
  }

  @Test
  void releaseWithoutAnswers_saysSo() throws Exception {
    TestStores.publish(folder, ExampleSite.BASE, SIB);
    try (ExampleSite site =
        ExampleSite.serving(TestStores.open(folder), PublicUrl.of("https://lod.example/icc"))) {
      assertThat(site.page("/examples/001"))
          .contains("This release was made without answers")
          .contains("https://lod.example/icc/sparql?", "href=\"/icc/examples/001.ttl\"");
    }
  }
}
