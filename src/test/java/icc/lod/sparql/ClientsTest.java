package icc.lod.sparql;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Requests as SPARQLWrapper 2.0.0 and rdflib 7 send them: the first says the format three times, in
 * {@code format}, {@code output} and {@code results}, and some formats in two ways each.
 */
final class ClientsTest {
  @RegisterExtension static final SparqlSite SITE = SparqlSite.running();

  private static final String WRAPPER = "sparqlwrapper 2.0.0 (rdflib.github.io/sparqlwrapper)";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT | json | application/sparql-results+json,application/json,text/javascript,application/javascript | application/sparql-results+json",
        "SELECT | xml | application/sparql-results+xml | application/sparql-results+xml",
        "SELECT | csv | text/csv | text/csv",
        "SELECT | tsv;text/tab-separated-values | text/tab-separated-values | text/tab-separated-values",
        "ASK | json | application/sparql-results+json,application/json,text/javascript,application/javascript | application/sparql-results+json",
        "ASK | xml | application/sparql-results+xml | application/sparql-results+xml",
        "CONSTRUCT | xml | application/rdf+xml | application/rdf+xml",
        "CONSTRUCT | rdf+xml;application/rdf+xml | application/rdf+xml | application/rdf+xml",
        "CONSTRUCT | turtle | application/turtle,text/turtle | text/turtle",
        "CONSTRUCT | n3 | text/rdf+n3,application/n-triples,application/turtle,application/n3,text/n3,text/turtle,*/*;q=0.1 | text/turtle",
        "CONSTRUCT | json-ld;application/ld+json,application/x-json+ld | application/ld+json,application/x-json+ld | application/ld+json",
        "DESCRIBE | turtle | application/turtle,text/turtle | text/turtle"
      })
  void sparqlWrapper_getsWhatItExpects(String form, String values, String accept, String type) {
    String query =
        switch (form) {
          case "SELECT" -> SparqlSite.LABELS;
          case "ASK" -> SparqlSite.ASK;
          case "CONSTRUCT" -> SparqlSite.CONSTRUCT;
          default -> SparqlSite.DESCRIBE;
        };
    String more =
        Arrays.stream(new String[] {"format", "output", "results"})
            .flatMap(
                name ->
                    Arrays.stream(values.split(";"))
                        .map(value -> "&" + name + "=" + SparqlSite.encode(value)))
            .collect(Collectors.joining());
    HttpResponse<String> got = SITE.get(query, more, "Accept", accept, "User-Agent", WRAPPER);
    assertThat(got.statusCode()).as(got.body()).isEqualTo(200);
    assertThat(SparqlSite.header(got, "content-type")).startsWith(type);
    HttpResponse<String> posted =
        SITE.post(
            "application/x-www-form-urlencoded",
            "query=" + SparqlSite.encode(query) + more,
            "Accept",
            accept);
    assertThat(posted.statusCode()).as(posted.body()).isEqualTo(200);
    assertThat(SparqlSite.header(posted, "content-type")).startsWith(type);
    HttpResponse<String> direct =
        SITE.send(
            "POST",
            "?" + more.substring(1),
            "application/sparql-query",
            query.getBytes(java.nio.charset.StandardCharsets.UTF_8),
            "Accept",
            accept);
    assertThat(direct.statusCode()).as(direct.body()).isEqualTo(200);
    assertThat(direct.body()).isEqualTo(posted.body());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "application/rdf+xml, application/sparql-results+xml | application/sparql-results+xml",
        "application/sparql-results+json | application/sparql-results+json",
        "text/csv | text/csv",
        "text/tab-separated-values | text/tab-separated-values"
      })
  void rdflib_getsWhatItExpects(String accept, String type) {
    HttpResponse<String> got = SITE.get(SparqlSite.ALL, "", "Accept", accept);
    assertThat(SparqlSite.header(got, "content-type")).startsWith(type);
    HttpResponse<String> union =
        SITE.get(
            SparqlSite.ALL,
            "&default-graph-uri=" + SparqlSite.encode(SparqlSite.G1),
            "Accept",
            accept);
    assertThat(union.statusCode()).isEqualTo(200);
  }

  @Test
  void rdflib_getsGraphs_asItAsksByDefault() {
    String accept = "application/rdf+xml, application/sparql-results+xml";
    HttpResponse<String> graph = SITE.get(SparqlSite.CONSTRUCT, "", "Accept", accept);
    assertThat(SparqlSite.header(graph, "content-type")).startsWith("application/rdf+xml");
  }

  @Test
  void contradictingFormats_areRefused() {
    assertThat(SITE.get(SparqlSite.ASK, "&format=json&output=xml").statusCode()).isEqualTo(400);
    assertThat(SITE.get(SparqlSite.ASK, "&format=json&output=jsno").statusCode()).isEqualTo(400);
    assertThat(SITE.get(SparqlSite.ASK, "&format=json&output=application%2Fjson").statusCode())
        .isEqualTo(200);
  }
}
