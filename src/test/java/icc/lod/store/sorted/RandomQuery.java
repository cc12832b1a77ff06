package icc.lod.store.sorted;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Queries over a {@link RandomGraph}. */
final class RandomQuery {
  static final String PREFIXES =
      "PREFIX : <http://e/>\nPREFIX xsd: <http://www.w3.org/2001/XMLSchema#>\n";

  private static final List<String> VARS = List.of("?a", "?b", "?c", "?d");

  private RandomQuery() {}

  static String text(Random random) {
    String pattern = group(random, 2);
    return switch (random.nextInt(12)) {
      case 0 -> "ASK { " + pattern + " }";
      case 1 -> "SELECT (COUNT(*) AS ?n) { " + pattern + " }";
      case 2 ->
          "SELECT ?a (COUNT(?b) AS ?n) (COUNT(DISTINCT ?c) AS ?m) { " + pattern + " } GROUP BY ?a";
      case 3 ->
          "SELECT ?b (SUM(?a) AS ?n) (MIN(?a) AS ?m) (MAX(?c) AS ?x) (AVG(?c) AS ?y) { "
              + pattern
              + " } GROUP BY ?b";
      case 4 -> "SELECT DISTINCT ?a " + var(random) + " { " + pattern + " }";
      case 5 ->
          "SELECT (COUNT(DISTINCT ?a) AS ?n) (COUNT(DISTINCT *) AS ?m) (SAMPLE(1) AS ?s) { "
              + pattern
              + " }";
      case 6 -> "CONSTRUCT { ?a :made ?b } { " + pattern + " }";
      case 7 -> "SELECT ?a ?b ?c ?d { " + pattern + " } ORDER BY DESC(?a) ?b ?c ?d";
      case 8 ->
          "SELECT ?a ?p (COUNT(*) AS ?n) (COUNT(DISTINCT ?b) AS ?m) { "
              + pattern
              + " } GROUP BY ?a ?p";
      default -> "SELECT * { " + pattern + " }";
    };
  }

  private static String group(Random random, int depth) {
    StringBuilder text = new StringBuilder();
    // Always something selective: else the rows of unrelated patterns multiply.
    text.append(anchor(random));
    for (int i = random.nextInt(3); i > 0; i--) {
      text.append(triple(random));
    }
    if (depth > 0 && random.nextInt(2) == 0) {
      text.append(nested(random, depth - 1));
    }
    if (random.nextInt(2) == 0) {
      text.append("FILTER(").append(filter(random)).append(") ");
    }
    return text.toString();
  }

  private static String nested(Random random, int depth) {
    String inner = group(random, depth);
    return switch (random.nextInt(9)) {
      case 0, 1, 2 -> "OPTIONAL { " + inner + "} ";
      case 3 -> "{ " + inner + "} UNION { " + triple(random) + "} ";
      case 4 -> "MINUS { " + inner + "} ";
      case 5 -> "FILTER NOT EXISTS { " + triple(random) + "} ";
      case 6 -> "VALUES " + var(random) + " { " + constant(random) + " 3 \"text 1\"@en :nowhere } ";
      case 7 -> "GRAPH :g { " + triple(random) + "} ";
      default -> "{ SELECT DISTINCT ?a ?b { " + inner + "} } ";
    };
  }

  private static String anchor(Random random) {
    String var = var(random);
    return switch (random.nextInt(4)) {
      case 0 -> constant(random) + " " + predicate(random) + " " + var + " . ";
      case 1 -> var + " " + predicate(random) + " " + constant(random) + " . ";
      case 2 -> var + " :size " + random.nextInt(7) + " . ";
      default -> constant(random) + " ?p " + var + " . ";
    };
  }

  private static String triple(Random random) {
    String predicate = random.nextInt(6) == 0 ? path(random) : predicate(random);
    String subject = var(random);
    String object =
        random.nextInt(4) == 0
            ? constant(random)
            : random.nextInt(12) == 0 ? RandomGraph.literal(random) : var(random);
    // TDB2 takes "?b :size ?b" after another pattern for true whatever ?b is.
    return object.equals(subject) ? "" : subject + " " + predicate + " " + object + " . ";
  }

