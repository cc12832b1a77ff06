package icc.lod.entity;

import icc.lod.entity.EntityPage.Relations;
import icc.lod.entity.Neighbourhood.Neighbour;
import icc.lod.entity.Observations.Observation;
import icc.lod.view.Labels;
import icc.lod.view.Link;
import icc.lod.view.PageText;
import icc.lod.view.Roles;
import icc.lod.view.Terms;
import icc.lod.view.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * What relates a thing with others, first as nodes, so that the names of all can be read at once,
 * then for its page.
 */
final class Relating {
  /** More observations than a table holds are a list of links like others. */
  private static final int MOST_OBSERVATIONS = 300;

  private final Node node;
  private final Description description;
  private final List<Incoming.Group> incoming;
  private final Surroundings surroundings;
  private final Roles roles;
  private final List<Observation> observations;
  private final MembershipTables tables;

  Relating(
      Description description,
      List<Incoming.Group> incoming,
      Surroundings surroundings,
      Roles roles) {
    this.node = description.iri().node();
    this.description = description;
    this.incoming = incoming;
    this.surroundings = surroundings;
    this.roles = roles;
    this.observations =
        Observations.of(surroundings.statements(), roles).stream()
            .limit(MOST_OBSERVATIONS)
            .toList();
    this.tables = MembershipTables.of(surroundings, roles, observed());
  }

  private Set<Node> observed() {
    Set<Node> observed = new HashSet<>();
    observations.forEach(o -> observed.add(o.node()));
    return observed;
  }

  /** All that will be named. */
  Set<Node> nodes() {
    Set<Node> nodes = new LinkedHashSet<>(tables.nodes());
    observations.forEach(o -> nodes.addAll(o.nodes()));
    surroundings
        .statements()
        .forEach(
            (subject, statements) -> {
              if (Span.of(statements, roles).isPresent()) {
                nodes.add(subject);
              }
            });
    return nodes;
  }

  /** The things that need no further list. */
  Set<Node> arranged() {
    Set<Node> arranged = new HashSet<>(tables.arranged());
    arranged.addAll(observed());
    return arranged;
  }

  /**
   * For the page.
   *
   * @param facts names and dates of what is linked
   * @param today when the release was made
   */
  Relations view(PageText text, Labels labels, List<Triple> facts, LocalDate today) {
    Comparator<Text> order = labels.order();
    return new Relations(
        ObservationCharts.of(observations, node, text, order),
        tables.groupings(text, order),
        tables.tables(text, order),
        Timeline.of(dated(facts), today, text::link, text::value),
        Neighbourhood.of(labels.label(node).value(), incoming(text), outgoing(text, labels)));
  }

  /** What has a time: the thing, what links to it, what it links to. */
  private Map<Node, Span> dated(List<Triple> facts) {
    Set<Node> observed = observed();
    Map<Node, List<Triple>> byLinked = new LinkedHashMap<>();
    facts.forEach(t -> byLinked.computeIfAbsent(t.getSubject(), s -> new ArrayList<>()).add(t));
    Map<Node, Span> dated = new LinkedHashMap<>();
    Span.of(description.about(node), roles).ifPresent(span -> dated.put(node, span));
    surroundings
        .statements()
        .forEach(
            (subject, statements) -> {
              if (!observed.contains(subject)) {
                Span.of(statements, roles)
                    .or(() -> through(statements, byLinked))
                    .ifPresent(span -> dated.put(subject, span));
              }
            });
    for (Triple triple : description.about(node)) {
      Span.of(byLinked.getOrDefault(triple.getObject(), List.of()), roles)
          .filter(span -> !Incoming.isPlain(triple.getPredicate()))
          .ifPresent(span -> dated.putIfAbsent(triple.getObject(), span));
    }
    return dated;
  }

  /** A relation without a date of its own lasts as long as the one dated thing it relates to. */
  private Optional<Span> through(List<Triple> statements, Map<Node, List<Triple>> byLinked) {
    if (statements.stream().anyMatch(t -> Terms.DESCRIPTIONS.contains(t.getPredicate()))) {
      return Optional.empty();
    }
    List<Span> spans =
        statements.stream()
            .filter(t -> !t.getObject().equals(node) && !Incoming.isPlain(t.getPredicate()))
            .flatMap(t -> Span.of(byLinked.getOrDefault(t.getObject(), List.of()), roles).stream())
            .distinct()
            .toList();
    return spans.size() == 1 ? Optional.of(spans.get(0)) : Optional.empty();
  }

  private List<Neighbour> incoming(PageText text) {
    List<Neighbour> neighbours = new ArrayList<>();
    for (Incoming.Group group : incoming) {
      Link property = text.link(group.property());
      group.subjects().stream()
          .filter(Node::isURI)
          .forEach(subject -> neighbours.add(new Neighbour(property, text.link(subject))));
    }
    return neighbours;
  }

  private List<Neighbour> outgoing(PageText text, Labels labels) {
    return description.about(node).stream()
        .filter(t -> t.getObject().isURI() && !Incoming.isPlain(t.getPredicate()))
        .map(t -> new Neighbour(text.link(t.getPredicate()), text.link(t.getObject())))
        .sorted(
            Comparator.comparing((Neighbour n) -> n.property().text(), labels.order())
                .thenComparing(n -> n.link().text(), labels.order()))
        .toList();
  }
}
