package icc.lod.examples;

import icc.lod.rdf.Example;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * An example with its place on the site.
 *
 * @param slug the last part of its address; no other example of the release has it
 * @param answer what it gave
 */
record Entry(Example example, String slug, KeptAnswer answer) {
  Node node() {
    return NodeFactory.createURI(example.iri());
  }

  /** What it is grouped under: one theme, for a list should name each example once. */
  Optional<Node> theme() {
    return example.themes().stream().findFirst();
  }

  String path() {
    return ExampleRoutes.PATH + "/" + Slugs.encoded(slug);
  }

  /** Whether it is about any of these words, in whatever language and letter case. */
  boolean hasKeyword(String word) {
    return example.keywords().stream()
        .anyMatch(node -> node.getLiteralLexicalForm().strip().equalsIgnoreCase(word));
  }

  /** All that pages name: the examples and their themes. */
  static Collection<Node> named(List<Entry> entries) {
    Set<Node> nodes = new HashSet<>();
    for (Entry entry : entries) {
      nodes.add(entry.node());
      nodes.addAll(entry.example().themes());
    }
    return nodes;
  }
}
