package icc.lod.ontology;

import static icc.lod.ontology.OntologySite.all;
import static icc.lod.ontology.OntologySite.graph;
import static icc.lod.ontology.OntologySite.words;
import static org.assertj.core.api.Assertions.assertThat;

import icc.lod.rdf.RdfFormat;
import icc.lod.store.Lease;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** The project's own vocabulary, shapes and cities, over a real server. */
final class OntologyRoutesTest {
  private static final String BASE = "https://w3id.org/intelligent-cities/";

  @TempDir static Path state;
  private static OntologySite site;

  @BeforeAll
  static void start() throws Exception {
    Graph graph = GraphFactory.createDefaultGraph();
    for (String folder : List.of("ontology", "rdf-data/cities", "rdf-data/programme")) {
      try (Stream<Path> walk = Files.walk(Path.of(folder))) {
        walk.filter(file -> file.toString().endsWith(".ttl"))
            .sorted()
            .forEach(file -> RDFParser.source(file).parse(graph));
      }
    }
    String trig = RDFWriter.source(graph).format(RDFFormat.TURTLE_FLAT).asString();
    site = OntologySite.of(state, BASE, trig);
  }

  @AfterAll
  static void stop() {
    site.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      value = {
        "/ontology | text/html | text/html",
        "/ontology | */* | text/html",
        "/ontology | text/turtle | text/turtle",
        "/ontology | application/ld+json | application/ld+json",
        "/ontology | application/n-triples;q=0.9, text/html;q=0.1 | application/n-triples",
        "/ontology | application/rdf+xml | application/rdf+xml",
        "/ontology | application/trig | application/trig",
        "/ontology | application/n-quads | application/n-quads",
        "/ontology.ttl | text/html | text/turtle",
        "/ontology.html | text/turtle | text/html",
        "/ontology?format=nt | text/html | application/n-triples",
        "/shapes | text/html | text/html",
        "/shapes | text/turtle | text/turtle",
        "/shapes.jsonld | text/html | application/ld+json",
      })
  void form_isNegotiatedNamedAndAddressed(String path, String accept, String type) {
    HttpResponse<String> answer = site.get(path, "Accept", accept);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("content-type").orElseThrow()).startsWith(type);
    String location = answer.headers().firstValue("content-location").orElseThrow();
    assertThat(location).startsWith(path.replaceAll("[.?].*", "") + ".");
    HttpResponse<String> same = site.get(location);
    assertThat(same.headers().firstValue("content-type"))
        .isEqualTo(answer.headers().firstValue("content-type"));
    // A page links itself in other languages, so it differs by its address.
    assertThat(type.equals("text/html") || same.body().equals(answer.body())).isTrue();
    assertThat(answer.headers().firstValue("link").orElseThrow())
        .contains("rel=\"canonical\"", "rel=\"alternate\"");
    boolean negotiated = !path.contains(".") && !path.contains("?");
    assertThat(answer.headers().firstValue("vary").orElseThrow().contains("Accept,"))
        .isEqualTo(negotiated);
    String tag = answer.headers().firstValue("etag").orElseThrow();
    assertThat(site.get(path, "Accept", accept, "If-None-Match", tag).statusCode()).isEqualTo(304);
  }

  @ParameterizedTest
  @EnumSource(RdfFormat.class)
  void everySyntax_hasTheSameGraph(RdfFormat format) {
    for (String document : List.of("/ontology", "/shapes")) {
      Graph expected = graph(site.get(document + ".nt").body(), Lang.NTRIPLES);
      Graph actual = graph(site.get(document + "." + format.suffix()).body(), format.lang());
      assertThat(actual.size()).as(document).isEqualTo(expected.size());
      assertThat(actual.isIsomorphicWith(expected)).as(document).isTrue();
    }
  }

  @Test
  void graph_isWhatTheSourcesSay() {
    Graph expected = GraphFactory.createDefaultGraph();
    RDFParser.source(Path.of("ontology/icc.ttl")).parse(expected);
    expected.find().toList().stream()
        .filter(t -> !t.getSubject().getURI().matches(BASE + "ontology(#.*)?"))
        .forEach(expected::delete);
    Graph actual = graph(site.get("/ontology.ttl").body(), Lang.TURTLE);
    assertThat(actual.isIsomorphicWith(expected)).isTrue();
  }

  @Test
  void shapesGraph_isWhatTheSourcesSay() throws Exception {
    Graph expected = GraphFactory.createDefaultGraph();
    try (Stream<Path> files = Files.list(Path.of("ontology/shapes"))) {
      files.forEach(file -> RDFParser.source(file).parse(expected));
    }
    expected.find().toList().stream()
        .filter(t -> !t.getSubject().getURI().matches(BASE + "shapes(#.*)?"))
        .forEach(expected::delete);
    Graph actual = graph(site.get("/shapes.nt").body(), Lang.NTRIPLES);
    assertThat(actual.isIsomorphicWith(expected)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/doc/ontology", "/doc/ontology.ttl", "/doc/shapes?lang=uk"})
  void document_leadsToTheOnePage(String path) {
    HttpResponse<String> answer = site.get(path, "Accept", "text/html");
    assertThat(answer.statusCode()).isEqualTo(308);
    assertThat(answer.headers().firstValue("location")).hasValue(path.substring("/doc".length()));
    HttpResponse<String> byIri = site.get("/doc?iri=" + BASE + "ontology&format=ttl");
    assertThat(byIri.headers().firstValue("location")).hasValue("/ontology?format=ttl");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "uk"})
  void page_tellsEveryTermInBothLanguages(String language) {
    String page = site.page("/ontology?lang=" + language);
    List<String> ids = all(" id=\"([^\"]+)\"", page);
    assertThat(ids).doesNotHaveDuplicates();
    Graph graph = graph(site.get("/ontology.nt").body(), Lang.NTRIPLES);
    String words = words(page);
    graph
        .find()
        .forEach(
            triple -> {
              String subject = triple.getSubject().getURI();
              if (subject.contains("#")) {
                assertThat(ids).contains(subject.substring(subject.indexOf('#') + 1));
              }
              Node object = triple.getObject();
              if (object.isLiteral() && !object.getLiteralLanguage().isEmpty()) {
                assertThat(words).contains(words(object.getLiteralLexicalForm()));
              }
            });
    assertThat(all("href=\"#([^\"]+)\"", page)).isSubsetOf(ids);
  }

  @Test
  void usage_isWhatSparqlCounts() {
    String page = site.page("/ontology?lang=en");
    Map<String, Long> counts = new TreeMap<>();
    try (Lease lease = site.store.lease()) {
      for (String query :
          List.of(
              "SELECT ?t (COUNT(*) AS ?n) { ?s a ?t } GROUP BY ?t",
              "SELECT ?t (COUNT(*) AS ?n) { ?s ?t ?o } GROUP BY ?t")) {
        lease
            .store()
            .query(
                QueryFactory.create(query),
                exec ->
                    exec.select()
                        .forEachRemaining(
                            row ->
                                counts.put(
                                    row.get("t").getURI(),
                                    ((Number) row.get("n").getLiteralValue()).longValue())));
      }
    }
    int told = 0;
    for (String part : all("(?s)data-term>(.*?)</p>\\s*(?:<dl|<details|</section)", page)) {
      String iri = all("<code>([^<]+)</code>", part).getFirst();
      List<String> count = all("in this release: ([0-9,]+)", words(part));
      if (!count.isEmpty()) {
        assertThat(Long.parseLong(count.getFirst().replace(",", "")))
            .as(iri)
            .isEqualTo(counts.getOrDefault(iri, 0L));
        told++;
      }
    }
    for (String row : all("(?s)<tr id=[^>]*data-term>(.*?)</tr>", page)) {
      String iri = all("<code>([^<]+)</code>", row).getFirst();
      String count = all("in this release: ([0-9,]+)", words(row)).getFirst();
      assertThat(Long.parseLong(count.replace(",", "")))
          .as(iri)
          .isEqualTo(counts.getOrDefault(iri, 0L));
      told++;
    }
    assertThat(told).isGreaterThan(250);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "uk"})
  void diagram_isWellFormedAndItsLinksLeadToTerms(String language) throws Exception {
    String page = site.page("/ontology?lang=" + language);
    String svg = page.substring(page.indexOf("<svg"), page.indexOf("</svg>") + 6);
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    Element root =
        factory
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(svg)))
            .getDocumentElement();
    assertThat(root.getNamespaceURI()).isEqualTo("http://www.w3.org/2000/svg");
    assertThat(root.getElementsByTagName("rect").getLength())
        .isBetween(30, ClassModel.MOST_CLASSES);
    assertThat(root.getElementsByTagName("title").item(0).getTextContent()).isNotBlank();
    assertThat(svg).doesNotContain("style=");
    List<String> ids = all(" id=\"([^\"]+)\"", page);
    assertThat(all("href=\"/ontology#([^\"]+)\"", svg)).isNotEmpty().isSubsetOf(ids);
  }

  @Test
  void entityPage_linksItsPropertiesAndClassesHere() {
    String page = site.page("/doc/city/lviv");
    assertThat(page)
        .contains("href=\"/ontology#City\"", "href=\"/ontology#country\"")
        .contains("href=\"/ontology#skos--prefLabel\"");
    assertThat(site.page("/ontology")).contains("id=\"skos--prefLabel\"");
  }

  @Test
  void shapesPage_hasAnElementForEachShape() {
    String page = site.page("/shapes");
    List<String> ids = all(" id=\"([^\"]+)\"", page);
    assertThat(ids).doesNotHaveDuplicates();
    graph(site.get("/shapes.nt").body(), Lang.NTRIPLES)
        .find()
        .forEach(
            triple -> {
              String iri = triple.getSubject().getURI();
              if (iri.contains("shapes#")) {
                assertThat(ids).contains(iri.substring(iri.indexOf('#') + 1));
              }
            });
  }

  @Test
  void rules_areToldInPlainWords() {
    String english = words(section(site.page("/shapes?lang=en"), "City"));
    assertThat(english)
        .contains("For every instance of: City")
        .contains("country must have exactly one value; an instance of Country; named by an IRI")
        .contains("region at most one value; values are of the type string; not empty")
        .contains(
            "KATOTTG code at most one value; values are of the type string;"
                + " written like this pattern: ^UA[0-9]{17}$");
    String ukrainian = words(section(site.page("/shapes?lang=uk"), "City"));
    assertThat(ukrainian)
        .contains("Для кожного екземпляра класу: Місто")
        .contains("країна має бути рівно одне значення; екземпляр класу: Країна; має IRI");
    String terms = words(site.page("/ontology?lang=en"));
    assertThat(terms).contains("Rules for its instances");
  }

  @Test
  void search_narrowsTheTermsWithoutScripts() {
    String page = site.page("/ontology?q=%D0%BC%D1%96%D1%81%D1%82%D0%BE&lang=uk");
    assertThat(page).contains("id=\"City\"").doesNotContain("id=\"Programme\"");
    String evil = site.page("/ontology?q=%3Cscript%3Ealert(1)%3C/script%3E");
    assertThat(evil).doesNotContain("<script>alert");
  }

  @Test
  void badInput_isRefusedWithASentence() {
    for (String path : List.of("/ontology", "/shapes")) {
      assertThat(site.get(path + "?lang=xx").statusCode()).isEqualTo(400);
      HttpResponse<String> format = site.get(path + "?format=foo");
      assertThat(format.statusCode()).isEqualTo(400);
      assertThat(format.body()).contains("\"ttl\"", "\"jsonld\"");
      HttpResponse<String> none = site.get(path, "Accept", "image/png");
      assertThat(none.statusCode()).isEqualTo(406);
      assertThat(none.body()).contains("text/turtle", "text/html");
      assertThat(site.get(path + ".pdf").statusCode()).isEqualTo(404);
    }
    assertThat(site.get("/ontology?page=0", "Accept", "text/html").statusCode()).isEqualTo(400);
    assertThat(site.get("/ontology?page=1000000000", "Accept", "text/html").statusCode())
        .isEqualTo(404);
    assertThat(site.get("/ontology?q=" + "a".repeat(500), "Accept", "text/html").statusCode())
        .isEqualTo(400);
  }

  private static String section(String page, String id) {
    int start = page.indexOf(" id=\"" + id + "\">");
    assertThat(start).isPositive();
    return page.substring(start + id.length() + 7, page.indexOf("</section>", start));
  }
}
