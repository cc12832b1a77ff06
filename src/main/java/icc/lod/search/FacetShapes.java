package icc.lod.search;

import icc.lod.view.Terms;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.XSD;

/**
 * What the shapes of a release (SHACL) say one can ask of the things of a class: the properties of
 * its shapes, those of the things they lead to, and those of the things that lead to them.
 */
final class FacetShapes {
  private static final Node SUB_CLASS = RDFS.subClassOf.asNode();
  private static final int MOST_CANDIDATES = 400;

  /** Datatypes a facet can be made of; any other means text or numbers. */
  private static final Set<String> DATATYPES =
      Set.of(
          XSD.xboolean.getURI(),
          XSD.date.getURI(),
          XSD.dateTime.getURI(),
          XSD.dateTimeStamp.getURI(),
          XSD.gYear.getURI(),
          XSD.gYearMonth.getURI(),
          XSD.xstring.getURI());

  private final Graph graph;
  private final FacetPaths paths;

  /** By class, the properties of the shapes that target it. */
  private final Map<String, List<FacetPaths.Property>> byClass = new TreeMap<>();

  FacetShapes(Graph graph) {
    this.graph = graph;
    this.paths = new FacetPaths(graph);
    graph
        .find(Node.ANY, SHACL.targetClass, Node.ANY)
        .forEachRemaining(t -> read(t.getObject(), t.getSubject()));
    for (Resource implicit : List.of(RDFS.Class, OWL.Class)) {
      graph
          .find(Node.ANY, Terms.TYPE, SHACL.NodeShape)
          .filterKeep(t -> graph.contains(t.getSubject(), Terms.TYPE, implicit.asNode()))
          .forEachRemaining(t -> read(t.getSubject(), t.getSubject()));
    }
    byClass.values().removeIf(List::isEmpty);
  }

  /** Whether a shape speaks of a class. */
  boolean speakOf(String type) {
    return classes(type).stream().anyMatch(byClass::containsKey);
  }

  /** The paths worth trying for the things of a class. */
  Collection<FacetCandidate> candidates(String type) {
    Map<FacetPath, FacetCandidate> all = new LinkedHashMap<>();
    Set<String> classes = classes(type);
    for (String known : classes) {
      for (FacetPaths.Property property : byClass.getOrDefault(known, List.of())) {
        put(all, property.path(), property);
        ahead(property).forEach(candidate -> all.putIfAbsent(candidate.path(), candidate));
      }
    }
    byClass.forEach((other, properties) -> behind(other, properties, classes, all));
    return List.copyOf(all.values()).subList(0, Math.min(all.size(), MOST_CANDIDATES));
  }

  /** From a thing on to another described by shapes, and from there one step. */
  private List<FacetCandidate> ahead(FacetPaths.Property property) {
    List<FacetCandidate> ahead = new ArrayList<>();
    if (!property.path().isDirect()) {
      return ahead;
    }
    for (String type : property.classes()) {
      FacetHop hop = new FacetHop(property.path().last(), type);
      for (FacetPaths.Property next : byClass.getOrDefault(type, List.of())) {
        if (next.path().isDirect() && !next.path().last().inverse()) {
          FacetPath path = FacetPath.through(hop, next.path().last());
          ahead.add(new FacetCandidate(path, next.names()));
        }
      }
    }
    return ahead;
  }

  /** From a thing back to others that point to it, and from there one step. */
  private static void behind(
      String other,
      List<FacetPaths.Property> properties,
      Set<String> classes,
      Map<FacetPath, FacetCandidate> all) {
    for (FacetPaths.Property property : properties) {
      boolean points = property.classes().stream().anyMatch(classes::contains);
      if (!points || !property.path().isDirect()) {
        continue;
      }
      FacetHop hop = new FacetHop(property.path().last().reversed(), other);
      for (FacetPaths.Property next : properties) {
        boolean back = next.path().equals(property.path());
        if (!back && next.path().isDirect() && !next.path().last().inverse()) {
          put(all, FacetPath.through(hop, next.path().last()), next);
        }
      }
    }
  }

  private static void put(
      Map<FacetPath, FacetCandidate> all, FacetPath path, FacetPaths.Property property) {
    all.putIfAbsent(path, new FacetCandidate(path, property.names()));
  }

  /** A class and those above it. */
  private Set<String> classes(String type) {
    Set<String> classes = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(type));
    while (!open.isEmpty()) {
      String next = open.pop();
      if (classes.add(next)) {
        graph
            .find(NodeFactory.createURI(next), SUB_CLASS, Node.ANY)
            .mapWith(Triple::getObject)
            .filterKeep(Node::isURI)
            .forEachRemaining(above -> open.push(above.getURI()));
      }
    }
    return classes;
  }

  private void read(Node type, Node shape) {
    if (type.isURI() && FacetType.writable(type.getURI())) {
      List<FacetPaths.Property> properties =
          byClass.computeIfAbsent(type.getURI(), c -> new ArrayList<>());
      read(shape, properties, new HashSet<>());
    }
  }

  /** The properties of a shape and of those it includes by sh:node and sh:and. */
  private void read(Node shape, List<FacetPaths.Property> properties, Set<Node> seen) {
    if (!seen.add(shape)) {
      return;
    }
    for (Node property : paths.objects(shape, SHACL.property)) {
      boolean fit =
          paths.objects(property, SHACL.datatype).stream()
              .allMatch(datatype -> datatype.isURI() && DATATYPES.contains(datatype.getURI()));
      if (fit) {
        paths.property(property).forEach(properties::add);
      }
    }
    paths.objects(shape, SHACL.node).forEach(node -> read(node, properties, seen));
    for (Node list : paths.objects(shape, SHACL.and)) {
      paths.list(list).forEach(node -> read(node, properties, seen));
    }
  }
}
