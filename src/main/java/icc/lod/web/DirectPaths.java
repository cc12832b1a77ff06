package icc.lod.web;

import icc.lod.web.Markup.Value;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.standard.expression.IStandardVariableExpression;
import org.thymeleaf.standard.expression.IStandardVariableExpressionEvaluator;
import org.thymeleaf.standard.expression.LiteralValue;
import org.thymeleaf.standard.expression.OGNLVariableExpressionEvaluator;
import org.thymeleaf.standard.expression.StandardExpressionExecutionContext;
import org.thymeleaf.standard.expression.StandardExpressions;
import org.thymeleaf.standard.expression.VariableExpression;

/**
 * Expressions of templates that only go from one thing to the next, {@code entity.title.value}, by
 * the accessors they name; and whether such a text is empty. They are four of five, and OGNL, which
 * has all others, looks every accessor up by reflection each time: a third of a page's time.
 *
 * <p>Where a step is not plain, a missing accessor or nothing to go on from, OGNL is asked, so that
 * there is one meaning and one kind of error.
 */
final class DirectPaths implements IStandardVariableExpressionEvaluator {
  private static final String STEPS = "[A-Za-z_]\\w*(?:\\.[A-Za-z_]\\w*(?:\\(\\))?)*";
  private static final Pattern PATH = Pattern.compile(STEPS);
  private static final Pattern EMPTY = Pattern.compile("#strings\\.isEmpty\\((" + STEPS + ")\\)");

  /** Words of OGNL, and names that mean something to Thymeleaf. */
  private static final Set<String> RESERVED =
      Set.of("null", "true", "false", "new", "not", "param", "session", "application");

  /** What OGNL knows of every map, whatever its keys. */
  private static final Set<String> OF_ANY_MAP =
      Set.of("size", "keys", "keySet", "values", "isEmpty", "class");

  private static final Object UNKNOWN = new Object();
  private static final MethodType ACCESSOR = MethodType.methodType(Object.class, Object.class);
  private static final ClassValue<Map<String, Optional<MethodHandle>>> ACCESSORS =
      new ClassValue<>() {
        @Override
        protected Map<String, Optional<MethodHandle>> computeValue(Class<?> type) {
          return new ConcurrentHashMap<>();
        }
      };

  private final IStandardVariableExpressionEvaluator others =
      new OGNLVariableExpressionEvaluator(true);

  /** Templates are few, and so are their expressions. */
  private final Map<String, Way> ways = new ConcurrentHashMap<>();

  /**
   * An expression read.
   *
   * @param variable where it begins; empty if OGNL is to be asked
   * @param steps names to go by from there, methods with their parentheses
   * @param empty whether it asks if what is found is an empty text
   */
  private record Way(String variable, List<Step> steps, boolean empty) {
    static Way of(String expression) {
      Matcher empty = EMPTY.matcher(expression);
      String path = empty.matches() ? empty.group(1) : expression;
      List<String> steps = List.of(path.split("\\."));
      boolean plain = PATH.matcher(path).matches() && !RESERVED.contains(steps.get(0));
      return plain
          ? new Way(steps.get(0), steps.stream().skip(1).map(Step::new).toList(), empty.matches())
          : new Way("", List.of(), false);
    }

    boolean fits(IStandardVariableExpression expression) {
      return !variable.isEmpty() && !expression.getUseSelectionAsRoot();
    }

    /** What is found from a value of the variable; {@link #UNKNOWN} if OGNL is to be asked. */
    @Nullable Object found(@Nullable Object from) {
      Object at = from;
      for (Step step : steps) {
        if (at == null) {
          return UNKNOWN;
        }
        at = step.from(at);
      }
      return empty && at != UNKNOWN ? (Object) isEmpty(at) : at;
    }
  }

  /** What gives an expression's value without asking for it anew each time. */
  Value value(VariableExpression expression) {
    Way way = ways.computeIfAbsent(expression.getExpression(), Way::of);
    Value other = scope -> LiteralValue.unwrap(expression.execute(scope.context()));
    if (!way.fits(expression)) {
      return other;
    }
    return scope -> {
      Object found = way.found(scope.get(way.variable()));
      return found == UNKNOWN ? other.in(scope) : found;
    };
  }

  @Override
  public @Nullable Object evaluate(
      IExpressionContext context,
      IStandardVariableExpression expression,
      StandardExpressionExecutionContext how) {
    Way way = ways.computeIfAbsent(expression.getExpression(), Way::of);
    Object found = way.fits(expression) ? way.found(context.getVariable(way.variable())) : UNKNOWN;
    if (found == UNKNOWN) {
      return others.evaluate(context, expression, how);
    }
    return how.getPerformTypeConversion()
        ? StandardExpressions.getConversionService(context.getConfiguration())
            .convert(context, found, String.class)
        : found;
  }

  /** As {@code #strings.isEmpty} says it. */
  private static boolean isEmpty(@Nullable Object text) {
    return text == null || text.toString().isEmpty();
  }

  /** A step of a path, which mostly is from things of the same class as the time before. */
  private static final class Step {
    /** How to make it from things of a class. */
    private record Known(Class<?> type, Optional<MethodHandle> accessor) {}

    private final String name;
    private final boolean method;
    private volatile @Nullable Known last;

    Step(String name) {
      this.name = name;
      this.method = name.endsWith(")");
    }

    @Nullable Object from(Object at) {
      if (at instanceof Map<?, ?> map && !method) {
        return OF_ANY_MAP.contains(name) ? UNKNOWN : map.get(name);
      }
      Known known = last;
      if (known == null || known.type() != at.getClass()) {
        known = new Known(at.getClass(), accessor(at.getClass(), name));
        last = known;
      }
      return known.accessor().isEmpty() ? UNKNOWN : called(known.accessor().get(), at);
    }
  }

  private static @Nullable Object called(MethodHandle accessor, Object of) {
    try {
      return accessor.invokeExact(of);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  private static Optional<MethodHandle> accessor(Class<?> type, String step) {
    return ACCESSORS
        .get(type)
        .computeIfAbsent(
            step, s -> names(s).stream().flatMap(name -> method(type, name).stream()).findFirst());
  }

  /** What a step may be called: itself, or as beans have it. */
  private static List<String> names(String step) {
    if (step.endsWith("()")) {
      return List.of(step.substring(0, step.length() - 2));
    }
    String upper = Character.toUpperCase(step.charAt(0)) + step.substring(1);
    return List.of("get" + upper, "is" + upper, step);
  }

  /** A public method without parameters, where it may be called: classes of the JDK hide theirs. */
  private static Optional<MethodHandle> method(Class<?> type, String name) {
    for (Class<?> each : types(type)) {
      try {
        Method method = each.getDeclaredMethod(name);
        boolean fit =
            Modifier.isPublic(method.getModifiers())
                && !Modifier.isStatic(method.getModifiers())
                && method.getReturnType() != void.class;
        if (fit && (Modifier.isPublic(each.getModifiers()) || method.trySetAccessible())) {
          return Optional.of(MethodHandles.lookup().unreflect(method).asType(ACCESSOR));
        }
      } catch (NoSuchMethodException | IllegalAccessException e) {
        // Another of its types may have it.
      }
    }
    return Optional.empty();
  }

  private static List<Class<?>> types(Class<?> type) {
    List<Class<?>> all = new ArrayList<>();
    for (Class<?> each = type; each != null; each = each.getSuperclass()) {
      all.add(each);
      for (Class<?> inherited : each.getInterfaces()) {
        all.addAll(types(inherited));
      }
    }
    return all;
  }
}
