package icc.lod.store.sorted;

import java.util.Optional;
import java.util.function.IntPredicate;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprException;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.NodeValue;

/**
 * Comparisons of a variable with a number that stands in the query. Doubles tell them, where they
 * are not the same; else, and where either is something other, Jena does.
 */
final class Amounts {
  private Amounts() {}

  /**
   * The condition that a comparison is.
   *
   * @param wanted what is wanted of the order of the first and the second: -1, 0 or 1
   */
  static Optional<Condition> of(
      ExprFunction2 expr, Values values, Terms terms, IntPredicate wanted) {
    return of(expr, expr.getArg1(), expr.getArg2(), values, terms, wanted)
        .or(() -> of(expr, expr.getArg2(), expr.getArg1(), values, terms, o -> wanted.test(-o)));
  }

  private static Optional<Condition> of(
      ExprFunction2 expr,
      Expr var,
      Expr constant,
      Values values,
      Terms terms,
      IntPredicate wanted) {
    double bound = constant instanceof NodeValue value ? TermValues.amount(value) : Double.NaN;
    if (Double.isNaN(bound)) {
      return Optional.empty();
    }
    boolean first = var == expr.getArg1();
    return QuickConditions.place(var, values)
        .map(
            place ->
                () -> {
                  int number = values.numbers()[place];
                  double amount = terms.amount(number);
                  return (amount < bound || amount > bound)
                      ? wanted.test(amount < bound ? -1 : 1)
                      : exactly(expr, terms.value(number), (NodeValue) constant, first);
                });
  }

  private static boolean exactly(
      ExprFunction2 expr, NodeValue value, NodeValue constant, boolean first) {
    try {
      return first
          ? expr.eval(value, constant).getBoolean()
          : expr.eval(constant, value).getBoolean();
    } catch (ExprException e) {
      return false;
    }
  }
}
