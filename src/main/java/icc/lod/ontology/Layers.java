package icc.lod.ontology;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A layered drawing of a graph (after Sugiyama, Tagawa and Toda 1981): loops are broken, boxes put
 * in rows of bounded length so that arrows lead downwards, rows ordered to lessen crossings, and
 * places chosen near neighbours. Long arrows get narrow places of their own in the rows they cross.
 * Small and deterministic, for graphs of some tens of boxes.
 */
final class Layers {
  static final int WIDTH = 216;
  private static final int NARROW = 14;
  private static final int GAP = 26;
  private static final int ROW_GAP = 64;
  private static final int MOST_IN_ROW = 5;
  private static final int SWEEPS = 12;

  /** A point of a drawing. */
  record Point(int x, int y) {}

  /** Where the boxes are (their upper left corners) and through which points the arrows go. */
  record Drawing(List<Point> boxes, List<List<Point>> arrows, int width, int height) {}

  private final int[] heights;
  private final List<int[]> edges;
  private final List<List<Integer>> rows = new ArrayList<>();
  private final List<List<Integer>> up = new ArrayList<>();
  private final List<List<Integer>> down = new ArrayList<>();
  private final List<List<Integer>> chains = new ArrayList<>();
  private final int[] row;
  private double[] x = {};
  private int items;
  private double edge;

  private Layers(int[] heights, List<int[]> edges) {
    this.heights = heights;
    this.edges = edges;
    this.row = new int[heights.length];
    this.items = heights.length;
  }

  /** Draws boxes of these heights with arrows between them, by position. */
  static Drawing draw(int[] heights, List<int[]> edges) {
    Layers layers = new Layers(heights, edges);
    layers.assignRows(layers.withoutLoops());
    layers.addNarrowPlaces();
    layers.order();
    layers.place();
    return layers.drawing();
  }

  /** The edges with those turned round that would close a loop. */
  private List<int[]> withoutLoops() {
    int[] state = new int[heights.length];
    List<int[]> acyclic = new ArrayList<>();
    for (int start = 0; start < heights.length; start++) {
      visit(start, state, acyclic);
    }
    return acyclic;
  }

  private void visit(int node, int[] state, List<int[]> acyclic) {
    if (state[node] != 0) {
      return;
    }
    state[node] = 1;
    for (int[] edge : edges) {
      if (edge[0] == node && edge[1] != node) {
        boolean back = state[edge[1]] == 1;
        acyclic.add(back ? new int[] {edge[1], node} : edge);
        visit(edge[1], state, acyclic);
      }
    }
    state[node] = 2;
  }

  private void assignRows(List<int[]> acyclic) {
    List<Integer> topological = topological(acyclic);
    int[] filled = new int[heights.length + 1];
    int lowest = 0;
    for (int node : topological) {
      int least = 0;
      boolean linked = false;
      for (int[] edge : acyclic) {
        linked |= edge[0] == node || edge[1] == node;
        if (edge[1] == node) {
          least = Math.max(least, row[edge[0]] + 1);
        }
      }
      least = linked ? least : lowest;
      while (filled[least] >= MOST_IN_ROW) {
        least++;
      }
      row[node] = least;
      filled[least]++;
      lowest = linked ? Math.max(lowest, least + 1) : lowest;
    }
    shorten(acyclic, topological, filled);
    fillRows(topological);
  }

