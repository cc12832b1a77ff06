package icc.lod.store.sorted;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprException;
import org.apache.jena.sparql.expr.ExprList;

/** The filters over a pattern, each looked at as soon as its variables have values. */
final class Filters {
  private final Values values;
  private final ExecutionContext context;
  private final Terms terms;
  private final List<Expr> exprs;
  private List<List<Condition>> after = List.of();

  Filters(ExprList exprs, Values values, Terms terms, ExecutionContext context) {
    this.exprs = exprs.getList();
    this.values = values;
    this.terms = terms;
    this.context = context;
  }

  /** Finds the place of each filter among patterns in this order. */
  void place(TriplePattern[] order) {
    List<List<Condition>> places = new ArrayList<>();
    int last = Math.max(1, order.length) - 1;
    for (int depth = 0; depth <= last; depth++) {
      places.add(new ArrayList<>());
    }
    for (Expr expr : exprs) {
      places.get(Math.min(last, depth(expr, order))).add(condition(expr));
    }
    after = places;
  }

  private int depth(Expr expr, TriplePattern[] order) {
    int depth = 0;
    for (Var var : expr.getVarsMentioned()) {
      depth = Math.max(depth, depth(values.place(var), order));
    }
    return depth;
  }

  /** After which pattern a variable has a value; what is not among them may have one at the end. */
  private int depth(int variable, TriplePattern[] order) {
    if (variable < 0) {
      return order.length;
    }
    if (values.given(variable)) {
      return 0;
    }
    for (int depth = 0; depth < order.length; depth++) {
      for (int each : order[depth].variables()) {
        if (each == variable) {
          return depth;
        }
      }
    }
    return order.length;
  }

  private Condition condition(Expr expr) {
    Optional<Condition> quick = QuickConditions.of(expr, values, terms);
    if (quick.isPresent()) {
      return quick.get();
    }
    Expr numbered = NumberedVar.in(expr, terms);
    return () -> {
      try {
        return numbered.isSatisfied(values, context);
      } catch (ExprException e) {
        return false;
      }
    };
  }

  /** Whether anything is looked at after a pattern. */
  boolean any(int depth) {
    return depth >= 0 && !after.get(depth).isEmpty();
  }

  /** Whether the values may stay after a pattern. */
  boolean pass(int depth) {
    for (Condition each : after.get(depth)) {
      if (!each.holds()) {
        return false;
      }
    }
    return true;
  }
}
