package icc.lod.linking;

import icc.lod.rdf.EntityIri;
import icc.lod.rdf.IriSpace;
import icc.lod.rdf.LinkProperties;
import icc.lod.view.Terms;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;

/**
 * All links from a release's own things to those of others, counted in one pass over its statements
 * in the order of their subjects: by target and property, as VoID has them, and by kind, to tell
 * what is missing. It also learns how the IRIs of others look. For one thread until it is made.
 */
final class LinkSurvey {
  /** As many targets as VoID tells of; what few link to is no link set. */
  private static final int MOST_TARGETS = 50;

  private static final int MOST_COUNTED = 20_000;
  private static final int MOST_SPACES = 500;
  private static final int MOST_SHAPES = 20;

  /**
   * The links to one target.
   *
   * @param name the host, by which it has an address
   * @param root of the target's IRIs
   * @param properties how many links each property makes, most first
   * @param linked how many things of each kind have a link
   */
  record Target(String name, String root, Map<Node, Long> properties, Map<Node, Long> linked) {
    long total() {
      return LinkSurvey.total(properties);
    }
  }

  private static final Node IDENTIFIER =
      NodeFactory.createURI("http://www.w3.org/ns/adms#Identifier");

  private record Count(String root, Node key) {}

  private final IriSpace space;
  private final LinkTerms terms;
  private final LinkProperties leading;
  private final Map<Count, Long> links = new HashMap<>();
  private final Map<Count, Long> linked = new HashMap<>();
  private final Map<Node, Long> kinds = new HashMap<>();
  private final Map<Space, Set<String>> spaces = new LinkedHashMap<>();
  private List<Target> targets = List.of();

  LinkSurvey(IriSpace space, LinkTerms terms, LinkProperties leading) {
    this.space = space;
    this.terms = terms;
    this.leading = leading;
  }

  LinkTerms terms() {
    return terms;
  }

  /** Those linked most; first those most things of ours stand for the same in. */
  List<Target> targets() {
    return targets;
  }

  Optional<Target> target(String name) {
    return targets.stream().filter(target -> target.name().equals(name)).findFirst();
  }

  /** How many things of a kind the release has of its own. */
  long all(Node kind) {
    return kinds.getOrDefault(kind, 0L);
  }

  /** Whether a thing is the release's own. */
  boolean own(Node node) {
    return EntityIri.of(node).filter(space::covers).isPresent();
  }

  /** How IRIs of others look, with the shapes of their codes. */
  Map<Space, Set<String>> spaces() {
    return spaces;
  }

  /** Takes the statements about one thing. */
  void subject(Node subject, List<Triple> statements) {
    boolean identifier = statements.stream().anyMatch(this::identifies);
    statements.stream()
        .filter(t -> identifier || terms.mappings().contains(t.getPredicate()))
        .forEach(this::learn);
    if (!own(subject)) {
      return;
    }
    Set<String> roots = new HashSet<>();
    for (Triple triple : statements) {
      if (leading.leads(triple.getPredicate()) && outside(triple.getObject())) {
        String root = Space.root(triple.getObject().getURI()).orElse("");
        if (!root.isEmpty()) {
          roots.add(root);
          count(links, new Count(root, triple.getPredicate()));
        }
      }
    }
    for (Triple triple : statements) {
      if (triple.getPredicate().equals(Terms.TYPE) && triple.getObject().isURI()) {
        kinds.merge(triple.getObject(), 1L, Long::sum);
        roots.forEach(root -> count(linked, new Count(root, triple.getObject())));
      }
    }
  }

  /** Ends the counting. */
  LinkSurvey finish() {
    Map<String, Map<Node, Long>> byRoot = grouped(links);
    Map<String, Map<Node, Long>> kindsByRoot = grouped(linked);
    List<Target> all = new ArrayList<>();
    byRoot.forEach(
        (root, properties) ->
            all.add(
                new Target(
                    name(root, byRoot),
                    root,
                    properties,
                    kindsByRoot.getOrDefault(root, Map.of()))));
    targets =
        all.stream()
            .sorted(Comparator.comparingLong((Target t) -> -t.total()).thenComparing(Target::root))
            .limit(MOST_TARGETS)
            .sorted(Comparator.comparingLong(target -> -mapped(target)))
            .toList();
    links.clear();
    linked.clear();
    return this;
  }

  /** The same host by http and https is two targets, as VoID has it: the smaller says so. */
  private static String name(String root, Map<String, Map<Node, Long>> all) {
    String host = Space.host(root).replace(':', '-');
    String scheme = root.substring(0, root.indexOf(':'));
    String other = (scheme.equals("http") ? "https" : "http") + root.substring(scheme.length());
    long here = total(all.getOrDefault(root, Map.of()));
    long there = total(all.getOrDefault(other, Map.of()));
    return there > here || (there == here && scheme.equals("http")) ? host + "-" + scheme : host;
  }

  private static long total(Map<Node, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  private long mapped(Target target) {
    return target.properties().entrySet().stream()
        .filter(entry -> terms.mappings().contains(entry.getKey()))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  private boolean identifies(Triple triple) {
    return terms.identifies().contains(triple.getPredicate())
        || (triple.getPredicate().equals(Terms.TYPE) && triple.getObject().equals(IDENTIFIER));
  }

  private void learn(Triple triple) {
    Node object = triple.getObject();
    if (!object.isURI() || triple.getPredicate().equals(Terms.TYPE) || !outside(object)) {
      return;
    }
    Space.of(object.getURI())
        .ifPresent(
            parts -> {
              if (spaces.size() < MOST_SPACES || spaces.containsKey(parts.space())) {
                Set<String> shapes = spaces.computeIfAbsent(parts.space(), s -> new HashSet<>());
                if (shapes.size() < MOST_SHAPES) {
                  shapes.add(Space.shape(parts.code()));
                }
              }
            });
  }

  private boolean outside(Node node) {
    return EntityIri.of(node).filter(iri -> !space.covers(iri)).isPresent();
  }

  private static void count(Map<Count, Long> counts, Count key) {
    if (counts.size() < MOST_COUNTED || counts.containsKey(key)) {
      counts.merge(key, 1L, Long::sum);
    }
  }

  private static Map<String, Map<Node, Long>> grouped(Map<Count, Long> counts) {
    Map<String, Map<Node, Long>> grouped = new TreeMap<>();
    counts.entrySet().stream()
        .sorted(
            Map.Entry.<Count, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(entry -> entry.getKey().key().getURI()))
        .forEach(
            entry ->
                grouped
                    .computeIfAbsent(entry.getKey().root(), root -> new LinkedHashMap<>())
                    .put(entry.getKey().key(), entry.getValue()));
    return grouped;
  }
}
