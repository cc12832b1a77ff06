package icc.lod.reconcile;

import icc.lod.rdf.EntityIri;
import icc.lod.search.NameSearch;
import icc.lod.search.Spelling;
import icc.lod.search.StoredThing;
import icc.lod.view.Overview;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDFS;

/**
 * The types and properties of a release, by whatever they are called: IRI, prefixed name, last part
 * of the IRI, or label. Thread-safe.
 */
final class Schema {
  private static final int LONGEST_PATH = 5;
  private static final int MOST_NARROWER = 1000;
  private static final Pattern STEP = Pattern.compile("(\\^?)(<[^<>]*>|[^/<>^]+)(/|$)");

  /**
   * A type or property.
   *
   * @param names the statements that name and describe it
   * @param own whether its IRI is under the base of the release
   */
  record Term(String iri, List<Triple> names, boolean own) {
    Node node() {
      return NodeFactory.createURI(iri);
    }
  }

  private final Map<String, Term> types;
  private final Map<String, Term> properties;
  private final Map<String, Set<String>> narrower;
  private final Map<String, String> prefixes;

  private Schema(
      Map<String, Term> types,
      Map<String, Term> properties,
      Map<String, Set<String>> narrower,
      Map<String, String> prefixes) {
    this.types = types;
    this.properties = properties;
    this.narrower = narrower;
    this.prefixes = prefixes;
  }

  /**
   * Reads what a release uses.
   *
   * @param preferred types that come first
   */
  static Schema of(
      Overview overview,
      Map<String, String> prefixes,
      List<String> preferred,
      NameSearch names,
      Graph graph) {
    Set<String> classes = new LinkedHashSet<>();
    overview.classes().keySet().forEach(node -> classes.add(node.getURI()));
    Map<String, Set<String>> narrower = narrower(graph, classes);
    narrower.forEach((iri, below) -> addIfUsed(classes, iri, below));
    List<String> ordered = new ArrayList<>(preferred);
    classes.stream().filter(iri -> !preferred.contains(iri)).forEach(ordered::add);
    List<String> used = overview.properties().stream().map(Node::getURI).sorted().toList();
    return new Schema(
        terms(ordered, overview, names), terms(used, overview, names), narrower, prefixes);
  }

  private static void addIfUsed(Set<String> classes, String iri, Set<String> below) {
    if (below.stream().anyMatch(classes::contains)) {
      classes.add(iri);
    }
  }

  Collection<Term> types() {
    return types.values();
  }

  Collection<Term> properties() {
    return properties.values();
  }

  /** A type by its IRI. */
  Optional<Term> exactType(String iri) {
    return Optional.ofNullable(types.get(iri));
  }

  /** A type by what it is called. */
  Optional<Term> type(String asked) {
    return find(asked.strip(), types);
  }

  /** A property by what it is called. */
  Optional<Term> property(String asked) {
    return find(asked.strip(), properties);
  }

  /** A type and all that are below it. */
  Set<String> withNarrower(Term type) {
    Set<String> all = new LinkedHashSet<>(Set.of(type.iri()));
    all.addAll(narrower.getOrDefault(type.iri(), Set.of()));
    return all;
  }

  /** Types directly above, for manifests. */
  boolean isBelow(String iri, String above) {
    return narrower.getOrDefault(above, Set.of()).contains(iri);
  }

  /**
   * A path: properties with slashes between, an inverse one with ^; IRIs within one in brackets.
   */
  Optional<PropertyPath> path(String asked) {
    Optional<Term> single = property(asked);
    if (single.isPresent()) {
      return Optional.of(
          new PropertyPath(List.of(new PropertyPath.Step(single.get().node(), false))));
    }
    List<PropertyPath.Step> steps = new ArrayList<>();
    Matcher matcher = STEP.matcher(asked.strip());
    int end = 0;
    while (matcher.find() && matcher.start() == end && steps.size() < LONGEST_PATH) {
      String name = matcher.group(2).replaceAll("[<>]", "");
      Optional<Term> property = property(name);
      if (property.isEmpty()) {
        return Optional.empty();
      }
      steps.add(new PropertyPath.Step(property.get().node(), !matcher.group(1).isEmpty()));
      end = matcher.end();
    }
    return end == asked.strip().length() && !steps.isEmpty()
        ? Optional.of(new PropertyPath(steps))
        : Optional.empty();
  }

