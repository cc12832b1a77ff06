package icc.lod.entity;

import icc.lod.rdf.EntityIri;
import icc.lod.view.Addresses;
import icc.lod.view.Labels;
import icc.lod.view.Literals;
import icc.lod.view.Overview;
import icc.lod.view.PageText;
import icc.lod.view.Reading;
import icc.lod.view.Terms;
import icc.lod.view.Text;
import icc.lod.view.Value;
import icc.lod.web.Pages;
import icc.lod.web.Problem;
import icc.lod.web.Visitor;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;

/** What is answered in place of a document about what is withdrawn (RFC 9110, section 15.5.11). */
final class WithdrawnDocument {
  static final Node CHANGE_NOTE = iri("http://www.w3.org/2004/02/skos/core#changeNote");
  private static final Node INVALIDATED_AT = iri("http://www.w3.org/ns/prov#invalidatedAtTime");
  private static final Node INVALIDATED_BY = iri("http://www.w3.org/ns/prov#wasInvalidatedBy");
  private static final Node REPLACES = iri("http://purl.org/dc/terms/replaces");

  private final Withdrawal withdrawal;
  private final Overview overview;
  private final Reading reading;
  private final Pages pages;

  WithdrawnDocument(Withdrawal withdrawal, Overview overview, Reading reading, Pages pages) {
    this.withdrawal = withdrawal;
    this.overview = overview;
    this.reading = reading;
    this.pages = pages;
  }

  private static Node iri(String text) {
    return NodeFactory.createURI(text);
  }

  /** What takes its place: as it said itself, and as others say now. */
  private List<Node> successors() {
    Set<Node> successors = new LinkedHashSet<>(withdrawal.successors());
    reading
        .having(REPLACES, List.of(withdrawal.iri().node()))
        .forEach(triple -> successors.add(triple.getSubject()));
    successors.removeIf(node -> !node.isURI());
    return List.copyOf(successors);
  }

  /** For whom takes no form of it: a problem that names the successors. */
  Problem problem() {
    List<EntityIri> successors =
        successors().stream().flatMap(node -> EntityIri.of(node).stream()).toList();
    Addresses addresses = addresses(successors().stream().toList());
    List<String> documents =
        successors.stream().map(next -> pages.publicUrl().absolute(addresses.path(next))).toList();
    String detail =
        successors.isEmpty()
            ? "This has been withdrawn."
            : "This has been withdrawn; something else replaces it.";
    Problem problem =
        Problem.of(410, "Gone", detail)
            .with("withdrawn", withdrawal.iri().text())
            .with("why", withdrawal.reasons().stream().map(Node::getLiteralLexicalForm).toList());
    if (!successors.isEmpty()) {
      problem =
          problem
              .with("successor", successors.stream().map(EntityIri::text).toList())
              .with("document", documents)
              .header("Link", links(documents));
    }
    Problem told = problem;
    return withdrawal
        .since()
        .map(since -> told.with("since", since.instant().toString()))
        .orElse(told);
  }

  private static String links(List<String> documents) {
    return String.join(
        ", ", documents.stream().map(d -> "<" + d + ">; rel=\"successor-version\"").toList());
  }

  private Addresses addresses(List<Node> linked) {
    return Addresses.of(linked, overview, reading, pages.publicUrl());
  }

  /** The same as RDF: what is known of it, that it is withdrawn, why, since when. */
  Graph graph() {
    Graph graph = GraphFactory.createDefaultGraph();
    Node node = withdrawal.iri().node();
    withdrawal.known().forEach(graph::add);
    graph.add(node, Terms.DEPRECATED, NodeFactory.createLiteralDT("true", XSDDatatype.XSDboolean));
    withdrawal.reasons().forEach(reason -> graph.add(node, CHANGE_NOTE, reason));
    List<Node> successors = successors();
    successors.forEach(next -> graph.add(node, Terms.REPLACED_BY, next));
    reading.about(successors, Terms.LABELS).forEach(graph::add);
    withdrawal
        .since()
        .ifPresent(
            since -> {
              Node instant =
                  NodeFactory.createLiteralDT(since.instant().toString(), XSDDatatype.XSDdateTime);
              graph.add(node, INVALIDATED_AT, instant);
              graph.add(node, INVALIDATED_BY, since.release());
            });
    return graph;
  }

  /** The same as a page. */
  WithdrawnPage page(Visitor visitor) {
    Node node = withdrawal.iri().node();
    List<Node> successors = successors();
    Set<Node> linked = new LinkedHashSet<>(successors);
    for (Triple triple : withdrawal.known()) {
      linked.add(triple.getPredicate());
      linked.add(triple.getObject());
    }
    linked.removeIf(other -> !other.isURI());
    Labels labels = new Labels(visitor);
    labels.learn(withdrawal.known());
    labels.learn(reading.about(linked, Terms.LABELS));
    Literals literals = new Literals(pages, visitor);
    PageText text =
        new PageText(withdrawal.known(), labels, addresses(List.copyOf(linked)), literals);
    return new WithdrawnPage(
        withdrawal.iri().text(),
        labels.label(node),
        visitor.languages().best(withdrawal.reasons()).stream()
            .map(reason -> Text.of(reason, visitor.language()))
            .toList(),
        successors.stream().map(text::link).toList(),
        since(literals),
        withdrawal.since().map(Withdrawal.Since::number).orElse(0),
        releaseHref(),
        EntityPages.history(withdrawal.iri(), pages),
        text.rows(node));
  }

  private List<Value.Literal> since(Literals literals) {
    List<Value.Literal> since = new ArrayList<>();
    withdrawal
        .since()
        .map(at -> NodeFactory.createLiteralDT(at.instant().toString(), XSDDatatype.XSDdateTime))
        .ifPresent(at -> since.add(literals.literal(at)));
    return since;
  }

  private String releaseHref() {
    return withdrawal
        .since()
        .map(since -> "/releases/" + since.number())
        .filter(pages::answers)
        .map(path -> pages.publicUrl().path(path))
        .orElse("");
  }
}
