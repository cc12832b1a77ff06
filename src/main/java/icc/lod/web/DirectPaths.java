package icc.lod.web;

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
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.standard.expression.IStandardVariableExpression;
import org.thymeleaf.standard.expression.IStandardVariableExpressionEvaluator;
import org.thymeleaf.standard.expression.OGNLVariableExpressionEvaluator;
import org.thymeleaf.standard.expression.StandardExpressionExecutionContext;
import org.thymeleaf.standard.expression.StandardExpressions;

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
   * @param steps names to go by, methods with their parentheses; none if OGNL is to be asked
   * @param empty whether it asks if what is found is an empty text
   */
  private record Way(List<String> steps, boolean empty) {
    static Way of(String expression) {
      Matcher empty = EMPTY.matcher(expression);
      String path = empty.matches() ? empty.group(1) : expression;
      List<String> steps = List.of(path.split("\\."));
      boolean plain = PATH.matcher(path).matches() && !RESERVED.contains(steps.get(0));
      return new Way(plain ? steps : List.of(), empty.matches());
    }
  }

  @Override
  public @Nullable Object evaluate(
      IExpressionContext context,
      IStandardVariableExpression expression,
      StandardExpressionExecutionContext how) {
    Way way = ways.computeIfAbsent(expression.getExpression(), Way::of);
    Object found =
        way.steps().isEmpty() || expression.getUseSelectionAsRoot()
            ? UNKNOWN
            : value(way.steps(), context);
    if (found == UNKNOWN) {
      return others.evaluate(context, expression, how);
    }
    Object result = way.empty() ? isEmpty(found) : found;
    return how.getPerformTypeConversion()
        ? StandardExpressions.getConversionService(context.getConfiguration())
            .convert(context, result, String.class)
        : result;
  }

  /** As {@code #strings.isEmpty} says it. */
  private static boolean isEmpty(@Nullable Object text) {
    return text == null || text.toString().isEmpty();
  }

  private static @Nullable Object value(List<String> steps, IExpressionContext context) {
    Object at = context.getVariable(steps.get(0));
    for (String step : steps.subList(1, steps.size())) {
      if (at == null) {
        return UNKNOWN;
      }
      if (at instanceof Map<?, ?> map && !step.endsWith(")")) {
        if (OF_ANY_MAP.contains(step)) {
          return UNKNOWN;
        }
        at = map.get(step);
        continue;
      }
      Optional<MethodHandle> accessor =
          ACCESSORS.get(at.getClass()).computeIfAbsent(step, accessor(at.getClass()));
      if (accessor.isEmpty()) {
        return UNKNOWN;
      }
      at = called(accessor.get(), at);
    }
    return at;
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

  private static Function<String, Optional<MethodHandle>> accessor(Class<?> type) {
    return step -> names(step).stream().flatMap(name -> method(type, name).stream()).findFirst();
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
