package icc.lod.changes;

import icc.lod.changes.ChangeViews.Change;
import icc.lod.changes.ChangeViews.Difference;
import icc.lod.statements.FileStatements;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;

/**
 * Releases and what they changed as RDF: a release is the activity (PROV) that made its members,
 * which are change sets (Changeset vocabulary); how many there are is told by collections
 * (ActivityStreams).
 */
final class ReleaseGraph {
  private static final Node TOTAL = Words.iri(Words.ACTIVITY + "totalItems");
  private static final Node COLLECTION = Words.iri(Words.ACTIVITY + "Collection");
  private static final Node KIND = Words.iri(Words.DCT + "type");
  private static final Node CLASS = Words.iri(Words.VOID + "class");
  private static final Node SUBJECT_OF_CHANGE = Words.iri(Words.CHANGESET + "subjectOfChange");

  private final Graph graph = GraphFactory.createDefaultGraph();
  private final Names names;

  private ReleaseGraph(Names names) {
    this.names = names;
    graph
        .getPrefixMapping()
        .setNsPrefixes(Words.prefixes())
        .setNsPrefix("cs", Words.CHANGESET)
        .setNsPrefix("rdf", Words.RDF)
        .setNsPrefix("void", Words.VOID);
  }

  /** All releases, each in figures. */
  static Graph list(List<Summary> releases, Names names) {
    ReleaseGraph made = new ReleaseGraph(names);
    releases.forEach(
        release -> {
          Node node = made.release(release);
          made.counts(node, "", release.counts());
        });
    for (int i = 1; i < releases.size(); i++) {
      made.add(
          names.release(releases.get(i).number()),
          Words.REPLACES,
          names.release(releases.get(i - 1).number()));
    }
    return made.graph;
  }

  /** One release with a part of what it changed. */
  static Graph of(Log log, ReleaseDiff diff, Names names) {
    ReleaseGraph made = new ReleaseGraph(names);
    Node node = names.release(diff.release().number());
    diff.summary()
        .ifPresent(
            summary -> {
              made.release(summary);
              made.counts(node, "", summary.counts());
              made.kinds(node, summary.kinds());
            });
    diff.before()
        .ifPresent(before -> made.add(node, Words.REPLACES, names.release(before.number())));
    diff.entities().forEach(made::change);
    return made.graph;
  }

  private void add(Node subject, Node property, Node object) {
    graph.add(subject, property, object);
  }

  private Node release(Summary release) {
    Node node = names.release(release.number());
    add(node, Words.TYPE, Words.iri(Words.PROV + "Activity"));
    add(node, Words.IDENTIFIER, Words.iri(node.getURI()));
    add(node, Words.ISSUED, Words.instant(release.instant()));
    add(node, Words.iri(Words.VOID + "triples"), Words.count(release.triples()));
    return node;
  }

  private void kinds(Node release, Map<String, Summary.Counts> kinds) {
    int number = 0;
    for (Map.Entry<String, Summary.Counts> entry : kinds.entrySet()) {
      number++;
      if (!entry.getKey().isEmpty()) {
        Node type = FileStatements.resource("<" + entry.getKey() + ">");
        for (Node collection : counts(release, "-" + number, entry.getValue())) {
          add(collection, CLASS, type);
        }
      }
    }
  }

  private List<Node> counts(Node release, String name, Summary.Counts counts) {
    return List.of(
        collection(release, Action.CREATE, name, counts.created()),
        collection(release, Action.UPDATE, name, counts.changed()),
        collection(release, Action.DELETE, name, counts.deleted()));
  }

  private Node collection(Node release, Action action, String name, long count) {
    Node collection = Words.iri(release.getURI() + "#" + action.key() + name);
    add(release, Words.HAS_PART, collection);
    add(collection, Words.TYPE, COLLECTION);
    add(collection, KIND, Words.activity(action));
    add(collection, TOTAL, Words.count(count));
    return collection;
  }

  private void change(Difference difference) {
    Node member = names.member(difference.member().at());
    add(member, Words.TYPE, Words.activity(difference.member().action()));
    add(member, Words.TYPE, Words.iri(Words.CHANGESET + "ChangeSet"));
    add(member, Words.VERSION_OF, difference.entity());
    add(member, SUBJECT_OF_CHANGE, difference.entity());
    add(member, Words.CREATED, Words.instant(difference.release().instant()));
    add(member, Words.GENERATED_BY, names.release(difference.release().number()));
    if (difference.member().before().exists()) {
      add(member, Words.REVISION_OF, names.member(difference.member().before()));
    }
    int number = 0;
    for (Change change : difference.all()) {
      number++;
      Node statement = Words.iri(member.getURI() + "-" + number);
      String property = change.removed() ? "removal" : "addition";
      add(member, Words.iri(Words.CHANGESET + property), statement);
      statement(statement, change.triple());
    }
  }

  private void statement(Node statement, Triple triple) {
    add(statement, Words.TYPE, Words.STATEMENT);
    add(statement, Words.SUBJECT, triple.getSubject());
    add(statement, Words.PREDICATE, triple.getPredicate());
    add(statement, Words.OBJECT, triple.getObject());
  }

  /** What happened to one entity, in all releases. */
  static Graph history(List<Difference> history, Names names) {
    ReleaseGraph made = new ReleaseGraph(names);
    history.forEach(made::change);
    return made.graph;
  }
}
