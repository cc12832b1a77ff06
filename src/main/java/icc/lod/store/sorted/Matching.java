package icc.lod.store.sorted;

import java.util.Objects;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIter1;
import org.jspecify.annotations.Nullable;

/** The solutions of a pattern for every row of an input. */
final class Matching extends QueryIter1 {
  private final Solver solver;
  private final boolean optional;
  private boolean begun;
  private @Nullable Binding lone;
  private @Nullable Binding ready;

  /**
   * Matches.
   *
   * @param optional whether a row that nothing fits stays as it is
   */
  Matching(QueryIterator input, Solver solver, boolean optional, ExecutionContext context) {
    super(input, context);
    this.solver = solver;
    this.optional = optional;
  }

  @Override
  protected boolean hasNextBinding() {
    while (ready == null) {
      if (begun && solver.next()) {
        lone = null;
        ready = solver.solution();
      } else if (lone != null) {
        ready = lone;
        lone = null;
        begun = false;
      } else if (getInput().hasNext()) {
        Binding row = getInput().next();
        solver.begin(row);
        begun = true;
        lone = optional ? row : null;
      } else {
        return false;
      }
    }
    return true;
  }

  @Override
  protected Binding moveToNextBinding() {
    Binding next = Objects.requireNonNull(ready);
    ready = null;
    return next;
  }

  @Override
  protected void closeSubIterator() {
    ready = null;
    lone = null;
  }

  @Override
  protected void requestSubCancel() {
    // The solver looks at the signal itself.
  }
}
