package icc.lod.view;

import icc.lod.rdf.ValuesBlock;
import icc.lod.store.Store;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.E_NotExists;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementFilter;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementSubQuery;
import org.apache.jena.sparql.syntax.ElementUnion;

/**
 * What pages ask of a store. Each method is one query however many things it is about, so that a
 * page costs a handful of round trips on any store.
 *
 * <p>Terms go in as values, never as text. Thread-safe.
 */
public final class Reading {
  private static final int PORTION = 100;

  private static final Var S = Var.alloc("s");
  private static final Var P = Var.alloc("p");
  private static final Var O = Var.alloc("o");
  private static final Var G = Var.alloc("g");
  private static final Var X = Var.alloc("x");
  private static final Var N = Var.alloc("n");

  private static final Query TRIPLES = QueryFactory.create("SELECT ?s ?p ?o { ?s ?p ?o }");
  private static final Query GRAPHS =
      QueryFactory.create("SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }");
  private static final Query COUNTS =
      QueryFactory.create("SELECT ?p (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?p");
  private static final Query CLASSES =
      QueryFactory.create("SELECT ?o (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?o");
  private static final Query LINKS =
      QueryFactory.create("SELECT ?p ?o { ?s ?p ?o FILTER(isIRI(?o)) }");
  private static final Query LINKING =
      QueryFactory.create("SELECT ?s ?p ?o { ?s ?p ?o FILTER(isIRI(?o)) }");
  private static final Query LINKED_BY = QueryFactory.create("SELECT DISTINCT ?p { ?s ?p ?o }");
  private static final Query TYPED = QueryFactory.create("SELECT DISTINCT ?s { ?s a ?x }");
  private static final Query TO =
      QueryFactory.create(
          "SELECT ?s ?p ?o { ?s ?p ?o FILTER(isIRI(?o) && STRSTARTS(LCASE(STR(?o)), ?g)) }");
  private static final Query PROPERTIES =
      QueryFactory.create("SELECT ?p (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?p");
  private static final Query HASHES =
      QueryFactory.create(
          """
          SELECT DISTINCT ?s
          { ?s ?p ?o FILTER(isIRI(?s) && CONTAINS(STR(?s), "#") && STRSTARTS(STR(?s), STR(?g))) }
          """);
  private static final Query MENTIONS =
      QueryFactory.create(
          """
          SELECT ?s
          { FILTER (EXISTS { ?s ?p ?o } || EXISTS { ?x ?y ?s } || EXISTS { ?x ?s ?y }
                    || EXISTS { GRAPH ?s { ?x ?y ?z } }) }
          """);

  /** A part of the triples with one property, by position. */
  public record Slice(Node property, long offset, long limit) {}

  private final Store store;

  public Reading(Store store) {
    this.store = store;
  }

  /** Those of the nodes that are the subject of something. */
  public Set<Node> described(Collection<Node> nodes) {
    return nodes.isEmpty() ? Set.of() : store.described(nodes);
  }

  /** Whether the release says anything with this term, wherever in a statement it stands. */
  public boolean mentions(Node node) {
    return !rows(with(MENTIONS, ValuesBlock.of(S, List.of(node))), row -> row.get(S)).isEmpty();
  }

  /** All triples with these subjects. */
  public List<Triple> about(Collection<Node> subjects) {
    return subjects.isEmpty() ? List.of() : triples(with(TRIPLES, ValuesBlock.of(S, subjects)));
  }

  /** The triples with these subjects and properties. */
  public List<Triple> about(Collection<Node> subjects, Collection<Node> properties) {
    return subjects.isEmpty() || properties.isEmpty()
        ? List.of()
        : store.about(subjects, properties);
  }

  /** At most so many triples with these subjects, in the store's order. */
  public List<Triple> about(Collection<Node> subjects, long limit) {
    if (subjects.isEmpty()) {
      return List.of();
    }
    Query query = with(TRIPLES, ValuesBlock.of(S, subjects));
    query.setLimit(limit);
    return triples(query);
  }

