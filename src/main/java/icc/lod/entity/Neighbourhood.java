package icc.lod.entity;

import icc.lod.view.Link;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A drawing of the links around a thing: what links to it on the left, what it links to on the
 * right. Everything in it is also in the lists of the page. Public, for the template engine reads
 * it.
 *
 * @param height of the drawing, whose width is {@value #WIDTH}
 * @param middle where the thing itself is
 */
public record Neighbourhood(int height, int middle, String name, List<Spot> spots) {
  /** In the drawing's own units. */
  public static final int WIDTH = 900;

  private static final int MOST = 12;
  private static final int STEP = 34;
  private static final int LEFT = 250;
  private static final int RIGHT = 650;
  private static final int LONGEST = 28;

  /** A neighbour by one property. */
  record Neighbour(Link property, Link link) {}

  /**
   * A neighbour in the drawing.
   *
   * @param path the line from the thing in the middle
   * @param name short enough to fit
   * @param anchor how its name is set: {@code end} on the left, {@code start} on the right
   */
  public record Spot(
      Link link, String name, String property, int x, int y, String anchor, String path) {
    /** Where its texts are, beside the line's end. */
    public int textX() {
      return anchor.equals("end") ? x - 10 : x + 10;
    }

    public int nameY() {
      return y + 2;
    }

    public int propertyY() {
      return y + 15;
    }
  }

  /** The upper edge of the box in the middle. */
  public int boxY() {
    return middle - 18;
  }

  /** The line on which the name in the middle stands. */
  public int nameY() {
    return middle + 5;
  }

  boolean isEmpty() {
    return spots.isEmpty();
  }

  static Neighbourhood of(String name, List<Neighbour> incoming, List<Neighbour> outgoing) {
    List<Neighbour> left = choice(incoming, outgoing.isEmpty() ? MOST * 2 : MOST);
    List<Neighbour> right = choice(outgoing, left.isEmpty() ? MOST * 2 : 2 * MOST - left.size());
    int height = Math.max(Math.max(left.size(), right.size()), 2) * STEP + STEP / 2;
    int middle = height / 2;
    List<Spot> spots = new ArrayList<>();
    side(left, true, middle, spots);
    side(right, false, middle, spots);
    return new Neighbourhood(height, middle, shortened(name, LONGEST - 4), spots);
  }

  /** Some of each property before more of one. */
  private static List<Neighbour> choice(List<Neighbour> all, int most) {
    List<Neighbour> rest = new ArrayList<>(all);
    List<Neighbour> chosen = new ArrayList<>();
    while (!rest.isEmpty() && chosen.size() < most) {
      Set<String> properties = new LinkedHashSet<>();
      List<Neighbour> round =
          rest.stream().filter(n -> properties.add(n.property().iri())).toList();
      chosen.addAll(round.subList(0, Math.min(round.size(), most - chosen.size())));
      rest.removeAll(round);
    }
    // Together again, in the order of the page.
    return all.stream().filter(chosen::contains).distinct().limit(most).toList();
  }

  private static void side(List<Neighbour> side, boolean left, int middle, List<Spot> spots) {
    int top = middle - (side.size() - 1) * STEP / 2;
    for (int i = 0; i < side.size(); i++) {
      Neighbour neighbour = side.get(i);
      int x = left ? LEFT : RIGHT;
      int y = top + i * STEP;
      int from = WIDTH / 2 + (left ? -110 : 110);
      int bend = (from + x) / 2;
      spots.add(
          new Spot(
              neighbour.link(),
              shortened(neighbour.link().text().value(), LONGEST),
              shortened(neighbour.property().text().value(), LONGEST),
              x,
              y,
              left ? "end" : "start",
              "M%d %dC%d %d %d %d %d %d".formatted(from, middle, bend, middle, bend, y, x, y)));
    }
  }

  private static String shortened(String text, int longest) {
    return text.codePointCount(0, text.length()) <= longest
        ? text
        : text.substring(0, text.offsetByCodePoints(0, longest - 1)).strip() + "…";
  }
}
