package icc.lod.sparql;

import icc.lod.web.Problem;
import java.util.List;
import org.apache.jena.query.Query;
import org.apache.jena.query.SortCondition;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVisitorBase;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprFunction;
import org.apache.jena.sparql.expr.ExprFunction0;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprSystem;
import org.apache.jena.sparql.expr.ExprVisitorBase;
import org.apache.jena.sparql.expr.Unstable;
import org.apache.jena.vocabulary.XSD;

/**
 * Looks through all of a query, wherever patterns hide: subqueries, EXISTS in any expression, sort
 * conditions and aggregates (the last two Jena's walker leaves out).
 */
final class Inspection extends OpVisitorBase {
  private boolean repeatable = true;

  private final ExprVisitorBase expressions =
      new ExprVisitorBase() {
        @Override
        public void visit(ExprFunction0 function) {
          look(function);
        }

        @Override
        public void visit(ExprFunction1 function) {
          look(function);
        }

        @Override
        public void visit(ExprFunctionN function) {
          look(function);
        }
      };

  private Inspection() {}

  /**
   * Whether a query gives the same answer whenever it is asked of the same release.
   *
   * @throws Problem 403 when it would reach out to other services
   */
  static boolean repeatable(Query query) {
    if (query.getQueryPattern() == null) {
      return true;
    }
    Inspection inspection = new Inspection();
    Op op = Algebra.compile(query);
    Walker.walk(op, inspection, inspection.expressions);
    return inspection.repeatable;
  }

  @Override
  public void visit(OpService service) {
    throw Problem.of(
            403,
            "SERVICE is refused",
            "This endpoint opens no connection to others: ask <"
                + service.getService()
                + "> yourself, or pass its values in by VALUES.")
        .with("reason", "service-refused");
  }

  @Override
  public void visit(OpOrder order) {
    for (SortCondition condition : order.getConditions()) {
      walk(condition.getExpression());
    }
  }

  @Override
  public void visit(OpGroup group) {
    for (ExprAggregator aggregator : group.getAggregators()) {
      ExprList arguments = aggregator.getAggregator().getExprList();
      (arguments == null ? List.<Expr>of() : arguments.getList()).forEach(this::walk);
    }
  }

  private void walk(Expr expression) {
    Walker.walk(expression, this, expressions);
  }

  private void look(ExprFunction function) {
    String iri = function.getFunctionIRI();
    // A function named by its IRI may do anything; the casts of XML Schema do not.
    boolean custom = iri != null && !iri.startsWith(XSD.getURI());
    if (custom && iri.startsWith("java:")) {
      throw Problem.badRequest("Functions in Java are not available: <" + iri + ">.");
    }
    repeatable &= !custom && !(function instanceof Unstable) && !(function instanceof ExprSystem);
  }
}
