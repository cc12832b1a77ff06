package icc.lod.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.lucene.document.Document;

/**
 * What the index itself knows of a thing, so that completion need not ask the store.
 *
 * @param types its classes
 * @param names the statements that name it
 * @param descriptions the statements that describe it in prose
 * @param score how well it matched; only comparable within one search
 */
public record StoredThing(
    Node node, List<Node> types, List<Triple> names, List<Triple> descriptions, float score) {

  public StoredThing {
    types = List.copyOf(types);
    names = List.copyOf(names);
    descriptions = List.copyOf(descriptions);
  }

  static StoredThing of(Document document, float score) {
    Node node = NodeFactory.createURI(document.get(IndexFields.ENTITY));
    return new StoredThing(
        node,
        Arrays.stream(document.getValues(IndexFields.TYPE)).map(NodeFactory::createURI).toList(),
        triples(node, document.getValues(IndexFields.STORED_NAME)),
        triples(node, document.getValues(IndexFields.STORED_DESCRIPTION)),
        score);
  }

  /** Property, language tag and text, of which only the last may hold line breaks. */
  static String write(Node property, Node literal) {
    return property.getURI()
        + "\n"
        + literal.getLiteralLanguage()
        + "\n"
        + literal.getLiteralLexicalForm();
  }

  private static List<Triple> triples(Node subject, String[] stored) {
    List<Triple> triples = new ArrayList<>();
    for (String each : stored) {
      String[] parts = each.split("\n", 3);
      Node literal =
          parts[1].isEmpty()
              ? NodeFactory.createLiteralString(parts[2])
              : NodeFactory.createLiteralLang(parts[2], parts[1]);
      triples.add(Triple.create(subject, NodeFactory.createURI(parts[0]), literal));
    }
    return triples;
  }
}
