package icc.lod.changes;

import icc.lod.statements.FileStatements;
import icc.lod.view.Terms;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * What is left of an entity that was deleted: what was said of it last.
 *
 * @param entity its IRI
 * @param last all that was said of it, by the entity itself
 */
record Tombstone(Node entity, List<Triple> last) {
  /** Makes the reason where the data gave none: a text for each language of the site. */
  @FunctionalInterface
  interface Reasons {
    List<Node> gone();
  }

  /** What a member that deletes leaves. */
  static Tombstone of(Log log, Member member) {
    String removed =
        log.difference(member)
            .lines()
            .filter(line -> line.startsWith("-"))
            .map(line -> line.substring(1))
            .collect(Collectors.joining("\n"));
    Node entity = FileStatements.resource("<" + member.entity() + ">");
    List<Triple> last = new ArrayList<>();
    try (FileStatements in = FileStatements.of(removed)) {
      for (Optional<Triple> next = in.next(); next.isPresent(); next = in.next()) {
        if (next.get().getSubject().equals(entity)) {
          last.add(next.get());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Tombstone(entity, last.stream().distinct().toList());
  }

  /** What the data named in its place before it went. */
  List<Node> successors() {
    return last.stream()
        .filter(t -> t.getPredicate().equals(Terms.REPLACED_BY) && t.getObject().isURI())
        .map(Triple::getObject)
        .toList();
  }

  /** Why it went: as the data had announced, else that the sources no longer have it. */
  List<Node> reasons(Reasons otherwise) {
    List<Node> announced =
        last.stream()
            .filter(t -> t.getPredicate().equals(Words.CHANGE_NOTE) && t.getObject().isLiteral())
            .map(Triple::getObject)
            .toList();
    return announced.isEmpty() ? otherwise.gone() : announced;
  }

  /** Its names. */
  List<Triple> labels() {
    return last.stream().filter(t -> Terms.LABELS.contains(t.getPredicate())).toList();
  }

  /** Its classes. */
  List<Triple> types() {
    return last.stream()
        .filter(t -> t.getPredicate().equals(Terms.TYPE) && t.getObject().isURI())
        .toList();
  }
}
