package icc.lod.sparql;

import static icc.lod.sparql.EvilQueries.End.ANY;
import static icc.lod.sparql.EvilQueries.End.BROKEN;
import static icc.lod.sparql.EvilQueries.End.REFUSED;
import static icc.lod.sparql.EvilQueries.End.STOPPED;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Queries that would knock a service over, for data that is a long chain and one long text. */
final class EvilQueries {
  /** What may come of a query. */
  enum End {
    /** 503: it ran and was stopped. */
    STOPPED,
    /** 400: it did not even run. */
    REFUSED,
    /** A body that visibly ends before its end. */
    BROKEN,
    /** An answer, or one of the others: that depends on the machine. */
    ANY
  }

  /** A query with its name. */
  record Evil(String name, End end, String query) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static final String XSD = "http://www.w3.org/2001/XMLSchema#";
  private static final String AFN = "http://jena.apache.org/ARQ/function#";
  private static final String CROSS = "{ ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }";
  private static final String TEXT = "<text> <value> ?v";

  private final List<Evil> queries = new ArrayList<>();

  private EvilQueries() {}

  static List<Evil> all() {
    EvilQueries evil = new EvilQueries();
    evil.joins();
    evil.sorts();
    evil.large();
    evil.paths();
    evil.texts();
    evil.numbers();
    evil.functions();
    evil.forms();
    return evil.queries;
  }

  private void add(String name, End end, String query) {
    queries.add(new Evil(name, end, query));
  }

  private static String times(int count, String separator, String pattern) {
    return IntStream.range(0, count)
        .mapToObj(i -> pattern.replace("#", Integer.toString(i)).replace("@", "" + (i + 1)))
        .collect(Collectors.joining(separator));
  }

  private void joins() {
    add("cross product counted", STOPPED, "SELECT (COUNT(*) AS ?n) " + CROSS);
    add("cross product, distinct", STOPPED, "SELECT (COUNT(DISTINCT ?a) AS ?n) " + CROSS);
    add("cross product, grouped", STOPPED, "SELECT ?a (COUNT(*) AS ?n) " + CROSS + " GROUP BY ?a");
    add(
        "a group for each pair",
        STOPPED,
        "SELECT ?a ?d (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f } GROUP BY ?a ?d");
    add(
        "distinct rows of a cross product",
        STOPPED,
        "SELECT (COUNT(*) AS ?n) { SELECT DISTINCT ?a ?d ?g { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } }");
    add(
        "optional after optional",
        STOPPED,
        "SELECT (COUNT(*) AS ?n) { ?a ?b ?c OPTIONAL { ?d ?e ?f } OPTIONAL { ?g ?h ?i } }");
    add(
        "minus over all",
        STOPPED,
        "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f MINUS { ?a ?x ?y . ?d ?z ?w . ?u ?v ?t } }");
    add(
        "not exists over all",
        STOPPED,
        "SELECT * { ?a ?b ?c . ?d ?e ?f FILTER NOT EXISTS { ?a ?x ?y . ?d ?z ?w . ?q ?r ?t } }");
    add(
        "exists of a cross product",
        STOPPED,
        "SELECT * { ?a ?b ?c FILTER EXISTS { ?d ?e ?f . ?g ?h ?i FILTER(STR(?d) = STR(?e)) } }");
    add(
        "union of many",
        STOPPED,
        "SELECT (COUNT(*) AS ?n) { " + times(60, " UNION ", "{ ?a ?b ?c . ?d ?e ?f }") + " }");
    add(
        "subqueries joined",
        STOPPED,
        "SELECT (COUNT(*) AS ?n) { { SELECT DISTINCT ?a ?d { ?a ?b ?c . ?d ?e ?f } }"
            + " { SELECT DISTINCT ?g ?j { ?g ?h ?i . ?j ?k ?l } } }");
  }

