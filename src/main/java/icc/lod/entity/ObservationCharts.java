package icc.lod.entity;

import icc.lod.entity.Observations.Observation;
import icc.lod.view.Link;
import icc.lod.view.PageText;
import icc.lod.view.Text;
import icc.lod.view.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;

/**
 * Observations for a page: a table of all, and a drawing of those that can be compared, for they
 * measure the same in the same unit. Public, for the template engine reads it.
 *
 * @param columns which of the columns have anything in them: measured, about, when
 * @param more how many observations are not shown
 */
public record ObservationCharts(
    List<Chart> charts, List<Figure> rows, List<String> columns, int more) {
  /** Nobody compares more bars. */
  private static final int MOST_BARS = 20;

  private static final int MOST_ROWS = 60;
  private static final int BAR_HEIGHT = 40;

  /**
   * Bars on one scale.
   *
   * @param measured what they measure, at most one
   * @param total how many numbers there are, of which the greatest are drawn
   */
  public record Chart(List<Link> measured, List<Link> unit, List<Bar> bars, int total) {
    public int height() {
      return bars.size() * BAR_HEIGHT;
    }
  }

  /**
   * A bar.
   *
   * @param width as a percentage
   * @param y where it begins
   */
  public record Bar(String name, Value value, String x, String width, int y, boolean preferred) {}

  /** A row of the table. */
  public record Figure(
      Link link,
      Value value,
      List<Link> measured,
      List<Link> about,
      List<Value> unit,
      List<Value> when,
      boolean preferred,
      List<Link> sources) {}

  /** No observations. */
  static final ObservationCharts NONE = new ObservationCharts(List.of(), List.of(), List.of(), 0);

  boolean isEmpty() {
    return rows.isEmpty();
  }

  /**
   * Draws observations for a page.
   *
   * @param node the page's thing, that needs no column of its own
   */
  static ObservationCharts of(
      List<Observation> observations, Node node, PageText text, Comparator<Text> order) {
    if (observations.isEmpty()) {
      return NONE;
    }
    List<Figure> rows =
        observations.stream()
            .sorted(
                Comparator.comparing((Observation o) -> name(o, node, text).text(), order)
                    .thenComparing(ObservationCharts::date)
                    .thenComparing(o -> o.node().toString()))
            .limit(MOST_ROWS)
            .map(o -> figure(o, node, text))
            .toList();
    Map<List<List<Node>>, List<Observation>> scales = new LinkedHashMap<>();
    observations.forEach(o -> scales.computeIfAbsent(o.scale(), s -> new ArrayList<>()).add(o));
    List<Chart> charts =
        scales.values().stream()
            .filter(same -> same.size() > 1 && !same.get(0).measured().isEmpty())
            .map(same -> chart(same, node, text))
            .toList();
    return new ObservationCharts(charts, rows, columns(rows), observations.size() - rows.size());
  }

  private static List<String> columns(List<Figure> rows) {
    List<String> columns = new ArrayList<>();
    if (rows.stream().anyMatch(row -> !row.measured().isEmpty())) {
      columns.add("measured");
    }
    if (rows.stream().anyMatch(row -> !row.about().isEmpty())) {
      columns.add("about");
    }
    if (rows.stream().anyMatch(row -> !row.when().isEmpty())) {
      columns.add("when");
    }
    return columns;
  }

  static Figure figure(Observation o, Node node, PageText text) {
    return new Figure(
        text.link(o.node()),
        text.value(o.literal()),
        others(o.measured(), node, text),
        others(o.about(), node, text),
        o.unit().stream().map(text::value).toList(),
        o.when().stream().map(text::value).toList(),
        o.preferred(),
        o.sources().stream().limit(2).map(text::link).toList());
  }

  private static List<Link> others(List<Node> nodes, Node node, PageText text) {
    return nodes.stream().filter(n -> !n.equals(node)).map(text::link).toList();
  }

  /** What tells an observation from others on this page. */
  private static Link name(Observation o, Node node, PageText text) {
    Optional<Node> other =
        java.util.stream.Stream.concat(o.measured().stream(), o.about().stream())
            .filter(n -> !n.equals(node))
            .findFirst();
    return text.link(other.orElse(o.node()));
  }

  private static String date(Observation o) {
    return o.when().isEmpty() ? "" : o.when().get(0).toString();
  }

  private static Chart chart(List<Observation> same, Node node, PageText text) {
    boolean onePlace = same.stream().map(Observation::about).distinct().count() == 1;
    Comparator<Observation> byNumber = Comparator.comparing(Observation::number);
    Comparator<Observation> inOrder =
        onePlace ? Comparator.comparing(ObservationCharts::date) : byNumber.reversed();
    List<Observation> drawn =
        same.stream().sorted(byNumber.reversed()).limit(MOST_BARS).sorted(inOrder).toList();
    BigDecimal low =
        drawn.stream().map(Observation::number).min(BigDecimal::compareTo).orElseThrow();
    BigDecimal high =
        drawn.stream().map(Observation::number).max(BigDecimal::compareTo).orElseThrow();
    double from = Math.min(0, low.doubleValue());
    double length = Math.max(Math.max(0, high.doubleValue()) - from, Double.MIN_NORMAL);
    List<Bar> bars = new ArrayList<>();
    for (Observation o : drawn) {
      double start = (Math.min(0, o.number().doubleValue()) - from) / length;
      double width = Math.abs(o.number().doubleValue()) / length;
      bars.add(
          new Bar(
              label(o, node, onePlace, text),
              text.value(o.literal()),
              percent(start),
              percent(width),
              bars.size() * BAR_HEIGHT,
              o.preferred()));
    }
    return new Chart(
        same.get(0).measured().stream().map(text::link).toList(),
        same.get(0).unit().stream().filter(Node::isURI).map(text::link).toList(),
        bars,
        same.size());
  }

  /** Of one place, the date; of several, the place and the date. */
  private static String label(Observation o, Node node, boolean onePlace, PageText text) {
    List<String> parts = new ArrayList<>();
    if (!onePlace || o.when().isEmpty()) {
      o.about().stream()
          .filter(n -> !n.equals(node))
          .forEach(n -> parts.add(text.link(n).text().value()));
    }
    o.when().forEach(when -> parts.add(((Value.Literal) text.value(when)).text().value()));
    return parts.isEmpty() ? text.link(o.node()).text().value() : String.join(", ", parts);
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f%%", share * 100);
  }
}
