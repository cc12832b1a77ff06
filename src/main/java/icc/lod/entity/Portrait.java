package icc.lod.entity;

import icc.lod.entity.Observations.Observation;
import icc.lod.rdf.EntityIri;
import icc.lod.rdf.Example;
import icc.lod.store.Lease;
import icc.lod.view.Addresses;
import icc.lod.view.Overview;
import icc.lod.view.Reading;
import icc.lod.view.Reading.Slice;
import icc.lod.view.Roles;
import icc.lod.view.Roles.Role;
import icc.lod.view.Terms;
import icc.lod.web.PublicUrl;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;

/**
 * What a release shows of itself on the home page, with the names of all of it: made once a
 * release, so that the page is made without a read.
 *
 * @param subject what the data is about, or what introduces it; at most one
 * @param figures the numbers that tell most of it
 * @param events what happened, and when
 * @param questions example queries to try
 * @param placed whether anything has a place on a map
 * @param words names and descriptions of everything here
 */
record Portrait(
    Overview overview,
    List<Node> subject,
    List<Observation> figures,
    Map<Node, Span> events,
    List<Example> questions,
    boolean placed,
    List<Triple> words,
    Addresses addresses) {
  private static final int MOST_FIGURES = 8;
  private static final int MOST_QUESTIONS = 6;

  /** A huge release is looked into this far for what the home page shows. */
  private static final int LOOKED_AT = 2000;

  static Portrait of(Lease lease, Overview overview, PublicUrl publicUrl) {
    Reading reading = new Reading(lease.store());
    List<Node> subject =
        overview.subject().isEmpty() ? overview.introduction() : overview.subject();
    List<Observation> figures = figures(subject, overview, reading);
    Map<Node, Span> events = events(overview.roles(), reading);
    List<Example> questions =
        spread(lease.store().read(data -> Example.all(data.getDefaultGraph())));
    Set<Node> named = new LinkedHashSet<>(overview.classes().keySet());
    named.addAll(subject);
    named.addAll(events.keySet());
    figures.forEach(figure -> named.addAll(figure.nodes()));
    questions.forEach(question -> named.add(NodeFactory.createURI(question.iri())));
    named.removeIf(node -> !node.isURI());
    List<Node> properties = new ArrayList<>(Terms.LABELS);
    properties.addAll(Terms.DESCRIPTIONS);
    return new Portrait(
        overview,
        subject,
        figures,
        events,
        questions,
        placed(reading),
        reading.about(named, overview.used(properties)),
        Addresses.of(named, overview, reading, publicUrl));
  }

  /** Observations of the subject or of its parts; without any, of whatever is observed. */
  private static List<Observation> figures(List<Node> subject, Overview overview, Reading reading) {
    Roles roles = overview.roles();
    Set<Node> around = new LinkedHashSet<>(subject);
    reading.about(subject, LOOKED_AT).stream()
        .filter(t -> !Incoming.isPlain(t.getPredicate()))
        .map(Triple::getObject)
        .filter(node -> EntityIri.of(node).map(overview.space()::covers).orElse(false))
        .forEach(around::add);
    Set<Node> subjects = new LinkedHashSet<>();
    reading.having(roles.of(Role.ABOUT), around).forEach(t -> subjects.add(t.getSubject()));
    List<Observation> found = observations(subjects, roles, reading);
    return chosen(found.isEmpty() ? anywhere(roles, reading) : found);
  }

  private static List<Observation> anywhere(Roles roles, Reading reading) {
    Set<Node> subjects = new LinkedHashSet<>();
    for (Node property : sorted(roles.of(Role.MEASURED))) {
      reading.uses(new Slice(property, 0, LOOKED_AT)).forEach(t -> subjects.add(t.getSubject()));
    }
    return observations(subjects, roles, reading);
  }

  private static List<Observation> observations(
      Collection<Node> subjects, Roles roles, Reading reading) {
    List<Node> first = subjects.stream().filter(Node::isURI).limit(LOOKED_AT).toList();
    return Observations.of(bySubject(reading.about(first)), roles);
  }

  /** The preferred, then the best founded, then the latest; one of a kind. */
  private static List<Observation> chosen(List<Observation> all) {
    Set<List<Node>> seen = new HashSet<>();
    return all.stream()
        .filter(o -> !o.measured().isEmpty())
        .sorted(
            Comparator.comparing((Observation o) -> !o.preferred())
                .thenComparing(o -> -o.sources().size())
                .thenComparing(o -> o.when().toString(), Comparator.reverseOrder())
                .thenComparing(o -> o.node().toString()))
        .filter(o -> seen.add(o.measured()))
        .limit(MOST_FIGURES)
        .toList();
  }

  /** What happens; where nothing does, whatever has a beginning and an end. */
  private static Map<Node, Span> events(Roles roles, Reading reading) {
    Set<Node> subjects = new LinkedHashSet<>();
    for (Node property : sorted(roles.of(Role.START))) {
      reading.uses(new Slice(property, 0, LOOKED_AT)).forEach(t -> subjects.add(t.getSubject()));
    }
    Set<Node> properties = new LinkedHashSet<>(Set.of(Terms.TYPE));
    properties.addAll(roles.of(Role.START));
    properties.addAll(roles.of(Role.END));
    List<Node> first = subjects.stream().filter(Node::isURI).limit(LOOKED_AT).toList();
    Map<Node, List<Triple>> statements = bySubject(reading.about(first, properties));
    Map<Node, Span> occurring = new LinkedHashMap<>();
    Map<Node, Span> lasting = new LinkedHashMap<>();
    statements.forEach(
        (node, about) ->
            Span.of(about, roles)
                .ifPresent(
                    span -> {
                      if (roles.occurs(about)) {
                        occurring.put(node, span);
                      } else if (span.lasts()) {
                        lasting.put(node, span);
                      }
                    }));
    return occurring.isEmpty() ? lasting : occurring;
  }

  /** Some from the whole list, so that they differ. */
  private static List<Example> spread(List<Example> all) {
    List<Example> some = new ArrayList<>();
    int count = Math.min(MOST_QUESTIONS, all.size());
    for (int i = 0; i < count; i++) {
      some.add(all.get(i * all.size() / count));
    }
    return some;
  }

  private static boolean placed(Reading reading) {
    return List.of(Terms.AS_WKT, Terms.LATITUDE).stream()
        .anyMatch(property -> !reading.uses(new Slice(property, 0, 1)).isEmpty());
  }

  private static Map<Node, List<Triple>> bySubject(List<Triple> triples) {
    Map<Node, List<Triple>> statements = new LinkedHashMap<>();
    triples.forEach(t -> statements.computeIfAbsent(t.getSubject(), s -> new ArrayList<>()).add(t));
    return statements;
  }

  private static List<Node> sorted(Set<Node> nodes) {
    return nodes.stream().sorted(Comparator.comparing(Node::getURI)).toList();
  }
}
