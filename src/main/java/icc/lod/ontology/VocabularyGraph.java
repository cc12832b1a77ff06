package icc.lod.ontology;

import icc.lod.store.Lease;
import icc.lod.view.Reading;
import icc.lod.view.Vocabulary;
import icc.lod.view.Vocabulary.Kind;
import icc.lod.view.Vocabulary.Term;
import icc.lod.web.Problem;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/** The vocabulary as data: what the release says of its ontologies and of their terms. */
final class VocabularyGraph {
  private VocabularyGraph() {}

  static boolean exists(Documentation documentation) {
    Vocabulary vocabulary = documentation.overview().vocabulary();
    return !vocabulary.ontologies().isEmpty()
        || vocabulary.terms().values().stream()
            .anyMatch(term -> term.own() && term.kind() != Kind.SCHEME);
  }

  /**
   * Schemes are listed as this release's own; only those in an ontology's namespace are part of it.
   */
  private static boolean within(Term term, Vocabulary vocabulary) {
    return vocabulary.ontologies().stream()
        .anyMatch(ontology -> term.node().getURI().startsWith(ontology.getURI() + "#"));
  }

  /**
   * Reads it.
   *
   * @throws Problem 404 when it is too large for one document
   */
  static List<Triple> read(Documentation documentation, Lease lease) {
    Vocabulary vocabulary = documentation.overview().vocabulary();
    if (vocabulary.left() > 0) {
      throw Problem.notFound(
          "This vocabulary has too many terms for one document: ask /sparql for those you need.");
    }
    Set<Node> subjects = new LinkedHashSet<>(vocabulary.ontologies());
    vocabulary.terms().values().stream()
        .filter(term -> term.own() && (term.kind() != Kind.SCHEME || within(term, vocabulary)))
        .forEach(term -> subjects.add(term.node()));
    return new Reading(lease.store()).describing(subjects);
  }
}
