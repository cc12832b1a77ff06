package icc.lod.entity;

import icc.lod.view.Link;
import icc.lod.view.PageText;
import icc.lod.view.Terms;
import icc.lod.view.Text;
import icc.lod.view.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;

/**
 * Things of one kind that link to a page's thing and relate it with others: participations of a
 * city, members of a network. A few are a table; many are grouped by the property that sorts them
 * best.
 */
final class MembershipTables {
  /** A table of things. Public, for the template engine reads it. */
  public record Table(
      String anchor, Link kind, Link property, List<Link> columns, List<Row> rows) {}

  /** A thing and, for each column, what it says. */
  public record Row(Link link, List<List<Value>> cells, List<Link> sources) {}

  /** Things in groups. */
  public record Grouping(
      String anchor, Link kind, Link property, Link by, int total, List<Part> parts) {}

  /** What has one value of the property that sorts. */
  public record Part(Link value, List<Link> members) {}

  private static final int MOST_ROWS = 50;
  private static final int MANY = 12;

  /** Groups that can be taken in. */
  private static final int MOST_PARTS = 10;

  /** More sources are on the page of the thing itself. */
  private static final int MOST_SOURCES = 2;

  /** A table as nodes, so that the names of all can be read at once. */
  private record Plan(Surroundings.Kind kind, List<Node> columns) {}

  /** A grouping as nodes. */
  private record GroupPlan(Surroundings.Kind kind, Node by, Map<Node, List<Node>> parts) {}

  private final Surroundings surroundings;
  private final List<Plan> tables = new ArrayList<>();
  private final List<GroupPlan> groupings = new ArrayList<>();
  private final Set<Node> arranged = new HashSet<>();

