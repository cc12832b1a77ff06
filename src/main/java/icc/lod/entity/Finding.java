package icc.lod.entity;

import icc.lod.rdf.EntityIri;
import icc.lod.view.Addresses;
import icc.lod.view.Overview;
import icc.lod.view.Reading;
import icc.lod.view.Terms;
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

  /** Whether a thing of our own is marked as withdrawn; terms stay in their vocabulary. */
  boolean isWithdrawn(EntityIri iri, Collection<Triple> statements) {
    Node node = iri.node();
    boolean term = !iri.fragment().isEmpty() || !overview.terms(iri).isEmpty();
    return !term
        && overview.space().covers(iri)
        && statements.stream()
            .anyMatch(t -> is(t, node, Terms.DEPRECATED) && isTrue(t.getObject()));
  }

  private static boolean is(Triple triple, Node subject, Node property) {
    return triple.getSubject().equals(subject) && triple.getPredicate().equals(property);
  }

  private static boolean isTrue(Node node) {
    return node.isLiteral() && List.of("true", "1").contains(node.getLiteralLexicalForm());
  }
}