  private Optional<Term> find(String asked, Map<String, Term> terms) {
    Term exact = terms.get(expanded(asked));
    if (exact != null) {
      return Optional.of(exact);
    }
    if (asked.isEmpty() || asked.contains("/")) {
      return Optional.empty();
    }
    Spelling spelling = Spelling.of(asked);
    Optional<Term> own =
        terms.values().stream().filter(Term::own).filter(t -> local(t, asked)).findFirst();
    return own.or(() -> terms.values().stream().filter(t -> local(t, asked)).findFirst())
        .or(() -> terms.values().stream().filter(t -> called(t, spelling)).findFirst());
  }

  private static boolean local(Term term, String asked) {
    return EntityIri.parse(term.iri())
        .map(iri -> iri.localName().equalsIgnoreCase(asked))
        .orElse(false);
  }

  private static boolean called(Term term, Spelling asked) {
    return !asked.isEmpty()
        && term.names().stream()
            .filter(t -> t.getObject().isLiteral())
            .anyMatch(
                t ->
                    Spelling.of(t.getObject().getLiteralLexicalForm())
                        .whole()
                        .equals(asked.whole()));
  }

  private String expanded(String asked) {
    int colon = asked.indexOf(':');
    String namespace = colon < 0 ? null : prefixes.get(asked.substring(0, colon));
    return namespace == null ? asked : namespace + asked.substring(colon + 1);
  }

  private static Map<String, Term> terms(List<String> iris, Overview overview, NameSearch names) {
    Map<String, List<Triple>> named = new HashMap<>();
    for (int from = 0; from < iris.size(); from += 500) {
      for (StoredThing thing :
          names.things(iris.subList(from, Math.min(iris.size(), from + 500)))) {
        List<Triple> statements = new ArrayList<>(thing.names());
        statements.addAll(thing.descriptions());
        named.put(thing.node().getURI(), statements);
      }
    }
    Map<String, Term> terms = new LinkedHashMap<>();
    for (String iri : iris) {
      boolean own = EntityIri.parse(iri).map(overview.space()::covers).orElse(false);
      terms.put(iri, new Term(iri, named.getOrDefault(iri, List.of()), own));
    }
    return Collections.unmodifiableMap(terms);
  }

  private static Map<String, Set<String>> narrower(Graph graph, Set<String> classes) {
    Map<String, Set<String>> direct = new HashMap<>();
    graph
        .find(Node.ANY, RDFS.Nodes.subClassOf, Node.ANY)
        .filterKeep(t -> t.getSubject().isURI() && t.getObject().isURI())
        .forEachRemaining(
            t ->
                direct
                    .computeIfAbsent(t.getObject().getURI(), iri -> new LinkedHashSet<>())
                    .add(t.getSubject().getURI()));
    Map<String, Set<String>> all = new HashMap<>();
    direct.keySet().forEach(iri -> all.put(iri, below(iri, direct, classes)));
    return all;
  }

  private static Set<String> below(
      String iri, Map<String, Set<String>> direct, Set<String> classes) {
    Set<String> found = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(iri));
    while (!open.isEmpty() && found.size() < MOST_NARROWER) {
      for (String narrow : direct.getOrDefault(open.removeFirst(), Set.of())) {
        if (!narrow.equals(iri) && found.add(narrow)) {
          open.add(narrow);
        }
      }
    }
    found.retainAll(classes);
    return found;
  }
}
