package icc.lod.store.sorted;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.apache.jena.graph.Node;

/**
 * What terms are, a byte a term, so that nobody reads a term to learn that it is not of the kind
 * that is looked for. Mapped; thread-safe.
 */
final class Kinds {
  static final String FILE = "kinds";

  private static final byte LITERAL = 1;
  private static final byte BLANK = 2;
  private static final byte IRI = 3;

  /** An IRI with a hash is one within a document: vocabularies are full of them, data is not. */
  private static final byte HASH_IRI = 4;

  private static final byte OTHER = 5;

  private final ByteBuffer codes;

  private Kinds(ByteBuffer codes) {
    this.codes = codes;
  }

  static Kinds map(Path folder, SortedHead head) throws IOException {
    return new Kinds(Mapped.file(folder.resolve(FILE), head.terms()));
  }

  /** What is written for a literal that is in its id, and is not read therefore. */
  static byte literal() {
    return LITERAL;
  }

  /** What is written for a term. */
  static byte of(Node term) {
    if (term.isURI()) {
      return term.getURI().indexOf('#') < 0 ? IRI : HASH_IRI;
    }
    return term.isLiteral() ? LITERAL : term.isBlank() ? BLANK : OTHER;
  }

  boolean isIri(int number) {
    byte code = codes.get(number);
    return code == IRI || code == HASH_IRI;
  }

  boolean isLiteral(int number) {
    return codes.get(number) == LITERAL;
  }

  boolean isBlank(int number) {
    return codes.get(number) == BLANK;
  }

  /** Whether it is an IRI without a hash. */
  boolean isPlainIri(int number) {
    return codes.get(number) == IRI;
  }
}
