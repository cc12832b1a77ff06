package icc.lod.ontology;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/** Statements at hand, by subject and property. Immutable. */
final class Facts {
  private final Map<Node, Map<Node, List<Node>>> bySubject = new LinkedHashMap<>();

  Facts(Collection<Triple> statements) {
    Set<Triple> seen = new HashSet<>();
    for (Triple triple : statements) {
      if (seen.add(triple)) {
        bySubject
            .computeIfAbsent(triple.getSubject(), s -> new LinkedHashMap<>())
            .computeIfAbsent(triple.getPredicate(), p -> new ArrayList<>())
            .add(triple.getObject());
      }
    }
  }

  Set<Node> subjects() {
    return bySubject.keySet();
  }

  Map<Node, List<Node>> about(Node subject) {
    return bySubject.getOrDefault(subject, Map.of());
  }

  List<Node> values(Node subject, Node property) {
    return about(subject).getOrDefault(property, List.of());
  }

  Optional<Node> value(Node subject, Node property) {
    return values(subject, property).stream().findFirst();
  }

  boolean has(Node subject, Node property) {
    return !values(subject, property).isEmpty();
  }

  /** The members of an RDF list; one that runs into itself ends there. */
  List<Node> list(Node head) {
    List<Node> members = new ArrayList<>();
    Set<Node> seen = new HashSet<>();
    Node rest = head;
    while (!rest.equals(Words.NIL) && seen.add(rest)) {
      value(rest, Words.FIRST).ifPresent(members::add);
      rest = value(rest, Words.REST).orElse(Words.NIL);
    }
    return members;
  }
}
