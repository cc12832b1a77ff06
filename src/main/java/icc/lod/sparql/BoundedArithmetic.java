package icc.lod.sparql;

import java.util.function.BiConsumer;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.NodeValue;

/** An operator whose operands are looked at first: squaring thirty times needs no time to write. */
final class BoundedArithmetic extends ExprFunction2 {
  private final ExprFunction2 operator;
  private final BiConsumer<NodeValue, NodeValue> bound;

  BoundedArithmetic(
      ExprFunction2 operator, Expr x, Expr y, BiConsumer<NodeValue, NodeValue> bound) {
    super(x, y, operator.getFunctionSymbol().getSymbol(), operator.getOpName());
    this.operator = operator;
    this.bound = bound;
  }

  @Override
  public NodeValue eval(NodeValue x, NodeValue y) {
    bound.accept(x, y);
    return operator.eval(x, y);
  }

  @Override
  public Expr copy(Expr x, Expr y) {
    return new BoundedArithmetic(operator, x, y, bound);
  }
}