  /** How many triples with each property have this object. */
  public Map<Node, Long> incoming(Node object) {
    return counts(with(COUNTS, ValuesBlock.of(O, List.of(object))), P);
  }

  /** Parts of the triples with this object; the order is the store's, the same at every call. */
  public List<Triple> incoming(Node object, List<Slice> slices) {
    return slices.isEmpty()
        ? List.of()
        : triples(union(slices, ValuesBlock.of(O, List.of(object))));
  }

  /** How many triples have this property. */
  public long uses(Node property) {
    return counts(with(COUNTS, ValuesBlock.of(P, List.of(property))), P).getOrDefault(property, 0L);
  }

  /** The first triples with this property. */
  public List<Triple> uses(Slice slice) {
    return triples(union(List.of(slice)));
  }

  /** The named graphs that say something about a subject. */
  public List<Node> graphs(Node subject) {
    return rows(with(GRAPHS, ValuesBlock.of(S, List.of(subject))), row -> row.get(G));
  }

  /** See {@link Store#linkedMost}. */
  Optional<Map<Node, Map<Node, Long>>> linkedMost(int fewest) {
    return store.linkedMost(fewest);
  }

  /** Hands over property and object of every statement that links things. */
  public void links(BiConsumer<Node, Node> use) {
    store.query(
        LINKS, exec -> exec.select().forEachRemaining(row -> use.accept(row.get(P), row.get(O))));
  }

  /** Hands over every statement that links things, those with the same subject together. */
  public void linking(Consumer<Triple> use) {
    store.query(
        LINKING,
        exec ->
            exec.select()
                .forEachRemaining(
                    row -> use.accept(Triple.create(row.get(S), row.get(P), row.get(O)))));
  }

  /** How many instances each class has. */
  public Map<Node, Long> classes() {
    return objects(Terms.TYPE);
  }

  /** How many triples with a property have each object. */
  public Map<Node, Long> objects(Node property) {
    return counts(with(CLASSES, ValuesBlock.of(P, List.of(property))), O);
  }

  /** How many triples have each property; reads the whole release. */
  public Map<Node, Long> properties() {
    return counts(PROPERTIES, P);
  }

  /** The first triple with each of these properties. */
  public List<Triple> examples(Collection<Node> properties) {
    List<Triple> examples = new ArrayList<>();
    for (List<Node> some : portions(properties)) {
      examples.addAll(
          triples(union(some.stream().map(property -> new Slice(property, 0, 1)).toList())));
    }
    return examples;
  }

  /** The first triple with a property and each of these objects. */
  public List<Triple> examples(Node property, Collection<Node> objects) {
    List<Triple> examples = new ArrayList<>();
    for (List<Node> some : portions(objects)) {
      ElementUnion union = new ElementUnion();
      for (Node object : some) {
        Query part =
            with(TRIPLES, ValuesBlock.of(P, List.of(property)), ValuesBlock.of(O, List.of(object)));
        part.setLimit(1);
        union.addElement(new ElementSubQuery(part));
      }
      Query query = TRIPLES.cloneQuery();
      query.setQueryPattern(union);
      examples.addAll(triples(query));
    }
    return examples;
  }

  /**
   * All triples with these subjects, and those of the blank nodes they lead to (a concise bounded
   * description).
   */
  public List<Triple> describing(Collection<Node> subjects) {
    return subjects.isEmpty() ? List.of() : store.describing(subjects);
  }

  /** The prefixes of the release. */
  public Map<String, String> prefixes() {
    return store.read(data -> new HashMap<>(data.prefixes().getMapping()));
  }

  /** Subjects that begin so and have a hash. */
  public List<Node> hashes(String beginning) {
    Element start = ValuesBlock.of(G, List.of(NodeFactory.createLiteralString(beginning)));
    return rows(with(HASHES, start), row -> row.get(S));
  }

  /** The subjects with these properties and objects. */
  public List<Triple> having(Node property, Collection<Node> objects) {
    return triples(with(TRIPLES, ValuesBlock.of(P, List.of(property)), ValuesBlock.of(O, objects)));
  }