  private void sorts() {
    add("sort of a cross product", STOPPED, "SELECT * { ?a ?b ?c . ?d ?e ?f } ORDER BY ?f ?a");
    add(
        "sort by a costly key",
        STOPPED,
        "SELECT * { ?a ?b ?c . ?d ?e ?f } ORDER BY SHA512(CONCAT(STR(?a), STR(?f))) LIMIT 1");
    add(
        "sort by what exists",
        STOPPED,
        "SELECT * { ?a ?b ?c } ORDER BY (EXISTS { ?c <next>+ ?x . ?y <next>+ ?z }) LIMIT 1");
    add("sort by chance", STOPPED, "SELECT (RAND() AS ?r) { ?a ?b ?c . ?d ?e ?f } ORDER BY ?r");
    add(
        "group_concat of all",
        STOPPED,
        "SELECT (GROUP_CONCAT(CONCAT(STR(?a), STR(?f))) AS ?n) { ?a ?b ?c . ?d ?e ?f }");
    add("maximum of all", STOPPED, "SELECT (MAX(STR(?l)) AS ?m) (SAMPLE(?a) AS ?s) " + CROSS);
    add(
        "hashes of all",
        STOPPED,
        "SELECT (COUNT(DISTINCT SHA512(CONCAT(STR(?a), STR(?f)))) AS ?n) { ?a ?b ?c . ?d ?e ?f }");
  }

  private void large() {
    add(
        "values to the fifth",
        STOPPED,
        "SELECT (COUNT(*) AS ?n) { "
            + times(5, " ", "VALUES ?v# { " + times(400, " ", "1#").replace("#", "") + " }")
            + " }");
    add(
        "a hundred thousand values",
        STOPPED,
        "SELECT (COUNT(*) AS ?n) { VALUES ?v { "
            + times(100_000, " ", "#")
            + " } ?a ?b ?c FILTER(STR(?c) != STR(?v)) }");
    add(
        "a list of 50,000",
        REFUSED,
        "SELECT (COUNT(*) AS ?n) { ?a ?b ?c FILTER(?c NOT IN (" + times(50_000, ",", "#") + ")) }");
    add(
        "3,000 optionals",
        REFUSED,
        "ASK { ?s ?p ?o" + " OPTIONAL { ?s ?p ?o }".repeat(3_000) + "}");
    add(
        "nested optionals",
        REFUSED,
        "ASK { ?s ?p ?o" + " OPTIONAL { ?s ?p ?o".repeat(3_000) + "}".repeat(3_001));
    add("3,000 unions", REFUSED, "ASK { " + times(3_000, " UNION ", "{ ?s ?p ?o }") + " }");
    add(
        "30,000 alternatives",
        REFUSED,
        "ASK { ?s ?p ?o FILTER(?s = 1" + " || ?o = 2".repeat(30_000) + ") }");
    add(
        "nested braces",
        REFUSED,
        "SELECT * " + "{".repeat(20_000) + "?s ?p ?o" + "}".repeat(20_000));
    add(
        "nested functions",
        REFUSED,
        "ASK { ?s ?p ?o FILTER(" + "STR(".repeat(5_000) + "?s" + ")".repeat(5_000) + " = 'x') }");
    add("nested negations", REFUSED, "ASK { ?s ?p ?o FILTER(" + "!".repeat(8_000) + "true) }");
  }

  private void paths() {
    add("closure of everything", STOPPED, "SELECT (COUNT(*) AS ?n) { ?x <next>+ ?y }");
    add("closure of closures", ANY, "SELECT (COUNT(*) AS ?n) { ?x ((<next>*)*)* ?y }");
    add("closure both ways", ANY, "SELECT (COUNT(*) AS ?n) { ?x (<next>|^<next>)+ ?y }");
    add(
        "closures joined",
        STOPPED,
        "SELECT (COUNT(*) AS ?n) { ?x <next>+ ?y . ?y <next>+ ?z . ?z <next>+ ?x }");
    add("closure of all but one", ANY, "SELECT (COUNT(*) AS ?n) { ?x (!<nothing>)* ?y }");
    add("a long chain", ANY, "SELECT (COUNT(*) AS ?n) { <n0> <next>+ ?y }");
    add(
        "nested paths",
        REFUSED,
        "ASK { ?s " + "(".repeat(5_000) + "<p>" + ")*".repeat(5_000) + "?o}");
    add("a path a thousand times", REFUSED, "ASK { <n0> <next>{1000}/<next>{1000} ?x }");
    add("repeated repetitions", REFUSED, "ASK { <n0> ((<next>{1,50}){1,50}){1,50} ?x }");
  }

