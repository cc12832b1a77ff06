package icc.lod.ontology;

import icc.lod.view.Terms;
import icc.lod.view.Vocabulary.Kind;
import icc.lod.view.Vocabulary.Term;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;

/**
 * Which classes and links the diagram shows: the classes with most instances, the properties that
 * lead from one to another by domain and range or by the shapes, and who is a subclass of whom.
 *
 * @param classes the boxes, most instances first
 * @param links for each class its properties and the classes they lead to
 * @param parents for each class those shown that it is a subclass of
 * @param everywhere properties that lead to one class from so many that arrows would hide the rest
 * @param left how many classes with instances are not shown
 */
record ClassModel(
    List<Term> classes,
    Map<Node, Map<Node, Set<Node>>> links,
    Map<Node, Set<Node>> parents,
    Map<Node, Set<Node>> everywhere,
    int left) {
  static final int MOST_CLASSES = 40;

  private static final int TOO_MANY_SOURCES = 6;

  static ClassModel of(Documentation documentation) {
    List<Term> all = candidates(documentation);
    List<Term> shown = all.subList(0, Math.min(MOST_CLASSES, all.size()));
    Set<Node> nodes = shown.stream().map(Term::node).collect(Collectors.toSet());
    Map<Node, Map<Node, Set<Node>>> links = new LinkedHashMap<>();
    shown.forEach(term -> links.put(term.node(), new LinkedHashMap<>()));
    Facts facts = documentation.facts();
    for (Term property : properties(documentation)) {
      for (Node from : facts.values(property.node(), Words.DOMAIN)) {
        for (Node to : facts.values(property.node(), Words.RANGE)) {
          link(links, nodes, from, property.node(), to);
        }
      }
    }
    documentation
        .shapes()
        .byClass()
        .forEach(
            (from, shapes) ->
                shapes.forEach(
                    shape ->
                        Rules.links(documentation.shapes().facts(), shape)
                            .forEach(
                                (property, classes) ->
                                    classes.forEach(
                                        to -> link(links, nodes, from, property, to)))));
    Map<Node, Set<Node>> parents = new LinkedHashMap<>();
    for (Term term : shown) {
      Set<Node> some = new LinkedHashSet<>(facts.values(term.node(), Words.SUB_CLASS_OF));
      some.retainAll(nodes);
      some.remove(term.node());
      parents.put(term.node(), some);
    }
    return new ClassModel(shown, links, parents, everywhere(links), all.size() - shown.size());
  }

  /** Own classes if there are some; else those of others that are not only what rules are in. */
  private static List<Term> candidates(Documentation documentation) {
    List<Term> own = used(documentation, true);
    List<Term> all = own.size() > 1 ? own : new ArrayList<>(own);
    if (own.size() <= 1) {
      used(documentation, false).stream()
          .filter(term -> Terms.LANGUAGES.stream().noneMatch(term.node().getURI()::startsWith))
          .forEach(all::add);
    }
    return all;
  }

  private static List<Term> used(Documentation documentation, boolean own) {
    return documentation.terms(Kind.CLASS, own).stream()
        .filter(term -> term.uses() > 0)
        .sorted(
            Comparator.comparingLong(Term::uses)
                .reversed()
                .thenComparing(term -> term.node().getURI()))
        .toList();
  }

  private static List<Term> properties(Documentation documentation) {
    List<Term> properties = new ArrayList<>(documentation.terms(Kind.PROPERTY, true));
    properties.addAll(documentation.terms(Kind.PROPERTY, false));
    return properties;
  }

  private static void link(
      Map<Node, Map<Node, Set<Node>>> links, Set<Node> shown, Node from, Node property, Node to) {
    if (shown.contains(from) && shown.contains(to)) {
      Optional.ofNullable(links.get(from))
          .ifPresent(some -> some.computeIfAbsent(property, p -> new LinkedHashSet<>()).add(to));
    }
  }

  /** Takes those links out that start at nearly every class. */
  private static Map<Node, Set<Node>> everywhere(Map<Node, Map<Node, Set<Node>>> links) {
    Map<Node, Set<Node>> sources = new LinkedHashMap<>();
    links.forEach(
        (from, some) ->
            some.keySet()
                .forEach(
                    property -> sources.computeIfAbsent(property, p -> new HashSet<>()).add(from)));
    Map<Node, Set<Node>> everywhere = new LinkedHashMap<>();
    sources.forEach(
        (property, from) -> {
          if (from.size() > TOO_MANY_SOURCES) {
            Set<Node> targets = new LinkedHashSet<>();
            links
                .values()
                .forEach(
                    some -> Optional.ofNullable(some.remove(property)).ifPresent(targets::addAll));
            everywhere.put(property, targets);
          }
        });
    return everywhere;
  }
}
