package icc.lod.sparql;

import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.NodeValue;

/** What is to be read as a value of another type; reading a million digits takes seconds. */
final class BoundedLexical extends ExprFunction1 {
  private BoundedLexical(Expr text) {
    super(text, "lexical");
  }

  static Expr of(Expr text) {
    return text instanceof BoundedLexical || text.isConstant() ? text : new BoundedLexical(text);
  }

  @Override
  public NodeValue eval(NodeValue text) {
    Sizes.lexical(text);
    return text;
  }

  @Override
  public Expr copy(Expr text) {
    return of(text);
  }
}
