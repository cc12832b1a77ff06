package icc.lod.store.sorted;

import java.util.Set;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprVar;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.aggregate.Accumulator;
import org.apache.jena.sparql.expr.aggregate.AggCount;
import org.apache.jena.sparql.expr.aggregate.AggCountVar;
import org.apache.jena.sparql.expr.aggregate.AggCountVarDistinct;
import org.apache.jena.sparql.expr.aggregate.Aggregator;
import org.apache.jena.sparql.function.FunctionEnv;
import org.roaringbitmap.RoaringBitmap;

/** COUNT of a variable, which needs no terms; other aggregates are Jena's. */
final class Counting {
  private Counting() {}

  /**
   * Whether an aggregate only counts, so that solutions may come in runs. What it must tell apart
   * is added to the variables wanted.
   *
   * @param bound what has a value in every solution
   */
  static boolean counts(Aggregator aggregator, Set<Var> bound, Set<Var> wanted) {
    if (aggregator instanceof AggCount) {
      return true;
    }
    if (aggregator instanceof AggCountVar && counted(aggregator) instanceof ExprVar var) {
      return bound.contains(var.asVar());
    }
    if (aggregator instanceof AggCountVarDistinct && counted(aggregator) instanceof ExprVar var) {
      wanted.add(var.asVar());
      return true;
    }
    return false;
  }

  static Accumulator of(Aggregator aggregator, Numbering numbering) {
    if (aggregator instanceof AggCount) {
      return new Rows();
    }
    if (aggregator instanceof AggCountVar && counted(aggregator) instanceof ExprVar var) {
      return new Bound(var.asVar());
    }
    if (aggregator instanceof AggCountVarDistinct && counted(aggregator) instanceof ExprVar var) {
      return new Distinct(var.asVar(), numbering);
    }
    return aggregator.createAccumulator();
  }

  private static Expr counted(Aggregator count) {
    return count.getExprList().get(0);
  }

  private static final class Rows implements Accumulator {
    private long count;

    @Override
    public void accumulate(Binding row, FunctionEnv env) {
      count += NumberedBinding.weight(row);
    }

    @Override
    public NodeValue getValue() {
      return NodeValue.makeInteger(count);
    }
  }

  private static final class Bound implements Accumulator {
    private final Var var;
    private long count;

    Bound(Var var) {
      this.var = var;
    }

    @Override
    public void accumulate(Binding row, FunctionEnv env) {
      if (row.contains(var)) {
        count += NumberedBinding.weight(row);
      }
    }

    @Override
    public NodeValue getValue() {
      return NodeValue.makeInteger(count);
    }
  }

  private static final class Distinct implements Accumulator {
    private final Var var;
    private final Numbering numbering;
    private final RoaringBitmap seen = new RoaringBitmap();

    Distinct(Var var, Numbering numbering) {
      this.var = var;
      this.numbering = numbering;
    }

    @Override
    public void accumulate(Binding row, FunctionEnv env) {
      int number = numbering.number(row, var);
      if (number != SortedIndex.ANY) {
        seen.add(number);
      }
    }

    @Override
    public NodeValue getValue() {
      return NodeValue.makeInteger(seen.getLongCardinality());
    }
  }
}
