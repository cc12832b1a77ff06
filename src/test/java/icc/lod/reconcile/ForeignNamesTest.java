package icc.lod.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.apache.jena.atlas.json.JsonObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Linking to data that nobody here wrote: no ontology, no shapes, other words, namesakes. */
final class ForeignNamesTest {
  private static final String DATA =
      """
      @prefix foaf: <http://xmlns.com/foaf/0.1/> .
      @prefix ex: <http://data.example.net/terms/> .
      @prefix org: <http://www.w3.org/ns/org#> .
      @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
      <http://example.org/p/1> a foaf:Person ; foaf:name "Olena Shevchenko" ;
        ex:orcid <https://orcid.org/0000-0002-1825-0097> ; ex:city "Kyiv" ; ex:born 1970 .
      <http://example.org/p/2> a foaf:Person ; foaf:name "Olena Shevchenko" ;
        ex:orcid <https://orcid.org/0000-0001-5109-3700> ; ex:city "Odesa" ; ex:born 1985 .
      <http://example.org/p/3> a foaf:Person ; foaf:name "Jean-Luc Müller" ; skos:altLabel "J. L. Müller" ;
        ex:orcid <https://orcid.org/0000-0002-1694-233X> ; ex:city "Bern" ; ex:born 1960 .
      ex:paris a ex:Town ; foaf:name "Paris" ; ex:country "Frankreich" .
      ex:parisTexas a ex:Town ; foaf:name "Paris" ; ex:country "USA" .
      <http://example.org/p/4> a foaf:Person ; ex:orcid <https://orcid.org/0000-0003-1415-9269> .
      _:b a foaf:Person ; foaf:name "Nobody" .
      """;

  @TempDir static Path state;
  private static LinkSite site;

  @BeforeAll
  static void start() throws Exception {
    site = LinkSite.of(state, DATA);
  }

  @AfterAll
  static void stop() {
    site.close();
  }

  @Test
  void namesakes_areNeverMatches() {
    assertThat(site.candidates("{\"query\": \"Olena Shevchenko\"}").size()).isEqualTo(2);
    assertThat(site.best("{\"query\": \"Olena Shevchenko\"}").getBoolean("match")).isFalse();
  }

  @Test
  void evidence_tellsNamesakesApart() {
    JsonObject best =
        site.best(
            "{\"query\": \"Shevchenko Olena\", \"properties\": [{\"pid\": \"city\", \"v\":"
                + " \"Odesa\"}, {\"pid\": \"born\", \"v\": 1985}]}");
    assertThat(best.getString("id")).isEqualTo("http://example.org/p/2");
    assertThat(best.getBoolean("match")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"FR", "fra", "France", "Франція"})
  void countries_areKnownByTheirNamesWhereTheDataHasNoCodes(String country) {
    JsonObject best =
        site.best(
            "{\"query\": \"Paris\", \"properties\": [{\"pid\": \"country\", \"v\": \""
                + country
                + "\"}]}");
    assertThat(best.getString("id")).endsWith("paris");
    assertThat(best.getBoolean("match")).isTrue();
  }

  @Test
  void identifiers_areFoundOutFromTheData() {
    for (String asked : List.of("0000-0002-1694-233X", "https://orcid.org/0000-0002-1694-233X")) {
      JsonObject best = site.best("{\"query\": \"" + asked + "\"}");
      assertThat(best.getString("id")).isEqualTo("http://example.org/p/3");
      assertThat(best.getString("name")).isEqualTo("Jean-Luc Müller");
    }
  }

  @Test
  void otherNames_andOrder_areKnown() {
    JsonObject best = site.best("{\"query\": \"J.L. Muller\", \"type\": \"Person\"}");
    assertThat(best.getString("id")).isEqualTo("http://example.org/p/3");
  }

  @Test
  void manifest_isMadeOfTheDataAlone() {
    JsonObject manifest = site.json("/reconcile");
    assertThat(manifest.get("defaultTypes").getAsArray().toString()).contains("foaf/0.1/Person");
    assertThat(manifest.getString("identifierSpace")).isEqualTo(LinkSite.BASE);
    assertThat(manifest.toString()).doesNotContain("intelligent-cities");
  }
}
