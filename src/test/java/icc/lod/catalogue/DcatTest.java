package icc.lod.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.sparql.util.IsoMatcher;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The catalogue by the text of DCAT-AP 3.0.1. */
@ExtendWith(Bundled.class)
final class DcatTest {
  /** Properties that a class must have, and what all values of some must be. */
  private static final Map<String, List<String>> MANDATORY =
      Map.of(
          Rdf.DCAT + "Catalog",
              List.of(Rdf.DCT + "title", Rdf.DCT + "description", Rdf.DCT + "publisher"),
          Rdf.DCAT + "Dataset", List.of(Rdf.DCT + "title", Rdf.DCT + "description"),
          Rdf.DCAT + "DatasetSeries", List.of(Rdf.DCT + "title", Rdf.DCT + "description"),
          Rdf.DCAT + "Distribution", List.of(Rdf.DCAT + "accessURL"),
          Rdf.DCAT + "DataService", List.of(Rdf.DCT + "title", Rdf.DCAT + "endpointURL"),
          Rdf.FOAF + "Agent", List.of(Rdf.FOAF + "name"),
          Rdf.SPDX + "Checksum", List.of(Rdf.SPDX + "algorithm", Rdf.SPDX + "checksumValue"),
          Rdf.SKOS + "Concept", List.of(Rdf.SKOS + "prefLabel"),
          Rdf.SKOS + "ConceptScheme", List.of(Rdf.DCT + "title"));

  private static final Map<String, String> RANGES =
      Map.ofEntries(
          Map.entry(Rdf.DCT + "publisher", Rdf.FOAF + "Agent"),
          Map.entry(Rdf.DCAT + "contactPoint", Rdf.VCARD + "Kind"),
          Map.entry(Rdf.DCAT + "distribution", Rdf.DCAT + "Distribution"),
          Map.entry(Rdf.DCAT + "dataset", Rdf.DCAT + "Dataset"),
          Map.entry(Rdf.DCAT + "service", Rdf.DCAT + "DataService"),
          Map.entry(Rdf.DCAT + "inSeries", Rdf.DCAT + "DatasetSeries"),
          Map.entry(Rdf.DCAT + "theme", Rdf.SKOS + "Concept"),
          Map.entry(Rdf.DCAT + "mediaType", Rdf.DCT + "MediaType"),
          Map.entry(Rdf.DCAT + "compressFormat", Rdf.DCT + "MediaType"),
          Map.entry(Rdf.DCT + "format", Rdf.DCT + "MediaTypeOrExtent"),
          Map.entry(Rdf.DCT + "license", Rdf.DCT + "LicenseDocument"),
          Map.entry(Rdf.DCT + "language", Rdf.DCT + "LinguisticSystem"),
          Map.entry(Rdf.DCT + "spatial", Rdf.DCT + "Location"),
          Map.entry(Rdf.DCT + "temporal", Rdf.DCT + "PeriodOfTime"),
          Map.entry(Rdf.DCT + "accrualPeriodicity", Rdf.DCT + "Frequency"),
          Map.entry(Rdf.DCT + "accessRights", Rdf.DCT + "RightsStatement"),
          Map.entry(Rdf.DCT + "rights", Rdf.DCT + "RightsStatement"),
          Map.entry(Rdf.DCT + "conformsTo", Rdf.DCT + "Standard"),
          Map.entry(Rdf.SPDX + "checksum", Rdf.SPDX + "Checksum"));

  private static final Set<String> AT_MOST_ONE =
      Set.of(
          "publisher",
          "license",
          "issued",
          "modified",
          "accrualPeriodicity",
          "accessRights",
          "byteSize",
          "checksum",
          "mediaType",
          "format",
          "compressFormat",
          "homepage",
          "version",
          "availability");

  private static final String FOREIGN =
      """
      @prefix x: <https://data.example.org/id/> .
      x:a a x:Kind ; x:label "eins"@de . x:b x:knows x:a , <http://www.wikidata.org/entity/Q1> .
      """;

  @Test
  void mandatoryProperties_areThere(CatalogueSite site) {
    assertConforms(site.graph("/catalog", Lang.TURTLE));
  }

  @Test
  void foreignDataWithoutMetadata_hasAValidCatalogueToo(@TempDir Path state) throws Exception {
    CatalogueSite.publish(state, FOREIGN, 0);
    try (CatalogueSite site = CatalogueSite.open(state)) {
      Graph graph = site.graph("/catalog", Lang.TURTLE);

      assertConforms(graph);
      assertThat(objects(graph, Rdf.DCT + "language"))
          .containsExactly(Concepts.authority("language", "DEU"));
      assertThat(graph.contains(Node.ANY, Rdf.iri(Rdf.DCAT + "theme"), Node.ANY)).isFalse();
      assertThat(site.get("/catalog", "Accept", "text/html").body()).contains("data.example.org");
    }
  }

