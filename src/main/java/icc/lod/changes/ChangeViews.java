package icc.lod.changes;

import icc.lod.rdf.EntityIri;
import icc.lod.rdf.IriSpace;
import icc.lod.statements.FileStatements;
import icc.lod.store.Lease;
import icc.lod.view.Addresses;
import icc.lod.view.Labels;
import icc.lod.view.Literals;
import icc.lod.view.Overview;
import icc.lod.view.PageText;
import icc.lod.view.Reading;
import icc.lod.view.Terms;
import icc.lod.web.Visitor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/** Makes views of members: their names are read from the current release at once. */
final class ChangeViews {
  /** More of one entity is in the feed; a page is to be read. */
  private static final int MOST_STATEMENTS = 40;

  private final Changes changes;
  private final Lease lease;
  private final Visitor visitor;

  ChangeViews(Changes changes, Lease lease, Visitor visitor) {
    this.changes = changes;
    this.lease = lease;
    this.visitor = visitor;
  }

  /**
   * A member with what it changed, removed statements first.
   *
   * @param said what else the release says of the entity, its name among it
   */
  record Difference(Member member, Summary release, List<Change> all, List<Triple> said) {
    Difference {
      all = List.copyOf(all);
      said = List.copyOf(said);
    }

    List<Change> shown() {
      return all.subList(0, Math.min(MOST_STATEMENTS, all.size()));
    }

    Node entity() {
      return FileStatements.resource("<" + member.entity() + ">");
    }
  }

  /** A statement that went or came. */
  record Change(boolean removed, Triple triple) {}

  /** What a member changed; of a creation all that it says. */
  static Difference difference(Log log, Member member, Summary release) {
    List<Change> all = new ArrayList<>();
    if (member.action() == Action.CREATE) {
      FeedPage.statements(log.payload(member))
          .keySet()
          .forEach(triple -> all.add(new Change(false, triple)));
      return new Difference(member, release, all, List.of());
    }
    Map<Boolean, StringBuilder> lines = new LinkedHashMap<>();
    log.difference(member)
        .lines()
        .forEach(
            line ->
                lines
                    .computeIfAbsent(line.charAt(0) == '-', sign -> new StringBuilder())
                    .append(line, 1, line.length())
                    .append('\n'));
    lines.forEach(
        (removed, text) ->
            FeedPage.statements(text.toString())
                .keySet()
                .forEach(triple -> all.add(new Change(removed, triple))));
    List<Triple> said = List.copyOf(FeedPage.statements(log.payload(member)).keySet());
    return new Difference(member, release, all, said);
  }

  List<ChangeView> views(List<Difference> differences) {
    Set<Node> linked = new LinkedHashSet<>();
    List<Triple> statements = new ArrayList<>();
    for (Difference difference : differences) {
      linked.add(difference.entity());
      if (!difference.member().kind().isEmpty()) {
        linked.add(kind(difference.member()));
      }
      difference.all().forEach(change -> statements.add(change.triple()));
      for (Change change : difference.shown()) {
        linked.add(change.triple().getSubject());
        linked.add(change.triple().getPredicate());
        linked.add(change.triple().getObject());
      }
    }
    linked.removeIf(node -> !node.isURI());
    Overview overview = changes.overviews().of(lease);
    Reading reading = new Reading(lease.store());
    Labels labels = new Labels(visitor);
    // What the current release says of it comes before what was said once.
    List<Triple> names = reading.about(linked, Terms.LABELS);
    labels.learn(names);
    Set<Node> named = new LinkedHashSet<>(names.stream().map(Triple::getSubject).toList());
    List<Triple> once = new ArrayList<>(statements);
    for (Difference difference : differences) {
      if (!difference.said().isEmpty()) {
        once.removeIf(t -> t.getSubject().equals(difference.entity()));
        once.addAll(difference.said());
      }
    }
    labels.learn(once.stream().filter(t -> !named.contains(t.getSubject())).toList());
    PageText text =
        new PageText(
            statements,
            labels,
            Addresses.of(linked, overview, reading, changes.pages().publicUrl()),
            new Literals(changes.pages(), visitor));
    return differences.stream().map(difference -> view(difference, text)).toList();
  }

  private static Node kind(Member member) {
    return FileStatements.resource("<" + member.kind() + ">");
  }

  private ChangeView view(Difference difference, PageText text) {
    Member member = difference.member();
    Node entity = difference.entity();
    List<ChangeView.Statement> statements =
        difference.shown().stream()
            // Shown where they hang.
            .filter(change -> !change.triple().getSubject().isBlank())
            .map(change -> statement(change, entity, text))
            .toList();
    return new ChangeView(
        text.link(entity),
        member.action().key(),
        member.kind().isEmpty() ? List.of() : List.of(text.link(kind(member))),
        statements,
        difference.all().size() - difference.shown().size(),
        history(entity),
        member.at().release(),
        changes.pages().publicUrl().path(ReleaseRoutes.PATH + "/" + member.at().release()),
        new Literals(changes.pages(), visitor)
            .literal(Words.instant(difference.release().instant())));
  }

  private static ChangeView.Statement statement(Change change, Node entity, PageText text) {
    Triple triple = change.triple();
    return new ChangeView.Statement(
        change.removed(),
        triple.getSubject().equals(entity) ? List.of() : List.of(text.link(triple.getSubject())),
        text.link(triple.getPredicate()),
        text.value(triple.getObject()));
  }

  private String history(Node entity) {
    return EntityIri.of(entity)
        .map(iri -> changes.pages().publicUrl().path(HistoryRoutes.address(iri)))
        .orElse("");
  }

  /** The query that names an IRI. */
  static String parameter(EntityIri iri) {
    String address = IriSpace.parameterised(iri);
    return address.substring(address.indexOf('?'));
  }
}
