package icc.lod.sparql;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.jena.sparql.expr.E_Regex;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.RegexEngine;
import org.apache.jena.sparql.expr.nodevalue.NodeValueOps;

/** REGEX (SPARQL 1.1, section 17.4.3.14) that ends with its query, however it backtracks. */
final class BoundedRegex extends E_Regex {
  private final Optional<Pattern> fixed;

  BoundedRegex(ExprList args) {
    super(args.get(0), args.get(1), args.size() > 2 ? args.get(2) : null);
    this.fixed = fixed(args, 1, 2);
  }

  /** The pattern where it is the same for every row. */
  static Optional<Pattern> fixed(ExprList args, int pattern, int flags) {
    Expr flag = args.size() > flags ? args.get(flags) : NodeValue.nvEmptyString;
    return constant(args.get(pattern))
        .flatMap(p -> constant(flag).map(f -> RegexEngine.makePattern("Regex", p, f)));
  }

  static Pattern pattern(List<NodeValue> args, int pattern, int flags) {
    return RegexEngine.makePattern(
        "Regex", text(args.get(pattern)), args.size() > flags ? text(args.get(flags)) : "");
  }

  static String text(NodeValue value) {
    return NodeValueOps.checkAndGetStringLiteral("regex", value).getLiteralLexicalForm();
  }

  @Override
  public NodeValue eval(List<NodeValue> args) {
    String text = text(args.get(0));
    Pattern pattern = fixed.orElseGet(() -> pattern(args, 1, 2));
    try {
      return NodeValue.makeBoolean(pattern.matcher(StoppableText.of(text)).find());
    } catch (StackOverflowError e) {
      // Alternatives in a repetition nest with each character; the store is none the worse for it.
      throw tooDeep(e);
    }
  }

  static LimitExceededException tooDeep(StackOverflowError cause) {
    LimitExceededException exceeded =
        new LimitExceededException(
            StopReason.SIZE, "A regular expression in it nests too deeply on a long text.");
    exceeded.addSuppressed(cause);
    return exceeded;
  }

  @Override
  public Expr copy(ExprList newArgs) {
    return new BoundedRegex(newArgs);
  }

  private static Optional<String> constant(Expr expression) {
    try {
      return expression.isConstant() && expression.getConstant().isString()
          ? Optional.of(expression.getConstant().getString())
          : Optional.empty();
    } catch (ExprEvalException e) {
      return Optional.empty();
    }
  }
}
