package icc.lod.ontology;

import icc.lod.rdf.EntityIri;
import icc.lod.view.Vocabulary;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;

/** Element ids of shapes: each is given once, where the shape is shown first. For one page. */
final class Anchors {
  private final Map<Node, String> names;
  private final Set<Node> given = new HashSet<>();

  /** Names for these shapes, of which those below the document have their fragment. */
  Anchors(Iterable<Node> shapes, String document) {
    this.names = new HashMap<>();
    Set<String> taken = new HashSet<>(Set.of("main"));
    for (Node shape : shapes) {
      if (shape.isURI()) {
        String iri = shape.getURI();
        String start = document + "#";
        String name =
            iri.startsWith(start)
                ? iri.substring(start.length())
                : EntityIri.parse(iri).map(EntityIri::localName).orElse(iri);
        String wished = name.replaceAll("[\\s\"<>]", "_");
        String free = wished;
        for (int i = 2; !taken.add(free); i++) {
          free = wished + "~" + i;
        }
        names.put(shape, free);
      }
    }
  }

  /** No ids at all: the rules are shown on a page that is not about shapes. */
  Anchors(Anchors others) {
    this.names = others.names;
    this.given.addAll(others.names.keySet());
  }

  /** The id to write here; empty when there is none or it stands elsewhere. */
  String once(Node shape) {
    return names.containsKey(shape) && given.add(shape) ? names.getOrDefault(shape, "") : "";
  }

  String href(Node shape, Speech speech) {
    return names.containsKey(shape)
        ? speech.path(Vocabulary.SHAPES + "#" + names.get(shape))
        : speech.href(shape);
  }

  /** The shapes that have no place on the page yet. */
  Set<Node> left() {
    Set<Node> left = new HashSet<>(names.keySet());
    left.removeAll(given);
    return left;
  }
}
