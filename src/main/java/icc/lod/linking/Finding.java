package icc.lod.linking;

import icc.lod.view.Reading;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/** Which things some spellings stand for: a handful of reads, however many they are. */
final class Finding {
  private final LinkTerms terms;
  private final Reading reading;

  Finding(LinkTerms terms, Reading reading) {
    this.terms = terms;
    this.reading = reading;
  }

  /** For each spelling the things, with what each was found by. */
  List<Map<Node, String>> things(List<Spelling> spellings) {
    Set<Node> own = new HashSet<>();
    Set<Node> iris = new HashSet<>();
    Set<Node> codes = new HashSet<>();
    for (Spelling spelling : spellings) {
      own.addAll(spelling.own());
      iris.addAll(spelling.iris());
      codes.addAll(spelling.codes());
    }
    Set<Node> described = reading.described(own);
    Map<Node, List<Triple>> byValue = new HashMap<>();
    links(iris).forEach(t -> group(byValue, t.getObject(), t));
    reading.having(terms.codes(), codes).forEach(t -> group(byValue, t.getObject(), t));
    Map<Node, Set<Node>> owners = owners(byValue, described);
    return spellings.stream().map(s -> things(s, described, byValue, owners)).toList();
  }

  /** Mappings, and what identifiers that are things of their own link to. */
  private List<Triple> links(Set<Node> iris) {
    List<Triple> links = new ArrayList<>(reading.having(terms.mappings(), iris));
    if (terms.hasIdentifiers()) {
      links.addAll(reading.having(targets(iris), iris));
    }
    return links;
  }

  /** By which properties these IRIs are linked at all. */
  private Set<Node> targets(Set<Node> iris) {
    Set<Node> properties = new LinkedHashSet<>(reading.linkedBy(iris));
    properties.removeAll(terms.mappings());
    return properties;
  }

  /** What the subjects that are identifiers belong to. */
  private Map<Node, Set<Node>> owners(Map<Node, List<Triple>> byValue, Set<Node> described) {
    Set<Node> subjects = new HashSet<>(described);
    byValue.values().forEach(triples -> triples.forEach(t -> subjects.add(t.getSubject())));
    Map<Node, Set<Node>> owners = new HashMap<>();
    if (subjects.isEmpty() || !terms.hasIdentifiers()) {
      return owners;
    }
    reading
        .having(terms.identifierOf(), subjects)
        .forEach(t -> owner(owners, t.getObject(), t.getSubject()));
    reading
        .about(subjects, terms.identifies())
        .forEach(t -> owner(owners, t.getSubject(), t.getObject()));
    return owners;
  }

  private Map<Node, String> things(
      Spelling spelling,
      Collection<Node> described,
      Map<Node, List<Triple>> byValue,
      Map<Node, Set<Node>> owners) {
    Map<Node, String> found = new LinkedHashMap<>();
    for (Node node : spelling.own()) {
      if (described.contains(node)) {
        owners.getOrDefault(node, Set.of(node)).forEach(t -> found.putIfAbsent(t, node.getURI()));
        return found;
      }
    }
    for (Node node : spelling.iris()) {
      add(found, byValue.getOrDefault(node, List.of()), owners);
    }
    for (Node node : found.isEmpty() ? spelling.codes() : Set.<Node>of()) {
      add(found, byValue.getOrDefault(node, List.of()), owners);
    }
    return found;
  }

  private void add(Map<Node, String> found, List<Triple> triples, Map<Node, Set<Node>> owners) {
    for (Triple triple : triples) {
      Set<Node> belongs = owners.getOrDefault(triple.getSubject(), Set.of());
      boolean link = terms.mappings().contains(triple.getPredicate());
      boolean code = terms.codes().contains(triple.getPredicate());
      String by =
          triple.getObject().isURI()
              ? triple.getObject().getURI()
              : triple.getObject().getLiteralLexicalForm();
      if (belongs.isEmpty() && (link || code) && triple.getSubject().isURI()) {
        found.putIfAbsent(triple.getSubject(), by);
      }
      belongs.stream().filter(Node::isURI).forEach(thing -> found.putIfAbsent(thing, by));
    }
  }

  private static void group(Map<Node, List<Triple>> groups, Node key, Triple triple) {
    groups.computeIfAbsent(key, k -> new ArrayList<>()).add(triple);
  }

  private static void owner(Map<Node, Set<Node>> owners, Node identifier, Node thing) {
    owners.computeIfAbsent(identifier, k -> new LinkedHashSet<>()).add(thing);
  }
}
