package icc.lod.reconcile;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

/**
 * A way from a thing to its values: properties one after another, each forwards or backwards. What
 * a query calls a property is such a path, most often of one step.
 */
record PropertyPath(List<Step> steps) {
  /** How many values are looked at: a hub has more than a comparison needs. */
  static final int MOST_VALUES = 500;

  /** One property of a path; an inverse step is walked from object to subject. */
  record Step(Node property, boolean inverse) {}

  PropertyPath {
    steps = List.copyOf(steps);
  }

  /** The values at its end, each once, in the store's order. */
  List<Node> values(Graph graph, Node thing) {
    Set<Node> reached = new LinkedHashSet<>(List.of(thing));
    for (Step step : steps) {
      Set<Node> next = new LinkedHashSet<>();
      for (Node node : reached) {
        if (!node.isLiteral() || step.inverse()) {
          follow(graph, node, step, next);
        }
      }
      reached = next;
    }
    return List.copyOf(reached);
  }

  /** The things from which it leads to a value, at most so many. */
  List<Node> subjects(Graph graph, Node value, int most) {
    List<Step> back = new ArrayList<>();
    for (Step step : steps.reversed()) {
      back.add(new Step(step.property(), !step.inverse()));
    }
    return new PropertyPath(back).values(graph, value).stream().limit(most).toList();
  }

  /** The property that the values have last, if it is walked forwards. */
  Step last() {
    return steps.getLast();
  }

  private static void follow(Graph graph, Node node, Step step, Set<Node> next) {
    var found =
        step.inverse()
            ? graph.find(Node.ANY, step.property(), node)
            : graph.find(node, step.property(), Node.ANY);
    try {
      while (found.hasNext() && next.size() < MOST_VALUES) {
        var triple = found.next();
        next.add(step.inverse() ? triple.getSubject() : triple.getObject());
      }
    } finally {
      found.close();
    }
  }
}