  private static void assertConforms(Graph graph) {
    assertThat(graph.find().toList())
        .noneMatch(t -> t.getSubject().isBlank() || t.getObject().isBlank());
    Set<String> faults = new TreeSet<>();
    MANDATORY.forEach(
        (type, properties) -> {
          for (Node node : instances(graph, type)) {
            properties.stream()
                .filter(property -> !graph.contains(node, Rdf.iri(property), Node.ANY))
                .forEach(property -> faults.add(node + " lacks " + property));
          }
        });
    for (Triple triple : graph.find().toList()) {
      String range = RANGES.getOrDefault(triple.getPredicate().getURI(), "");
      if (!range.isEmpty() && !graph.contains(triple.getObject(), RDF.Nodes.type, Rdf.iri(range))) {
        faults.add(triple + " is no " + range);
      }
      String local = Table.slug(triple.getPredicate().getURI());
      if (AT_MOST_ONE.contains(local)
          && graph.find(triple.getSubject(), triple.getPredicate(), Node.ANY).toList().size() > 1) {
        faults.add(triple.getSubject() + " has several " + local);
      }
    }
    assertThat(faults).isEmpty();
    assertThat(objects(graph, Rdf.DCAT + "byteSize"))
        .allMatch(size -> size.getLiteralDatatypeURI().endsWith("nonNegativeInteger"));
  }

  @Test
  void syntaxes_sayTheSameInBothLanguages(CatalogueSite site) {
    Graph turtle = site.graph("/catalog", Lang.TURTLE);

    for (Lang lang : List.of(Lang.RDFXML, Lang.JSONLD, Lang.NTRIPLES)) {
      assertThat(IsoMatcher.isomorphic(site.graph("/catalog", lang), turtle))
          .as(lang.getName())
          .isTrue();
    }
    assertThat(IsoMatcher.isomorphic(site.graph("/catalog.ttl", Lang.TURTLE), turtle)).isTrue();
    for (Node dataset : instances(turtle, Rdf.DCAT + "Dataset")) {
      assertThat(turtle.find(dataset, Rdf.iri(Rdf.DCT + "title"), Node.ANY).toList())
          .extracting(t -> t.getObject().getLiteralLanguage())
          .contains("en", "uk");
    }
  }

  @Test
  void ownAddresses_answer(CatalogueSite site) {
    Set<String> paths = new TreeSet<>();
    for (Triple triple : site.graph("/catalog", Lang.TURTLE).find().toList()) {
      for (Node node : List.of(triple.getSubject(), triple.getObject())) {
        if (node.isURI()) {
          String iri = node.getURI().replaceAll("#.*", "");
          for (String start : List.of(site.origin(), "https://w3id.org/intelligent-cities")) {
            if (iri.startsWith(start + "/") && !iri.equals(start + "/")) {
              paths.add(iri.substring(start.length()));
            }
          }
        }
      }
    }

    assertThat(paths).contains("/catalog", "/dumps/all.nq.gz", "/sparql", "/id/dataset/icc");
    for (String path : paths) {
      HttpResponse<String> answer = site.send("HEAD", path);
      int status =
          answer.statusCode() == 303
              ? site.get(answer.headers().firstValue("Location").orElseThrow()).statusCode()
              : answer.statusCode();
      assertThat(status).as(path).isEqualTo(200);
    }
  }

  @Test
  void distributions_agreeWithTheFiles(CatalogueSite site) {
    Graph graph = site.graph("/catalog", Lang.TURTLE);

    List<Node> files = instances(graph, Rdf.DCAT + "Distribution");

    assertThat(files).hasSize(5 * 3 + 1 + 5 * 3);
    for (Node file : files) {
      String url = one(graph, file, Rdf.DCAT + "downloadURL").getURI();
      HttpResponse<String> answer = site.send("HEAD", url.substring(site.origin().length()));
      assertThat(answer.headers().firstValue("Content-Length"))
          .contains(one(graph, file, Rdf.DCAT + "byteSize").getLiteralLexicalForm());
      Node checksum = one(graph, file, Rdf.SPDX + "checksum");
      assertThat(answer.headers().firstValue("ETag"))
          .contains(
              '"' + one(graph, checksum, Rdf.SPDX + "checksumValue").getLiteralLexicalForm() + '"');
    }
  }

