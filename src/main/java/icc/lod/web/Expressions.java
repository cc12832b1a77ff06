package icc.lod.web;

import icc.lod.web.Markup.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.IEngineConfiguration;
import org.thymeleaf.context.ExpressionContext;
import org.thymeleaf.standard.expression.AdditionExpression;
import org.thymeleaf.standard.expression.AndExpression;
import org.thymeleaf.standard.expression.AssignationSequence;
import org.thymeleaf.standard.expression.BinaryOperationExpression;
import org.thymeleaf.standard.expression.ConditionalExpression;
import org.thymeleaf.standard.expression.Each;
import org.thymeleaf.standard.expression.EqualsExpression;
import org.thymeleaf.standard.expression.FragmentExpression;
import org.thymeleaf.standard.expression.GreaterThanExpression;
import org.thymeleaf.standard.expression.IStandardExpression;
import org.thymeleaf.standard.expression.LinkExpression;
import org.thymeleaf.standard.expression.LiteralValue;
import org.thymeleaf.standard.expression.MessageExpression;
import org.thymeleaf.standard.expression.NegationExpression;
import org.thymeleaf.standard.expression.NumberTokenExpression;
import org.thymeleaf.standard.expression.OrExpression;
import org.thymeleaf.standard.expression.StandardExpressionParser;
import org.thymeleaf.standard.expression.TextLiteralExpression;
import org.thymeleaf.standard.expression.VariableExpression;
import org.thymeleaf.util.EvaluationUtils;

/**
 * Thymeleaf's expressions, read by Thymeleaf and turned into what gives their values: paths, texts
 * of the site, links, conditions. All others Thymeleaf evaluates itself, so that there is one
 * meaning. Thread-safe.
 */
final class Expressions {
  private static final StandardExpressionParser PARSER = new StandardExpressionParser();

  private final ExpressionContext none;
  private final Messages messages;
  private final SiteLinks links;
  private final DirectPaths paths;

  Expressions(
      IEngineConfiguration configuration, Messages messages, SiteLinks links, DirectPaths paths) {
    this.none = new ExpressionContext(configuration);
    this.messages = messages;
    this.links = links;
    this.paths = paths;
  }

  /**
   * Reads an expression.
   *
   * @param fragments what a piece of a template is for this expression
   */
  Value value(String text, Function<FragmentExpression, Value> fragments) {
    return value(PARSER.parseExpression(none, text), fragments);
  }

  Each each(String text) {
    return PARSER.parseEach(none, text);
  }

  AssignationSequence assignations(String text) {
    return PARSER.parseAssignationSequence(none, text, false);
  }

  List<String> parameters(String signature) {
    List<String> names =
        PARSER.parseFragmentSignature(none.getConfiguration(), signature).getParameterNames();
    return names == null ? List.of() : names;
  }

  /** A name that stands in a template as it is. */
  String name(IStandardExpression expression) {
    return String.valueOf(expression.execute(none));
  }

  static boolean truth(@Nullable Object value) {
    return value instanceof Boolean is ? is : EvaluationUtils.evaluateAsBoolean(value);
  }

  Value value(IStandardExpression expression, Function<FragmentExpression, Value> fragments) {
    if (expression instanceof FragmentExpression fragment) {
      return fragments.apply(fragment);
    }
    if (expression instanceof VariableExpression variable) {
      return variable.getExpression().equals("null") ? scope -> null : paths.value(variable);
    }
    if (expression instanceof TextLiteralExpression text) {
      String value = text.getValue().getValue();
      return scope -> value;
    }
    if (expression instanceof MessageExpression message) {
      return message(message, fragments);
    }
    if (expression instanceof LinkExpression link) {
      return link(link, fragments);
    }
    if (expression instanceof ConditionalExpression either) {
      Value condition = value(either.getConditionExpression(), fragments);
      Value then = value(either.getThenExpression(), fragments);
      Value otherwise = value(either.getElseExpression(), fragments);
      return scope -> truth(condition.in(scope)) ? then.in(scope) : otherwise.in(scope);
    }
    if (expression instanceof NegationExpression not) {
      Value operand = value(not.getOperand(), fragments);
      return scope -> !truth(operand.in(scope));
    }
    return expression instanceof BinaryOperationExpression two
        ? operation(two, fragments)
        : evaluated(expression);
  }

  /** What Thymeleaf makes of it, whatever it is. */
  private static Value evaluated(IStandardExpression expression) {
    return scope -> LiteralValue.unwrap(expression.execute(scope.context()));
  }

  private Value operation(
      BinaryOperationExpression operation, Function<FragmentExpression, Value> fragments) {
    Value left = value(operation.getLeft(), fragments);
    Value right = value(operation.getRight(), fragments);
    if (operation instanceof AndExpression) {
      return scope -> truth(left.in(scope)) && truth(right.in(scope));
    }
    if (operation instanceof OrExpression) {
      return scope -> truth(left.in(scope)) || truth(right.in(scope));
    }
    if (operation instanceof AdditionExpression && isText(operation)) {
      return scope -> String.valueOf(left.in(scope)).concat(String.valueOf(right.in(scope)));
    }
    Value other = evaluated(operation);
    if (operation instanceof EqualsExpression
        && operation.getRight() instanceof TextLiteralExpression text
        && EvaluationUtils.evaluateAsNumber(text.getValue().getValue()) == null) {
      return scope -> text.getValue().getValue().equals(left.in(scope));
    }
    if (operation instanceof GreaterThanExpression
        && operation.getRight() instanceof NumberTokenExpression number) {
      long than = ((Number) number.getValue()).longValue();
      return either(left, (value, scope) -> value > than, other);
    }
    return other;
  }

  /** Compares whole numbers here and leaves all others to Thymeleaf. */
  private static Value either(Value left, BiPredicate<Long, Scope> test, Value other) {
    return scope -> {
      Object value = left.in(scope);
      return value instanceof Long || value instanceof Integer
          ? (Object) test.test(((Number) value).longValue(), scope)
          : other.in(scope);
    };
  }

  /** Whether a sum is of texts: with one that stands in the template, it never is of numbers. */
  private static boolean isText(IStandardExpression expression) {
    return expression instanceof TextLiteralExpression
        || (expression instanceof AdditionExpression sum
            && (isText(sum.getLeft()) || isText(sum.getRight())));
  }

  private Value message(MessageExpression message, Function<FragmentExpression, Value> fragments) {
    Value key = value(message.getBase(), fragments);
    if (!message.hasParameters()) {
      return scope -> messages.text(scope.language(), String.valueOf(key.in(scope)));
    }
    List<Value> values = new ArrayList<>();
    message.getParameters().getExpressions().forEach(each -> values.add(value(each, fragments)));
    return scope -> {
      Object[] arguments = new Object[values.size()];
      Arrays.setAll(arguments, i -> values.get(i).in(scope));
      return messages.text(scope.language(), String.valueOf(key.in(scope)), arguments);
    };
  }

  private Value link(LinkExpression link, Function<FragmentExpression, Value> fragments) {
    if (link.hasParameters()) {
      throw new IllegalArgumentException("Links of templates have no parameters: " + link);
    }
    if (link.getBase() instanceof TextLiteralExpression path) {
      String target = links.to(path.getValue().getValue());
      return scope -> target;
    }
    Value path = value(link.getBase(), fragments);
    return scope -> links.to(String.valueOf(path.in(scope)));
  }
}
