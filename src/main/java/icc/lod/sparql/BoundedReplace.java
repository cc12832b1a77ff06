package icc.lod.sparql;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.expr.E_StrReplace;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;

/** REPLACE (SPARQL 1.1, section 17.4.3.15) that ends with its query and stays within bounds. */
final class BoundedReplace extends E_StrReplace {
  private final Optional<Pattern> fixed;

  BoundedReplace(ExprList args) {
    super(args.get(0), args.get(1), args.get(2), args.size() > 3 ? args.get(3) : null);
    this.fixed = BoundedRegex.fixed(args, 1, 3);
  }

  @Override
  public NodeValue eval(List<NodeValue> args) {
    String text = BoundedRegex.text(args.get(0));
    String replacement = BoundedRegex.text(args.get(2));
    Pattern pattern = fixed.orElseGet(() -> BoundedRegex.pattern(args, 1, 3));
    try {
      String replaced = replaced(pattern.matcher(StoppableText.of(text)), text, replacement);
      return replaced.equals(text) ? args.get(0) : like(args.get(0).asNode(), replaced);
    } catch (StackOverflowError e) {
      throw BoundedRegex.tooDeep(e);
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      throw new ExprEvalException("REPLACE: " + e.getMessage(), e);
    }
  }

  /** As ARQ has it: an empty match counts only when it is the first one. */
  private static String replaced(Matcher matcher, String text, String replacement) {
    StringBuilder replaced = new StringBuilder();
    boolean first = true;
    while (matcher.find()) {
      if (first || matcher.start() != matcher.end()) {
        matcher.appendReplacement(replaced, replacement);
        Sizes.text(replaced.length());
      }
      first = false;
    }
    if (first) {
      return text;
    }
    matcher.appendTail(replaced);
    Sizes.text(replaced.length());
    return replaced.toString();
  }

  /** A literal of the same language and datatype. */
  private static NodeValue like(Node literal, String text) {
    return NodeValue.makeNode(
        literal.getLiteralLanguage().isEmpty()
            ? NodeFactory.createLiteralDT(text, literal.getLiteralDatatype())
            : NodeFactory.createLiteralLang(text, literal.getLiteralLanguage()));
  }

  @Override
  public Expr copy(ExprList newArgs) {
    return new BoundedReplace(newArgs);
  }
}
