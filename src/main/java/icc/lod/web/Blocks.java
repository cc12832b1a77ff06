package icc.lod.web;

import icc.lod.web.Markup.Value;
import icc.lod.web.Scope.Choice;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What the attributes of templates do with elements. */
final class Blocks {
  /** Elements that stand on lines of their own, as Thymeleaf has it. */
  static final Set<String> OF_THEIR_OWN =
      Set.of(
          "address",
          "article",
          "aside",
          "audio",
          "blockquote",
          "canvas",
          "dd",
          "div",
          "dl",
          "dt",
          "fieldset",
          "figcaption",
          "figure",
          "footer",
          "form",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "header",
          "hgroup",
          "hr",
          "li",
          "main",
          "nav",
          "noscript",
          "ol",
          "option",
          "output",
          "p",
          "pre",
          "section",
          "table",
          "tbody",
          "td",
          "tfoot",
          "th",
          "tr",
          "ul",
          "video");

  /** Where in a list a row is; Thymeleaf's names. Public, for the template engine reads it. */
  public record Turn(int index, int size) {
    public int count() {
      return index + 1;
    }

    public boolean first() {
      return index == 0;
    }

    public boolean last() {
      return index == size - 1;
    }
  }

  private Blocks() {}

  static Markup text(Value value) {
    return (scope, out) -> {
      Object text = value.in(scope);
      if (text != null) {
        Markup.escape(text.toString(), out);
      }
    };
  }

  static Markup raw(Value value) {
    return (scope, out) -> {
      Object text = value.in(scope);
      if (text != null) {
        out.append(text);
      }
    };
  }

  static Markup when(Predicate<Scope> condition, Markup made) {
    return (scope, out) -> {
      if (condition.test(scope)) {
        made.write(scope, out);
      }
    };
  }

  static Markup choice(Value value, Markup made) {
    return (scope, out) -> {
      Choice before = scope.choice();
      scope.choose(new Choice(value.in(scope)));
      made.write(scope, out);
      scope.choose(before);
    };
  }

  /** One of a choice; without a value, what is left. */
  static Markup inCase(Optional<Value> of, Markup made) {
    return (scope, out) -> {
      Choice choice = scope.choice();
      if (choice == null || choice.made) {
        return;
      }
      if (of.isEmpty() || String.valueOf(of.get().in(scope)).equals(choice.value)) {
        choice.made = true;
        made.write(scope, out);
      }
    };
  }

  static Markup with(Map<String, Value> values, Markup made) {
    String[] names = values.keySet().toArray(new String[0]);
    Value[] all = values.values().toArray(new Value[0]);
    return (scope, out) -> {
      @Nullable Object[] before = new @Nullable Object[names.length];
      for (int i = 0; i < names.length; i++) {
        before[i] = scope.put(names[i], all[i].in(scope));
      }
      made.write(scope, out);
      back(scope, names, before);
    };
  }

  static Markup each(String name, String turn, Value values, String between, Markup made) {
    return (scope, out) -> {
      Collection<?> all = all(values.in(scope));
      if (all.isEmpty()) {
        return;
      }
      Object before = scope.get(name);
      Object turnBefore = turn.isEmpty() ? null : scope.get(turn);
      int index = 0;
      for (Object each : all) {
        if (index > 0) {
          out.append(between);
        }
        scope.put(name, each);
        if (!turn.isEmpty()) {
          scope.put(turn, new Turn(index, all.size()));
        }
        made.write(scope, out);
        index++;
      }
      scope.back(name, before);
      if (!turn.isEmpty()) {
        scope.back(turn, turnBefore);
      }
    };
  }

  private static Collection<?> all(@Nullable Object values) {
    if (values instanceof Collection<?> collection) {
      return collection;
    }
    if (values instanceof Map<?, ?> map) {
      return map.entrySet();
    }
    if (values instanceof Object[] array) {
      return Arrays.asList(array);
    }
    return values == null ? List.of() : List.of(values);
  }

  /** A piece of a template that an expression names. */
  static Markup shown(Value piece) {
    return (scope, out) -> {
      if (piece.in(scope) instanceof Markup markup) {
        markup.write(scope, out);
      } else {
        throw new IllegalStateException("A template shows a piece that is none");
      }
    };
  }

  /** A piece with the values that its parameters have here and now. */
  static Markup called(String[] names, Value[] values, Scope scope, Markup piece) {
    @Nullable Object[] given = new @Nullable Object[names.length];
    for (int i = 0; i < names.length; i++) {
      given[i] = values[i].in(scope);
    }
    return (within, out) -> {
      @Nullable Object[] before = new @Nullable Object[names.length];
      for (int i = 0; i < names.length; i++) {
        before[i] = within.put(names[i], given[i]);
      }
      piece.write(within, out);
      back(within, names, before);
    };
  }

  private static void back(Scope scope, String[] names, @Nullable Object[] before) {
    for (int i = names.length - 1; i >= 0; i--) {
      scope.back(names[i], before[i]);
    }
  }
}