  private static String path(Random random) {
    String p = predicate(random);
    return List.of(
            "^" + p, p + "/:next", p + "|:next", p + "?", ":next*", "^" + p + "/" + p, "!" + p)
        .get(random.nextInt(7));
  }

  private static String predicate(Random random) {
    return List.of(":p0", ":p1", ":p2", ":p3", ":p4", ":p5", "a", ":next", ":size", ":name")
        .get(random.nextInt(10));
  }

  private static String var(Random random) {
    return VARS.get(random.nextInt(VARS.size()));
  }

  private static String constant(Random random) {
    return random.nextInt(30) == 0 ? ":nowhere" : ":n" + random.nextInt(60);
  }

  private static String filter(Random random) {
    String one = var(random);
    String two = var(random);
    String number =
        List.of("3", "2.5", "1e0", "-1", "\"5\"", "\"2024-03-01\"^^xsd:date", "true")
            .get(random.nextInt(7));
    String sign = List.of("<", "<=", ">", ">=", "=", "!=").get(random.nextInt(6));
    return switch (random.nextInt(19)) {
      case 0 -> "LANG(" + one + ") = \"en\"";
      case 1 -> "LANGMATCHES(LANG(" + one + "), \"en\")";
      case 2 -> "LANGMATCHES(LANG(" + one + "), \"*\")";
      case 3, 4 -> one + " " + sign + " " + number;
      case 5 -> number + " " + sign + " " + one + " || BOUND(" + two + ")";
      case 6 -> one + " " + sign + " " + two;
      case 7 -> "!BOUND(" + one + ")";
      case 8 -> "isIRI(" + one + ") && !isBlank(" + two + ")";
      case 9 -> "CONTAINS(LCASE(STR(" + one + ")), \"e\")";
      case 10 -> "REGEX(STR(" + one + "), \"N.*1\", \"i\")";
      case 11 -> "EXISTS { " + one + " " + predicate(random) + " " + two + " }";
      case 12 -> one + " IN (1, 2, :n1, \"name 1\"@en)";
      case 13 -> "YEAR(" + one + ") = 2024";
      case 14 -> "DATATYPE(" + one + ") = xsd:integer";
      case 15 -> "isLiteral(" + one + ") || isURI(" + two + ")";
      case 16 -> "isBlank(" + one + ")";
      case 17 -> "isLITERAL(" + one + ") && CONTAINS(STR(" + two + "), \"#\")";
      default -> "sameTerm(" + one + ", " + two + ")";
    };
  }