  /** Moves boxes between those above and those below them to where their arrows are shortest. */
  private void shorten(List<int[]> acyclic, List<Integer> order, int[] filled) {
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      for (int node : sweep % 2 == 0 ? order.reversed() : order) {
        int above = -1;
        int below = Integer.MAX_VALUE;
        int balance = 0;
        for (int[] edge : acyclic) {
          if (edge[1] == node) {
            above = Math.max(above, row[edge[0]]);
            balance--;
          } else if (edge[0] == node) {
            below = Math.min(below, row[edge[1]]);
            balance++;
          }
        }
        int step = Integer.signum(balance);
        int to = row[node];
        for (int next = to + step;
            step != 0 && next > above && next < below && next >= 0;
            next += step) {
          to = filled[next] < MOST_IN_ROW ? next : to;
        }
        filled[row[node]]--;
        filled[to]++;
        row[node] = to;
      }
    }
  }

  /** Rows in their order, without those that nothing is left in. */
  private void fillRows(List<Integer> order) {
    List<Integer> used = order.stream().map(node -> row[node]).distinct().sorted().toList();
    used.forEach(any -> rows.add(new ArrayList<>()));
    for (int node : order) {
      row[node] = used.indexOf(row[node]);
      rows.get(row[node]).add(node);
    }
  }

  /** Boxes without arrows come last, in rows below the others. */
  private List<Integer> topological(List<int[]> acyclic) {
    int[] open = new int[heights.length];
    Set<Integer> linked = new HashSet<>();
    for (int[] edge : acyclic) {
      open[edge[1]]++;
      linked.add(edge[0]);
      linked.add(edge[1]);
    }
    List<Integer> order = new ArrayList<>();
    Set<Integer> done = new HashSet<>();
    while (done.size() < linked.size()) {
      for (int node = 0; node < heights.length; node++) {
        if (linked.contains(node) && open[node] == 0 && done.add(node)) {
          order.add(node);
          for (int[] edge : acyclic) {
            if (edge[0] == node) {
              open[edge[1]]--;
            }
          }
        }
      }
    }
    for (int node = 0; node < heights.length; node++) {
      if (!linked.contains(node)) {
        order.add(node);
      }
    }
    return order;
  }

  private void addNarrowPlaces() {
    for (int i = 0; i < items; i++) {
      up.add(new ArrayList<>());
      down.add(new ArrayList<>());
    }
    for (int[] edge : edges) {
      boolean turned = row[edge[0]] > row[edge[1]];
      int from = turned ? edge[1] : edge[0];
      int to = turned ? edge[0] : edge[1];
      List<Integer> chain = new ArrayList<>(List.of(from));
      for (int between = row[from] + 1; between < row[to]; between++) {
        rows.get(between).add(items);
        up.add(new ArrayList<>());
        down.add(new ArrayList<>());
        chain.add(items++);
      }
      chain.add(to);
      for (int i = 1; i < chain.size(); i++) {
        down.get(chain.get(i - 1)).add(chain.get(i));
        up.get(chain.get(i)).add(chain.get(i - 1));
      }
      chains.add(turned ? chain.reversed() : chain);
    }
  }

  private void order() {
    double[] rank = new double[items];
    for (List<Integer> some : rows) {
      renumber(some, rank);
    }
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      boolean downwards = sweep % 2 == 0;
      for (int i = 0; i < rows.size(); i++) {
        List<Integer> some = rows.get(downwards ? i : rows.size() - 1 - i);
        List<List<Integer>> neighbours = downwards ? up : down;
        double[] wished = new double[items];
        some.forEach(item -> wished[item] = mean(neighbours.get(item), rank, rank[item]));
        some.sort(Comparator.comparingDouble(item -> wished[item]));
        renumber(some, rank);
      }
    }
  }

  private static void renumber(List<Integer> some, double[] rank) {
    for (int i = 0; i < some.size(); i++) {
      rank[some.get(i)] = (i + 0.5) / some.size();
    }
  }

  private static double mean(List<Integer> nodes, double[] values, double otherwise) {
    return nodes.stream().mapToDouble(node -> values[node]).average().orElse(otherwise);
  }

  private int width(int item) {
    return item < heights.length ? WIDTH : NARROW;
  }

  /** Middles of the items: as near to their neighbours as the row allows. */
  private void place() {
    x = new double[items];
    for (List<Integer> some : rows) {
      double at = 0;
      for (int item : some) {
        x[item] = at + width(item) / 2.0;
        at += width(item) + GAP;
      }
      double half = at / 2;
      edge = Math.max(edge, half);
      some.forEach(item -> x[item] -= half);
    }
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      boolean downwards = sweep % 2 == 0;
      for (int i = 0; i < rows.size(); i++) {
        settle(rows.get(downwards ? i : rows.size() - 1 - i), downwards ? up : down);
      }
    }
  }

  private void settle(List<Integer> some, List<List<Integer>> neighbours) {
    int count = some.size();
    double[] fromLeft = new double[count];
    double[] fromRight = new double[count];
    for (int i = 0; i < count; i++) {
      double wished = wished(some.get(i), neighbours);
      fromLeft[i] = i == 0 ? wished : Math.max(wished, fromLeft[i - 1] + apart(some, i));
    }
    for (int i = count - 1; i >= 0; i--) {
      double wished = wished(some.get(i), neighbours);
      fromRight[i] =
          i == count - 1 ? wished : Math.min(wished, fromRight[i + 1] - apart(some, i + 1));
    }
    for (int i = 0; i < count; i++) {
      x[some.get(i)] = (fromLeft[i] + fromRight[i]) / 2;
    }
  }

  /** In the middle of the neighbours, and never outside the widest row. */
  private double wished(int item, List<List<Integer>> neighbours) {
    double room = Math.max(0, edge - width(item) / 2.0);
    return Math.clamp(mean(neighbours.get(item), x, x[item]), -room, room);
  }

  private double apart(List<Integer> some, int right) {
    return (width(some.get(right - 1)) + width(some.get(right))) / 2.0 + GAP;
  }

  private Drawing drawing() {
    double left = Double.MAX_VALUE;
    double right = 0;
    for (int item = 0; item < items; item++) {
      left = Math.min(left, x[item] - width(item) / 2.0);
      right = Math.max(right, x[item] + width(item) / 2.0);
    }
    double shift = GAP / 2.0 - left;
    int[] tops = new int[rows.size() + 1];
    tops[0] = GAP / 2;
    for (int i = 0; i < rows.size(); i++) {
      tops[i + 1] = tops[i] + tallest(rows.get(i)) + ROW_GAP;
    }
    List<Point> boxes = new ArrayList<>();
    for (int i = 0; i < heights.length; i++) {
      boxes.add(new Point((int) Math.round(x[i] + shift - WIDTH / 2.0), tops[row[i]]));
    }
    List<List<Point>> arrows = chains.stream().map(chain -> points(chain, tops, shift)).toList();
    int height = tops[rows.size()] - ROW_GAP + GAP / 2;
    return new Drawing(boxes, arrows, (int) (right - left) + GAP, Math.max(height, 1));
  }

  private int tallest(List<Integer> some) {
    return some.stream().filter(i -> i < heights.length).mapToInt(i -> heights[i]).max().orElse(0);
  }

  /** From the edge of one box through the narrow places to the edge of the other. */
  private List<Point> points(List<Integer> chain, int[] tops, double shift) {
    int first = chain.getFirst();
    int last = chain.getLast();
    boolean downwards = row[first] < row[last];
    List<Point> points = new ArrayList<>();
    points.add(port(first, downwards, last, tops, shift));
    int step = downwards ? 1 : -1;
    for (int i = 1; i + 1 < chain.size(); i++) {
      int level = row[first] + step * i;
      int middle = (int) Math.round(x[chain.get(i)] + shift);
      int top = tops[level];
      int bottom = top + tallest(rows.get(level));
      points.add(new Point(middle, downwards ? top : bottom));
      points.add(new Point(middle, downwards ? bottom : top));
    }
    points.add(port(last, !downwards, first, tops, shift));
    return points;
  }

  /** Arrows leave a box towards their other end, side by side. */
  private Point port(int box, boolean below, int other, int[] tops, double shift) {
    double lean = Math.clamp((x[other] - x[box]) / 6, -WIDTH * 0.4, WIDTH * 0.4);
    int y = tops[row[box]] + (below ? heights[box] : 0);
    return new Point((int) Math.round(x[box] + shift + lean), y);
  }
}
