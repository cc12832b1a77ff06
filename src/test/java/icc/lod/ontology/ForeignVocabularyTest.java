package icc.lod.ontology;

import static icc.lod.ontology.OntologySite.all;
import static icc.lod.ontology.OntologySite.words;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.jena.riot.Lang;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Vocabularies as others write them, or do not. */
final class ForeignVocabularyTest {
  private static final String PREFIXES =
      """
      @prefix ex: <http://example.org/ns#> .
      @prefix other: <http://other.example/terms/> .
      @prefix owl: <http://www.w3.org/2002/07/owl#> .
      @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
      @prefix sh: <http://www.w3.org/ns/shacl#> .
      @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
      @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
      @base <http://example.org/> .
      """;

  @TempDir Path state;

  private OntologySite site(String turtle) throws Exception {
    return OntologySite.of(state, "http://example.org/", PREFIXES + turtle);
  }

  @Test
  void noOntology_listsWhatIsUsedAndSaysSo() throws Exception {
    try (OntologySite site = site("<a> a ex:Thing ; ex:part <b> . <b> a ex:Thing .")) {
      String page = site.page("/ontology?lang=en");
      assertThat(words(page))
          .contains("defines no vocabulary of its own", "Instances in this release: 2")
          .contains("Statements in this release: 1");
      assertThat(page).contains("id=\"ex--Thing\"", "href=\"/doc/a\"");
      assertThat(site.page("/ontology?lang=uk")).contains("не визначає власного словника");
      assertThat(site.get("/ontology", "Accept", "text/turtle").statusCode()).isEqualTo(406);
      assertThat(site.get("/ontology.ttl").statusCode()).isEqualTo(404);
      HttpResponse<String> shapes = site.get("/shapes", "Accept", "text/html");
      assertThat(shapes.statusCode()).isEqualTo(404);
      assertThat(shapes.body()).contains("has no shapes");
      assertThat(site.page("/doc/a")).contains("href=\"/ontology#ex--part\"");
    }
  }

  @Test
  void twoOntologies_oneOutsideTheBase_areBothTold() throws Exception {
    try (OntologySite site =
        site(
            """
            <ns> a owl:Ontology ; rdfs:label "Own words" .
            ex:A a owl:Class ; rdfs:label "A"@en ; owl:equivalentClass other:A .
            ex:main a owl:Class .
            <http://other.example/terms/> a owl:Ontology ; rdfs:label "Others' words" .
            other:A a owl:Class . other:p a owl:ObjectProperty ; rdfs:domain other:A .
            <x> a ex:A , other:A ; other:p <x> .
            """)) {
      String page = site.page("/ontology");
      assertThat(words(page)).contains("Own words", "Others' words", "equivalentClass");
      assertThat(page).contains("id=\"A\"", "id=\"other--A\"", "id=\"other--p\"", "id=\"main~2\"");
      assertThat(all(" id=\"([^\"]+)\"", page)).doesNotHaveDuplicates();
      assertThat(OntologySite.graph(site.get("/ontology.nt").body(), Lang.NTRIPLES).size())
          .isEqualTo(11);
      assertThat(site.page("/doc/x"))
          .contains("href=\"/ontology#A\"", "href=\"/ontology#other--p\"");
      assertThat(site.get("/ns").statusCode()).isEqualTo(303);
    }
  }

  @Test
  @Timeout(60)
  void loopsAndRestrictions_areToldAndEndInTime() throws Exception {
    try (OntologySite site =
        site(
            """
            <ontology> a owl:Ontology .
            <ontology#A> a owl:Class ; rdfs:subClassOf <ontology#B> , <ontology#A> ,
              [ a owl:Restriction ; owl:onProperty <ontology#p> ; owl:someValuesFrom
                [ owl:unionOf ( <ontology#A> <ontology#C> ) ] ] ,
              [ a owl:Restriction ; owl:onProperty <ontology#p> ;
                owl:maxCardinality "2"^^xsd:nonNegativeInteger ] .
            <ontology#B> a owl:Class ; rdfs:subClassOf <ontology#C> .
            <ontology#C> a owl:Class ; rdfs:subClassOf <ontology#A> .
            <ontology#p> a owl:ObjectProperty .
            _:loop rdfs:subClassOf _:loop .
            <ontology#B> owl:equivalentClass _:loop .
            <s> a skos:ConceptScheme . <c1> skos:inScheme <s> ; skos:broader <c2> ;
              skos:prefLabel "one" . <c2> skos:inScheme <s> ; skos:broader <c1> .
            <a> a <ontology#A> . <b> a <ontology#B> . <c> a <ontology#C> .
            """)) {
      String words = words(site.page("/ontology?lang=en"));
      assertThat(words)
          .contains("what has “p” with at least one value that is: any of: A, C")
          .contains("what has “p” with at most this number of values: 2")
          .contains("Concepts c2 one");
    }
  }

