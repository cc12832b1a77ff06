package icc.lod.store.sorted;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.jspecify.annotations.Nullable;

/**
 * Numbers for all terms that one query meets, the same for the same term: those of the graph have
 * theirs, what a query computes gets a negative one. Not thread-safe.
 */
final class Numbering {
  /** The first below what other negative numbers mean. */
  private static final int FIRST = Terms.NONE - 1;

  private final Terms terms;
  private final Map<Node, Integer> numbers = new HashMap<>();
  private final List<Node> computed = new ArrayList<>();

  Numbering(Terms terms) {
    this.terms = terms;
  }

  /** The number of a variable's value, {@link SortedIndex#ANY} without one. */
  int number(Binding row, Var var) {
    if (row instanceof NumberedRow numbered) {
      int number = numbered.numberIn(var);
      if (number >= 0) {
        return number;
      }
    }
    Node term = row.get(var);
    return term == null ? SortedIndex.ANY : numbers.computeIfAbsent(term, this::number);
  }

  private int number(Node term) {
    int known = terms.number(term);
    // TDB2 takes 01 for 1, and here they are two.
    if (known >= 0 && terms.term(known).equals(term)) {
      return known;
    }
    computed.add(term);
    return FIRST - (computed.size() - 1);
  }

  /** The term of a number; null where there was no value. */
  @Nullable Node term(int number) {
    if (number == SortedIndex.ANY) {
      return null;
    }
    return number >= 0 ? terms.term(number) : computed.get(FIRST - number);
  }
}
