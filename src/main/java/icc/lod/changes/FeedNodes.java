package icc.lod.changes;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;

/**
 * The pages of the feed that hold no members (LDES, sections "Context information" and "Traversing
 * the search tree"): its root, and lists of a hundred releases each, by which the root stays short.
 *
 * @param addresses how a page names another: by path, relative to itself
 * @param texts a text of the site, by language and key
 * @param languages those of the site
 */
record FeedNodes(
    Log log,
    Names names,
    UnaryOperator<String> addresses,
    BinaryOperator<String> texts,
    List<String> languages) {
  static final int HUNDRED = 100;

  /** The root: what the feed is, and where its pages are. */
  Graph root() {
    Graph graph = GraphFactory.createDefaultGraph();
    graph.getPrefixMapping().setNsPrefixes(Words.prefixes());
    Node page = here(FeedAddress.ROOT);
    Node stream = names.stream();
    graph.add(stream, Words.TYPE, Words.ldes("EventStream"));
    graph.add(stream, Words.tree("view"), page);
    for (String language : languages) {
      graph.add(
          stream, Words.TITLE, Words.text(texts.apply(language, "changes.feed.title"), language));
      graph.add(
          stream,
          Words.DESCRIPTION,
          Words.text(texts.apply(language, "changes.feed.lead"), language));
    }
    order(stream, graph);
    shape(stream, graph);
    graph.add(page, Words.TYPE, Words.tree("Node"));
    graph.add(page, Words.TYPE, Words.ldes("EventSource"));
    retention(page, graph);
    Map<Integer, List<Summary>> hundreds = new TreeMap<>();
    for (Summary release : log.changing()) {
      hundreds
          .computeIfAbsent((release.number() - 1) / HUNDRED, h -> new ArrayList<>())
          .add(release);
    }
    int last = log.releases().isEmpty() ? 0 : log.releases().getLast().number();
    hundreds.forEach(
        (hundred, releases) -> {
          if (isFull(hundred, last)) {
            String address = FeedAddress.hundred(hundred);
            relate(page, address, "h" + hundred, between(releases), graph);
          } else {
            releases.forEach(release -> relate(page, release, graph));
          }
        });
    return graph;
  }

  /** A list of releases to which none will be added. */
  Graph hundred(int hundred) {
    Graph graph = GraphFactory.createDefaultGraph();
    graph.getPrefixMapping().setNsPrefixes(Words.prefixes());
    Node page = here(FeedAddress.hundred(hundred));
    graph.add(page, Words.TYPE, Words.tree("Node"));
    graph.add(page, Words.ldes("immutable"), Words.truth());
    log.changing().stream()
        .filter(release -> (release.number() - 1) / HUNDRED == hundred)
        .forEach(release -> relate(page, release, graph));
    return graph;
  }

  /** Whether all releases of a hundred are made. */
  static boolean isFull(int hundred, int last) {
    return last > (hundred + 1) * HUNDRED;
  }

  private Node here(String path) {
    return NodeFactory.createURI(addresses.apply(path));
  }

  private static void order(Node stream, Graph graph) {
    graph.add(stream, Words.ldes("timestampPath"), Words.CREATED);
    graph.add(stream, Words.ldes("versionOfPath"), Words.VERSION_OF);
    for (Action action : Action.values()) {
      String property = "version" + action.activity();
      graph.add(stream, Words.ldes(property + "Path"), Words.TYPE);
      graph.add(stream, Words.ldes(property + "Object"), Words.activity(action));
    }
  }

  private void shape(Node stream, Graph graph) {
    Node shape = names.inFeed("shape");
    graph.add(stream, Words.tree("shape"), shape);
    graph.add(shape, Words.TYPE, Words.shacl("NodeShape"));
    Node version = property(shape, "shape-entity", Words.VERSION_OF, graph);
    graph.add(version, Words.shacl("nodeKind"), Words.shacl("IRI"));
    Node time = property(shape, "shape-time", Words.CREATED, graph);
    graph.add(time, Words.shacl("datatype"), Words.iri(XSDDatatype.XSDdateTime.getURI()));
    Node release = property(shape, "shape-release", Words.GENERATED_BY, graph);
    graph.add(release, Words.shacl("nodeKind"), Words.shacl("IRI"));
  }

  private Node property(Node shape, String name, Node path, Graph graph) {
    Node property = names.inFeed(name);
    graph.add(shape, Words.shacl("property"), property);
    graph.add(property, Words.TYPE, Words.shacl("PropertyShape"));
    graph.add(property, Words.shacl("path"), path);
    graph.add(property, Words.shacl("minCount"), Words.count(1));
    graph.add(property, Words.shacl("maxCount"), Words.count(1));
    return property;
  }

  /** All members are kept, from the first on. */
  private void retention(Node page, Graph graph) {
    log.changing().stream()
        .findFirst()
        .ifPresent(
            first -> {
              Node policy = names.inFeed("retention");
              graph.add(page, Words.ldes("retentionPolicy"), policy);
              graph.add(policy, Words.TYPE, Words.ldes("RetentionPolicy"));
              graph.add(policy, Words.ldes("startingFrom"), Words.instant(first.instant()));
            });
  }

  private void relate(Node page, Summary release, Graph graph) {
    relate(
        page,
        FeedAddress.page(release.number(), 1),
        Integer.toString(release.number()),
        new Span(release.instant(), release.instant()),
        graph);
  }

  /** The times of the first and the last member of a page and all below it. */
  private record Span(Instant first, Instant last) {}

  private static Span between(List<Summary> releases) {
    return new Span(releases.get(0).instant(), releases.getLast().instant());
  }

  private void relate(Node page, String address, String name, Span span, Graph graph) {
    relate(page, Words.iri(addresses.apply(address)), names.inFeed(name), span, graph);
  }

  private static void relate(Node page, Node target, Node name, Span span, Graph graph) {
    bound(page, target, name.getURI() + "-from", "GreaterThanOrEqualTo", span.first(), graph);
    bound(page, target, name.getURI() + "-to", "LessThanOrEqualTo", span.last(), graph);
  }

  private static void bound(
      Node page, Node target, String name, String comparison, Instant instant, Graph graph) {
    Node relation = Words.iri(name);
    graph.add(page, Words.tree("relation"), relation);
    graph.add(relation, Words.TYPE, Words.tree(comparison + "Relation"));
    graph.add(relation, Words.tree("node"), target);
    graph.add(relation, Words.tree("path"), Words.CREATED);
    graph.add(relation, Words.tree("value"), Words.instant(instant));
  }

  /** Leads from the first page of a release to the others. */
  void others(Summary release, Node page, Graph graph) {
    Span span = new Span(release.instant(), release.instant());
    for (int other = 2; other <= release.pages().size(); other++) {
      String address = FeedAddress.page(release.number(), other);
      relate(page, address, release.number() + "-" + other, span, graph);
    }
  }
}