  @Test
  void nothing_changesWhenNothingChanged(@TempDir Path state) throws Exception {
    String trig =
        "@prefix x: <https://data.example.org/id/> . x:g { x:a a x:Kind ; x:label \"a\"@en }";
    CatalogueSite.publish(state, trig, 0);
    String first;
    String tag;
    try (CatalogueSite site = CatalogueSite.open(state)) {
      HttpResponse<String> answer = site.get("/catalog.nt");
      first = answer.body().replace(site.origin(), "");
      tag = answer.headers().firstValue("ETag").orElseThrow();
      assertThat(site.get("/catalog.nt", "If-None-Match", tag).statusCode()).isEqualTo(304);
      assertThat(site.get("/catalog.nt").body()).isEqualTo(answer.body());
    }
    CatalogueSite.publish(state, trig, 7);
    try (CatalogueSite site = CatalogueSite.open(state)) {
      List<String> lines =
          site.get("/catalog.nt").body().replace(site.origin(), "").lines().toList();
      assertThat(first.lines().filter(line -> !lines.contains(line)))
          .allMatch(line -> line.contains("dcat#version"))
          .hasSize(1);
    }
  }

  @Test
  void pages_haveNoLoopAndTheLastNoNext(@TempDir Path state) throws Exception {
    StringBuilder trig = new StringBuilder("@prefix x: <https://data.example.org/id/> .\n");
    for (int i = 0; i < 24; i++) {
      trig.append("x:g" + i + " { x:a x:n " + i + " }\n");
    }
    CatalogueSite.publish(state, trig.toString(), 0);
    try (CatalogueSite site = CatalogueSite.open(state)) {
      Set<Node> seen = new java.util.HashSet<>();
      int pages = 0;
      String next = "/catalog?page=1";
      while (!next.isEmpty()) {
        Graph page = site.graph(next, Lang.TURTLE);
        assertConforms(page);
        List<Node> listed = objects(page, Rdf.DCAT + "dataset");
        assertThat(listed).allMatch(seen::add);
        pages++;
        next =
            objects(page, Rdf.HYDRA + "next").stream()
                .map(node -> node.getURI().substring(site.origin().length()))
                .findFirst()
                .orElse("");
      }
      assertThat(pages).isEqualTo(3);
      assertThat(seen).hasSize(25);
      assertThat(site.get("/catalog?page=4&format=ttl").statusCode()).isEqualTo(404);
      assertThat(site.get("/catalog?page=0").statusCode()).isEqualTo(404);
      assertThat(site.get("/catalog?page=one").statusCode()).isEqualTo(400);
    }
  }

  @Test
  void badFormats_areNamed(CatalogueSite site) {
    assertThat(site.get("/catalog?format=excel").statusCode()).isEqualTo(400);
    assertThat(site.get("/catalog", "Accept", "image/png").statusCode()).isEqualTo(406);
    assertThat(site.get("/catalog.xls").statusCode()).isEqualTo(404);
    assertThat(site.get("/catalog?format=ttl").headers().firstValue("Content-Location"))
        .contains("/catalog.ttl");
    assertThat(site.get("/catalog", "Accept", "text/turtle").headers().allValues("Vary").toString())
        .contains("Accept");
  }

  @Test
  void page_isInBothLanguagesWithSchemaOrg(CatalogueSite site) {
    String english = site.get("/catalog.html?lang=en").body();
    String ukrainian = site.get("/catalog.html?lang=uk").body();

    assertThat(english)
        .contains("Catalogue of ICC Linked Open Data", "\"DataCatalog\"", "all.nq.gz");
    assertThat(ukrainian).contains("відкритих даних ICC", "Видавець");
    String json = english.substring(english.indexOf("application/ld+json\">") + 21);
    var parsed =
        org.apache.jena.atlas.json.JSON.parse(json.substring(0, json.indexOf("</script>")));
    assertThat(parsed.get("dataset").getAsArray().size()).isEqualTo(6);
    parsed
        .get("dataset")
        .getAsArray()
        .forEach(
            dataset -> {
              String text = dataset.getAsObject().getString("description");
              assertThat(text.length()).isBetween(50, 5000);
              assertThat(dataset.getAsObject().getString("license")).isNotEmpty();
            });
  }

  private static List<Node> instances(Graph graph, String type) {
    return graph.find(Node.ANY, RDF.Nodes.type, Rdf.iri(type)).mapWith(Triple::getSubject).toList();
  }

  private static List<Node> objects(Graph graph, String property) {
    return graph
        .find(Node.ANY, Rdf.iri(property), Node.ANY)
        .mapWith(Triple::getObject)
        .toList()
        .stream()
        .distinct()
        .toList();
  }

  private static Node one(Graph graph, Node subject, String property) {
    return graph.find(subject, Rdf.iri(property), Node.ANY).next().getObject();
  }
}
