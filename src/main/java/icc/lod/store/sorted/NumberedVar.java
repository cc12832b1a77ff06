package icc.lod.store.sorted;

import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprTransformCopy;
import org.apache.jena.sparql.expr.ExprTransformer;
import org.apache.jena.sparql.expr.ExprVar;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.function.FunctionEnv;
import org.jspecify.annotations.Nullable;

/**
 * A variable in an expression, whose value is the one kept for its number where the row has one.
 * Jena's looks it up by the term in a cache of the whole process, which is most of the work of many
 * a filter.
 */
final class NumberedVar extends ExprVar {
  private final Terms terms;
  private final boolean alone;

  private NumberedVar(Var var, Terms terms, boolean alone) {
    super(var);
    this.terms = terms;
    this.alone = alone;
  }

  /**
   * The same expressions for an aggregate, which asks a variable that stands alone for its term
   * unless that hides what it is, and takes no value for an error.
   */
  static ExprList inAggregate(ExprList exprs, Terms terms) {
    ExprList replaced = new ExprList();
    for (Expr expr : exprs) {
      replaced.add(
          expr instanceof ExprVar var
              ? new NumberedVar(var.asVar(), terms, true)
              : in(expr, terms));
    }
    return replaced;
  }

  @Override
  public boolean isVariable() {
    return !alone;
  }

  /** The same expressions with such variables. */
  static ExprList in(ExprList exprs, Terms terms) {
    return ExprTransformer.transform(new Replacing(terms), exprs);
  }

  /** The same expression with such variables. */
  static Expr in(Expr expr, Terms terms) {
    return ExprTransformer.transform(new Replacing(terms), expr);
  }

  @Override
  public @Nullable NodeValue eval(Binding row, FunctionEnv env) {
    if (row instanceof NumberedRow numbered) {
      int number = numbered.numberIn(varNode);
      if (number >= 0) {
        return terms.value(number);
      }
    }
    return alone && !row.contains(varNode) ? null : super.eval(row, env);
  }

  private static final class Replacing extends ExprTransformCopy {
    private final Terms terms;

    Replacing(Terms terms) {
      this.terms = terms;
    }

    @Override
    public Expr transform(ExprVar var) {
      return new NumberedVar(var.asVar(), terms, false);
    }
  }
}
