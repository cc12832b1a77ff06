package icc.lod.view;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;

/**
 * The terms that a release defines and uses, in the order in which the vocabulary's page lists
 * them: own terms first, then those of other vocabularies by how much they are used.
 *
 * @param ontologies the ontologies that define terms, the one under the base first
 * @param terms every term by its node
 * @param left how many terms of the release are not listed here since there are too many
 */
public record Vocabulary(List<Node> ontologies, Map<Node, Term> terms, long left) {
  /** Where the vocabulary is explained. */
  public static final String PAGE = "/ontology";

  /** Where the shapes are explained. */
  public static final String SHAPES = "/shapes";

  /** The terms on the first page, which is the one that anchors lead to. */
  public static final int ON_A_PAGE = 500;

  /** What a term is, in the order of the page. */
  public enum Kind {
    CLASS,
    PROPERTY,
    DATATYPE,
    SCHEME,
    OTHER
  }

  /**
   * A term.
   *
   * @param own whether an ontology of the release defines it
   * @param uses how many instances, statements or concepts it has in the release
   * @param anchor its element on the page
   * @param position its place in the list, from 0
   */
  public record Term(Node node, Kind kind, boolean own, long uses, String anchor, int position) {}

  /** The address of a term's entry, if the first page has it. */
  public Optional<String> entry(Node node) {
    return Optional.ofNullable(terms.get(node))
        .filter(term -> term.position() < ON_A_PAGE)
        .map(term -> PAGE + "#" + term.anchor());
  }
}
