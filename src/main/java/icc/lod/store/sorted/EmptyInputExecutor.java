package icc.lod.store.sorted;

import java.util.function.BiFunction;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpQuadPattern;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.iterator.QueryIterFailed;
import org.apache.jena.tdb2.solver.OpExecutorTDB2;

/**
 * TDB2's executor with the cure for its empty-join fault: in 6.0.0 a pattern of two or more triples
 * that receives no input rows fails instead of giving no rows (GH-3751, GH-3763).
 *
 * <p>Drop this class with Jena 6.1 or later; {@code EmptyInputExecutorTest} keeps the probes.
 */
public class EmptyInputExecutor extends OpExecutorTDB2 {

  public EmptyInputExecutor(ExecutionContext context) {
    super(context);
  }

  @Override
  protected QueryIterator execute(OpBGP op, QueryIterator input) {
    return guarded(op, input, super::execute);
  }

  @Override
  protected QueryIterator execute(OpQuadPattern op, QueryIterator input) {
    return guarded(op, input, super::execute);
  }

  @Override
  protected QueryIterator execute(OpFilter op, QueryIterator input) {
    return guarded(op, input, super::execute);
  }

  private <O extends Op> QueryIterator guarded(
      O op, QueryIterator input, BiFunction<O, QueryIterator, QueryIterator> execute) {
    try {
      if (!input.hasNext()) {
        return input;
      }
    } catch (RuntimeException e) {
      return new QueryIterFailed(input, execCxt, e);
    }
    return execute.apply(op, input);
  }
}
