package icc.lod.store.sorted;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntFunction;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.nodevalue.NodeFunctions;
import org.apache.jena.sparql.util.NodeUtils;
import org.jspecify.annotations.Nullable;

/**
 * The languages of literals, a byte a term, found out when somebody asks: most filters of labels
 * then pass over those in other languages without reading them. Thread-safe.
 */
final class Languages {
  private static final int UNKNOWN = 0;
  private static final int FIRST = 1;
  private static final int MOST = 0x100 - FIRST;

  private final byte[] codes;
  private final AtomicReferenceArray<@Nullable String> tags = new AtomicReferenceArray<>(MOST);
  private final IntFunction<Node> terms;

  Languages(int size, IntFunction<Node> terms) {
    this.codes = new byte[size];
    this.terms = terms;
  }

  /** The tag of a literal, empty without one. */
  String of(int number) {
    int code = codes[number] & 0xFF;
    if (code != UNKNOWN) {
      String tag = tags.get(code - FIRST);
      if (tag != null) {
        return tag;
      }
    }
    return read(number);
  }

  private String read(int number) {
    Node term = terms.apply(number);
    if (NodeUtils.hasLangDir(term)) {
      return NodeFunctions.lang(NodeValue.makeNode(term)).getString();
    }
    String tag = term.getLiteralLanguage();
    for (int place = 0; place < MOST; place++) {
      if (tags.compareAndSet(place, null, tag) || tag.equals(tags.get(place))) {
        codes[number] = (byte) (place + FIRST);
        break;
      }
    }
    return tag;
  }
}
