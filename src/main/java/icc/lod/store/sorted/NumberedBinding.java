package icc.lod.store.sorted;

import java.util.Arrays;
import java.util.Iterator;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;

/** A solution of a pattern. */
final class NumberedBinding extends NumberedRow {
  private final Var[] vars;
  private final int[] numbers;
  private final int weight;

  /**
   * A solution.
   *
   * @param vars what it adds, to be left as they are
   * @param numbers their values, to be left as they are
   * @param weight how many solutions it stands for, those that nobody tells apart
   */
  NumberedBinding(Binding parent, Terms terms, Var[] vars, int[] numbers, int weight) {
    super(parent, terms);
    this.weight = weight;
    this.vars = vars;
    this.numbers = numbers;
  }

  /** How many solutions a row stands for. */
  static int weight(Binding row) {
    return row instanceof NumberedBinding numbered ? numbered.weight : 1;
  }

  @Override
  int number(Var var) {
    for (int i = 0; i < vars.length; i++) {
      if (vars[i].equals(var)) {
        return numbers[i];
      }
    }
    return SortedIndex.ANY;
  }

  @Override
  protected Iterator<Var> vars1() {
    return Arrays.asList(vars).iterator();
  }

  @Override
  protected int size1() {
    return vars.length;
  }
}
