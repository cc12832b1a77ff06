package icc.lod.publish;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.engine.ShaclPaths;
import org.apache.jena.shacl.engine.ValidationContext;
import org.apache.jena.shacl.parser.Constraint;
import org.apache.jena.shacl.parser.PropertyShape;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.validation.VLib;
import org.apache.jena.sparql.path.Path;

/**
 * Validation of a data graph against shapes (SHACL, section 3.4). Each constraint is evaluated by
 * Jena; the order of the evaluations is ours, so that a SPARQL constraint is asked once for all
 * focus nodes of a shape before it is asked for those of them that may break it.
 */
final class Validation {
  /** Focus nodes are looked at in slices of this size, which bounds what is held at a time. */
  private static final int SLICE = 10_000;

  private final Shapes shapes;
  private final Graph data;
  private final LongAdder nodes = new LongAdder();

  Validation(Shapes shapes, Graph data) {
    this.shapes = shapes;
    this.data = data;
  }

  /**
   * Every violation, shape by shape in a stable order.
   *
   * @param parallel whether other threads may read the graph
   */
  List<ReportEntry> entries(boolean parallel) {
    Collection<Shape> targets = shapes.getTargetShapes();
    Stream<Shape> stream = parallel ? targets.parallelStream() : targets.stream();
    return stream.flatMap(this::entries).toList();
  }

  /** How many shapes have targets. */
  long shapes() {
    return shapes.getTargetShapes().size();
  }

  /** How many nodes were held against a shape so far. */
  long nodes() {
    return nodes.sum();
  }

  private Stream<ReportEntry> entries(Shape shape) {
    ValidationContext context = ValidationContext.create(shapes, data);
    List<Node> focus = List.copyOf(VLib.focusNodes(data, shape));
    nodes.add(focus.size());
    for (int start = 0; start < focus.size(); start += SLICE) {
      check(context, shape, focus.subList(start, Math.min(focus.size(), start + SLICE)));
    }
    return context.generateReport().getEntries().stream();
  }

  private void check(ValidationContext context, Shape shape, List<Node> nodes) {
    if (shape.deactivated()) {
      return;
    }
    if (shape instanceof PropertyShape property) {
      checkProperty(context, property, nodes);
      return;
    }
    for (Constraint constraint : shape.getConstraints()) {
      for (Node node : Screen.suspects(constraint, Optional.empty(), nodes, data)) {
        VLib.evalConstraint(context, data, shape, node, null, null, constraint);
      }
    }
    properties(shape).forEach(property -> check(context, property, nodes));
  }

  private void checkProperty(ValidationContext context, PropertyShape shape, List<Node> nodes) {
    Path path = shape.getPath();
    Map<Node, Set<Node>> values = new HashMap<>();
    nodes.forEach(node -> values.put(node, ShaclPaths.valueNodes(data, node, path)));
    for (Constraint constraint : shape.getConstraints()) {
      for (Node node : Screen.suspects(constraint, Optional.of(path), nodes, data)) {
        Set<Node> found = values.getOrDefault(node, Set.of());
        VLib.evalConstraint(context, data, shape, node, path, found, constraint);
      }
    }
    Collection<PropertyShape> properties = properties(shape);
    if (!properties.isEmpty()) {
      Set<Node> next = new LinkedHashSet<>();
      nodes.forEach(node -> next.addAll(values.getOrDefault(node, Set.of())));
      properties.forEach(property -> check(context, property, new ArrayList<>(next)));
    }
  }

  private static Collection<PropertyShape> properties(Shape shape) {
    Collection<PropertyShape> properties = shape.getPropertyShapes();
    return properties == null ? List.of() : properties;
  }
}
