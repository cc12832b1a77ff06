package icc.lod.changes;

import icc.lod.statements.FileStatements;
import icc.lod.statements.NQuads;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;

/**
 * A page of members (LDES, section "Emitting members"): what a member is, is said in the default
 * graph; what it says of its entity is in the graph of its own name.
 *
 * <p>In which graph of the data set a statement is, is told beside: once for all where they share
 * one ({@code rdfg:subGraphOf}), else for each by a {@code rdf:Statement} that the member leads to
 * and that is part of the graph. What is told of no graph is in the default graph.
 */
final class FeedPage {
  private final Log log;
  private final FeedNodes nodes;
  private final Tombstone.Reasons reasons;
  private final List<Quad> about = new ArrayList<>();
  private final List<Quad> payloads = new ArrayList<>();

  FeedPage(Log log, FeedNodes nodes, Tombstone.Reasons reasons) {
    this.log = log;
    this.nodes = nodes;
    this.reasons = reasons;
  }

  /** All its statements, those of the default graph first, then by member. */
  List<Quad> quads(Summary release, int number) {
    Names names = nodes.names();
    Node page =
        NodeFactory.createURI(nodes.addresses().apply(FeedAddress.page(release.number(), number)));
    about(page, Words.TYPE, Words.tree("Node"));
    about(page, Words.ldes("immutable"), Words.truth());
    if (number == 1) {
      Graph others = GraphFactory.createDefaultGraph();
      nodes.others(release, page, others);
      others.stream()
          .sorted(Comparator.comparing((Triple t) -> NQuads.line(t), Arrays::compareUnsigned))
          .forEach(t -> about(t.getSubject(), t.getPredicate(), t.getObject()));
    }
    List<Member> members = log.members(release, release.pages().get(number - 1));
    for (Member member : members) {
      about(names.stream(), Words.tree("member"), names.member(member.at()));
    }
    for (Member member : members) {
      member(member, release);
    }
    List<Quad> all = new ArrayList<>(about);
    all.addAll(payloads);
    return all;
  }

  private void about(Node subject, Node property, Node object) {
    about.add(Quad.create(Quad.defaultGraphIRI, subject, property, object));
  }

  private void member(Member member, Summary release) {
    Names names = nodes.names();
    Node name = names.member(member.at());
    about(name, Words.TYPE, Words.activity(member.action()));
    about(name, Words.VERSION_OF, FileStatements.resource("<" + member.entity() + ">"));
    about(name, Words.CREATED, Words.instant(release.instant()));
    about(name, Words.GENERATED_BY, names.release(release.number()));
    if (member.before().exists()) {
      about(name, Words.REVISION_OF, names.member(member.before()));
    }
    if (member.action() == Action.DELETE) {
      Tombstone tombstone = Tombstone.of(log, member);
      tombstone.reasons(reasons).forEach(text -> about(name, Words.CHANGE_NOTE, text));
      tombstone.successors().forEach(next -> about(name, Words.REPLACED_BY, next));
    } else {
      payload(name, member);
    }
  }

  private void payload(Node name, Member member) {
    Map<Triple, Set<Node>> statements = statements(log.payload(member));
    Set<Set<Node>> homes = new HashSet<>(statements.values());
    boolean together = homes.size() == 1;
    if (together) {
      homes.iterator().next().forEach(graph -> about(name, Words.SUBGRAPH_OF, graph));
    }
    List<Quad> places = new ArrayList<>();
    for (Map.Entry<Triple, Set<Node>> entry : statements.entrySet()) {
      payloads.add(Quad.create(name, entry.getKey()));
      if (!together && !entry.getValue().isEmpty()) {
        Node statement =
            NodeFactory.createBlankNode("s" + member.at().number() + "x" + places.size());
        about(name, Words.HAS_PART, statement);
        place(statement, entry.getKey(), entry.getValue(), places);
      }
    }
    about.addAll(places);
  }

  private static void place(Node statement, Triple triple, Set<Node> graphs, List<Quad> places) {
    Node about = Quad.defaultGraphIRI;
    places.add(Quad.create(about, statement, Words.TYPE, Words.STATEMENT));
    places.add(Quad.create(about, statement, Words.SUBJECT, triple.getSubject()));
    places.add(Quad.create(about, statement, Words.PREDICATE, triple.getPredicate()));
    places.add(Quad.create(about, statement, Words.OBJECT, triple.getObject()));
    graphs.forEach(graph -> places.add(Quad.create(about, statement, Words.PART_OF, graph)));
  }

  /** Statements with the named graphs that they are in; none for the default graph. */
  static Map<Triple, Set<Node>> statements(String lines) {
    Map<Triple, Set<Node>> statements = new LinkedHashMap<>();
    try (FileStatements in = FileStatements.of(lines)) {
      for (Optional<Triple> next = in.next(); next.isPresent(); next = in.next()) {
        Set<Node> graphs = statements.computeIfAbsent(next.get(), t -> new HashSet<>());
        in.graph().ifPresent(graphs::add);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return statements;
  }
}
