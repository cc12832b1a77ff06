package icc.lod.entity;

import icc.lod.rdf.EntityIri;
import icc.lod.view.Reading;
import icc.lod.view.Terms;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;

/**
 * What a release says about a thing: the triples with it as subject, those of the blank nodes they
 * lead to (a concise bounded description), the same for the hash IRIs of its document, and the
 * labels of what they link to.
 *
 * @param iri the thing
 * @param terms the hash IRIs that its document describes too
 * @param statements the description proper
 * @param labels names of linked things
 */
record Description(
    EntityIri iri, List<EntityIri> terms, List<Triple> statements, List<Triple> labels) {

  static Description read(EntityIri iri, List<EntityIri> terms, Reading reading) {
    List<Node> subjects = new ArrayList<>();
    subjects.add(iri.node());
    terms.forEach(term -> subjects.add(term.node()));
    List<Triple> statements = reading.describing(subjects);
    return new Description(iri, terms, statements, reading.about(linked(statements), Terms.LABELS));
  }

  /** As a graph: the same triples whatever the syntax they are written in. */
  Graph graph() {
    Graph graph = GraphFactory.createDefaultGraph();
    statements.forEach(graph::add);
    labels.forEach(graph::add);
    return graph;
  }

  /** The triples with this subject. */
  List<Triple> about(Node subject) {
    return statements.stream().filter(t -> t.getSubject().equals(subject)).toList();
  }

  private static Set<Node> linked(List<Triple> statements) {
    Set<Node> linked = new LinkedHashSet<>();
    statements.forEach(
        t -> {
          if (t.getObject().isURI()) {
            linked.add(t.getObject());
          }
        });
    return linked;
  }
}