  /** What people ask. */
  static Stream<String> fixed() {
    return Stream.of(
        "SELECT ?p ?o { :n1 ?p ?o }",
        "SELECT * { ?x a :C1 ; :name ?n ; :size ?s ; :next ?y FILTER(LANG(?n) = \"en\") }",
        "SELECT ?t (COUNT(?x) AS ?n) { ?t :next* :n3 . ?x :p1 ?t } GROUP BY ?t",
        "SELECT ?s (COUNT(?x) AS ?n) (SUM(?v) AS ?sum) { ?x :size ?s ; :p2 ?v } GROUP BY ?s HAVING (COUNT(?x) > 1) ORDER BY ?s",
        "SELECT ?x ?n { ?x a :C2 ; :name ?n FILTER(CONTAINS(LCASE(STR(?n)), \"name\") && REGEX(STR(?n), \"NAME\", \"i\")) } ORDER BY ?x",
        "SELECT * { ?x a :C0 OPTIONAL { ?x :p1 ?v } OPTIONAL { ?x :p2 ?w } FILTER(!BOUND(?v) || ?v > 3) }",
        "SELECT ?x ?s { ?x :size ?s ; :name ?n FILTER(LANG(?n) = \"uk\") } ORDER BY DESC(?s) ?x LIMIT 7 OFFSET 3",
        "SELECT (COUNT(DISTINCT ?s) AS ?a) (COUNT(DISTINCT ?v) AS ?b) { ?x :size ?s ; a :C1 OPTIONAL { ?x :p3 ?v } }",
        "SELECT * { { SELECT ?s (COUNT(?x) AS ?n) { ?x :size ?s } GROUP BY ?s ORDER BY DESC(?n) ?s LIMIT 3 } ?y :size ?s ; :next ?z }",
        "SELECT DISTINCT ?y { :n4 ^:next/:p1? ?y }",
        "SELECT * { ?s ?p :n9 . ?s :name ?f FILTER(LANGMATCHES(LANG(?f), \"en\")) OPTIONAL { ?s :name ?l FILTER(LANGMATCHES(LANG(?l), \"de\")) } }",
        "DESCRIBE :n5",
        "SELECT DISTINCT ?c { ?x a ?c }",
        "SELECT DISTINCT ?p { ?s ?p ?o }",
        "SELECT ?p (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?p",
        "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }",
        "SELECT ?o (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?o",
        "SELECT ?s (COUNT(?p) AS ?n) { ?s ?p ?o } GROUP BY ?s",
        "SELECT ?s ?p (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?s ?p",
        "SELECT ?p (COUNT(DISTINCT ?o) AS ?n) (COUNT(*) AS ?m) { ?s ?p ?o } GROUP BY ?p",
        "SELECT ?p (COUNT(*) AS ?n) { VALUES ?o { :n1 :n2 :nowhere } ?s ?p ?o } GROUP BY ?p",
        "SELECT ?o (COUNT(*) AS ?n) { ?s :p1 ?o } GROUP BY ?o",
        "SELECT ?s (COUNT(*) AS ?n) { ?s :p1 ?o } GROUP BY ?s",
        "SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s ?p ?o }",
        "SELECT (COUNT(DISTINCT ?o) AS ?n) (COUNT(?s) AS ?m) { ?s :p1 ?o . ?o :p2 ?x }",
        "SELECT (COUNT(*) AS ?n) { ?s :p1 ?o . ?o ?q ?x FILTER(?x != ?s) }",
        "SELECT (COUNT(*) AS ?n) { ?s :p1 ?o . ?x :p1 ?y FILTER(?o = :n1) }",
        "SELECT DISTINCT ?o { ?s ?p ?o . ?o :next ?z }",
        "SELECT DISTINCT ?s ?o { ?s :p1 ?o . ?o ?q ?z }",
        "SELECT ?z (COUNT(*) AS ?n) { ?x :p1 ?y . ?y ?z :n3 } GROUP BY ?z",
        "SELECT ?z (COUNT(*) AS ?n) { ?x :p1 ?y OPTIONAL { ?y ?z :n3 } } GROUP BY ?z",
        "SELECT * { ?x :p0 ?x }",
        "SELECT * { ?x ?x ?y }",
        "SELECT * { VALUES ?x { :n1 :nowhere 2 } ?x :next ?y }",
        "SELECT * { ?x :size 2 . BIND(?x AS ?y) ?y :next ?z }",
        "SELECT * { ?x :size 02 }",
        "SELECT * { ?x :size 2.0 }",
        "SELECT * FROM :g { ?s ?p ?o . ?o ?q ?r }",
        "SELECT * FROM NAMED :g { GRAPH ?g { ?s :p1 ?o } }",
        "SELECT * { GRAPH ?g { ?s :p1 ?o } ?o :next ?x }",
        "SELECT * { GRAPH <urn:x-arq:DefaultGraph> { :n1 ?p ?o } }",
        "SELECT * { GRAPH <urn:x-arq:UnionGraph> { :n1 ?p ?o } }",
        "SELECT * { ?s :name ?n FILTER EXISTS { ?s :p1 ?o FILTER(?o != ?n) } }",
        "SELECT * { VALUES ?x { <http://nowhere/> } ?s :next ?o FILTER(isIRI(?x) && !isLiteral(?x)) }",
        "SELECT * { BIND(<http://nowhere/a#b> AS ?x) ?s :next ?o FILTER(CONTAINS(STR(?x), \"#\")) }",
        "SELECT DISTINCT ?s { ?s ?p ?o FILTER(isIRI(?s) && CONTAINS(STR(?s), \"#\")) }",
        "SELECT * { }",
        "SELECT * { FILTER(false) }",
        "ASK { :n1 :next :n2 }",
        "SELECT ?x { ?x :size ?a, ?b FILTER(?a != ?b) }",
        "SELECT * { ?x :size ?s FILTER(?s >= 2 && ?s < 5) ?x :next/:size ?t FILTER(?t > ?s) }");
  }
}
