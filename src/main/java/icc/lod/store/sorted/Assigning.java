package icc.lod.store.sorted;

import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.core.VarExprList;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIterProcessBinding;
import org.jspecify.annotations.Nullable;

/** BIND and what SELECT computes, with rows that keep their numbers. */
final class Assigning extends QueryIterProcessBinding {
  private final VarExprList exprs;
  private final Terms terms;

  Assigning(QueryIterator input, VarExprList exprs, Terms terms, ExecutionContext context) {
    super(input, context);
    this.exprs = exprs;
    this.terms = terms;
  }

  /** Each expression sees what those before it gave; an error gives nothing. */
  @Override
  public @Nullable Binding accept(Binding row) {
    Binding extended = row;
    for (Var var : exprs.getVars()) {
      Node term = exprs.get(var, extended, getExecContext());
      if (term == null) {
        continue;
      }
      Node before = extended.get(var);
      if (before == null) {
        extended = new AssignedRow(extended, terms, var, term);
      } else if (!before.sameValueAs(term)) {
        return null;
      }
    }
    return extended;
  }
}
