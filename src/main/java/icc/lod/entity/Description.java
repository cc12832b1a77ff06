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

  /** With the labels of what it links to, as the RDF forms have them. */
  static Description withLabels(EntityIri iri, List<EntityIri> terms, Reading reading) {
    Description bare = read(iri, terms, reading);
    List<Triple> labels = reading.about(linked(bare.statements()), Terms.LABELS);
    return new Description(iri, terms, bare.statements(), labels);
  }

  /** Without labels: a page reads those with the labels of all else that it shows. */
  static Description read(EntityIri iri, List<EntityIri> terms, Reading reading) {
    List<Node> subjects = new ArrayList<>();
    subjects.add(iri.node());
    terms.forEach(term -> subjects.add(term.node()));
    return new Description(iri, terms, reading.describing(subjects), List.of());
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

  /** The classes of the thing, in order. */
  List<String> types() {
    return about(iri.node()).stream()
        .filter(t -> t.getPredicate().equals(Terms.TYPE) && t.getObject().isURI())
        .map(t -> t.getObject().getURI())
        .sorted()
        .toList();
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
