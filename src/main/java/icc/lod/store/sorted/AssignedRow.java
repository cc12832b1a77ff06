package icc.lod.store.sorted;

import java.util.Iterator;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.jspecify.annotations.Nullable;

/** A row with a term more that was computed, so that the others keep their numbers. */
final class AssignedRow extends NumberedRow {
  private final Var var;
  private final Node term;

  AssignedRow(Binding parent, Terms terms, Var var, Node term) {
    super(parent, terms);
    this.var = var;
    this.term = term;
  }

  /** What was computed has none. */
  @Override
  int number(Var other) {
    return SortedIndex.ANY;
  }

  @Override
  protected boolean contains1(Var other) {
    return var.equals(other);
  }

  @Override
  protected @Nullable Node get1(Var other) {
    return var.equals(other) ? term : null;
  }

  @Override
  protected Iterator<Var> vars1() {
    return List.of(var).iterator();
  }

  @Override
  protected int size1() {
    return 1;
  }
}
