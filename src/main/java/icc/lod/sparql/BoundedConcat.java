package icc.lod.sparql;

import java.util.List;
import org.apache.jena.sparql.expr.E_StrConcat;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;

/** CONCAT (SPARQL 1.1, section 17.4.3.12) whose result stays within bounds. */
final class BoundedConcat extends E_StrConcat {
  BoundedConcat(ExprList args) {
    super(args);
  }

  @Override
  public NodeValue eval(List<NodeValue> args) {
    Sizes.text(args.stream().mapToLong(arg -> arg.asUnquotedString().length()).sum());
    return super.eval(args);
  }

  @Override
  public Expr copy(ExprList newArgs) {
    return new BoundedConcat(newArgs);
  }
}
