package icc.lod.catalogue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;

/**
 * What a release counts, in the words of VoID: gathered subject by subject over the union of all
 * graphs, exact. For one thread.
 *
 * <p>The classes of all things are held in memory, to know which classes a statement joins; beyond
 * {@link #MOST_TYPED} things, and for classes beyond the {@link #MOST_DETAILED} largest, that is
 * left out.
 */
final class Counts {
  private static final String OBJECTS = "SELECT (COUNT(DISTINCT ?o) AS ?n) { ?s ?p ?o }";
  private static final String OBJECTS_OF_EACH =
      "SELECT ?p (COUNT(DISTINCT ?o) AS ?n) { ?s ?p ?o } GROUP BY ?p";

  static final int MOST_TYPED = 1_000_000;
  static final int MOST_DETAILED = 500;

  /** What may stand between values in a cell of a table, best first. */
  static final String SEPARATORS = "|;\u00a6\u241e";

  /** How often a property is used, by all or by the instances of a class. */
  static final class Property {
    long triples;
    long subjects;
    long objects;
    final Map<String, Long> classes = new HashMap<>();
    final Map<String, Long> datatypes = new HashMap<>();
    final Map<String, Long> languages = new HashMap<>();

    /** The languages, or the empty string, of which some thing has several values. */
    final Set<String> repeated = new HashSet<>();

    /** Which of the {@link #SEPARATORS} stand in values. */
    int separators;
  }

  /** A class: its instances and what is said of them. */
  static final class Kind {
    long entities;
    long triples;
    boolean detailed;
    String example = "";
    final Map<String, Property> properties = new HashMap<>();
  }

  final Map<String, Kind> classes = new HashMap<>();
  final Map<String, Property> properties = new HashMap<>();
  final Map<String, Long> languages = new HashMap<>();
  long triples;
  long subjects;
  long objects;
  long entities;
  private final Map<String, List<String>> classesOf = new HashMap<>();
  private boolean complete = true;

  /**
   * Counts with what the index of a store tells at once and a reading only by sorting everything:
   * how many objects there are, and of each property.
   */
  static Counts ofObjects(DatasetGraph dataset) {
    Counts counts = new Counts();
    try (QueryExec all = QueryExec.dataset(dataset).query(OBJECTS).build()) {
      all.select().forEachRemaining(row -> counts.objects = number(row));
    }
    try (QueryExec each = QueryExec.dataset(dataset).query(OBJECTS_OF_EACH).build()) {
      each.select()
          .forEachRemaining(
              row ->
                  counts.properties.computeIfAbsent(row.get("p").getURI(), name -> new Property())
                          .objects =
                      number(row));
    }
    return counts;
  }

  private static long number(Binding row) {
    return Long.parseLong(row.get("n").getLiteralLexicalForm());
  }

  /** First reading: which classes a thing has. Types come as {@link #types} of its statements. */
  void typed(Node subject, List<String> types) {
    for (String type : types) {
      classes.computeIfAbsent(type, name -> new Kind()).entities++;
    }
    if (classesOf.size() < MOST_TYPED) {
      classesOf.put(key(subject), types.size() == 1 ? List.of(types.get(0)) : types);
    } else {
      complete = false;
    }
  }

  /** Between the readings: only the largest classes are looked at in detail. */
  void choose() {
    largest(MOST_DETAILED).forEach(entry -> entry.getValue().detailed = true);
    if (!complete) {
      classesOf.clear();
    }
  }

  /** Whether it is known which classes statements join. */
  boolean joinsKnown() {
    return complete;
  }

  /** The largest classes, largest first. */
  List<Map.Entry<String, Kind>> largest(int most) {
    return classes.entrySet().stream()
        .sorted(
            Comparator.comparingLong((Map.Entry<String, Kind> e) -> -e.getValue().entities)
                .thenComparing(Map.Entry::getKey))
        .limit(most)
        .toList();
  }

  /** Second reading: all statements about one thing. */
  void subject(Node subject, List<Triple> statements, boolean own) {
    subjects++;
    entities += own ? 1 : 0;
    triples += statements.size();
    use(statements, properties, false);
    for (Triple triple : statements) {
      if (triple.getObject().isLiteral()) {
        languages.merge(triple.getObject().getLiteralLanguage(), 1L, Long::sum);
      }
    }
    for (String type : types(statements)) {
      Kind kind = classes.computeIfAbsent(type, name -> new Kind());
      kind.triples += statements.size();
      if (own && kind.example.isEmpty()) {
        kind.example = subject.getURI();
      }
      if (kind.detailed) {
        use(statements, kind.properties, true);
      }
    }
  }

  private void use(List<Triple> statements, Map<String, Property> into, boolean joins) {
    Set<String> seen = new HashSet<>();
    for (Triple triple : statements) {
      String name = triple.getPredicate().getURI();
      Property property = into.computeIfAbsent(name, n -> new Property());
      property.triples++;
      if (seen.add(name)) {
        property.subjects++;
      }
      Node object = triple.getObject();
      if (object.isLiteral()) {
        property.datatypes.merge(object.getLiteralDatatypeURI(), 1L, Long::sum);
        if (joins) {
          property.languages.merge(object.getLiteralLanguage(), 1L, Long::sum);
          separators(object.getLiteralLexicalForm(), property);
          repeated(name, object.getLiteralLanguage(), seen, property);
        }
      } else if (joins) {
        property.languages.merge("", 1L, Long::sum);
        separators(key(object), property);
        repeated(name, "", seen, property);
        for (String type : classesOf.getOrDefault(key(object), List.of())) {
          property.classes.merge(type, 1L, Long::sum);
        }
      }
    }
  }

  private static void repeated(String name, String language, Set<String> seen, Property property) {
    if (!seen.add(name + " " + language)) {
      property.repeated.add(language);
    }
  }

  private static void separators(String value, Property property) {
    for (int i = 0; i < SEPARATORS.length(); i++) {
      if (value.indexOf(SEPARATORS.charAt(i)) >= 0) {
        property.separators |= 1 << i;
      }
    }
  }

  /** The classes that these statements about one thing name. */
  static List<String> types(Collection<Triple> statements) {
    List<String> types = new ArrayList<>(2);
    for (Triple triple : statements) {
      if (triple.getPredicate().equals(org.apache.jena.vocabulary.RDF.Nodes.type)
          && triple.getObject().isURI()) {
        types.add(triple.getObject().getURI().intern());
      }
    }
    return types;
  }

  /** Most first, then by name: the order in which counts are told. */
  static Map<String, Long> ordered(Map<String, Long> counts) {
    Map<String, Long> ordered = new LinkedHashMap<>();
    counts.entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .forEach(entry -> ordered.put(entry.getKey(), entry.getValue()));
    return ordered;
  }

  private static String key(Node node) {
    return node.isURI() ? node.getURI() : node.toString();
  }
}
