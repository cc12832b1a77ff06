package icc.lod.rdf;

import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * The absolute IRI of a thing (RFC 3987), as the data writes it.
 *
 * <p>Only what cannot be an IRI in any RDF syntax is refused; data of others holds bars and braces,
 * and a page about such a thing is better than none.
 */
public record EntityIri(String text) {
  /**
   * Takes a text for an IRI.
   *
   * @throws IllegalArgumentException when it is relative, or holds spaces, quotes or brackets
   */
  public EntityIri {
    if (!isAbsolute(text)) {
      throw new IllegalArgumentException("Not an absolute IRI: " + text);
    }
  }

  /** The IRI a text is, if it is one. */
  public static Optional<EntityIri> parse(String text) {
    return isAbsolute(text) ? Optional.of(new EntityIri(text)) : Optional.empty();
  }

  /** Looked at for every term of a release, so that a pattern takes too long. */
  private static boolean isAbsolute(String text) {
    int colon = text.indexOf(':');
    if (colon <= 0 || !isLetter(text.charAt(0))) {
      return false;
    }
    for (int i = 1; i < colon; i++) {
      char c = text.charAt(i);
      if (!isLetter(c) && !(c >= '0' && c <= '9') && c != '+' && c != '.' && c != '-') {
        return false;
      }
    }
    for (int i = colon + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean pair =
          Character.isHighSurrogate(c)
              && i + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(i + 1));
      if (pair) {
        i++;
      } else if (isNeverInIri(c)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isNeverInIri(char c) {
    return c <= ' '
        || c == '<'
        || c == '>'
        || c == '"'
        || (c >= 0x7f && c <= 0x9f)
        || Character.isSurrogate(c);
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
    int end = text.length();
    while (end > 0 && (text.charAt(end - 1) == '/' || text.charAt(end - 1) == '#')) {
      end--;
    }
    String trimmed = text.substring(0, end);
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
