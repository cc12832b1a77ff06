package icc.lod.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a template, ready to be written: what could be decided once is decided. */
@FunctionalInterface
interface Markup {
  /** Writes what the part comes to with these variables. */
  void write(Scope scope, StringBuilder out);

  /** What an expression of a template comes to. */
  @FunctionalInterface
  interface Value {
    @Nullable Object in(Scope scope);
  }

  /** The same in every page. */
  record Fixed(String text) implements Markup {
    @Override
    public void write(Scope scope, StringBuilder out) {
      out.append(text);
    }
  }

  /** One after the other; neighbours that never change become one. */
  static Markup of(List<Markup> parts) {
    List<Markup> joined = new ArrayList<>();
    for (Markup part : parts) {
      add(part, joined);
    }
    return joined.size() == 1 ? joined.get(0) : new All(joined);
  }

  /** Several parts in their order. */
  final class All implements Markup {
    private final Markup[] parts;

    private All(List<Markup> parts) {
      this.parts = parts.toArray(new Markup[0]);
    }

    @Override
    public void write(Scope scope, StringBuilder out) {
      for (Markup part : parts) {
        part.write(scope, out);
      }
    }
  }

  private static void add(Markup part, List<Markup> joined) {
    if (part instanceof All all) {
      for (Markup each : all.parts) {
        add(each, joined);
      }
      return;
    }
    int last = joined.size() - 1;
    if (part instanceof Fixed more && last >= 0 && joined.get(last) instanceof Fixed fixed) {
      joined.set(last, new Fixed(fixed.text() + more.text()));
    } else {
      joined.add(part);
    }
  }

  /** A text as markup has it, between tags or between quotes. */
  static void escape(String text, StringBuilder out) {
    int done = 0;
    for (int i = 0; i < text.length(); i++) {
      String reference = reference(text.charAt(i));
      if (reference != null) {
        out.append(text, done, i).append(reference);
        done = i + 1;
      }
    }
    out.append(text, done, text.length());
  }

  private static @Nullable String reference(char c) {
    if (c > '>') {
      return null;
    }
    return switch (c) {
      case '&' -> "&amp;";
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '"' -> "&quot;";
      case '\'' -> "&#39;";
      default -> null;
    };
  }
}