  /** The triples with these properties and objects. */
  public List<Triple> having(Collection<Node> properties, Collection<Node> objects) {
    return properties.isEmpty() || objects.isEmpty()
        ? List.of()
        : triples(with(TRIPLES, ValuesBlock.of(P, properties), ValuesBlock.of(O, objects)));
  }

  /** The links with these properties to IRIs that begin with a root, whatever its letter case. */
  public List<Triple> links(Collection<Node> properties, String root) {
    return triples(
        with(
            TO,
            ValuesBlock.of(P, properties),
            ValuesBlock.of(G, List.of(NodeFactory.createLiteralString(root)))));
  }

  /** The first things of a class that have no such link. */
  public List<Node> without(Node type, Collection<Node> properties, String root, long limit) {
    ElementGroup links = new ElementGroup();
    links.addElement(ValuesBlock.of(P, properties));
    links.addElement(ValuesBlock.of(G, List.of(NodeFactory.createLiteralString(root))));
    ((ElementGroup) TO.getQueryPattern()).getElements().forEach(links::addElement);
    ElementGroup group = new ElementGroup();
    group.addElement(ValuesBlock.of(X, List.of(type)));
    ((ElementGroup) TYPED.getQueryPattern()).getElements().forEach(group::addElement);
    group.addElement(new ElementFilter(new E_NotExists(links)));
    Query query = TYPED.cloneQuery();
    query.setQueryPattern(group);
    query.setLimit(limit);
    return rows(query, row -> row.get(S));
  }

  /** The properties by which anything links to these. */
  public List<Node> linkedBy(Collection<Node> objects) {
    return objects.isEmpty()
        ? List.of()
        : rows(with(LINKED_BY, ValuesBlock.of(O, objects)), row -> row.get(P));
  }

  /** All triples with one property. */
  public List<Triple> having(Node property) {
    return triples(with(TRIPLES, ValuesBlock.of(P, List.of(property))));
  }

  /** A union of hundreds of parts is a deep tree, so it is asked in several. */
  private static List<List<Node>> portions(Collection<Node> nodes) {
    List<Node> all = List.copyOf(nodes);
    List<List<Node>> portions = new ArrayList<>();
    for (int from = 0; from < all.size(); from += PORTION) {
      portions.add(all.subList(from, Math.min(all.size(), from + PORTION)));
    }
    return portions;
  }

  private static Query union(List<Slice> slices, Element... more) {
    ElementUnion union = new ElementUnion();
    for (Slice slice : slices) {
      List<Element> elements = new ArrayList<>(List.of(more));
      elements.add(ValuesBlock.of(P, List.of(slice.property())));
      Query part = with(TRIPLES, elements.toArray(Element[]::new));
      part.setOffset(slice.offset());
      part.setLimit(slice.limit());
      union.addElement(new ElementSubQuery(part));
    }
    Query query = TRIPLES.cloneQuery();
    query.setQueryPattern(union);
    return query;
  }

  private static Query with(Query template, Element... first) {
    ElementGroup group = new ElementGroup();
    for (Element element : first) {
      group.addElement(element);
    }
    ((ElementGroup) template.getQueryPattern()).getElements().forEach(group::addElement);
    Query query = template.cloneQuery();
    query.setQueryPattern(group);
    return query;
  }

  private Map<Node, Long> counts(Query query, Var key) {
    Map<Node, Long> counts = new LinkedHashMap<>();
    rows(
        query,
        row -> counts.put(row.get(key), ((Number) row.get(N).getLiteralValue()).longValue()));
    counts.remove(null);
    return counts;
  }

  private List<Triple> triples(Query query) {
    return rows(query, row -> Triple.create(row.get(S), row.get(P), row.get(O)));
  }

  private <T> List<T> rows(Query query, Function<Binding, T> reading) {
    List<T> rows = new ArrayList<>();
    store.query(query, exec -> exec.select().forEachRemaining(row -> rows.add(reading.apply(row))));
    return rows;
  }
}
