package icc.lod.store.sorted;

import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Var;

/**
 * A triple pattern in numbers: each column is a term or a variable. Constants that are nowhere in
 * the graph are {@link Terms#NONE}.
 *
 * @param constants the number of the term in each column, {@link SortedIndex#ANY} for a variable
 * @param variables which variable is in each column, -1 for a term
 */
@SuppressWarnings("ArrayRecordComponent") // read in the innermost loop, never changed
record TriplePattern(int[] constants, int[] variables) {
  static final int COLUMNS = 3;

  /** Translates a pattern; variables that are new are added to those known. */
  static TriplePattern of(Triple triple, List<Var> known, Terms terms) {
    Node[] nodes = {triple.getSubject(), triple.getPredicate(), triple.getObject()};
    int[] constants = new int[COLUMNS];
    int[] variables = new int[COLUMNS];
    for (int column = 0; column < COLUMNS; column++) {
      constants[column] = SortedIndex.ANY;
      variables[column] = -1;
      if (nodes[column] instanceof Var variable) {
        if (!known.contains(variable)) {
          known.add(variable);
        }
        variables[column] = known.indexOf(variable);
      } else {
        constants[column] = terms.number(nodes[column]);
      }
    }
    return new TriplePattern(constants, variables);
  }

  /** Whether patterns of this kind are understood: no triple terms with variables inside. */
  static boolean understood(Triple triple) {
    return understood(triple.getSubject())
        && understood(triple.getPredicate())
        && understood(triple.getObject());
  }

  private static boolean understood(Node node) {
    return node instanceof Var || node.isConcrete();
  }

  /** Whether a variable stands in it twice. */
  boolean repeats() {
    return (variables[0] >= 0 && (variables[0] == variables[1] || variables[0] == variables[2]))
        || (variables[1] >= 0 && variables[1] == variables[2]);
  }

  /** The number in a column as things stand, {@link SortedIndex#ANY} for an unbound variable. */
  int number(int column, int[] values) {
    int variable = variables[column];
    return variable < 0 ? constants[column] : values[variable];
  }
}
