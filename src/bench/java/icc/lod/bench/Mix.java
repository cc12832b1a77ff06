package icc.lod.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;

/** The queries: what programmes and people ask of such data, with other values each time. */
final class Mix {
  private static final String PROLOGUE =
      """
      PREFIX d: <https://data.example.org/ontology#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
      """;

  private final TestData data;
  private final Map<String, Function<Random, String>> templates = new LinkedHashMap<>();

  Mix(TestData data) {
    this.data = data;
    add("lookup", r -> "SELECT ?p ?o { %s ?p ?o }".formatted(any(r, "project")));
    add(
        "star",
        r ->
            "SELECT * { ?x d:city %s ; rdfs:label ?l ; d:budget ?b ; d:start ?s ; d:lead ?o FILTER(LANG(?l) = 'en') }"
                .formatted(any(r, "city")));
    add(
        "path",
        r ->
            "SELECT ?t (COUNT(?x) AS ?n) { ?t d:broader* %s . ?x d:theme ?t } GROUP BY ?t"
                .formatted(iri("theme", r.nextInt(4))));
    add(
        "group",
        r ->
            "SELECT ?c (SUM(?v) AS ?sum) (COUNT(*) AS ?n) { ?o d:year '%d'^^xsd:gYear ; d:area ?a ; d:value ?v . ?a d:country ?c } GROUP BY ?c"
                .formatted(2015 + r.nextInt(12)));
    add(
        "having",
        r ->
            "SELECT ?o (COUNT(DISTINCT ?x) AS ?n) { ?x d:theme %s ; d:lead ?o } GROUP BY ?o HAVING(COUNT(DISTINCT ?x) > 1)"
                .formatted(iri("theme", r.nextInt(12))));
    add(
        "text",
        r ->
            "SELECT ?x { ?x d:theme %s ; d:description ?t FILTER(CONTAINS(LCASE(?t), 'water market') && REGEX(?t, 'green.*deal', 'i')) } ORDER BY ?x LIMIT 100"
                .formatted(iri("theme", r.nextInt(12))));
    add(
        "optional",
        r ->
            "SELECT ?x ?e { ?c d:country %s . ?x d:city ?c OPTIONAL { ?x d:end ?e } FILTER(!BOUND(?e) || YEAR(?e) > %d) }"
                .formatted(iri("country", r.nextInt(30)), 2020 + r.nextInt(8)));
    add(
        "page",
        r ->
            "SELECT ?x ?s ?l { ?x d:theme %s ; d:start ?s ; rdfs:label ?l FILTER(LANG(?l) = 'uk') } ORDER BY DESC(?s) ?x LIMIT 20 OFFSET %d"
                .formatted(iri("theme", r.nextInt(12)), 20 * r.nextInt(5)));
    add(
        "distinct",
        r ->
            "SELECT (COUNT(DISTINCT ?c) AS ?cities) (COUNT(DISTINCT ?o) AS ?leads) { ?x d:theme %s ; d:city ?c ; d:lead ?o }"
                .formatted(iri("theme", r.nextInt(20))));
    add(
        "construct",
        r ->
            "CONSTRUCT { ?x rdfs:label ?l ; d:lead ?o . ?o rdfs:label ?m } { ?x d:city %s ; rdfs:label ?l ; d:lead ?o . ?o rdfs:label ?m }"
                .formatted(any(r, "city")));
    add(
        "box",
        r -> {
          double from = 35 + r.nextInt(250) / 10.0;
          return "SELECT ?c ?l { ?c a d:City ; d:latitude ?y ; rdfs:label ?l FILTER(LANG(?l) = 'en' && ?y >= %.1f && ?y < %.1f) }"
              .formatted(from, from + 0.5);
        });
    add(
        "subquery",
        r ->
            "SELECT ?c ?n ?o { { SELECT ?c (COUNT(?x) AS ?n) { ?x d:theme %1$s ; d:city ?c } GROUP BY ?c ORDER BY DESC(?n) ?c LIMIT 5 } ?y d:city ?c ; d:theme %1$s ; d:lead ?o }"
                .formatted(iri("theme", r.nextInt(12))));
    add(
        "inverse",
        r ->
            "SELECT DISTINCT ?c { %s ^d:lead/d:city ?c }".formatted(any(r, "organisation")));
    add(
        "language",
        r ->
            "SELECT ?x ?l ?f { ?x ?p %s . ?x rdfs:label ?f FILTER(LANGMATCHES(LANG(?f), 'en')) OPTIONAL { ?x rdfs:label ?l FILTER(LANGMATCHES(LANG(?l), 'uk')) } }"
                .formatted(any(r, "city")));
  }

  private void add(String name, Function<Random, String> template) {
    templates.put(name, random -> PROLOGUE + template.apply(random));
  }

  private String any(Random random, String kind) {
    int most =
        switch (kind) {
          case "project" -> data.projects();
          case "city" -> data.cities();
          default -> data.organisations();
        };
    return iri(kind, random.nextInt(most));
  }

  private static String iri(String kind, int number) {
    return "<" + TestData.id(kind, number) + ">";
  }

  /** Templates by name: each makes a query of the values that a source of chance gives. */
  Map<String, Function<Random, String>> templates() {
    return templates;
  }
}
