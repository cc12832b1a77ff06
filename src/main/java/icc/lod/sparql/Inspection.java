package icc.lod.sparql;

import icc.lod.web.Problem;
import java.util.List;
import org.apache.jena.query.Query;
import org.apache.jena.query.SortCondition;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVisitorBase;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpExtend;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpMinus;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpQuadPattern;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.algebra.op.OpUnion;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprFunction;
import org.apache.jena.sparql.expr.ExprFunction0;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprFunction3;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprSystem;
import org.apache.jena.sparql.expr.ExprVisitorBase;
import org.apache.jena.sparql.expr.Unstable;
import org.apache.jena.sparql.path.P_FixedLength;
import org.apache.jena.sparql.path.P_Mod;
import org.apache.jena.sparql.path.P_Path1;
import org.apache.jena.sparql.path.P_Path2;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.vocabulary.XSD;

/**
 * Looks through all of a query, wherever patterns hide: subqueries, EXISTS in any expression, sort
 * conditions and aggregates (the last two Jena's walker leaves out).
 */
final class Inspection extends OpVisitorBase {
  /**
   * Patterns nest in the algebra as they follow each other in a query, and evaluation with them.
   */
  private static final int MOST_PATTERNS = 500;

  private static final int MOST_EXPRESSIONS = 2_000;

  /** Each is compared with each row, and no signal is looked at meanwhile. */
  private static final int MOST_ARGUMENTS = 10_000;

  /** A path that is repeated a number of times is written out so many times. */
  private static final long MOST_REPETITIONS = 100;

  private boolean repeatable = true;
  private int patterns;
  private int expressionCount;

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
        public void visit(ExprFunction2 function) {
          look(function);
        }

        @Override
        public void visit(ExprFunction3 function) {
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
   * @throws Problem 403 when it would reach out to other services, 400 when it uses what there is
   *     not or is too deep to be evaluated
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
  public void visit(OpBGP pattern) {
    pattern.getPattern().forEach(triple -> Functions.checkProperty(triple.getPredicate()));
  }

  @Override
  public void visit(OpQuadPattern pattern) {
    pattern.getPattern().forEach(quad -> Functions.checkProperty(quad.getPredicate()));
  }

  @Override
  public void visit(OpPath path) {
    checkRepetition(path.getTriplePath().getPath(), 1);
  }

  @Override
  public void visit(OpLeftJoin optional) {
    count();
  }

  @Override
  public void visit(OpUnion union) {
    count();
  }

  @Override
  public void visit(OpJoin join) {
    count();
  }

  @Override
  public void visit(OpMinus minus) {
    count();
  }

  @Override
  public void visit(OpExtend extend) {
    count();
  }

  @Override
  public void visit(OpFilter filter) {
    count();
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
    if (function.numArgs() > MOST_ARGUMENTS) {
      throw tooLarge("%,d values in a list, or more in VALUES".formatted(MOST_ARGUMENTS));
    }
    if (++expressionCount > MOST_EXPRESSIONS) {
      throw tooLarge("%,d expressions".formatted(MOST_EXPRESSIONS));
    }
    Functions.check(function);
    String iri = function.getFunctionIRI();
    // A function named by its IRI may do anything; the casts of XML Schema do not.
    boolean custom = iri != null && !iri.startsWith(XSD.getURI());
    repeatable &= !custom && !(function instanceof Unstable) && !(function instanceof ExprSystem);
  }

  private void count() {
    if (++patterns > MOST_PATTERNS) {
      throw tooLarge("%,d patterns".formatted(MOST_PATTERNS));
    }
  }

  /** Nested repetitions multiply. */
  private static void checkRepetition(Path path, long outer) {
    long times = outer * repetitions(path);
    if (times > MOST_REPETITIONS) {
      throw tooLarge("%,d repetitions of a path".formatted(MOST_REPETITIONS));
    }
    if (path instanceof P_Path1 one) {
      checkRepetition(one.getSubPath(), times);
    } else if (path instanceof P_Path2 two) {
      checkRepetition(two.getLeft(), times);
      checkRepetition(two.getRight(), times);
    }
  }

  private static long repetitions(Path path) {
    return switch (path) {
      case P_FixedLength fixed -> Math.max(1, fixed.getCount());
      case P_Mod mod -> Math.max(1, Math.max(mod.getMin(), mod.getMax()));
      default -> 1;
    };
  }

  private static Problem tooLarge(String most) {
    return Problem.badRequest(
        "The query is too large to be evaluated: at most "
            + most
            + ". Ask in parts, or take a dump.");
  }
}