  private MembershipTables(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** Arranges what is not shown otherwise. */
  static MembershipTables of(
      Surroundings surroundings, icc.lod.view.Roles roles, Set<Node> shownOtherwise) {
    MembershipTables all = new MembershipTables(surroundings);
    for (Surroundings.Kind kind : surroundings.kinds()) {
      List<Node> rest = new ArrayList<>(kind.subjects());
      rest.removeAll(shownOtherwise);
      Surroundings.Kind remaining = new Surroundings.Kind(kind.property(), kind.type(), rest);
      List<Node> columns = Columns.of(remaining, surroundings, roles);
      all.arrange(remaining, columns);
    }
    all.tables.sort(Comparator.comparingLong(all::links).reversed());
    return all;
  }

  /** How many columns lead to other things: what relates most comes first. */
  private long links(Plan plan) {
    return plan.columns().stream()
        .filter(
            column ->
                plan.kind().subjects().stream()
                    .flatMap(subject -> surroundings.values(subject, column).stream())
                    .allMatch(Node::isURI))
        .count();
  }

  private void arrange(Surroundings.Kind kind, List<Node> columns) {
    int rows = kind.subjects().size();
    Optional<GroupPlan> grouping = rows > MANY ? grouping(kind, columns) : Optional.empty();
    if (grouping.isPresent()) {
      groupings.add(grouping.get());
      arranged.addAll(kind.subjects());
    } else if (rows <= MOST_ROWS && (rows > 1 ? columns.size() > 1 : relates(kind, columns))) {
      tables.add(new Plan(kind, columns));
      arranged.addAll(kind.subjects());
    }
  }

  /** A single thing is a row only when it has no prose of its own: then it but relates others. */
  private boolean relates(Surroundings.Kind kind, List<Node> columns) {
    return columns.size() > 2
        && surroundings.about(kind.subjects().get(0)).stream()
            .noneMatch(t -> Terms.DESCRIPTIONS.contains(t.getPredicate()));
  }

  private Optional<GroupPlan> grouping(Surroundings.Kind kind, List<Node> columns) {
    return columns.stream()
        .flatMap(by -> parts(kind, by).stream().map(parts -> new GroupPlan(kind, by, parts)))
        .max(Comparator.comparingInt(plan -> plan.parts().size()));
  }

  /** The things by their one value of a property, if it sorts all of them into a few groups. */
  private Optional<Map<Node, List<Node>>> parts(Surroundings.Kind kind, Node by) {
    Map<Node, List<Node>> parts = new LinkedHashMap<>();
    Optional<Node> member = member(kind, by);
    for (Node subject : kind.subjects()) {
      List<Node> values = surroundings.values(subject, by);
      if (values.size() != 1 || !values.get(0).isURI()) {
        return Optional.empty();
      }
      Node shown = member.flatMap(m -> one(surroundings.values(subject, m))).orElse(subject);
      parts.computeIfAbsent(values.get(0), v -> new ArrayList<>()).add(shown);
    }
    boolean few = parts.size() > 1 && parts.size() <= MOST_PARTS;
    return few && parts.size() * 3 <= kind.subjects().size()
        ? Optional.of(parts)
        : Optional.empty();
  }

  /** The property whose values the things stand for: nearly each has another one. */
  private Optional<Node> member(Surroundings.Kind kind, Node by) {
    Map<Node, Set<Node>> values = new LinkedHashMap<>();
    for (Node subject : kind.subjects()) {
      surroundings.about(subject).stream()
          .filter(t -> t.getObject().isURI() && !Incoming.isPlain(t.getPredicate()))
          .filter(t -> !t.getPredicate().equals(by) && !t.getPredicate().equals(kind.property()))
          .forEach(
              t ->
                  values
                      .computeIfAbsent(t.getPredicate(), p -> new HashSet<>())
                      .add(t.getObject()));
    }
    boolean described =
        kind.subjects().stream()
            .flatMap(subject -> surroundings.about(subject).stream())
            .anyMatch(t -> Terms.DESCRIPTIONS.contains(t.getPredicate()));
    int rows = kind.subjects().size();
    return described
        ? Optional.empty()
        : values.entrySet().stream()
            .filter(e -> e.getValue().size() >= rows * 0.8 && e.getValue().size() <= rows)
            .map(Map.Entry::getKey)
            .min(Comparator.comparing(Node::getURI));
  }

  private static Optional<Node> one(List<Node> nodes) {
    return nodes.size() == 1 ? Optional.of(nodes.get(0)) : Optional.empty();
  }

  /** The things that are shown in a table or a group. */
  Set<Node> arranged() {
    return arranged;
  }

  /** All that will be named. */
  Collection<Node> nodes() {
    Set<Node> nodes = new LinkedHashSet<>();
    for (Plan plan : tables) {
      nodes.add(plan.kind().property());
      nodes.add(plan.kind().type());
      nodes.addAll(plan.columns());
      for (Node subject : plan.kind().subjects()) {
        nodes.add(subject);
        nodes.addAll(sources(subject));
        plan.columns().forEach(column -> nodes.addAll(surroundings.values(subject, column)));
      }
    }
    for (GroupPlan plan : groupings) {
      nodes.add(plan.kind().property());
      nodes.add(plan.kind().type());
      nodes.add(plan.by());
      plan.parts()
          .forEach(
              (value, members) -> {
                nodes.add(value);
                nodes.addAll(members);
              });
    }
    return nodes;
  }

  private List<Node> sources(Node subject) {
    return surroundings.values(subject, Terms.SOURCE).stream().limit(MOST_SOURCES).toList();
  }

  List<Table> tables(PageText text, Comparator<Text> order) {
    List<Table> views = new ArrayList<>();
    for (Plan plan : tables) {
      List<Row> rows =
          plan.kind().subjects().stream()
              .map(subject -> row(subject, plan.columns(), text))
              .sorted(Comparator.comparing(row -> row.link().text(), order))
              .toList();
      views.add(
          new Table(
              "table-" + (views.size() + 1),
              text.link(plan.kind().type()),
              text.link(plan.kind().property()),
              plan.columns().stream().map(text::link).toList(),
              rows));
    }
    return views;
  }

  private Row row(Node subject, List<Node> columns, PageText text) {
    List<List<Value>> cells =
        columns.stream()
            .map(column -> surroundings.values(subject, column).stream().map(text::value).toList())
            .toList();
    return new Row(text.link(subject), cells, sources(subject).stream().map(text::link).toList());
  }

  List<Grouping> groupings(PageText text, Comparator<Text> order) {
    List<Grouping> views = new ArrayList<>();
    for (GroupPlan plan : groupings) {
      List<Part> parts =
          plan.parts().entrySet().stream()
              .map(
                  part ->
                      new Part(
                          text.link(part.getKey()),
                          part.getValue().stream()
                              .map(text::link)
                              .sorted(Comparator.comparing(Link::text, order))
                              .toList()))
              .sorted(Comparator.comparingInt((Part part) -> part.members().size()).reversed())
              .toList();
      views.add(
          new Grouping(
              "group-" + (views.size() + 1),
              text.link(plan.kind().type()),
              text.link(plan.kind().property()),
              text.link(plan.by()),
              plan.kind().subjects().size(),
              parts));
    }
    return views;
  }
}