  private void texts() {
    add("regex that backtracks", STOPPED, select("FILTER REGEX(?v, 'a*a*a*a*a*b')"));
    add("regex, nested repetition", ANY, select("FILTER REGEX(?v, '(a+)+$|(a|aa)+c')"));
    add(
        "regex with references",
        STOPPED,
        select("FILTER REGEX(?v, '(.*)(.*)(.*)(.*)(.*)\\\\1\\\\2\\\\3\\\\4\\\\5x')"));
    add(
        "a regex for each row",
        STOPPED,
        "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . "
            + TEXT
            + " FILTER REGEX(?v, CONCAT('a*a*a*b', STR(?a))) }");
    add("replace that backtracks", STOPPED, select("BIND(REPLACE(?v, 'a*a*a*a*a*b', 'c') AS ?r)"));
    add(
        "replace that explodes",
        STOPPED,
        select(
            "BIND("
                + "REPLACE(".repeat(9)
                + "?v"
                + ", '(a)', '$1$1$1$1$1$1$1$1$1$1')".repeat(9)
                + " AS ?r)"));
    add(
        "concat that doubles",
        STOPPED,
        "SELECT (STRLEN(?x40) AS ?n) { BIND('aaaaaaaa' AS ?x0) " + doubling(40) + " }");
  }

  private static String select(String pattern) {
    return "SELECT * { " + TEXT + " " + pattern + " }";
  }

  private static String doubling(int times) {
    return times(times, " ", "BIND(CONCAT(?x#, ?x#) AS ?x@)");
  }

  private void numbers() {
    String squared = times(30, " ", "BIND(?x# * ?x# AS ?x@)");
    add(
        "a number squared and squared",
        STOPPED,
        "SELECT ?x30 { BIND(12345678901234567890 AS ?x0) " + squared + " }");
    add(
        "a decimal squared and squared",
        STOPPED,
        "SELECT ?x30 { BIND(1234567890.0123456789 AS ?x0) " + squared + " }");
    String digits = "BIND('1234567890' AS ?x0) " + doubling(16);
    add(
        "half a million digits read",
        STOPPED,
        "SELECT (<" + XSD + "integer>(?x16) + 1 AS ?n) { " + digits + " }");
    add(
        "half a million digits typed",
        STOPPED,
        "SELECT (STRDT(?x16, <" + XSD + "integer>) + 1 AS ?n) { " + digits + " }");
    add("half a million digits written", ANY, "SELECT (" + "9".repeat(500_000) + " + 1 AS ?n) {}");
    String time = "'2020-01-01T00:00:00Z'^^<" + XSD + "dateTime>";
    add(
        "a duration of ages",
        STOPPED,
        "SELECT (" + time + " + 'P1000000000000D'^^<" + XSD + "dayTimeDuration> AS ?t) {}");
  }

  private void functions() {
    String math = "http://www.w3.org/2005/xpath-functions/math#";
    String leviathan = "http://www.dotnetrdf.org/leviathan#";
    add("a power", REFUSED, "SELECT (<" + math + "pow>(123456789, 99999999) AS ?x) {}");
    add("a format", REFUSED, "SELECT (<" + AFN + "sprintf>('%999999999d', 1) AS ?x) {}");
    add("a factorial", REFUSED, "SELECT (<" + leviathan + "factorial>(500000) AS ?x) {}");
    add("a function that sleeps", REFUSED, "SELECT (<" + AFN + "wait>(100000) AS ?x) {}");
    add("a function by its name", REFUSED, "SELECT (CALL(<" + AFN + "wait>, 100000) AS ?x) {}");
    add("a class as a function", REFUSED, "SELECT (<java:java.lang.Thread>(1) AS ?x) {}");
    add("a class as a property", REFUSED, "SELECT * { ?s <java:java.lang.Thread> ?o }");
  }

  private void forms() {
    add("everything described", ANY, "DESCRIBE ?a ?d { ?a ?b ?c . ?d ?e ?f }");
    add(
        "construct of a cross product",
        STOPPED,
        "CONSTRUCT { ?a ?b ?l } WHERE " + CROSS.replace("}", "FILTER(STRLEN(STR(?l)) < 0) }"));
    add(
        "ask of a cross product",
        STOPPED,
        "ASK { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(STRLEN(CONCAT(STR(?a), STR(?f))) < 0) }");
    add("an answer without an end", BROKEN, "SELECT ?a ?d ?g { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }");
  }
}
