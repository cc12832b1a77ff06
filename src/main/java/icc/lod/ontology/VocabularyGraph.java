package icc.lod.ontology;

import icc.lod.store.Lease;
import icc.lod.view.Reading;
import icc.lod.view.Vocabulary;
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
        || vocabulary.terms().values().stream().anyMatch(Term::own);
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
    vocabulary.terms().values().stream().filter(Term::own).forEach(t -> subjects.add(t.node()));
    return new Reading(lease.store()).describing(subjects);
  }
}
