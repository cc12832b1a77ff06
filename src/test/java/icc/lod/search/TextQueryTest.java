package icc.lod.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code text:query} at the endpoint. */
final class TextQueryTest {
  private static final String PREFIXES =
      """
      PREFIX : <http://example.org/>
      PREFIX text: <http://jena.apache.org/text#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      """;

  private static final String DATA =
      """
      @prefix : <http://example.org/> .
      @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
      :lviv rdfs:label "Lviv"@en , "Львів"@uk ; rdfs:comment "Near Kyiv? No, in the west."@en .
      :g { :kyiv rdfs:label "Kyiv"@en ; a :City . }
      :h { :other rdfs:label "Kyiv oblast"@en . [] rdfs:label "Kyiv without a name" . }
      """;

  @TempDir static Path state;
  private static SearchSite site;

  @BeforeAll
  static void start() throws Exception {
    site = SearchSite.of(state, DATA);
  }

  @AfterAll
  static void stop() {
    site.close();
  }

  static String query(String text) {
    return PREFIXES + "SELECT ?s { ?s text:query \"" + text + "\" }";
  }

  private static String select(String pattern) {
    return PREFIXES + "SELECT * { " + pattern + " }";
  }

  @Test
  void word_findsItsSubjects() {
    assertThat(site.csv(query("lviv"))).containsExactly("http://example.org/lviv");
    assertThat(site.csv(query("Львові"))).containsExactly("http://example.org/lviv");
    assertThat(site.csv(query("kyiv"))).hasSize(4);
    assertThat(site.csv(query("kyiv -oblast"))).hasSize(3);
    assertThat(site.csv(query("kyjv~1"))).hasSize(4);
  }

  @Test
  void all_arguments() {
    assertThat(
            site.csv(
                PREFIXES
                    + "SELECT ?s ?t ?p { (?s ?score ?t ?g ?p) text:query"
                    + " (rdfs:comment 'kyiv' 5 'highlight:s:<b>|e:</b>') }"))
        .containsExactly(
            "http://example.org/lviv,\"Near <b>Kyiv</b>? No, in the west.\","
                + "http://www.w3.org/2000/01/rdf-schema#comment");
    assertThat(site.csv(select("(?s ?score) text:query (rdfs:label 'kyiv' 1)"))).hasSize(1);
    assertThat(site.csv(select("?s text:query 'kyiv' . ?s a :City"))).hasSize(1);
    assertThat(site.csv(select("?s text:query ('lviv' 'lang:uk')"))).isEmpty();
    assertThat(site.csv(select("?s text:query ('Львів' 'lang:uk')"))).hasSize(1);
    assertThat(site.csv(select(":kyiv text:query 'kyiv' BIND(1 AS ?x)"))).hasSize(1);
    assertThat(site.csv(select(":lviv text:query (rdfs:label 'kyiv') BIND(1 AS ?x)"))).isEmpty();
  }

  @Test
  void graph_restricts() {
    assertThat(site.csv(select("GRAPH :g { ?s text:query 'kyiv' }"))).hasSize(1);
    assertThat(site.csv(select("GRAPH :h { ?s text:query 'kyiv' }"))).hasSize(2);
  }

  @Test
  void emptyInput_staysCured() {
    assertThat(site.csv(select("?s text:query 'xyzzy' . ?s a ?t ; rdfs:label ?l"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"*viv", "lviv AND", "(lviv", "a[b", "\\\"lviv", "a:b:c", ""})
  void noQuery_isTheClientsFault(String text) {
    HttpResponse<String> response = site.sparql(query(text));

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body()).contains("text:query");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"l*v*i*v*", "/[^x]{1,5}.*/", "l?i?", "*:*", "label.words:lviv", "[a TO z]"})
  void wildcards_endInTime(String text) {
    assertThat(site.sparql(query(text)).statusCode()).isIn(200, 400);
  }

  @Test
  void hugeExpressions_areRefused() {
    String text = String.join(" ", java.util.Collections.nCopies(2000, "a b~2"));

    assertThat(site.sparql(query(text)).statusCode()).isIn(400, 414, 431);
  }
}
