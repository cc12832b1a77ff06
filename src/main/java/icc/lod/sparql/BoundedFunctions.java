package icc.lod.sparql;

import java.util.Optional;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.algebra.optimize.Optimize;
import org.apache.jena.sparql.algebra.optimize.RewriteFactory;
import org.apache.jena.sparql.expr.E_Add;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.E_Multiply;
import org.apache.jena.sparql.expr.E_Regex;
import org.apache.jena.sparql.expr.E_StrConcat;
import org.apache.jena.sparql.expr.E_StrDatatype;
import org.apache.jena.sparql.expr.E_StrReplace;
import org.apache.jena.sparql.expr.E_Subtract;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprTransformCopy;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.util.Context;

/**
 * Puts bounded functions in the place of those of ARQ that can work, or grow, without end. They
 * mean the same (SPARQL 1.1, section 17.4) up to the bounds of {@link Sizes}.
 */
final class BoundedFunctions extends ExprTransformCopy {
  private static final BoundedFunctions INSTANCE = new BoundedFunctions();

  private BoundedFunctions() {}

  /** Bounds the execution that a context belongs to; before its plan is made. */
  static void install(Context context) {
    RewriteFactory usual =
        Optional.<RewriteFactory>ofNullable(context.get(ARQConstants.sysOptimizerFactory))
            .orElse(Optimize.getFactory());
    // Before all else, for optimizing evaluates what is constant.
    RewriteFactory bounded = own -> op -> usual.create(own).rewrite(bounded(op));
    context.set(ARQConstants.sysOptimizerFactory, bounded);
  }

  private static Op bounded(Op op) {
    return Transformer.transform(new TransformCopy(), INSTANCE, op);
  }

  @Override
  public Expr transform(ExprFunctionN function, ExprList args) {
    return switch (function) {
      case E_Regex regex -> new BoundedRegex(args);
      case E_StrReplace replace -> new BoundedReplace(args);
      case E_StrConcat concat -> new BoundedConcat(args);
      case E_Function named -> named(named, args);
      default -> super.transform(function, args);
    };
  }

  @Override
  public Expr transform(ExprFunction2 function, Expr x, Expr y) {
    return switch (function) {
      case E_Multiply multiply -> new BoundedArithmetic(multiply, x, y, Sizes::product);
      case E_Add add -> new BoundedArithmetic(add, x, y, BoundedFunctions::durations);
      case E_Subtract subtract ->
          new BoundedArithmetic(subtract, x, y, BoundedFunctions::durations);
      case E_StrDatatype typed -> new BoundedArithmetic(typed, x, y, BoundedFunctions::typed);
      default -> super.transform(function, x, y);
    };
  }

  private static void typed(NodeValue text, NodeValue type) {
    if (Sizes.read(type.asUnquotedString())) {
      Sizes.lexical(text);
    }
  }

  private static void durations(NodeValue x, NodeValue y) {
    Sizes.duration(x);
    Sizes.duration(y);
  }

  private Expr named(E_Function cast, ExprList args) {
    if (!Sizes.read(cast.getFunctionIRI())) {
      return super.transform(cast, args);
    }
    ExprList bounded = new ExprList();
    args.forEach(arg -> bounded.add(BoundedLexical.of(arg)));
    return cast.copy(bounded);
  }
}
