package icc.lod.entity;

import icc.lod.view.Link;
import icc.lod.view.Value;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.apache.jena.graph.Node;

/**
 * Dated things in order, each with a bar on one axis of time. Public, for the template engine reads
 * it. Lengths are percentages of the width, so that the drawing fits every screen.
 *
 * @param ticks the years below the bars
 * @param more how many things are not shown
 */
public record Timeline(List<Tick> ticks, List<Item> items, int more) {
  /** Longer lists are not looked through. */
  private static final int MOST = 60;

  /** More years than these are told by steps. */
  private static final int MOST_TICKS = 9;

  /** A year on the axis. */
  public record Tick(String x, int year) {}

  /**
   * A dated thing.
   *
   * @param start when it began
   * @param end when it ended, if that is told apart; at most one
   * @param open whether no end is known
   */
  public record Item(
      Link link, Value start, List<Value> end, boolean open, String x, String width) {}

  /** A timeline of nothing. */
  static final Timeline NONE = new Timeline(List.of(), List.of(), 0);

  boolean isEmpty() {
    return items.isEmpty();
  }

  /**
   * Draws dated things; fewer than two have no order worth drawing.
   *
   * @param today how far what has no end is known to last
   */
  static Timeline of(
      Map<Node, Span> dated,
      LocalDate today,
      Function<Node, Link> link,
      Function<Node, Value> date) {
    if (dated.size() < 2) {
      return NONE;
    }
    List<Map.Entry<Node, Span>> shown =
        dated.entrySet().stream()
            .sorted(
                Comparator.comparing((Map.Entry<Node, Span> e) -> length(e.getValue())).reversed())
            .limit(MOST)
            .sorted(
                Comparator.comparing((Map.Entry<Node, Span> e) -> e.getValue().first())
                    .thenComparing(e -> e.getValue().last(), Comparator.reverseOrder())
                    .thenComparing(e -> e.getKey().toString()))
            .toList();
    Axis axis = Axis.of(shown.stream().map(Map.Entry::getValue).toList(), today);
    List<Item> items = new ArrayList<>();
    for (Map.Entry<Node, Span> entry : shown) {
      Span span = entry.getValue();
      items.add(
          new Item(
              link.apply(entry.getKey()),
              date.apply(span.start()),
              span.lasts() ? List.of(date.apply(span.end())) : List.of(),
              span.open(),
              percent(axis.at(span.first())),
              percent(axis.width(span))));
    }
    return new Timeline(axis.ticks(), items, dated.size() - shown.size());
  }

  private static long length(Span span) {
    return ChronoUnit.DAYS.between(span.first(), span.last());
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f%%", share * 100);
  }

  /** From the first day of the first year to the last of the last. */
  private record Axis(LocalDate first, LocalDate last) {
    static Axis of(Collection<Span> spans, LocalDate today) {
      int from = spans.stream().mapToInt(s -> s.first().getYear()).min().orElse(0);
      int to =
          spans.stream()
              .mapToInt(s -> s.open() ? today.getYear() : s.last().getYear())
              .max()
              .orElse(from);
      return new Axis(LocalDate.of(from, 1, 1), LocalDate.of(Math.max(from, to), 12, 31));
    }

    double at(LocalDate day) {
      return (double) ChronoUnit.DAYS.between(first, day)
          / Math.max(1, ChronoUnit.DAYS.between(first, last) + 1);
    }

    /** What is still going on reaches to the end of the drawing; a day is still to be seen. */
    double width(Span span) {
      double end = span.open() ? 1 : at(span.last().plusDays(1));
      return Math.max(.006, end - at(span.first()));
    }

    List<Tick> ticks() {
      int years = last.getYear() - first.getYear() + 1;
      int step = (years + MOST_TICKS - 1) / MOST_TICKS;
      List<Tick> ticks = new ArrayList<>();
      for (int year = first.getYear(); year <= last.getYear(); year += step) {
        ticks.add(new Tick(percent(at(LocalDate.of(year, 1, 1))), year));
      }
      return ticks;
    }
  }
}
