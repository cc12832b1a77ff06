package icc.lod.store.sorted;

import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBase;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.jspecify.annotations.Nullable;

/** A row whose values are numbers of terms, made into terms when they are asked for. */
abstract class NumberedRow extends BindingBase {
  private final Terms terms;

  /**
   * A row.
   *
   * @param parent what it adds to
   */
  NumberedRow(@Nullable Binding parent, Terms terms) {
    super(parent);
    this.terms = terms;
  }

  /**
   * The number of what this row adds for a variable; {@link SortedIndex#ANY} if it adds nothing.
   */
  abstract int number(Var var);

  /** The number of a variable's value in this row or those it adds to; ANY if none has one. */
  final int numberIn(Var var) {
    @Nullable Binding each = this;
    while (each instanceof NumberedRow numbered) {
      int number = numbered.number(var);
      if (number != SortedIndex.ANY) {
        return number;
      }
      each = numbered.parent;
    }
    return SortedIndex.ANY;
  }

  /** The number of a variable's value in any row: ANY without one, NONE where no triple has it. */
  static int number(Binding row, Var var, Terms terms) {
    if (row instanceof NumberedRow numbered) {
      int number = numbered.numberIn(var);
      if (number != SortedIndex.ANY) {
        return number;
      }
    }
    Node term = row.get(var);
    return term == null ? SortedIndex.ANY : terms.number(term);
  }

  @Override
  protected final boolean isEmpty1() {
    return size1() == 0;
  }

  @Override
  protected boolean contains1(Var var) {
    return number(var) != SortedIndex.ANY;
  }

  @Override
  protected @Nullable Node get1(Var var) {
    int number = number(var);
    return number == SortedIndex.ANY ? null : terms.term(number);
  }

  /** A copy that outlives the transaction. */
  @Override
  public final Binding detach() {
    return BindingFactory.copy(this);
  }

  @Override
  protected final Binding detachWithNewParent(Binding other) {
    throw new UnsupportedOperationException("it is detached as a whole");
  }
}
