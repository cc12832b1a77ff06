package icc.lod.rdf;

import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * The absolute IRI of a thing (RFC 3987), as the data writes it.
 *
 * <p>Only what cannot be an IRI in any RDF syntax is refused; data of others holds bars and braces,
 * and a page about such a thing is better than none.
 */
public record EntityIri(String text) {
  private static final Pattern SHAPE =
      Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:[^\\x00-\\x20<>\"\\x7f-\\x9f\\ud800-\\udfff]*");

  /**
   * Takes a text for an IRI.
   *
   * @throws IllegalArgumentException when it is relative, or holds spaces, quotes or brackets
   */
  public EntityIri {
    if (!SHAPE.matcher(text).matches()) {
      throw new IllegalArgumentException("Not an absolute IRI: " + text);
    }
  }

  /** The IRI a text is, if it is one. */
  public static Optional<EntityIri> parse(String text) {
    return SHAPE.matcher(text).matches() ? Optional.of(new EntityIri(text)) : Optional.empty();
  }

  /** The IRI of a node, if it has one that can be used. */
  public static Optional<EntityIri> of(Node node) {
    return node.isURI() ? parse(node.getURI()) : Optional.empty();
  }

  /** As a node of a graph. */
  public Node node() {
    return NodeFactory.createURI(text);
  }

  /** The IRI of the document a hash IRI lies in; itself when there is no hash. */
  public EntityIri document() {
    int hash = text.indexOf('#');
    return hash < 0 ? this : new EntityIri(text.substring(0, hash));
  }

  /** What follows the hash; empty when there is none. */
  public String fragment() {
    int hash = text.indexOf('#');
    return hash < 0 ? "" : text.substring(hash + 1);
  }

  /** The last part of the IRI, to name what has no label. */
  public String localName() {
    String trimmed = text.replaceAll("[/#]+$", "");
    String local =
        trimmed.substring(Math.max(trimmed.lastIndexOf('/'), trimmed.lastIndexOf('#')) + 1);
    return local.isEmpty() ? text : local;
  }

  /** The IRI as a URI (RFC 3987, section 3.1), for headers and links. */
  public String ascii() {
    return PercentCoding.encode(text, ";/?:@&=+$,#[]!'()*%");
  }

  @Override
  public String toString() {
    return text;
  }
}
