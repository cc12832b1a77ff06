package icc.lod.entity;

import icc.lod.rdf.EntityIri;
import icc.lod.view.Addresses;
import icc.lod.view.Overview;
import icc.lod.view.Reading;
import icc.lod.view.Terms;
import icc.lod.web.Problem;
import icc.lod.web.PublicUrl;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/** Which thing of a release a request means, and whether it is still there. */
final class Finding {
  private final Overview overview;
  private final Reading reading;
  private final PublicUrl publicUrl;

  Finding(Overview overview, Reading reading, PublicUrl publicUrl) {
    this.overview = overview;
    this.reading = reading;
    this.publicUrl = publicUrl;
  }

  /** The first of the candidates that the release describes. */
  Optional<EntityIri> first(Collection<EntityIri> candidates) {
    Set<Node> described = reading.described(candidates.stream().map(EntityIri::node).toList());
    return candidates.stream()
        .filter(iri -> described.contains(iri.node()) || !overview.terms(iri).isEmpty())
        .findFirst();
  }

  /** Where the document about a thing is that the release describes. */
  String document(EntityIri iri) {
    return Addresses.of(List.of(iri.node()), overview, reading, publicUrl).path(iri);
  }

  /** Where the document is of what has the same address but for a slash at the end. */
  Optional<String> slashVariant(String rawPath) {
    if (rawPath.isEmpty()) {
      return Optional.empty();
    }
    String other =
        rawPath.endsWith("/") ? rawPath.substring(0, rawPath.length() - 1) : rawPath + "/";
    Set<EntityIri> candidates = new LinkedHashSet<>(overview.space().documentCandidates(other));
    return first(candidates).map(this::document);
  }

  /**
   * Refuses what is withdrawn: deprecated, and replaced by something else.
   *
   * @throws Problem 410 that names the successors
   */
  void refuseWithdrawn(EntityIri iri, Collection<Triple> statements) {
    Node node = iri.node();
    boolean deprecated =
        statements.stream().anyMatch(t -> is(t, node, Terms.DEPRECATED) && isTrue(t.getObject()));
    List<EntityIri> successors =
        statements.stream()
            .filter(t -> is(t, node, Terms.REPLACED_BY))
            .flatMap(t -> EntityIri.of(t.getObject()).stream())
            .toList();
    if (!deprecated || successors.isEmpty() || !overview.terms(iri).isEmpty()) {
      return;
    }
    Addresses addresses =
        Addresses.of(
            successors.stream().map(EntityIri::node).toList(), overview, reading, publicUrl);
    List<String> pages =
        successors.stream().map(s -> publicUrl.absolute(addresses.path(s))).toList();
    throw Problem.of(410, "Gone", "This has been withdrawn; something else replaces it.")
        .with("successor", successors.stream().map(EntityIri::text).toList())
        .with("document", pages)
        .header("Link", String.join(", ", pages.stream().map(Finding::successorLink).toList()));
  }

  private static String successorLink(String page) {
    return "<" + page + ">; rel=\"successor-version\"";
  }

  private static boolean is(Triple triple, Node subject, Node property) {
    return triple.getSubject().equals(subject) && triple.getPredicate().equals(property);
  }

  private static boolean isTrue(Node node) {
    return node.isLiteral() && List.of("true", "1").contains(node.getLiteralLexicalForm());
  }
}
