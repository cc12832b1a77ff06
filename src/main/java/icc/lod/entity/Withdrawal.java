package icc.lod.entity;

import icc.lod.rdf.EntityIri;
import icc.lod.view.Terms;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * That a thing was described once and is withdrawn: marked so in the data, or gone from it.
 *
 * @param known what is or was said of it
 * @param reasons why, in any languages
 * @param successors what is in its place
 * @param since the release that withdrew it, where that is known
 */
public record Withdrawal(
    EntityIri iri,
    List<Triple> known,
    List<Node> reasons,
    List<Node> successors,
    Optional<Since> since) {

  public Withdrawal {
    known = List.copyOf(known);
    reasons = List.copyOf(reasons);
    successors = List.copyOf(successors);
  }

  /** Of what the data marks as withdrawn, by what it says of it. */
  static Withdrawal of(EntityIri iri, List<Triple> statements, Optional<Since> since) {
    return new Withdrawal(
        iri,
        statements,
        values(statements, iri.node(), WithdrawnDocument.CHANGE_NOTE).stream()
            .filter(Node::isLiteral)
            .toList(),
        values(statements, iri.node(), Terms.REPLACED_BY),
        since);
  }

  private static List<Node> values(List<Triple> statements, Node subject, Node property) {
    return statements.stream()
        .filter(t -> t.getSubject().equals(subject) && t.getPredicate().equals(property))
        .map(Triple::getObject)
        .toList();
  }

  /**
   * When something was withdrawn.
   *
   * @param release the name of the release
   * @param number its number
   */
  public record Since(Instant instant, Node release, int number) {}
}