  @Test
  void constraints_areToldInBothLanguages() throws Exception {
    try (OntologySite site =
        site(
            """
            ex:S a sh:NodeShape ; sh:targetClass ex:C ; sh:closed true ;
              sh:property
                [ sh:path ex:a ; sh:minCount 2 ; sh:maxCount 4 ; sh:in ( "x" ex:y ) ] ,
                [ sh:path ex:b ; sh:maxCount 0 ] ,
                [ sh:path ex:c ; sh:uniqueLang true ; sh:languageIn ( "en" "uk" ) ; sh:minCount 2 ] ,
                [ sh:path [ sh:inversePath ex:d ] ; sh:minCount 1 ; sh:minInclusive 1 ;
                  sh:maxExclusive 9 ] ,
                [ sh:path ( ex:e ex:f ) ; sh:or ( [ sh:datatype xsd:date ] [ sh:nodeKind sh:IRI ] ) ] ,
                [ sh:path ex:g ; sh:qualifiedValueShape [ sh:class ex:C ] ; sh:qualifiedMinCount 1 ] ,
                [ sh:path ex:h ; sh:hasValue ex:y ; sh:severity sh:Warning ; sh:unheardOf 5 ] .
            <x> a ex:C .
            """)) {
      assertThat(words(site.page("/shapes?lang=en")))
          .contains("no properties besides those named here")
          .contains("a must have from 2 to 4 values; values are one of: x, y")
          .contains("b must have no value")
          .contains(
              "c must have exactly one value in each of the languages named; the language is one of: English, Ukrainian")
          .contains(
              "“d”, read backwards must have at least one value; not less than 1; less than 9")
          .contains(
              "e → f must meet at least one of these: values are of the type date | named by an IRI")
          .contains("at least 1: an instance of C")
          .contains("one of the values must be y")
          .contains("a breach is only a warning", "unheardOf: 5");
      assertThat(words(site.page("/shapes?lang=uk")))
          .contains("жодних властивостей, крім названих тут")
          .contains("a кількість значень має бути від 2 до 4; значення з переліку: x, y")
          .contains("b значень бути не повинно")
          .contains(
              "має бути рівно одне значення кожною з названих мов; мова з переліку: англійська, українська")
          .contains(
              "«d» у зворотному напрямку має бути щонайменше одне значення; не менше ніж 1; менше ніж 9")
          .contains("має відповідати хоча б одному з цього: значення типу: date | має IRI")
          .contains("щонайменше 1: екземпляр класу: C")
          .contains("одним зі значень має бути y")
          .contains("порушення — лише попередження", "unheardOf: 5");
    }
  }

  @Test
  void largeVocabulary_isPagedAndSmall() throws Exception {
    StringBuilder turtle = new StringBuilder("<ontology> a owl:Ontology .\n");
    for (int i = 0; i < 3000; i++) {
      turtle.append("<ontology#T%04d> a owl:Class ; rdfs:label \"Term %d\"@en .\n".formatted(i, i));
      turtle.append("<e%d> a <ontology#T%04d> .\n".formatted(i, i));
    }
    try (OntologySite site = site(turtle.toString())) {
      long start = System.nanoTime();
      String page = site.page("/ontology");
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
      assertThat(page.length()).isLessThan(1_000_000);
      assertThat(all(" id=\"(T\\d+)\"", page)).hasSize(500);
      assertThat(page).contains("page=2");
      assertThat(site.page("/ontology?page=6")).contains("id=\"T2999\"");
      assertThat(site.get("/ontology?page=8", "Accept", "text/html").statusCode()).isEqualTo(404);
      assertThat(site.page("/doc/e2999"))
          .contains("href=\"/doc?iri=http://example.org/ontology%23T2999\"");
      assertThat(site.page("/ontology?q=term+2999")).contains("id=\"T2999\"");
      assertThat(OntologySite.graph(site.get("/ontology.nt").body(), Lang.NTRIPLES).size())
          .isEqualTo(6001);
    }
  }

  @Test
  void emptyRelease_isSaid() throws Exception {
    try (OntologySite site = site("")) {
      assertThat(site.page("/ontology")).contains("uses no classes or properties");
    }
  }
}
