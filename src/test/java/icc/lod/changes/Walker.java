package icc.lod.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;

/**
 * A client of the feed that knows of it only what the specifications say (LDES, sections
 * "Synchronization algorithm" and "Versions and transactions"), and the form of a member.
 */
final class Walker {
  private static final String TREE = "https://w3id.org/tree#";
  private static final String LDES = "https://w3id.org/ldes#";
  private static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
  private static final Node PART_OF = iri("http://purl.org/dc/terms/isPartOf");

  private final ChangesSite site;
  private final Lang lang;
  private final Set<String> immutable = new HashSet<>();
  private final Map<Node, Found> members = new LinkedHashMap<>();
  private int requests;

  /** A member as it was found. */
  record Found(Node iri, Node entity, String time, Node action, List<Quad> statements) {}

  Walker(ChangesSite site, Lang lang) {
    this.site = site;
    this.lang = lang;
  }

  private static Node iri(String text) {
    return NodeFactory.createURI(text);
  }

  /** Reads what is new since the last time; tells how many members that were. */
  int run() {
    int before = members.size();
    String start = site.origin() + "/ldes";
    Deque<String> queue = new ArrayDeque<>(List.of(start));
    Set<String> seen = new HashSet<>();
    DatasetGraph root = page(start);
    List<Quad> views = find(root, Node.ANY, iri(TREE + "view"), iri(start));
    assertThat(views).hasSize(1);
    Node stream = views.get(0).getSubject();
    while (!queue.isEmpty()) {
      String address = queue.poll();
      if (seen.add(address) && !immutable.contains(address)) {
        DatasetGraph page = address.equals(start) ? root : page(address);
        take(page, root, stream);
        for (Quad relation : find(page, iri(address), iri(TREE + "relation"), Node.ANY)) {
          queue.add(only(page, relation.getObject(), iri(TREE + "node")).getURI());
        }
      }
    }
    return members.size() - before;
  }

  int requests() {
    return requests;
  }

  Collection<Found> members() {
    return members.values();
  }

  private DatasetGraph page(String address) {
    requests++;
    HttpResponse<String> answer =
        site.get(address.substring(site.origin().length()), "Accept", lang.getHeaderString());
    assertThat(answer.statusCode()).as(address).isEqualTo(200);
    if (answer.headers().firstValue("cache-control").orElse("").contains("immutable")) {
      immutable.add(address);
    }
    DatasetGraph page = DatasetGraphFactory.create();
    RDFParser.fromString(answer.body(), lang).base(address).parse(page);
    return page;
  }

  private static List<Quad> find(DatasetGraph page, Node s, Node p, Node o) {
    List<Quad> found = new ArrayList<>();
    page.find(Quad.defaultGraphIRI, s, p, o).forEachRemaining(found::add);
    return found;
  }

  private static Node only(DatasetGraph page, Node subject, Node property) {
    List<Quad> found = find(page, subject, property, Node.ANY);
    assertThat(found).as(subject + " " + property).hasSize(1);
    return found.get(0).getObject();
  }

  private void take(DatasetGraph page, DatasetGraph root, Node stream) {
    Node time = only(root, stream, iri(LDES + "timestampPath"));
    Node entity = only(root, stream, iri(LDES + "versionOfPath"));
    for (Quad quad : find(page, stream, iri(TREE + "member"), Node.ANY)) {
      Node member = quad.getObject();
      assertThat(members).doesNotContainKey(member);
      Node action = only(page, member, iri(RDF + "type"));
      String at = only(page, member, time).getLiteralLexicalForm();
      members.put(
          member,
          new Found(member, only(page, member, entity), at, action, statements(page, member)));
    }
  }

  /** The payload, each statement in the graphs that it belongs to. */
  private static List<Quad> statements(DatasetGraph page, Node member) {
    Map<Triple, List<Node>> graphs = new HashMap<>();
    List<Node> all =
        find(page, member, iri("http://www.w3.org/2004/03/trix/rdfg-1/subGraphOf"), Node.ANY)
            .stream()
            .map(Quad::getObject)
            .toList();
    page.getGraph(member).find().forEachRemaining(t -> graphs.put(t, new ArrayList<>(all)));
    for (Quad part : find(page, member, iri("http://purl.org/dc/terms/hasPart"), Node.ANY)) {
      Node statement = part.getObject();
      Triple triple =
          Triple.create(
              only(page, statement, iri(RDF + "subject")),
              only(page, statement, iri(RDF + "predicate")),
              only(page, statement, iri(RDF + "object")));
      find(page, statement, PART_OF, Node.ANY)
          .forEach(
              graph ->
                  graphs.computeIfAbsent(triple, t -> new ArrayList<>()).add(graph.getObject()));
    }
    List<Quad> quads = new ArrayList<>();
    graphs.forEach(
        (triple, in) -> {
          if (in.isEmpty()) {
            quads.add(Quad.create(Quad.defaultGraphIRI, triple));
          }
          in.forEach(graph -> quads.add(Quad.create(graph, triple)));
        });
    return quads;
  }

  /** What is there when the last member about each entity holds. */
  DatasetGraph replay() {
    Map<Node, Found> last = new LinkedHashMap<>();
    for (Found member : members.values()) {
      last.merge(
          member.entity(),
          member,
          (one, other) -> one.time().compareTo(other.time()) < 0 ? other : one);
    }
    DatasetGraph data = DatasetGraphFactory.create();
    last.values().forEach(member -> member.statements().forEach(data::add));
    return data;
  }
}
